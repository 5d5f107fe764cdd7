#include "io/result_record.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "core/diagnostic.hpp"
#include "io/result_layout.hpp"
#include "io/result_reader.hpp"

namespace sojourn::io {
namespace {

constexpr std::array<char, 8> hdf5_signature{'\x89', 'H', 'D', 'F', '\r', '\n', '\x1a', '\n'};

template <class Wanted>
void take(const Attributes& attributes, const char* name, Wanted& value) {
  const auto found = std::ranges::find(attributes, name, &Attributes::value_type::first);
  if (found == attributes.end()) return;
  if (const auto* held = std::get_if<Wanted>(&found->second)) value = *held;
}

Text texts_of(const Group& group, const char* name) {
  const auto found = std::ranges::find(group.variables, name, &Variable::name);
  const auto* texts = found == group.variables.end() ? nullptr : std::get_if<Text>(&found->values);
  return texts == nullptr ? Text{} : *texts;
}

Text labels_of(const Group& group, const char* name) {
  const Axis* axis = find_axis(group, name);
  const auto* labels = axis == nullptr ? nullptr : std::get_if<Text>(&axis->labels);
  return labels == nullptr ? Text{} : *labels;
}

[[noreturn]] void refuse_bare(const std::filesystem::path& path) {
  Diagnostic finding;
  finding.file = path.string();
  finding.what = "the file does not hold the scenarios that it was made from";
  finding.why = "its group /provenance is incomplete";
  finding.hint = "give the scenario file itself";
  finding.code = "no-provenance";
  throw InputError{finding};
}

void take_scenarios(const std::filesystem::path& path, const Group& group, ResultRecord& record) {
  const Text names = labels_of(group, "scenario"), effective = texts_of(group, "scenario_effective");
  const Text digests = texts_of(group, "digest");
  const bool is_whole = !names.empty() && effective.size() == names.size() && digests.size() % names.size() == 0 &&
                        std::ranges::none_of(effective, &std::string::empty);
  if (!is_whole) refuse_bare(path);
  const auto runs = static_cast<std::ptrdiff_t>(digests.size() / names.size());
  for (std::size_t s = 0; s < names.size(); ++s) {
    const auto first = digests.begin() + static_cast<std::ptrdiff_t>(s) * runs;
    record.scenarios.push_back({names[s], effective[s], {first, first + runs}});
  }
}

}  // namespace

bool looks_like_result(const std::filesystem::path& path) {
  if (path.extension() == ".h5") return true;
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return false;  // a pipe would lose what is read here
  std::array<char, hdf5_signature.size()> begin{};
  std::ifstream file{path, std::ios::binary};
  return file.read(begin.data(), begin.size()) && begin == hdf5_signature;
}

ResultRecord read_result_record(const std::filesystem::path& path) {
  const ResultFile file = read_results(path, "provenance");
  const auto group = std::ranges::find(file.groups, "/provenance", &Group::path);
  if (group == file.groups.end()) refuse_bare(path);
  ResultRecord record;
  take(file.attributes, "semantics_version", record.semantics_version);
  take(file.attributes, "engine_version", record.engine_version);
  take(file.attributes, "commit", record.commit);
  take_scenarios(path, *group, record);
  const Text paths = texts_of(*group, "input_path"), hashes = texts_of(*group, "input_sha256");
  for (std::size_t i = 0; i < std::min(paths.size(), hashes.size()); ++i)
    record.inputs.push_back({paths[i], hashes[i]});
  return record;
}

}  // namespace sojourn::io
