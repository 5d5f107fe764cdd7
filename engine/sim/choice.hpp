#pragma once
// Which market a person seeks: destination, then sector, each the winner of a race of exponential times whose rates are
// the choice weights. That is an exact draw in proportion to the weights, and a person's choice changes between
// scenarios only where the winner's own weight does.
#include "core/calendar.hpp"
#include "core/random.hpp"
#include "population/cells.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

struct Choice {
  std::uint16_t market = 0xffff;  ///< none open: 0xffff
  bool past_ban = false;          ///< goes where the regular channel is closed to this person
  bool declares_another = false;  ///< occupation than the one of this market, which a rule closes to this person
};

/// G* for this person: with a ban that stops it, banned markets weigh as irregular ones.
/// `facts` are asked for where levers reach only some.
[[nodiscard]] double best_gain_of(const Markets& markets, RunKey run, const model::PersonFacts& facts, const population::Cell& cell,
                                  bool experienced);
/// What campaigns that reach this person add to G*, USD.
[[nodiscard]] double campaign_gain_of(const Markets& markets, RunKey run, const model::PersonFacts& facts, const population::Cell& cell,
                                      bool experienced);

/// Share of orders listed on a platform for this person, mean over markets as they are chosen.
[[nodiscard]] double listed_share_of(const Markets& markets, const model::PersonFacts& facts, const population::Cell& cell, bool experienced);

/// A person's place among those whom campaigns reach, uniform in (0, 1), the same through a life.
[[nodiscard]] double campaign_draw_of(RunKey run, PersonId person);
/// A person's place among those whose certificate counts abroad, the same through a life.
[[nodiscard]] double certificate_draw_of(RunKey run, PersonId person);

/// `last_market` is favoured by `attachment`; 0xffff for none.
[[nodiscard]] Choice choose_market(const Markets& markets, RunKey run, const model::PersonFacts& facts, Month month,
                                   const population::Cell& cell, bool experienced, std::uint16_t last_market);

}  // namespace sojourn::sim
