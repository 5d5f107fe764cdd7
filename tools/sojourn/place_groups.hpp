#pragma once
// The names that filters take, with their members.
#include <string>
#include <utility>
#include <vector>

namespace sojourn::cli {

struct PlaceGroups {
  std::string what;                                                      ///< "origins", "destinations", ...
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;  ///< name and members
};

/// Groups of origins and destinations from the reference tables of the library, and the codes of all other filters.
/// \throws InputError if the library or its tables cannot be read
[[nodiscard]] std::vector<PlaceGroups> place_groups();

}  // namespace sojourn::cli
