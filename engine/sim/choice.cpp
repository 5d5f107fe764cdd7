#include "sim/choice.hpp"

#include "model/departure.hpp"

#include <cmath>
#include <limits>

namespace sojourn::sim {
namespace {

struct Weigher {
  const Markets& markets;
  std::size_t skill, experience;
  double ban_draw;  // this person's place among those whom a ban stops
  std::uint16_t last_market;
  double attachment;

  [[nodiscard]] bool barred(std::uint32_t k) const { return model::is_barred(markets[k].terms[skill], ban_draw); }
  [[nodiscard]] double operator()(std::uint32_t k) const {
    double weight = markets[k].weight[skill][experience];
    if (weight > 0 && barred(k)) weight *= markets.irregular_weight();
    return k == last_market ? weight * attachment : weight;
  }
};

double ban_draw_of(RunKey run, PersonId person) { return RandomStream{run, person.key(), 0, Draw::barred}.uniform(); }

}  // namespace

double best_gain_of(const Markets& markets, RunKey run, PersonId person, const population::Cell& cell, bool experienced) {
  const double ban = markets.largest_ban(cell.origin, cell.sex, cell.skill);
  return markets.best_gain(cell.origin, cell.sex, cell.skill, experienced, ban > 0 && ban_draw_of(run, person) < ban);
}

Choice choose_market(const Markets& markets, RunKey run, PersonId person, Month month, const population::Cell& cell,
                     bool experienced, std::uint16_t last_market) {
  const double ban = markets.largest_ban(cell.origin, cell.sex, cell.skill);
  const Weigher weight{markets, index(cell.skill), experienced ? 1U : 0U, ban > 0 ? ban_draw_of(run, person) : 1.0,
                       last_market, std::exp(markets.parameters().attachment)};
  const auto& all = markets.of(cell.origin, cell.sex);
  RandomStream destinations{run, person.key(), month.count(), Draw::destination};
  double best_time = std::numeric_limits<double>::infinity();
  std::size_t best_begin = 0, best_end = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    double sum = 0;
    for (; end < all.size() && markets[all[end]].destination == markets[all[begin]].destination; ++end) sum += weight(all[end]);
    const double u = destinations.uniform();  // one draw a destination, open or not: the n-th is always the n-th
    const double time = sum > 0 ? -std::log(u) / sum : best_time;
    if (time < best_time) {
      best_time = time;
      best_begin = begin;
      best_end = end;
    }
    begin = end;
  }
  Choice choice;
  RandomStream sectors{run, person.key(), month.count(), Draw::sector};
  double best_sector = std::numeric_limits<double>::infinity();
  for (std::size_t i = best_begin; i < best_end; ++i) {
    const double w = weight(all[i]);
    const double u = sectors.uniform();
    const double time = w > 0 ? -std::log(u) / w : best_sector;
    if (time < best_sector) {
      best_sector = time;
      choice = {static_cast<std::uint16_t>(all[i]), weight.barred(all[i])};
    }
  }
  return choice;
}

}  // namespace sojourn::sim
