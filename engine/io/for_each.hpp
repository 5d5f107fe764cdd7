#pragma once
// How io is lent threads: by whoever calls it, since it stands beside the engine's parallel loops and not on them.
#include <cstddef>
#include <functional>

namespace sojourn::io {

/// Calls a body once for each index below a number, in any order, side by side or not, and returns when all are done.
using ForEach = std::function<void(std::size_t count, const std::function<void(std::size_t index)>& body)>;

/// The same one after the other.
inline void in_order(std::size_t count, const std::function<void(std::size_t index)>& body) {
  for (std::size_t index = 0; index < count; ++index) body(index);
}

}  // namespace sojourn::io
