#include "io/scenario_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "io/scenario_parse.hpp"
#include "io/scenario_text.hpp"

namespace sojourn::io::scenario {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view library_prefix = "library:";
constexpr std::size_t most_ancestors = 8;  // files that write `extends`, one above the other

fs::path real_path(const fs::path& path) {
  std::error_code error;
  fs::path result = fs::weakly_canonical(fs::absolute(path), error);
  return error ? path.lexically_normal() : result;
}

/// The file's folder, or the nearest parent with a file named .sojourn.
fs::path study_folder(const fs::path& file) {
  std::error_code ignored;
  for (fs::path folder = file.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (fs::exists(folder / ".sojourn", ignored)) return folder;
    if (folder == folder.root_path()) break;
  }
  return file.parent_path();
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

std::vector<std::string> scenario_names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator{folder, error}) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

std::vector<fs::path> scenario_paths(const fs::path& library) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at{library, error}, end; !error && at != end; at.increment(error)) {
    if (at->is_directory() && at->path().filename() == "reference") {
      at.disable_recursion_pending();
    } else if (at->path().extension() == ".toml") {
      paths.push_back(at->path());
    }
  }
  std::ranges::sort(paths);
  return paths;
}

FileSet::FileSet(fs::path library, std::optional<std::string> standard_input, Findings& findings, Resolved beginning)
    : library_{real_path(library)},
      standard_input_{std::move(standard_input)},
      findings_{findings},
      beginning_{std::move(beginning)} {}

ScenarioFile* FileSet::known(const fs::path& path) const {
  const auto found = std::ranges::find_if(files_, [&](const auto& file) { return file->source.path == path; });
  return found == files_.end() ? nullptr : found->get();
}

/// Its place is a file `-` in the folder one stands in, so that it finds what it extends as a file there would.
const ScenarioFile* FileSet::open_standard_input() {
  const fs::path path = real_path("-");
  return open_place({path, study_folder(path), "<stdin>", std::string{standard_input_name}, true}, Role::scenario);
}

bool FileSet::read_bytes(ScenarioFile& file, const Place& place) {
  if (!place.from_standard_input) return read_text(file.source, findings_);
  return take_text(file.source, standard_input_.value_or(""), findings_);
}

const ScenarioFile* FileSet::open(const fs::path& named) {
  if (named == "-" && standard_input_) return open_standard_input();
  const fs::path path = real_path(named);
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    SourceFile missing;
    missing.shown = named.string();
    missing.order = first_file_order + files_.size();
    const std::string near = nearest_of(named.filename().string(), scenario_names_in(path.parent_path()));
    findings_.error({&missing, {0, 0, 1}}, "no-such-file", "no such file", "",
                    did_you_mean(near, "name a scenario file; shipped ones are extended as library:NAME"));
    return nullptr;
  }
  const fs::path folder = study_folder(path);
  return open_place({path, folder, named.generic_string(), path.lexically_relative(folder).generic_string()},
                    Role::scenario);
}

std::optional<fs::path> FileSet::path_from(const SourceFile& from, const std::string& target, const Spot& spot,
                                           const std::string& key) {
  const fs::path path = real_path(from.path.parent_path() / target);
  if (!lies_in(path, from.folder)) {
    findings_.error(spot, "leaves-the-study-folder", fmt::format("{} = \"{}\" leaves the study folder", key, target),
                    "", "copy the file in, or place an empty file named .sojourn in the folder that holds both");
    return std::nullopt;
  }
  return path;
}

std::optional<FileSet::Place> FileSet::library_place(const std::string& name, const Spot& spot,
                                                     const std::string& key) {
  std::vector<std::string> names;
  std::vector<fs::path> found;
  for (const fs::path& path : scenario_paths(library_)) {
    names.push_back(path.stem().string());
    if (names.back() == name) found.push_back(path);
  }
  if (found.size() == 1) {
    const std::string shown = std::string{library_prefix} + name;
    return Place{real_path(found.front()), library_, shown, shown};
  }
  const std::string near = nearest_of(name, names);
  findings_.error(spot, "not-in-the-library", fmt::format("{} = \"{}{}\"", key, library_prefix, name),
                  found.empty() ? "the library has no such scenario" : "the library has two files of this name",
                  did_you_mean(near, "the library holds " + listed(names), fmt::format("\"{}", library_prefix)));
  return std::nullopt;
}

const ScenarioFile* FileSet::open_from(const ScenarioFile& from, const std::string& target, const Spot& spot,
                                       const std::string& key, Role role) {
  if (target.starts_with(library_prefix)) {
    const std::optional<Place> place = library_place(target.substr(library_prefix.size()), spot, key);
    return place ? open_place(*place, role) : nullptr;
  }
  const std::optional<fs::path> path = path_from(from.source, target, spot, key);
  if (!path) return nullptr;
  std::error_code ignored;
  if (!fs::exists(*path, ignored)) {
    std::vector<std::string> names = scenario_names_in(path->parent_path());
    std::erase(names, from.source.path.filename().string());
    const std::string near = nearest_of(fs::path{target}.filename().string(), names);
    findings_.error(
        spot, "no-such-file", fmt::format("{} = \"{}\"", key, target), "no such file",
        did_you_mean(near, "paths are relative to the file that names them; shipped scenarios are library:NAME"));
    return nullptr;
  }
  const bool shipped = from.source.shown.starts_with(library_prefix);
  const std::string shown =
      shipped ? std::string{library_prefix} + path->stem().string()
              : (fs::path{from.source.shown}.parent_path() / target).lexically_normal().generic_string();
  return open_place({*path, from.source.folder, shown,
                     shipped ? shown : path->lexically_relative(from.source.folder).generic_string()},
                    role);
}

