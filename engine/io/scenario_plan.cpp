#include "io/scenario_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace sojourn::io::scenario {
namespace {

constexpr std::string_view variant_prefix = "variant:";

/// A variant may change levers, shocks, environment and parameters.
void check_set(const Node& set, Findings& findings) {
  for (const Entry& entry : set.entries) {
    if (is_list_by_id(entry.key) || entry.key == "environment" || entry.key == "parameters") continue;
    if (is_of_the_study(entry.key)) {
      const bool has_key = entry.value.type == NodeType::table && !entry.value.entries.empty();
      findings.error(entry.spot, "of-the-study",
                     fmt::format("a variant cannot set {}",
                                 has_key ? entry.key + "." + entry.value.entries.front().key : entry.key),
                     "it belongs to the study and holds for all its scenarios", "set it at the top of the file");
    } else {
      const std::string near = nearest_of(entry.key, {"lever", "shock", "environment", "parameters"});
      findings.error(
          entry.spot, "unknown-key", fmt::format("a variant cannot set {}", entry.key), "",
          did_you_mean(near,
                       "it may set lever.ID.KEY, shock.ID.KEY, environment and parameters; its title stands beside set",
                       "", ""));
    }
  }
}

Variant read_variant(const Entry& entry, const std::string& full_name, Findings& findings) {
  std::vector<Setting> unused;
  TableReader reader{entry.value, "variant", "variant." + entry.key, findings, unused};
  Variant variant;
  variant.name = entry.key;
  variant.spot = entry.spot;
  variant.set = reader.table("set");
  variant.title = reader.text("title", most_title_characters, full_name);
  variant.question = reader.text("question", most_question_characters, "");
  reader.finish();
  if (variant.set != nullptr) {
    check_set(*variant.set, findings);
  } else if (find(entry.value, "set") == nullptr) {
    findings.error(
        entry.spot, "missing-key", fmt::format("set is missing in variant.{}", entry.key),
        "a variant without a change is its own file again",
        fmt::format("write for instance variant.{}.set = {{ lever.fee_cap.implementation = 0.1 }}", entry.key));
  }
  return variant;
}

/// Works out the plan of one study.
class Planner {
  const ReaderContext& context_;
  FileSet& files_;
  Findings& findings_;
  std::vector<Planned> baselines_, scenarios_;

 public:
  Planner(const ReaderContext& context, FileSet& files, Findings& findings)
      : context_{context}, files_{files}, findings_{findings} {}

  std::vector<Planned> run(const std::vector<const ScenarioFile*>& named) {
    for (const ScenarioFile* file : named) add_file(*file);
    std::vector<Planned> all;
    for (const Planned& target : baselines_) {
      if (!has_a_baseline_itself(target)) all.push_back(target);
    }
    for (const Planned& one : scenarios_) {
      if (!holds(all, one)) all.push_back(one);
    }
    use_baseline(all);
    check_names(all);
    return all;
  }

 private:
  static bool same(const Planned& a, const Planned& b) { return a.file == b.file && a.variant == b.variant; }
  static bool holds(const std::vector<Planned>& list, const Planned& one) {
    return std::ranges::any_of(list, [&](const Planned& other) { return same(other, one); });
  }

  void add_file(const ScenarioFile& file) {
    const Heading heading = read_heading(file, findings_);
    const std::vector<Variant> variants = variants_of(file, findings_);
    std::optional<Planned> target = context_.alone ? std::nullopt : target_of(file, heading, variants);
    const std::string baseline = target ? target->name() : "";
    const bool target_is_own = target && target->file == &file;
    if (target && !holds(baselines_, *target)) baselines_.push_back(std::move(*target));
    add({&file, "", &file, baseline});
    for (const Variant& variant : variants) {
      const Planned one{&file, variant.name, &file, target_is_own && holds_own(file, variant.name) ? "" : baseline};
      add(one);
    }
  }

  [[nodiscard]] bool holds_own(const ScenarioFile& file, const std::string& variant) const {
    return holds(baselines_, {&file, variant, nullptr, ""});
  }

  void add(const Planned& one) {
    if (!holds(scenarios_, one)) scenarios_.push_back(one);
  }

