#include "io/result_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/diagnostic.hpp"
#include "io/hdf5_results_file.hpp"

namespace sojourn::io {
namespace {

using hdf5::Member;

std::vector<std::string> group_paths(const H5::Group& group, const std::string& path) {
  std::vector<std::string> paths;
  for (const Member& member : hdf5::members_of(group)) {
    if (!member.is_group) continue;
    paths.push_back(path + "/" + member.name);
    const std::vector<std::string> within = group_paths(group.openGroup(member.name), paths.back());
    paths.insert(paths.end(), within.begin(), within.end());
  }
  return paths;
}

Group read_group(const H5::H5File& file, const std::string& path) {
  const H5::Group place = file.openGroup(path);
  Group group{path, {}, {}, hdf5::read_attributes(place)};
  for (const Member& member : hdf5::members_of(place)) {
    if (member.is_group) continue;
    const H5::DataSet dataset = place.openDataSet(member.name);
    if (hdf5::is_scale(dataset)) {
      group.axes.push_back({member.name, hdf5::read_values(dataset), hdf5::read_attributes(dataset)});
    } else {
      group.variables.push_back(
          {member.name, hdf5::axes_of(dataset), hdf5::read_values(dataset), hdf5::read_attributes(dataset)});
    }
  }
  return group;
}

bool only_holds_others(const H5::H5File& file, const Group& group) {
  return group.axes.empty() && group.variables.empty() && group.attributes.empty() &&
         !hdf5::members_of(file.openGroup(group.path)).empty();
}

/// The deflate level of the first compressed variable; 0 if none is.
int compression_level(const H5::H5File& file, const ResultFile& result) {
  for (const Group& group : result.groups) {
    for (const Variable& variable : group.variables) {
      const H5::DSetCreatPropList properties = file.openDataSet(group.path + "/" + variable.name).getCreatePlist();
      for (int i = 0; i < properties.getNfilters(); ++i) {
        unsigned flags = 0, level = 0, setting = 0;
        std::size_t settings = 1;
        const H5Z_filter_t filter = properties.getFilter(i, flags, settings, &level, 0, nullptr, setting);
        if (filter == H5Z_FILTER_DEFLATE) return static_cast<int>(level);
      }
    }
  }
  return 0;
}

[[noreturn]] void refuse_group(const std::filesystem::path& path, const std::string& wanted,
                               const std::vector<std::string>& paths) {
  Diagnostic finding;
  finding.file = path.string();
  finding.what = fmt::format("no group {}", wanted);
  const std::string near = nearest_name(wanted, paths);
  finding.hint = near.empty() ? "ncdump -h lists what the file holds" : fmt::format("did you mean {}?", near);
  finding.code = "no-such-group";
  throw InputError{finding};
}

}  // namespace

ResultFile read_results(const std::filesystem::path& path, const std::optional<std::string>& group) {
  ResultFile result;
  hdf5::with_results_file(path, [&](const H5::H5File& file) {
    const H5::Group root = file.openGroup("/");
    result.attributes = hdf5::read_attributes(root);
    std::vector<std::string> paths = group_paths(root, "");
    if (group) {
      const std::string wanted = group->rfind('/', 0) == 0 ? *group : "/" + *group;
      if (std::ranges::find(paths, wanted) == paths.end()) refuse_group(path, wanted, paths);
      paths = {wanted};
    }
    for (const std::string& place : paths) {
      Group read = read_group(file, place);
      if (!only_holds_others(file, read)) result.groups.push_back(std::move(read));
    }
    result.compression_level = compression_level(file, result);
  });
  return result;
}

}  // namespace sojourn::io
