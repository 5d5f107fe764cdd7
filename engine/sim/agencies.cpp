#include "sim/agencies.hpp"

namespace sojourn::sim {
namespace {

constexpr int tries = 64;  // then whoever came last serves, licence or not: where hardly any has one, agencies work without

}  // namespace

Agencies::Agencies(const Markets& markets, RunKey run, Month first)
    : parameters_{markets.parameters()}, run_{run}, rules_(markets.base().origins.size()), begin_{0},
      mean_reputation_(markets.base().origins.size()), effective_(markets.base().origins.size()), licensed_(markets.base().origins.size()) {
  const std::size_t origins = markets.base().origins.size();
  std::vector<double> hires(origins);  // registered, persons a year
  for (std::size_t k = 0; k < markets.count(); ++k) {
    const model::Corridor& corridor = markets.base().corridor(markets[k].corridor);
    const double all = 12.0 * markets.base().markets[k].workers.value / corridor.mean_stay_months;
    hires[index(markets[k].origin)] += all * corridor.registered_share;
  }
  for (std::size_t o = 0; o < origins; ++o) {
    const std::uint32_t slots = model::agency_slots(hires[o], markets.scale(), parameters_);
    cases_per_simulated_.push_back(model::cases_per_simulated(hires[o], markets.scale(), slots, parameters_));
    begin_.push_back(begin_.back() + slots);
    for (std::uint32_t slot = 0; slot < slots; ++slot) agencies_.push_back(model::first_agency(place_of(o, slot), slots, parameters_));
  }
  weights_.resize(agencies_.size());
  for (std::size_t o = 0; o < origins; ++o) weigh(o, first.count());
  effective_at_start_ = effective_;
}

model::AgencyPlace Agencies::place_of(std::size_t origin, std::size_t slot) const {
  return {.run = run_, .origin = static_cast<std::uint32_t>(origin), .slot = static_cast<std::uint32_t>(slot),
          .cases_per_simulated = cases_per_simulated_[origin], .mean_reputation = mean_reputation_[origin]};
}

// Weights, effective number and mean reputation of an origin for the month that begins.
void Agencies::weigh(std::size_t o, std::int32_t month) {
  double reputation = 0, open = 0;
  for (std::size_t a = begin_[o]; a < begin_[o + 1]; ++a) {
    reputation += agencies_[a].open ? static_cast<double>(agencies_[a].capacity * agencies_[a].reputation) : 0.0;
    open += agencies_[a].open ? static_cast<double>(agencies_[a].capacity) : 0.0;
  }
  mean_reputation_[o] = open > 0 ? reputation / open : mean_reputation_[o];
  double sum = 0, squares = 0;
  licensed_[o] = 0;
  for (std::size_t a = begin_[o]; a < begin_[o + 1]; ++a) {
    const double weight = model::agency_weight(agencies_[a], mean_reputation_[o], month, rules_[o], parameters_);
    weights_[a] = static_cast<float>(weight);
    licensed_[o] += weight > 0 ? 1 : 0;
    sum += weight;
    squares += weight * weight;
  }
  effective_[o] = squares > 0 ? sum * sum / squares : 0.0;
}

std::uint16_t Agencies::serve(OriginId origin, std::uint64_t person_key, std::int32_t month) const {
  const std::size_t begin = begin_[index(origin)];
  const auto slots = static_cast<std::uint32_t>(begin_[index(origin) + 1] - begin);
  RandomStream draw{run_, person_key, month, Draw::agency};
  std::uint32_t slot = 0;
  for (int i = 0; i < tries; ++i) {
    slot = draw.below(slots);
    if (draw.uniform() < static_cast<double>(weights_[begin + slot])) break;
  }
  return static_cast<std::uint16_t>(slot);
}

void Agencies::end_month(Month month, std::span<const model::AgencyMonth> reports) {
  for (std::size_t o = 0; o + 1 < begin_.size(); ++o) {
    double margin = 0, open = 0;
    for (std::size_t a = begin_[o]; a < begin_[o + 1]; ++a) {
      model::end_agency_month(agencies_[a], reports[a], place_of(o, a - begin_[o]), month.count(), rules_[o], parameters_);
      margin += agencies_[a].open ? static_cast<double>(agencies_[a].margin_usd_per_month) : 0.0;
      open += agencies_[a].open ? 1.0 : 0.0;
    }
    const bool enter = open == 0 || model::agency_enters(12.0 * margin / open, parameters_);
    for (std::size_t a = begin_[o]; a < begin_[o + 1] && enter; ++a) {
      if (!agencies_[a].open) agencies_[a] = model::next_agency(place_of(o, a - begin_[o]), agencies_[a], parameters_);
    }
    weigh(o, month.count() + 1);
  }
}

}  // namespace sojourn::sim
