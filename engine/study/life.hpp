#pragma once
// One scenario and replicate run again to follow some people through it.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"
#include "core/person.hpp"
#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "model/life.hpp"
#include "study/outcome.hpp"
#include "study/scenario.hpp"

namespace sojourn::study {

/// A person and what happened to that person in one run.
struct Life {
  PersonId person;
  OriginId origin{};
  Sex sex{};
  Skill skill{};
  std::int32_t birth_year = 0;
  std::vector<model::LifeNote> notes;  ///< in their order; empty for somebody who never acted
};

struct LifeOptions {
  std::size_t scenario = 0;  ///< place in the study
  std::uint32_t replicate = 0;
  std::vector<PersonId> persons;                     ///< followed; if empty, a sample of those who act
  int threads = 0;                                   ///< 0: all
  std::function<void(const Progress&)> on_progress;  ///< may be empty
};

/// What following people through a run gives.
struct FollowedRun {
  std::vector<Life> lives;
  std::string digest;  ///< of the run, as `sojourn run` records it
};

/// Runs the scenario and gives the lives of the persons named, in the order of the names, or of a sample of some
/// thousands who acted, in the order of their numbers. The people are those of `sojourn run` with the same file.
/// \throws std::runtime_error if an account does not balance, std::invalid_argument for a person who is not in this
/// study
[[nodiscard]] FollowedRun follow_lives(const Study& study, const model::BaseYear& base,
                                       const model::FittedConstants& fitted, const LifeOptions& options);
/// The lives alone.
[[nodiscard]] std::vector<Life> run_lives(const Study& study, const model::BaseYear& base,
                                          const model::FittedConstants& fitted, const LifeOptions& options);

/// Of a sample, up to `count` people who went abroad and came home: each with another origin or sex than those before
/// where there are enough, and those whose whole journey lies in the run first.
[[nodiscard]] std::vector<Life> varied_lives(const std::vector<Life>& sample, std::size_t count);

/// `3-1204-57`: block, cell and place of a person of one study.
[[nodiscard]] std::string person_text(PersonId person);
/// Reads `person_text`; nothing for anything else.
[[nodiscard]] std::optional<PersonId> parse_person(std::string_view text);

}  // namespace sojourn::study
