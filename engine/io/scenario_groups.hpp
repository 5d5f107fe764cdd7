#pragma once
// The groups of countries that filters know without being told (`sojourn levers --groups`).
#include <span>
#include <string_view>

namespace sojourn::io {

/// A named list of country codes. Members that the tables do not have are passed over.
struct PlaceGroup {
  std::string_view name;
  std::span<const std::string_view> members;
};

/// colombo_process, south_asia, southeast_asia.
[[nodiscard]] std::span<const PlaceGroup> origin_groups();
/// gcc, add, middle_east, southeast_asia, east_asia, eu27. `all` is every place and needs no list.
[[nodiscard]] std::span<const PlaceGroup> destination_groups();

}  // namespace sojourn::io
