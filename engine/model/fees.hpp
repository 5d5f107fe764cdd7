#pragma once
// What a worker pays to get a job: documented components plus the intermediaries' rent, and rules on it (MODEL 5.4, 5.5).
#include "core/units.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Surplus of the typical worker of a market that intermediaries can reach: [w(1-l) - w_h]+ D(T), pay as believed.
[[nodiscard]] Usd typical_surplus(UsdPerMonth wage, double living_share, UsdPerMonth home_wage, double present_value,
                                  const Parameters& parameters) noexcept;

/// psi: share of the surplus taken, rising with tightness (payable applicants per open order), with the chain's links and
/// where agencies have become fewer (`concentration`: 0 as at the start, 1 none left).
[[nodiscard]] double rent_share(double residual_logit, double tightness, double concentration, const Parameters& parameters);

/// R = psi min(S u, what the person can find) * repeat factor.
[[nodiscard]] Usd rent(double share, Usd surplus, double spread, Usd liquidity, bool repeat, const Parameters& parameters) noexcept;

/// What an employer pays the worker to come where applicants are short: iota B [1 - tightness]+.
[[nodiscard]] Usd incentive(double tightness, Usd employer_budget, const Parameters& parameters) noexcept;

/// The price without rules.
struct Price {
  Usd documented;  ///< papers, medical, flight, ...
  Usd rent;        ///< may be negative where an incentive exceeds it
};

/// Who gets a rent: the employer's side its share, of the rest the agency its share, sub-agents what is left.
struct RentSplit {
  double employer = 0, agency_of_rest = 1;
};

/// What is legal under the terms: documented part and rent part.
[[nodiscard]] Price legal_price(const Price& price, const MarketTerms& terms) noexcept;

/// Chance that this case is found, from the enforcement of the rule.
[[nodiscard]] double inspection_probability(double enforcement, const Parameters& parameters) noexcept;

/// Chance that an inspection of the licensing authority finds this case within a year (EQUATIONS 5.5); 0 without such a lever.
[[nodiscard]] double licensing_probability(const MarketTerms& terms, const Parameters& parameters);
/// Chance that this case is found, by inspectors of the fee rules or of licences.
[[nodiscard]] double found_probability(const MarketTerms& terms, const Parameters& parameters);

/// Chance that an agency complies, from the chance of being found. Fines of the licensing authority are in `fine`.
[[nodiscard]] double compliance_if_found_with(Usd gain_from_breaking, double found, Usd fine, double honesty, const Parameters& parameters);
/// Chance that an agency complies: expected penalty against gain, and its honesty (0 to 1).
[[nodiscard]] double compliance_probability(Usd gain_from_breaking, double enforcement, Usd fine, double honesty,
                                            const Parameters& parameters);

/// Who paid what for one job. True and official amounts apart; the parts add up to `borne_by_worker` in whole cents.
struct Payment {
  Cents borne_by_worker = 0;   ///< true; negative where an incentive is received
  Cents official = 0;          ///< on the receipt
  Cents documented = 0;        ///< to offices, clinics, airlines
  Cents to_employer_side = 0;
  Cents to_agency = 0;
  Cents to_subagents = 0;
  Cents paid_by_employer = 0;  ///< moved from the worker by a rule that was kept
  Cents refunded = 0;          ///< of what was overcharged and found
  Cents deducted = 0;          ///< of `borne_by_worker`: advanced by the agency, taken from wages
  bool complied = true;
};
/// One case: complied or not, found or not (both decided by the caller's keyed draws).
[[nodiscard]] Payment payment(const Price& price, const RentSplit& split, const MarketTerms& terms, bool complied, bool found,
                              const Parameters& parameters) noexcept;

/// Whether any rule on fees is in force.
[[nodiscard]] bool fee_rule_in_force(const MarketTerms& terms) noexcept;
/// The stricter enforcement and fine of the fee rules in force; to the fine of licensing comes the part of the bond that one
/// violation puts at risk.
[[nodiscard]] double fee_enforcement(const MarketTerms& terms) noexcept;
[[nodiscard]] Usd fee_fine(const MarketTerms& terms) noexcept;

/// Means over agencies of honesty 0.1 to 0.9, for the employer's cost and the going cost of a market.
struct ExpectedFees {
  Usd borne_by_worker;
  Usd paid_by_employer;   ///< documented parts moved, and the service cost where the fee is forbidden
  Usd rent_to_employer;
  double compliance = 1;
};
[[nodiscard]] ExpectedFees expected_fees(const Price& price, const RentSplit& split, const MarketTerms& terms,
                                         const Parameters& parameters);

}  // namespace sojourn::model
