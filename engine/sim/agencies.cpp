#include "sim/agencies.hpp"

#include <algorithm>
#include <numeric>

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
    market_share_.push_back(all * corridor.registered_share);
    hires[index(markets[k].origin)] += all * corridor.registered_share;
  }
  for (std::size_t k = 0; k < markets.count(); ++k) {
    const double of_origin = hires[index(markets[k].origin)];
    market_share_[k] = of_origin > 0 ? market_share_[k] / of_origin : 0.0;
  }
  for (std::size_t o = 0; o < origins; ++o) {
    const std::uint32_t slots = model::agency_slots(hires[o], markets.scale(), parameters_);
    cases_per_simulated_.push_back(model::cases_per_simulated(hires[o], markets.scale(), slots, parameters_));
    begin_.push_back(begin_.back() + slots);
    real_agencies_.push_back(std::max(1.0, hires[o] / parameters_.registered_hires_per_agency));
    draw_lots(o, slots);
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

void Agencies::draw_lots(std::size_t origin, std::uint32_t slots) {
  std::vector<double> lots(slots);
  for (std::uint32_t slot = 0; slot < slots; ++slot) {
    const std::uint64_t key = static_cast<std::uint64_t>(origin) << 32U | slot;
    lots[slot] = RandomStream{run_, key, 0, Draw::short_list}.uniform();
  }
  std::vector<std::uint32_t> order(slots);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t slot) { return lots[slot]; });
  by_lot_.insert(by_lot_.end(), order.begin(), order.end());
}

model::ShortList Agencies::list_of(OriginId origin, const model::MarketTerms& terms) const {
  if (terms.short_list_enforcement <= 0) return {};
  return model::short_list(terms, static_cast<std::uint32_t>(of(origin).size()), real_agencies_[index(origin)]);
}

void Agencies::set_rules(const Markets& markets, Month month) {
  std::vector<model::AgencyRulesMean> means(rules_.size());
  for (std::size_t k = 0; k < markets.count(); ++k) {
    const MarketNow& now = markets[k];
    if (!now.any_rule) continue;
    means[index(now.origin)].add(model::agency_rules(now.terms[index(now.lowest)], month.count(), parameters_), market_share_[k]);
  }
  for (std::size_t o = 0; o < rules_.size(); ++o) rules_[o] = means[o].mean();
}

double Agencies::concentration(OriginId origin, model::ShortList list) const {
  if (list.enforcement <= 0) return concentration(origin);
  const std::size_t begin = begin_[index(origin)], slots = begin_[index(origin) + 1] - begin;
  double listed = 0, all = 0;
  for (std::size_t i = 0; i < slots; ++i) {
    const auto weight = static_cast<double>(weights_[begin + by_lot_[begin + i]]);
    all += weight;
    listed += i < list.slots ? weight : 0.0;
  }
  if (listed <= 0 || all <= 0) return concentration(origin);
  double squares = 0;  // of the shares of applicants that agencies serve
  for (std::size_t i = 0; i < slots; ++i) {
    const auto weight = static_cast<double>(weights_[begin + by_lot_[begin + i]]);
    const double share = weight * ((1.0 - list.enforcement) / all + (i < list.slots ? list.enforcement / listed : 0.0));
    squares += share * share;
  }
  return 1.0 - 1.0 / squares / effective_at_start_[index(origin)];
}

std::uint16_t Agencies::serve(OriginId origin, std::uint64_t person_key, std::int32_t month, model::ShortList list) const {
  const std::size_t begin = begin_[index(origin)];
  const auto slots = static_cast<std::uint32_t>(begin_[index(origin) + 1] - begin);
  RandomStream draw{run_, person_key, month, Draw::agency};
  std::uint32_t slot = 0;
  const bool keeps_to_list = list.enforcement > 0 && RandomStream{run_, person_key, month, Draw::short_list}.uniform() < list.enforcement;
  for (int i = 0; i < tries; ++i) {
    slot = keeps_to_list ? by_lot_[begin + draw.below(list.slots)] : draw.below(slots);
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
    const bool enter = open == 0 || model::agency_enters(12.0 * margin / open, parameters_, rules_[o].bond_usd);
    for (std::size_t a = begin_[o]; a < begin_[o + 1] && enter; ++a) {
      if (!agencies_[a].open) agencies_[a] = model::next_agency(place_of(o, a - begin_[o]), agencies_[a], parameters_);
    }
    weigh(o, month.count() + 1);
  }
}

}  // namespace sojourn::sim
