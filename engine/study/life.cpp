#include "study/life.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <stdexcept>
#include <tuple>

#include "sim/run.hpp"
#include "study/run_input.hpp"

namespace sojourn::study {
namespace {

constexpr double sample_size = 5'000;  // workers followed where somebody is to be offered

/// One person in how many is followed, so that about `sample_size` of the workers are.
std::uint32_t one_in(const Study& study, const model::BaseYear& base) {
  double workers = 0;
  for (const model::Market& market : base.markets) workers += market.workers.value;
  return static_cast<std::uint32_t>(std::max(1.0, workers / study.scale / sample_size));
}

bool is_in(const population::Cells& cells, PersonId person) {
  return person.block() < cells.blocks() && person.cell() < cells.count() &&
         person.index() < cells.slice(person.cell());
}

Life life_of(const population::Cells& cells, PersonId person, std::vector<model::LifeNote> notes) {
  const population::Cell& cell = cells.of(person);
  return {person, cell.origin, cell.sex, cell.skill, cell.birth_year, std::move(notes)};
}

std::vector<Life> in_the_order_asked(const population::Cells& cells, const std::vector<PersonId>& persons,
                                     const sim::Trace& trace) {
  std::map<PersonId, std::vector<model::LifeNote>> notes;
  for (auto& [person, life] : trace.lives()) notes[person] = life;
  std::vector<Life> lives;
  for (const PersonId person : persons) lives.push_back(life_of(cells, person, notes[person]));
  return lives;
}

std::size_t count_of(const Life& life, model::LifeEvent event) {
  return static_cast<std::size_t>(std::ranges::count(life.notes, event, &model::LifeNote::event));
}

/// 0: from the village to the return; 1: the return alone; 2: neither.
int incompleteness(const Life& life) {
  if (count_of(life, model::LifeEvent::came_home) == 0) return 2;
  return life.notes.front().event == model::LifeEvent::began_to_seek && count_of(life, model::LifeEvent::arrived) > 0
             ? 0
             : 1;
}

}  // namespace

FollowedRun follow_lives(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted,
                         const LifeOptions& options) {
  const population::Cells cells{base, study.scale, study.start + (-study.burn_in_months), study.end};
  for (const PersonId person : options.persons) {
    if (!is_in(cells, person))
      throw std::invalid_argument{fmt::format("nobody in this study is {}", person_text(person))};
  }
  const population::Candidates candidates{cells};
  Parallel threads{options.threads > 0 ? options.threads : Parallel::available_threads()};
  sim::Trace trace = options.persons.empty() ? sim::Trace{one_in(study, base)} : sim::Trace{options.persons};
  sim::RunInput input = run_input(study, base, fitted, options.scenario, options.replicate);
  input.trace = &trace;
  sim::Run run{input, cells, candidates, threads};
  const int months = study.months() + study.burn_in_months;
  for (int done = 1; run.step(); ++done) {
    if (options.on_progress)
      options.on_progress({.percent = 100.0 * done / months, .replicate = done, .of = months, .month = run.month()});
  }
  FollowedRun followed{.lives = {}, .digest = digest_text(run.tables().digest)};
  if (!options.persons.empty()) {
    followed.lives = in_the_order_asked(cells, options.persons, trace);
  } else {
    for (auto& [person, notes] : trace.lives()) followed.lives.push_back(life_of(cells, person, std::move(notes)));
  }
  return followed;
}

std::vector<Life> run_lives(const Study& study, const model::BaseYear& base, const model::FittedConstants& fitted,
                            const LifeOptions& options) {
  return follow_lives(study, base, fitted, options).lives;
}

std::vector<Life> varied_lives(const std::vector<Life>& sample, std::size_t count) {
  using Kind = std::pair<OriginId, Sex>;
  std::map<Kind, std::vector<const Life*>> kinds;
  for (const Life& life : sample) {
    if (incompleteness(life) < 2) kinds[{life.origin, life.sex}].push_back(&life);
  }
  // Whole journeys first, of those two or more; then in no order of age, which numbers have.
  for (auto& [kind, lives] : kinds) {
    std::ranges::stable_sort(lives, {}, [](const Life* life) {
      const auto journeys = count_of(*life, model::LifeEvent::arrived);
      return std::tuple{incompleteness(*life), -static_cast<std::ptrdiff_t>(std::min<std::size_t>(journeys, 2)),
                        life->person.key() * 0x9e3779b97f4a7c15U};
    });
  }
  std::vector<Life> chosen;
  for (std::size_t turn = 0; chosen.size() < count; ++turn) {
    const std::size_t before = chosen.size();
    // The sexes take turns over the origins, so that a short list holds both.
    for (const Sex first : all_sexes) {
      for (std::size_t o = 0; o < 256 && chosen.size() < count; ++o) {
        const auto sex = static_cast<Sex>((index(first) + o) % 2);
        const auto found = kinds.find({static_cast<OriginId>(o), sex});
        if (found != kinds.end() && turn < found->second.size()) chosen.push_back(*found->second[turn]);
      }
    }
    if (chosen.size() == before) break;
  }
  return chosen;
}

std::string person_text(PersonId person) {
  return fmt::format("{}-{}-{}", person.block(), person.cell(), person.index());
}

std::optional<PersonId> parse_person(std::string_view text) {
  static constexpr std::array<std::uint32_t, 3> largest{0xffff, 0xffff, 0xffffffff};
  std::array<std::uint32_t, 3> numbers{};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0 && (at == end || *at++ != '-')) return std::nullopt;
    const auto [next, failure] = std::from_chars(at, end, numbers[i]);
    if (failure != std::errc{} || numbers[i] > largest[i]) return std::nullopt;
    at = next;
  }
  if (at != end) return std::nullopt;
  return PersonId{numbers[0], numbers[1], numbers[2]};
}

}  // namespace sojourn::study
