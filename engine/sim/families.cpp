// Stage 8, families: whom a worker's money keeps out of poverty, and who cares for the young children of mothers abroad.
#include "model/households.hpp"
#include "sim/block.hpp"

namespace sojourn::sim {

using model::Count;

// Looked at again whenever the worker's budget changes, and held until then.
void Block::assess_family(const MonthView& view, std::uint32_t slot) {
  Worker& worker = workers_[slot];
  const population::Cell& cell = view.cells.of(worker.person);
  const model::Parameters& parameters = view.markets.parameters();
  const auto household = model::household_of(view.run, worker.person, view.markets.mean_home_wage(cell.origin, cell.skill), parameters);
  const double line = model::poverty_line_usd(view.markets.mean_home_wage(cell.origin, Skill::medium), parameters);
  const auto status = model::poverty_status(household, {.received_usd = to_usd(worker.sent - worker.fee), .debt_service_usd = 0}, line);
  worker.poor = status.poor;
  worker.out_of_poverty = status.out_of_poverty;
  if (cell.sex == Sex::men) return;
  const auto care = model::care_left_behind(view.run, worker.person, view.cells.age(cell, view.month), parameters);
  worker.young_child = care.young_child;
  worker.without_carer = care.without_carer;
}

void Block::count_family(const MonthView& view, const Worker& worker, std::uint16_t market, int sign, Tally& tally) const {
  Book entry = book(view, worker.person, market, tally);
  entry.count(Count::households_abroad, sign);
  if (worker.poor) entry.count(Count::households_poor, sign);
  if (worker.out_of_poverty) entry.count(Count::households_out_of_poverty, sign);
  if (worker.young_child) entry.count(Count::mothers_of_young_children, sign);
  if (worker.without_carer) entry.count(Count::children_without_carer, sign);
}

}  // namespace sojourn::sim
