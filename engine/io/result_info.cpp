#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "io/hdf5_results_file.hpp"
#include "io/result_reader.hpp"

namespace sojourn::io {
namespace {

using hdf5::Member;
using Names = std::set<std::string>;

void take(const Attributes& attributes, const char* name, std::string& text) {
  const auto found = std::ranges::find(attributes, name, &Attributes::value_type::first);
  if (found == attributes.end()) return;
  if (const auto* value = std::get_if<std::string>(&found->second)) text = *value;
}

void take_root(const Attributes& attributes, ResultInfo& info) {
  take(attributes, "engine_version", info.engine_version);
  take(attributes, "commit", info.commit);
  take(attributes, "status", info.status);
  take(attributes, "last_complete_month", info.last_complete_month);
  take(attributes, "digest", info.digest);
  take(attributes, "file_digest", info.file_digest);
  take(attributes, "title", info.title);
  take(attributes, "question", info.question);
  take(attributes, "history", info.history);
  for (const auto& [name, value] : attributes) {
    const auto* number = std::get_if<std::int32_t>(&value);
    const auto* numbers = std::get_if<std::vector<std::int32_t>>(&value);
    if (name == "semantics_version" && number) info.semantics_version = *number;
    if (name == "format_version" && numbers && numbers->size() == 2)
      info.format_version = {(*numbers)[0], (*numbers)[1]};
  }
}

Text text_of(const H5::Group& group, const char* name) {
  if (!group.nameExists(name)) return {};
  const Values values = hdf5::read_values(group.openDataSet(name));
  const auto* text = std::get_if<Text>(&values);
  return text ? *text : Text{};
}

std::int32_t length_of(const H5::Group& group, const char* name) {
  if (!group.nameExists(name)) return 0;
  return static_cast<std::int32_t>(group.openDataSet(name).getSpace().getSimpleExtentNpoints());
}

void take_provenance(const H5::H5File& file, ResultInfo& info) {
  if (!file.nameExists("provenance")) return;
  const H5::Group group = file.openGroup("provenance");
  info.scenarios = text_of(group, "scenario");
  info.replicates = length_of(group, "replicate");
  const Text record = text_of(group, "record");
  if (record.empty()) return;
  info.record = record.front();
  const nlohmann::json parsed = nlohmann::json::parse(info.record, nullptr, false);
  if (parsed.is_object() && parsed.contains("seed") && parsed["seed"].is_number_integer()) info.seed = parsed["seed"];
}

/// Codes and texts that describe an axis are not indicators.
bool is_indicator(const H5::DataSet& dataset) {
  const H5::DataType type = dataset.getDataType();
  return !hdf5::is_scale(dataset) && type.getClass() != H5T_STRING && type.getSize() > 1;
}

std::string without_both(const std::string& name) {
  return name.size() > 5 && name.ends_with("_both") ? name.substr(0, name.size() - 5) : name;
}

/// Adds the indicators of the tables under `parent`; the months that its longest time axis spans.
std::int32_t take_tables(const H5::H5File& file, const char* parent, const char* time_axis, std::int32_t months_each,
                         Names& indicators) {
  std::int32_t months = 0;
  if (!file.nameExists(parent)) return months;
  const H5::Group tables = file.openGroup(parent);
  for (const Member& table : hdf5::members_of(tables)) {
    if (!table.is_group) continue;
    const H5::Group group = tables.openGroup(table.name);
    months = std::max(months, months_each * length_of(group, time_axis));
    for (const Member& member : hdf5::members_of(group)) {
      if (!member.is_group && is_indicator(group.openDataSet(member.name)))
        indicators.insert(without_both(member.name));
    }
  }
  return months;
}

}  // namespace

ResultInfo read_result_info(const std::filesystem::path& path) {
  ResultInfo info;
  hdf5::with_results_file(path, [&](const H5::H5File& file) {
    take_root(hdf5::read_attributes(file.openGroup("/")), info);
    take_provenance(file, info);
    Names indicators;
    const std::int32_t by_month = take_tables(file, "monthly", "month", 1, indicators);
    const std::int32_t by_year = take_tables(file, "annual", "year", 12, indicators);
    info.months = by_month > 0 ? by_month : by_year;  // a period may begin or end within a year
    info.indicators = static_cast<std::int32_t>(indicators.size());
  });
  return info;
}

}  // namespace sojourn::io
