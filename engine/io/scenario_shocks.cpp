#include "io/scenario_shocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace sojourn::io::scenario {
namespace {

constexpr std::size_t most_note_characters = 1000;

/// "destinations and sectors": the filters of a kind.
std::string filters_of(const model::ShockKind& kind) {
  std::vector<std::string> names;
  for (std::size_t f = 0; f < model::shock_filter_names.size(); ++f) {
    if ((kind.filters >> f & 1U) != 0) names.emplace_back(model::shock_filter_names[f]);
  }
  return listed(names);
}

/// Reads one shock.
class ShockReader {
  const Node& node_;
  const StudyPart& study_;
  Findings& findings_;
  ReadShock shock_;
  TableReader reader_;
  const model::ShockKind* kind_;

 public:
  ShockReader(const Node& node, const StudyPart& study, Findings& findings)
      : node_{node},
        study_{study},
        findings_{findings},
        reader_{node, "shock", name_of(node), findings, shock_.settings},
        kind_{model::find_shock_kind(text_of(node, "kind"))} {
    shock_.spot = node.spot;
  }
  ShockReader(const ShockReader&) = delete;
  ShockReader& operator=(const ShockReader&) = delete;

  std::optional<ReadShock> read() {
    read_kind();
    model::ShockSpec& spec = shock_.spec;
    spec.reach = study_.vocabulary.reach(reader_);
    if (kind_ != nullptr) check_filters();
    read_months();
    if (kind_ != nullptr) read_strength();
    spec.why = reader_.text("why", most_note_characters, "");
    spec.source = reader_.text("source", most_note_characters, "");
    const std::string file = node_.spot.file == nullptr ? "" : node_.spot.file->shown;
    spec.as_written = node_.spot.where.line > 0 ? fmt::format("{}:{}", file, node_.spot.where.line) : file;
    if (kind_ == nullptr) return std::nullopt;
    reader_.finish();
    check_in_force();
    return std::move(shock_);
  }

 private:
  static std::string name_of(const Node& node) {
    const std::string kind = text_of(node, "kind");
    return kind.empty() ? "this shock" : kind;
  }

  void read_kind() {
    const std::string all = "the shocks of this version: " + listed(shock_kind_names());
    const Entry* entry = reader_.take("kind");
    if (entry == nullptr) {
      findings_.error(node_.spot, "missing-key", "kind is missing in this shock", "", all);
    } else if (entry->value.type != NodeType::text) {
      findings_.error(entry->value.spot, "wrong-type", fmt::format("kind = {}", entry->value.raw), "must be text", all);
    } else if (kind_ == nullptr) {
      findings_.error(entry->value.spot, "unknown-shock-kind", fmt::format("kind = \"{}\"", entry->value.text),
                      "no such shock", did_you_mean(nearest_of(entry->value.text, shock_kind_names()), all));
    }
    shock_.spec.kind = text_of(node_, "kind");
    reader_.record("kind", toml_text(shock_.spec.kind));
    shock_.spec.id = reader_.text("id", most_title_characters, shock_.spec.kind);
    if (!is_plain_name(shock_.spec.id, "_-") && find(node_, "id") != nullptr) {
      findings_.error(find(node_, "id")->value.spot, "bad-name",
                      fmt::format("id = \"{}\" cannot be a shock's name", shock_.spec.id), "",
                      "use the letters a to z, digits, _ and -");
    }
  }

  /// A filter that the kind cannot act on would be passed over in silence: it is refused, and not recorded.
  void check_filters() {
    for (std::size_t f = 0; f < model::shock_filter_names.size(); ++f) {
      if ((kind_->filters >> f & 1U) != 0) continue;
      const std::string_view name = model::shock_filter_names[f];
      std::erase_if(shock_.settings, [&](const Setting& setting) { return setting.key == name; });
      const Entry* written = find(node_, name);
      if (written == nullptr) continue;
      findings_.error(written->spot, "unused-key", fmt::format("{} in {}", name, kind_->name),
                      std::string{kind_->why_not_others},
                      fmt::format("delete the line; {} takes {}", kind_->name, filters_of(*kind_)));
    }
  }

  void read_months() {
    model::ShockSpec& spec = shock_.spec;
    spec.start = reader_.month("start", study_.study.start);
    spec.end = reader_.month_if_written("end");
    spec.recovery_months = static_cast<int>(reader_.integer("recovery_months", {0, 120}, 0));
    if (spec.end && *spec.end < spec.start) {
      findings_.error(find(node_, "end")->value.spot, "end-before-start",
                      fmt::format("end = \"{}\" is before start = \"{}\"", to_string(*spec.end), to_string(spec.start)),
                      "it never strikes", "end is the last month at full strength; delete it for a shock that lasts");
      spec.end.reset();
    } else if (!spec.end && spec.recovery_months > 0 && find(node_, "end") == nullptr) {
      findings_.error(find(node_, "recovery_months")->spot, "unused-key",
                      fmt::format("recovery_months = {} without end", spec.recovery_months),
                      "a shock that lasts has nothing to recover from",
                      "write end, the last month at full strength, or delete the line");
    }
  }

  void read_strength() {
    for (const model::KeySpec& key : kind_->keys) {
      const std::string name{key.name};
      const Limits limits{key.lowest, key.highest};
      double& value = shock_.spec.numbers[name];
      value = key.preset.value_or(0);
      if (key.type == model::KeyType::integer) {
        value = static_cast<double>(reader_.integer(name, limits, std::llround(value)));
      } else if (key.preset) {
        value = reader_.number(name, limits, *key.preset);
      } else if (const auto written = reader_.number_if_written(name, limits)) {
        value = *written;
      } else if (find(node_, name) == nullptr && !written_without_unit(name)) {
        findings_.error(node_.spot, "missing-key", fmt::format("{} is missing in {}", name, kind_->name),
                        std::string{key.meaning},
                        fmt::format("{} is {} to {}", name, grouped(key.lowest), grouped(key.highest)));
      }
    }
  }

  /// True if a key is there that the message on units will tell about.
  [[nodiscard]] bool written_without_unit(const std::string& name) const {
    return std::ranges::any_of(node_.entries, [&](const Entry& entry) { return name.starts_with(entry.key + "_"); });
  }

  void check_in_force() {
    const model::ShockSpec& spec = shock_.spec;
    const study::Study& study = study_.study;
    const bool ends_before = spec.end && *spec.end + spec.recovery_months < study.start + -study.burn_in_months;
    if (spec.start <= study.end && !ends_before) return;
    findings_.remark(Severity::warning, shock_.spot, "never-in-force",
                     fmt::format("\"{}\" strikes from {}{}", spec.id, to_string(spec.start),
                                 spec.end ? " to " + to_string(*spec.end) : ""),
                     fmt::format("the study runs from {} to {}", to_string(study.start), to_string(study.end)),
                     "it changes nothing");
  }
};

}  // namespace

std::vector<std::string> shock_kind_names() {
  std::vector<std::string> names;
  for (const model::ShockKind* kind : model::shock_kinds()) names.emplace_back(kind->name);
  std::ranges::sort(names);
  return names;
}

std::vector<ReadShock> read_shocks(const Resolved& scenario, const StudyPart& study, Findings& findings) {
  std::vector<ReadShock> shocks;
  const Entry* list = find(scenario.tree, shock_table);
  if (list == nullptr) return shocks;
  for (const Node& node : list->value.items) {
    if (std::optional<ReadShock> shock = ShockReader{node, study, findings}.read()) shocks.push_back(std::move(*shock));
  }
  return shocks;
}

}  // namespace sojourn::io::scenario
