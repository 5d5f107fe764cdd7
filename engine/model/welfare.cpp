#include "model/welfare.hpp"

namespace sojourn::model {
namespace {

Price plus(const Price& price, double dues_usd) noexcept { return {Usd{price.documented.value() + dues_usd}, price.rent}; }

}  // namespace

bool joins_fund(const MarketTerms& terms, double u) noexcept { return u < terms.welfare_members; }

Price with_dues(const Price& price, const MarketTerms& terms) noexcept { return plus(price, terms.welfare_dues_usd); }

Price with_expected_dues(const Price& price, const MarketTerms& terms) noexcept {
  return plus(price, terms.welfare_members * terms.welfare_dues_usd);
}

Cents death_benefit(const MarketTerms& terms) noexcept { return to_cents(terms.welfare_death_benefit_usd); }

bool flown_home(const MarketTerms& terms, double u, const Parameters& parameters) noexcept {
  return terms.welfare_repatriates && u < parameters.welfare_flights_per_month;
}

}  // namespace sojourn::model
