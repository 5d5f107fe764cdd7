#include "io/scenario_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "io/digest.hpp"
#include "io/scenario_effective.hpp"
#include "io/scenario_files.hpp"
#include "io/scenario_in_force.hpp"
#include "io/scenario_levers.hpp"
#include "io/scenario_overrides.hpp"
#include "io/scenario_plan.hpp"
#include "io/scenario_settings.hpp"
#include "io/scenario_shocks.hpp"

namespace sojourn::io {
namespace {

using namespace scenario;
using model::LeverSpec;

void add_with_ancestors(const ScenarioFile& file, std::vector<const ScenarioFile*>& chain) {
  if (file.parent != nullptr) add_with_ancestors(*file.parent, chain);
  for (const ScenarioFile* part : file.includes) chain.push_back(part);
  chain.push_back(&file);
}

/// Reads a study step by step; findings collect on the way.
class StudyReader {
  const ReaderContext& context_;
  Findings findings_;
  InForce in_force_;
  FileSet files_;
  std::vector<const ScenarioFile*> named_;
  std::optional<Overrides> overrides_;
  std::map<const ScenarioFile*, StudyPart> parts_;  ///< by named file

 public:
  explicit StudyReader(const ReaderContext& context)
      : context_{context},
        in_force_{context},
        files_{context.library, context.standard_input, findings_, in_force_.beginning()} {}

  study::Study read(const std::vector<std::filesystem::path>& paths, std::vector<Diagnostic>* remarks) {
    open(paths);
    read_every_file();
    const std::vector<Planned> scenarios = plan(named_, context_, files_, findings_);
    check_agreement();
    if (named_.empty()) throw InputError{findings_.errors()};
    study::Study study = parts_.at(named_.front()).study;
    for (const Planned& one : scenarios) {
      if (one.file->tree) study.scenarios.push_back(read_scenario(one));  // what is not TOML was told and holds nothing
    }
    if (findings_.any()) throw InputError{findings_.errors()};
    describe(study, scenarios);
    if (remarks != nullptr) *remarks = findings_.remarks();
    return study;
  }

 private:
  void open(const std::vector<std::filesystem::path>& paths) {
    for (const std::filesystem::path& path : paths) {
      const ScenarioFile* file = files_.open(path);
      if (file == nullptr || !file->tree || std::ranges::find(named_, file) != named_.end()) continue;
      named_.push_back(file);
    }
    if (paths.empty()) findings_.error({}, "no-file", "no scenario file", "", "name one: sojourn run my.toml");
    overrides_.emplace(context_.overrides, findings_);
    overrides_->check_ids(named_, findings_);
  }

  /// Every file is a scenario of its own, so each is read whole, also where another changes what it says.
  void read_every_file() {
    for (const ScenarioFile* file : named_) {
      Resolved scenario = file->resolved;
      overrides_->apply(scenario, Overrides::To::named_file, findings_);
      findings_.lenient(!file->whole);
      const StudyPart& part =
          parts_.emplace(file, read_study_part(scenario.tree, context_, files_, findings_)).first->second;
      check_base_year(*file, scenario.tree, part.study.base_year, context_, findings_);
    }
    for (std::size_t i = 0; i < files_.files().size(); ++i) {
      const ScenarioFile& file = *files_.files()[i];
      if (!file.tree || !file.followed) continue;
      findings_.lenient(!file.whole);
      std::ignore = read_heading(file, findings_);
      StudyPart part = read_study_part(file.resolved.tree, context_, files_, findings_);
      std::ignore = read_own(file.resolved, part);
      for (const Variant& variant : variants_of(file, findings_)) {
        if (variant.set == nullptr) continue;
        Resolved changed = file.resolved;
        merge_set(changed, *variant.set, findings_);
        std::ignore = read_own(changed, part);
      }
    }
    findings_.lenient(false);
  }

  /// What a scenario says beside the study.
  struct Own {
    OwnPart part;
    std::vector<ReadLever> levers;
    std::vector<ReadShock> shocks;
  };
  Own read_own(const Resolved& scenario, const StudyPart& part) {
    Own own{read_own_part(scenario.tree, part, context_, findings_), read_levers(scenario, part, context_, findings_),
            read_shocks(scenario, part, findings_)};
    settle_rules(own.levers, part.study);
    tell_takeovers(own.levers, part, findings_);
    check_together(own.levers, scenario, part, findings_);
    return own;
  }

