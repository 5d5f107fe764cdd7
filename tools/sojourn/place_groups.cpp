#include "place_groups.hpp"

#include <set>
#include <span>
#include <string_view>

#include "core/ids.hpp"
#include "inputs.hpp"
#include "io/scenario_groups.hpp"

namespace sojourn::cli {
namespace {

using Members = std::vector<std::string>;

template <class Places>
Members codes_of(const Places& places) {
  Members codes;
  for (const auto& place : places) codes.push_back(place.code);
  return codes;
}

PlaceGroups with_all(std::string what, Members all, std::span<const io::PlaceGroup> groups) {
  PlaceGroups result{std::move(what), {}};
  const std::set<std::string_view> known(all.begin(), all.end());
  for (const io::PlaceGroup& group : groups) {
    Members members;
    for (const std::string_view code : group.members) {
      if (known.contains(code)) members.emplace_back(code);
    }
    result.groups.emplace_back(std::string{group.name}, std::move(members));
  }
  result.groups.emplace_back("all", std::move(all));
  return result;
}

template <class Names>
PlaceGroups only_all(std::string what, const Names& names) {
  return {std::move(what), {{"all", Members(names.begin(), names.end())}}};
}

}  // namespace

std::vector<PlaceGroups> place_groups() {
  const model::BaseYear base = load_world({}).base;
  return {with_all("origins", codes_of(base.origins), io::origin_groups()),
          with_all("destinations", codes_of(base.destinations), io::destination_groups()),
          only_all("sectors", sector_names), only_all("sexes", sex_names), only_all("skills", skill_names)};
}

}  // namespace sojourn::cli
