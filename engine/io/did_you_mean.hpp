#pragma once
// The hint that offers a name that exists.
#include <string>
#include <string_view>

namespace sojourn::io {

/// `did you mean "near"?`, or `otherwise` where no name is near. `before` and `after` stand around the name.
[[nodiscard]] inline std::string did_you_mean(const std::string& near, std::string otherwise,
                                              std::string_view before = "\"", std::string_view after = "\"") {
  if (near.empty()) return otherwise;
  return std::string{"did you mean "}.append(before).append(near).append(after).append("?");
}

}  // namespace sojourn::io
