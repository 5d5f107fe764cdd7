#include "model/fees.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/random.hpp"

namespace sojourn::model {

Usd typical_surplus(UsdPerMonth wage, double living_share, UsdPerMonth home_wage, double present_value,
                    const Parameters& parameters) noexcept {
  const double monthly = wage.value() * parameters.pay_belief_bias * (1.0 - living_share) - home_wage.value();
  return Usd{std::max(0.0, monthly) * present_value};
}

double rent_share(double residual_logit, double tightness, double concentration, const Parameters& parameters) {
  const double tight = std::clamp(tightness, 0.05, 20.0);
  return logistic(parameters.rent_base_logit + residual_logit + parameters.rent_tightness_logit * std::log(tight) +
                  parameters.rent_chain_logit * (parameters.recruitment_chain_links - 1.0) +
                  parameters.rent_concentration_logit * concentration);
}

Usd rent(double share, Usd surplus, double spread, Usd liquidity, bool repeat, const Parameters& parameters) noexcept {
  const double reachable = std::min(surplus.value() * spread, std::max(0.0, liquidity.value()));
  return Usd{share * reachable * (repeat ? parameters.repeat_factor : 1.0)};
}

Usd incentive(double tightness, Usd employer_budget, const Parameters& parameters) noexcept {
  return Usd{parameters.incentive_share * employer_budget.value() * std::max(0.0, 1.0 - tightness)};
}

bool fee_rule_in_force(const MarketTerms& terms) noexcept {
  return terms.fee_cap_enforcement > 0 || terms.employer_pays_enforcement > 0;
}

double fee_enforcement(const MarketTerms& terms) noexcept {
  return std::max(terms.fee_cap_enforcement, terms.employer_pays_enforcement);
}

Usd fee_fine(const MarketTerms& terms) noexcept {
  return Usd{std::max({terms.fee_cap_enforcement > 0 ? terms.fee_cap_fine_usd : 0.0,
                      terms.employer_pays_enforcement > 0 ? terms.employer_pays_fine_usd : 0.0,
                      terms.licence_enforcement > 0 ? terms.licence_fine_usd : 0.0}) +
             (terms.licence_enforcement > 0 ? terms.licence_bond_usd / terms.licence_violations : 0.0)};
}

Price legal_price(const Price& price, const MarketTerms& terms) noexcept {
  Price legal = price;
  // Whose inspectors see a case is the better enforced rule's: the other counts as far as it is enforced beside that one.
  const auto weight = [&](double enforcement) { return enforcement / fee_enforcement(terms); };
  if (terms.employer_pays_enforcement > 0) {
    const double counts = weight(terms.employer_pays_enforcement);
    legal.documented = Usd{price.documented.value() * (1.0 - counts * terms.employer_pays_documented)};
    legal.rent = Usd{std::min(price.rent.value(), price.rent.value() * (1.0 - counts * terms.employer_pays_fee))};
  }
  if (terms.fee_cap_enforcement <= 0 || terms.fee_cap_usd < 0) return legal;
  const double counts = weight(terms.fee_cap_enforcement);
  if (!terms.fee_cap_counts_all_costs) {
    legal.rent = Usd{legal.rent.value() - counts * std::max(0.0, legal.rent.value() - terms.fee_cap_usd)};
    return legal;
  }
  // What lies above the cap comes out of the rent first, then out of the documented part; an incentive may offset papers.
  const double excess = counts * (legal.documented.value() + legal.rent.value() - terms.fee_cap_usd);
  if (excess <= 0) return legal;
  const double out_of_rent = std::min(excess, std::max(0.0, legal.rent.value()));
  legal.rent = Usd{legal.rent.value() - out_of_rent};
  legal.documented = Usd{legal.documented.value() - (excess - out_of_rent)};
  return legal;
}

double inspection_probability(double enforcement, const Parameters& parameters) noexcept {
  return parameters.inspection_probability_base +
         (parameters.inspection_probability_full - parameters.inspection_probability_base) * enforcement;
}

double licensing_probability(const MarketTerms& terms, const Parameters& parameters) {
  if (terms.licence_enforcement <= 0) return 0;
  return 1.0 - std::pow(1.0 - parameters.licence_inspection_finds * terms.licence_enforcement, terms.licence_inspections_per_year);
}

double found_probability(const MarketTerms& terms, const Parameters& parameters) {
  const double by_rule = inspection_probability(fee_enforcement(terms), parameters);
  return by_rule + (1.0 - by_rule) * licensing_probability(terms, parameters);
}

double compliance_probability(Usd gain_from_breaking, double enforcement, Usd fine, double honesty,
                              const Parameters& parameters) {
  return compliance_if_found_with(gain_from_breaking, inspection_probability(enforcement, parameters), fine, honesty, parameters);
}

double compliance_if_found_with(Usd gain_from_breaking, double found, Usd fine, double honesty, const Parameters& parameters) {
  const double penalty = found * (fine.value() + parameters.licence_value_usd);
  return logistic((penalty - gain_from_breaking.value()) / parameters.penalty_scale_usd +
                  parameters.honesty_effect * (honesty - 0.5));
}

Payment payment(const Price& price, const RentSplit& split, const MarketTerms& terms, bool complied, bool found,
                const Parameters& parameters) noexcept {
  const Price legal = legal_price(price, terms);
  const double legal_total = legal.documented.value() + legal.rent.value();
  Payment result;
  result.complied = complied;
  double documented = price.documented.value();
  double taken = price.rent.value();
  if (complied) {
    documented = legal.documented.value();
    taken = legal.rent.value();
    result.paid_by_employer = to_cents(price.documented.value() - documented);
  } else {
    taken *= taken > 0 ? 1.0 + parameters.risk_premium * found_probability(terms, parameters) : 1.0;
  }
  const double overcharged = std::max(0.0, documented + taken - legal_total);
  if (!complied && found) result.refunded = to_cents(terms.fee_cap_refund_share * overcharged);
  result.documented = to_cents(documented);
  const Cents rent_cents = to_cents(taken);
  result.borne_by_worker = result.documented + rent_cents - result.refunded;
  result.official = to_cents(std::min(documented + taken, legal_total));
  // What a kept rule takes away comes out of agency and sub-agents first, then of the employer's side (EQUATIONS 5.5).
  const Cents employer_share = rent_cents <= 0 ? rent_cents
      : std::min(rent_cents, to_cents(split.employer * std::max(0.0, price.rent.value())));
  result.to_employer_side = employer_share;
  result.to_agency = to_cents(split.agency_of_rest * to_usd(rent_cents - employer_share)) - result.refunded;
  result.to_subagents = rent_cents - employer_share - (result.to_agency + result.refunded);
  return result;
}

namespace {

// The employer's side takes its part of a rent and pays all of an incentive (a negative rent).
double employer_part(double rent_usd, const RentSplit& split) {
  return rent_usd > 0 ? split.employer * rent_usd : rent_usd;
}

}  // namespace

ExpectedFees expected_fees(const Price& price, const RentSplit& split, const MarketTerms& terms, const Parameters& parameters) {
  ExpectedFees mean;
  if (!fee_rule_in_force(terms)) {
    mean.borne_by_worker = Usd{price.documented.value() + price.rent.value()};
    mean.rent_to_employer = Usd{employer_part(price.rent.value(), split)};
    return mean;
  }
  const Price legal = legal_price(price, terms);
  const Usd gain{price.documented.value() + price.rent.value() - legal.documented.value() - legal.rent.value()};
  double compliance = 0;
  constexpr std::array honesties{0.1, 0.3, 0.5, 0.7, 0.9};
  for (const double honesty : honesties) {
    compliance += compliance_if_found_with(gain, found_probability(terms, parameters), fee_fine(terms), honesty, parameters) / 5.0;
  }
  const double kept_by_employer = std::min(legal.rent.value(), employer_part(price.rent.value(), split));
  const double service = terms.employer_pays_enforcement > 0
                             ? terms.employer_pays_enforcement / fee_enforcement(terms) * terms.employer_pays_fee * parameters.employer_service_cost_usd
                             : 0.0;
  mean.compliance = compliance;
  mean.borne_by_worker = Usd{compliance * (legal.documented.value() + legal.rent.value()) +
                             (1.0 - compliance) * (price.documented.value() + price.rent.value())};
  mean.paid_by_employer = Usd{compliance * (price.documented.value() - legal.documented.value() + service)};
  mean.rent_to_employer = Usd{compliance * kept_by_employer +
                              (1.0 - compliance) * employer_part(price.rent.value(), split)};
  return mean;
}

}  // namespace sojourn::model