  std::optional<Planned> target_of(const ScenarioFile& file, const Heading& heading,
                                   const std::vector<Variant>& variants) {
    const std::string& with = heading.compare_with;
    if (with == "none") return std::nullopt;
    if (with == "extends") {
      if (file.parent == nullptr) return std::nullopt;
      return Planned{file.parent, "", &file, ""};
    }
    if (with.starts_with(variant_prefix))
      return target_variant(file, with.substr(variant_prefix.size()), heading.compare_spot, variants);
    const ScenarioFile* other = files_.open_from(file, with, heading.compare_spot, "compare_with");
    if (other == nullptr || !other->tree) return std::nullopt;
    return Planned{other, "", &file, ""};
  }

  std::optional<Planned> target_variant(const ScenarioFile& file, const std::string& name, const Spot& spot,
                                        const std::vector<Variant>& variants) {
    std::vector<std::string> names;
    for (const Variant& variant : variants) names.push_back(variant.name);
    if (std::ranges::find(names, name) != names.end()) return Planned{&file, name, &file, ""};
    const std::string near = nearest_of(name, names);
    findings_.error(spot, "unknown-variant", fmt::format("compare_with = \"variant:{}\"", name),
                    "this file has no such variant",
                    did_you_mean(near, names.empty() ? "it has none" : "its variants: " + listed(names), "\"variant:"));
    return std::nullopt;
  }

  /// What a named file is compared with may itself be a named file with a baseline: then it keeps its place.
  [[nodiscard]] bool has_a_baseline_itself(const Planned& target) const {
    return std::ranges::any_of(scenarios_,
                               [&](const Planned& one) { return same(one, target) && !one.compared_with.empty(); });
  }

  void use_baseline(std::vector<Planned>& all) {
    if (context_.baseline.empty()) return;
    const auto found = std::ranges::find_if(all, [&](const Planned& one) { return one.name() == context_.baseline; });
    if (found == all.end()) {
      std::vector<std::string> names;
      for (const Planned& one : all) names.push_back(one.name());
      findings_.error({}, "unknown-scenario", fmt::format("--baseline {}", context_.baseline),
                      "no such scenario in this study", "its scenarios: " + listed(names));
      return;
    }
    std::rotate(all.begin(), found, found + 1);
    for (Planned& one : all) one.compared_with = &one == &all.front() ? "" : context_.baseline;
  }

  void check_names(const std::vector<Planned>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (all[i].name() != all[j].name()) continue;
        findings_.error({&all[i].file->source, {0, 0, 1}}, "name-taken",
                        fmt::format("two scenarios are called \"{}\"", all[i].name()),
                        fmt::format("the other is {}", all[j].file->source.shown),
                        holds(baselines_, all[j]) ? "rename one of the files, or write compare_with = \"none\""
                                                  : "a file's name is the scenario's: rename one of the two");
      }
    }
  }
};

}  // namespace

std::vector<Variant> variants_of(const ScenarioFile& file, Findings& findings) {
  std::vector<Variant> variants;
  const Entry* table = file.tree ? find(*file.tree, "variant") : nullptr;
  if (table == nullptr) return variants;
  if (table->value.type != NodeType::table) {
    findings.error(table->value.spot, "wrong-type", fmt::format("variant = {}", table->value.raw), "must be a table",
                   "write variant.NAME.set = { ... }");
    return variants;
  }
  for (const Entry& entry : table->value.entries) {
    if (entry.value.type != NodeType::table) {
      findings.error(entry.value.spot, "wrong-type", fmt::format("variant.{} = {}", entry.key, entry.value.raw),
                     "must be a table", fmt::format("write variant.{}.set = {{ ... }}", entry.key));
    } else if (!is_plain_name(entry.key, "-")) {
      findings.error(entry.spot, "bad-name", fmt::format("\"{}\" cannot be the name of a variant", entry.key), "",
                     "use the letters a to z, digits and - only");
    } else {
      variants.push_back(read_variant(entry, file.name + "-" + entry.key, findings));
    }
  }
  return variants;
}

std::vector<Planned> plan(const std::vector<const ScenarioFile*>& named, const ReaderContext& context, FileSet& files,
                          Findings& findings) {
  return Planner{context, files, findings}.run(named);
}

}  // namespace sojourn::io::scenario
