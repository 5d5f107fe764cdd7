// sojourn life: one person followed through a run, told in plain words.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "core/diagnostic.hpp"
#include "guard.hpp"
#include "inputs.hpp"
#include "io/result_record.hpp"
#include "progress.hpp"
#include "recorded_run.hpp"
#include "study/life.hpp"
#include "study/life_story.hpp"
#include "terminal.hpp"

namespace sojourn::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t offered = 10;
constexpr int most_replicates = 100'000;

[[noreturn]] void refuse(const std::string& what, const std::string& why, const std::string& hint,
                         const std::string& code) {
  throw InputError{{Severity::error, "sojourn life", {}, what, why, hint, "", code}};
}

/// Place in the study of `--scenario`, else of the scenario that the file is.
std::size_t scenario_asked(const Arguments& arguments, const study::Study& study) {
  const std::string name = arguments.value("scenario").value_or(scenario_name(arguments.operands.front()));
  const auto found = std::ranges::find(study.scenarios, name, &study::Scenario::name);
  if (found != study.scenarios.end()) return static_cast<std::size_t>(found - study.scenarios.begin());
  std::vector<std::string> names;
  for (const study::Scenario& scenario : study.scenarios) names.push_back(scenario.name);
  refuse(fmt::format("--scenario {}", name), "the study has no such scenario",
         fmt::format("it has {}", fmt::join(names, ", ")), "unknown-scenario");
}

std::vector<PersonId> person_asked(const Arguments& arguments) {
  const auto text = arguments.value("person");
  if (!text) return {};
  const auto person = study::parse_person(*text);
  if (!person) {
    refuse(fmt::format("--person {}", *text), "a person is three whole numbers, such as 0-1204-57",
           fmt::format("sojourn life {} offers some", arguments.operands.front()), "bad-person");
  }
  return {*person};
}

study::FollowedRun run_followed(const LoadedStudy& loaded, const study::LifeOptions& wanted, Terminal& terminal) {
  const model::FittedConstants fitted = load_fitted_constants(loaded.world);
  ProgressDisplay display{terminal, "months"};
  study::LifeOptions options = wanted;
  options.on_progress = [&](const study::Progress& progress) { display(progress); };
  study::FollowedRun followed = study::follow_lives(loaded.study, loaded.world.base, fitted, options);
  display.finish();
  return followed;
}

Json as_json(const model::LifeNote& note, const model::BaseYear& base) {
  Json json{{"month", to_string(note.month)}, {"event", model::life_event_names[static_cast<std::size_t>(note.event)]}};
  if (note.market < base.markets.size()) {
    const model::Market& market = base.markets[note.market];
    json["destination"] = base.destination(base.corridor(market.corridor).destination).code;
    json["sector"] = sector_names[index(market.sector)];
  }
  json["detail"] = note.detail;
  json["amount"] = note.amount;
  json["other"] = note.other;
  return json;
}

Json as_json(const study::Life& life, const model::BaseYear& base) {
  return Json{{"person", study::person_text(life.person)}, {"origin", base.origin(life.origin).code},
              {"sex", sex_names[index(life.sex)]},         {"born", life.birth_year},
              {"skill", skill_names[index(life.skill)]},   {"line", study::life_in_a_line(life, base)}};
}