  study::Scenario read_scenario(const Planned& planned) {
    const StudyPart& part = parts_.at(planned.named);
    Resolved resolved = planned.file->resolved;
    const bool is_named = std::ranges::find(named_, planned.file) != named_.end();
    overrides_->apply(resolved, is_named ? Overrides::To::named_file : Overrides::To::other_file, findings_);
    Heading heading = read_heading(*planned.file, findings_);
    if (const std::optional<Variant> variant = variant_of(planned)) {
      if (variant->set != nullptr) merge_set(resolved, *variant->set, findings_);
      heading.title = variant->title;
      if (!variant->question.empty()) heading.question = variant->question;
    }
    findings_.lenient(!planned.file->whole);
    Own own = read_own(resolved, part);
    findings_.lenient(false);
    study::Scenario scenario = std::move(own.part.scenario);
    scenario.name = planned.name();
    scenario.title = heading.title;
    scenario.question = heading.question;
    scenario.compared_with = planned.compared_with;
    for (const ReadLever& lever : own.levers) scenario.levers.push_back(lever.spec);
    for (const ReadShock& shock : own.shocks) scenario.shocks.push_back(shock.spec);
    scenario.source_text = source_of(*planned.file);
    const std::vector<std::string> taken_out = in_force_.taken_out(resolved);
    scenario.effective_toml =
        effective_text(scenario, heading, part, own.part,
                       {own.levers, own.shocks, taken_out, context_.overrides});
    return scenario;
  }

  std::optional<Variant> variant_of(const Planned& planned) {
    if (planned.variant.empty()) return std::nullopt;
    for (Variant& variant : variants_of(*planned.file, findings_)) {
      if (variant.name == planned.variant) return std::move(variant);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string source_of(const ScenarioFile& file) const {
    std::vector<const ScenarioFile*> chain;
    add_with_ancestors(file, chain);
    std::string text;
    for (const ScenarioFile* one : chain)
      text += fmt::format("# {}\n{}{}", one->source.input_name, one->source.text,
                          one->source.text.ends_with('\n') ? "" : "\n");
    for (const std::string& written : context_.overrides) text += fmt::format("# --set {}\n", toml_text(written));
    return text;
  }

  /// Two named files must agree in all that belongs to the study, or their scenarios could not be paired.
  void check_agreement() {
    for (std::size_t i = 1; i < named_.size(); ++i) {
      const std::vector<Setting>& first = parts_.at(named_.front()).settings;
      for (const Setting& mine : parts_.at(named_[i]).settings) {
        const auto other = std::ranges::find_if(
            first, [&](const Setting& one) { return one.table == mine.table && one.key == mine.key; });
        if (other != first.end() && other->value != mine.value)
          report_difference(mine, *named_[i], *other, *named_.front());
      }
    }
  }

  void report_difference(const Setting& mine, const ScenarioFile& my_file, const Setting& other,
                         const ScenarioFile& other_file) {
    const std::string name = mine.table + "." + mine.key;
    const auto where = [](const Setting& setting, const ScenarioFile& file) {
      if (setting.spot.file == nullptr) return file.source.shown + " (by default)";
      if (setting.spot.file == &file.source) return fmt::format("{}:{}", file.source.shown, setting.spot.where.line);
      return fmt::format("{} (from {}:{})", file.source.shown, setting.spot.file->shown, setting.spot.where.line);
    };
    const Spot spot = mine.spot.file == &my_file.source ? mine.spot : Spot{&my_file.source, {0, 0, 1}};
    findings_.error(spot, "study-conflict",
                    fmt::format("{} = {} in {}, but {} in {}", name, mine.value, where(mine, my_file), other.value,
                                where(other, other_file)),
                    "it belongs to the study, which both files share",
                    fmt::format("write the same in both, or --set {}={}", name, other.value));
  }

  void describe(study::Study& study, const std::vector<Planned>& scenarios) {
    const ScenarioFile& first = *named_.front();
    const Heading heading = read_heading(first, findings_);
    study.name = first.name;
    study.title = heading.title;
    study.question = heading.question;
    study.author = heading.author;
    study.contact = heading.contact;
    std::vector<const ScenarioFile*> inputs;
    for (const Planned& one : scenarios) add_with_ancestors(*one.file, inputs);
    std::set<const ScenarioFile*> seen;
    for (const ScenarioFile* file : inputs) {
      if (seen.insert(file).second) study.inputs.push_back({file->source.input_name, sha256_of(file->source.text)});
    }
  }
};

}  // namespace

study::Study read_study(const std::vector<std::filesystem::path>& files, const ReaderContext& context,
                        std::vector<Diagnostic>* remarks) {
  return StudyReader{context}.read(files, remarks);
}

ReferenceChoice read_reference_choice(const std::vector<std::filesystem::path>& files,
                                      const std::filesystem::path& library, const std::vector<std::string>& overrides,
                                      const std::optional<std::string>& standard_input) {
  if (files.empty()) return {};
  Findings ignored;
  FileSet set{library, standard_input, ignored};
  const ScenarioFile* file = set.open(files.front());
  if (file == nullptr || !file->tree) return {};
  Resolved scenario = file->resolved;
  Overrides{overrides, ignored}.apply(scenario, Overrides::To::named_file, ignored);
  std::vector<Setting> unused;
  return read_reference(scenario.tree, set, ignored, unused);
}

}  // namespace sojourn::io