bool FileSet::closes_cycle(const fs::path& path) {
  const auto first = std::ranges::find_if(opening_, [&](const auto& one) { return one.first->source.path == path; });
  if (first == opening_.end()) return false;
  std::string chain = first->first->source.shown;
  for (auto at = first + 1; at != opening_.end(); ++at) {
    chain += fmt::format(" -> {} ({}:{})", at->first->source.shown, at->first->source.shown, at->second.where.line);
  }
  chain += " -> " + first->first->source.shown;
  findings_.error(first->second, "cycle", "extends forms a cycle", chain, "one of them must stand on library:baseline");
  return true;
}

bool FileSet::is_root(const ScenarioFile& file) const {
  return file.source.path == real_path(library_ / "baseline.toml");
}

void FileSet::too_deep(const Spot& spot) {
  findings_.error(spot, "too-deep", fmt::format("extends goes more than {} files deep", most_ancestors), "",
                  "put the values of some of them into one file");
}

void FileSet::follow_extends(ScenarioFile& file) {
  const Entry* extends = find(*file.tree, "extends");
  if (extends == nullptr && is_root(file)) {
    file.resolved = beginning_;
    return;
  }
  Spot spot{&file.source, {0, 0, 1}};
  std::string target = "library:baseline";
  if (extends != nullptr) {
    if (extends->value.type != NodeType::text) {
      findings_.error(extends->value.spot, "wrong-type", fmt::format("extends = {}", extends->value.raw),
                      "must be text", "write a file name or library:NAME in quotation marks; a file has one parent");
      file.whole = false;
      return;
    }
    target = extends->value.text;
    spot = extends->value.spot;
  }
  const bool written = extends != nullptr;
  if (written && opening_.size() > most_ancestors) {
    too_deep(spot);
    file.whole = false;
    return;
  }
  opening_.emplace_back(&file, spot);
  file.parent = open_from(file, target, spot, "extends");
  opening_.pop_back();
  if (file.parent == nullptr || !file.parent->whole) {
    file.whole = false;
    return;
  }
  file.ancestors = file.parent->ancestors + (written ? 1 : 0);
  if (file.ancestors == most_ancestors + 1) too_deep(spot);
  file.resolved = file.parent->resolved;
}

void FileSet::follow_includes(ScenarioFile& file) {
  const Entry* include = find(*file.tree, "include");
  if (include == nullptr) return;
  const bool is_list =
      include->value.type == NodeType::array &&
      std::ranges::all_of(include->value.items, [](const Node& item) { return item.type == NodeType::text; });
  if (!is_list) {
    findings_.error(include->value.spot, "wrong-type", fmt::format("include = {}", include->value.raw),
                    "must be a list of file names", "write include = [\"clauses.toml\"]");
    return;
  }
  for (const Node& item : include->value.items) {
    const ScenarioFile* part = open_from(file, item.text, item.spot, "include", Role::part);
    if (part == nullptr || !part->tree) {
      file.whole = false;
      continue;
    }
    for (const Entry& entry : part->tree->entries) {
      if (entry.key == "lever" || entry.key == "shock" || entry.key == "groups" || entry.key == "format") continue;
      findings_.error(entry.spot, "not-in-an-include", fmt::format("{} in an included file", entry.key),
                      "it may hold only levers, shocks and groups", "write it in the file that includes this one");
    }
    file.includes.push_back(part);
    merge_file(file.resolved, *part->tree, findings_);
  }
}

const ScenarioFile* FileSet::open_place(const Place& place, Role role) {
  if (closes_cycle(place.path)) return nullptr;
  if (ScenarioFile* file = known(place.path)) {
    if (role == Role::scenario && file->tree && !file->followed) follow(*file);
    return file;
  }
  files_.push_back(std::make_unique<ScenarioFile>());
  ScenarioFile& file = *files_.back();
  file.source.shown = place.shown;
  file.source.path = place.path;
  file.source.folder = place.folder;
  file.source.input_name = place.input_name;
  file.source.order = first_file_order + files_.size() - 1;
  file.name = place.from_standard_input ? std::string{standard_input_name} : place.path.stem().string();
  if (!is_plain_name(file.name, "-")) {
    findings_.error({&file.source, {0, 0, 1}}, "bad-name",
                    fmt::format("the file's name is the scenario's, and \"{}\" cannot be one", file.name), "",
                    "use the letters a to z, digits and - only");
  }
  if (read_bytes(file, place)) file.tree = parse_toml(file.source, findings_);
  if (!file.tree) {
    file.whole = false;
    return &file;
  }
  if (role == Role::scenario) follow(file);
  return &file;
}

void FileSet::follow(ScenarioFile& file) {
  file.followed = true;
  follow_extends(file);
  follow_includes(file);
  findings_.lenient(!file.whole);
  merge_file(file.resolved, *file.tree, findings_);
  findings_.lenient(false);
}

}  // namespace sojourn::io::scenario