std::string story(const study::Life& life, const LoadedStudy& loaded, const Terminal& terminal) {
  const std::string text = study::life_story(life, loaded.world.base, loaded.study.end);
  if (!terminal.json()) return text;
  Json json{{"event", "life"}};
  json.update(as_json(life, loaded.world.base));
  json["events"] = Json::array();
  for (const model::LifeNote& note : life.notes) json["events"].push_back(as_json(note, loaded.world.base));
  json["story"] = text;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string offer(const std::vector<study::Life>& lives, const LoadedStudy& loaded, const std::string& words,
                  const Terminal& terminal) {
  const model::BaseYear& base = loaded.world.base;
  if (terminal.json()) {
    Json json{{"event", "lives"}, {"lives", Json::array()}};
    for (const study::Life& life : lives) json["lives"].push_back(as_json(life, base));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  if (lives.empty())
    return "nobody in the sample went abroad and came home in this run; a finer population.scale or more years help\n";
  std::string text = "people who went abroad and came home:\n";
  for (const study::Life& life : lives) {
    text += fmt::format("  {:<18} {}\n", study::person_text(life.person), study::life_in_a_line(life, base));
  }
  return text + fmt::format("one of their lives:  sojourn life {} --person {}\n", words,
                            study::person_text(lives.front().person));
}

/// The words of this call that choose the run, as a shell takes them.
std::string choosing_words(const Arguments& arguments) {
  std::string words = arguments.operands.front();
  for (const char* option : {"scenario", "replicate"}) {
    if (const auto value = arguments.value(option)) words += fmt::format(" --{} {}", option, *value);
  }
  for (const std::string& setting : arguments.values("set")) words += fmt::format(" --set '{}'", setting);
  return words;
}

/// A run of a scenario file; of a result file, with the digest that it must have.
RecordedRun run_asked(const Arguments& arguments, study::LifeOptions& options) {
  const std::string& file = arguments.operands.front();
  if (!io::looks_like_result(file)) {
    RecordedRun run{load_study(arguments), ""};
    options.scenario = scenario_asked(arguments, run.loaded.study);
    return run;
  }
  if (arguments.has("set")) {
    refuse("--set", fmt::format("{} is a result: its runs are lived again as they were", file),
           "--set goes with a scenario file", "set-on-result");
  }
  options.scenario = 0;  // the only one that is read
  return load_recorded_run(file, arguments.value("scenario"), options.replicate);
}

int execute(const Arguments& arguments, Terminal& terminal) {
  study::LifeOptions options;
  options.threads = threads_asked(arguments, "life");
  options.replicate = static_cast<std::uint32_t>(whole_number(arguments, "life", "replicate", 0, most_replicates, 0));
  options.persons = person_asked(arguments);
  const RecordedRun run = run_asked(arguments, options);
  const LoadedStudy& loaded = run.loaded;
  print_findings(terminal, loaded.remarks);
  try {
    const study::FollowedRun followed = run_followed(loaded, options, terminal);
    check_same_run(arguments.operands.front(), run.digest, followed.digest);
    const std::vector<study::Life>& lives = followed.lives;
    terminal.answer(options.persons.empty()
                        ? offer(study::varied_lives(lives, offered), loaded, choosing_words(arguments), terminal)
                        : story(lives.front(), loaded, terminal));
  } catch (const std::invalid_argument&) {
    refuse(fmt::format("--person {}", study::person_text(options.persons.front())),
           "nobody has this number: numbers belong to one population.scale and period",
           fmt::format("sojourn life {} offers some", choosing_words(arguments)), "unknown-person");
  }
  return done;
}

constexpr std::array options{
    OptionSpec{"person", 0, "ID", "the person whose life is told; without it, some are offered"},
    OptionSpec{"scenario", 0, "NAME", "a scenario of the study (default: the one that FILE is or is called after)"},
    OptionSpec{"replicate", 0, "N", "which of the replicates, counted from 0 (default: 0)"},
    set_option,
    threads_option,
};

}  // namespace

const CommandSpec life_command{
    .name = "life",
    .operands = "FILE",
    .summary = "one sampled person's story in plain words",
    .examples =
        "  sojourn life npl-fee-cap.toml                                   offers some people, one a line\n"
        "  sojourn life npl-fee-cap.toml --person 0-1204-57                the story of one of them\n"
        "  sojourn life npl-fee-cap.toml --person 0-1204-57 --scenario baseline\n"
        "                                                                  the same person without the policy\n"
        "  sojourn life npl-fee-cap.h5 --person 0-1204-57 --replicate 3    from a result: the run as it was\n",
    .more =
        "FILE is a scenario file, or a result of sojourn run, which holds its scenarios. One replicate is run again and\n"
        "one person followed; nothing is written. A run of a result must repeat to the digest that the file records. A\n"
        "number means the same person, with the same luck, in every scenario and every run of one population.scale and\n"
        "period.\n",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .execute = execute,
};

}  // namespace sojourn::cli
