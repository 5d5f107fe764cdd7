#pragma once
// What is counted in a month, and the reported indicators made of it (MODEL 7).
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sojourn::model {

/// Everything that is counted, by market. Whole numbers only: persons, cents, thousandths of a month.
enum class Count : std::uint8_t {
  // stocks at the end of the month, kept as running totals; money stocks are monthly flows in force, in cents
  seekers, on_the_way, stock_abroad, irregular_stock, at_home_former, waiting_cases, open_orders,
  wages_in_force, living_in_force, service_in_force, sent_in_force, saved_in_force, fees_in_force,
  sent_informal_in_force, fees_informal_in_force, savings_held, home_seeking_work, home_enterprises,
  forced_labour_stock, passports_kept,
  households_abroad, households_poor, households_out_of_poverty, mothers_of_young_children, children_without_carer,
  stranded_workers, stranded_without_job, held_at_border,
  pathway_on_the_way, pathway_workers, nationals_in_posts, posts_closed, on_home_leave, wage_fund_due_cents,
  // events of the month
  spells_begun, repeat_spells, offers_shown, offers_refused, offers_without_money, payable_applicants, matched, repeat_matched, defrauded, defrauded_cents,
  deployments, registered_new, registered_renewals, registered_rehires, irregular_departures, repeat_hires, dropped_out,
  cost_cents, official_cost_cents, cost_millimonths, cost_documented_cents, cost_employer_side_cents, cost_agency_cents,
  cost_subagent_cents, paid_by_employer_cents, refunded_cents, rule_cases, rule_cases_kept,
  debt_at_departure_cents, borrowers, repayment_months, wage_offered_cents, wage_first_cents, substituted, months_to_deploy,
  contract_ends, renewals, returns_crisis, returns_deportation, returns_violation, returns_health, returns_job_loss, returns_family,
  returns_not_renewed, returns_own_choice, returns_target, returns_age, deaths, settled,
  withheld_events, withheld_cents, withheld_sent_cents, withheld_saved_cents, withheld_fees_cents, last_instalment_cents,
  complaints_filed, complaints_resolved, complaints_closed, complaints_lapsed, case_months, recovered_cents, owed_lost_cents,
  pledges_seized, written_off_cents, orders_new, orders_lapsed, payable_rent_reach_cents, payable_surplus_cents,
  via_agency, via_subagents, via_direct, via_government, chain_links, deducted_cents,
  late_pay_spells, long_hours_events, threat_events, violence_events, injuries_severe, injuries_mild, illnesses, dismissals,
  deaths_traffic, deaths_suicide, deaths_work, deaths_other, job_change_requests, job_changes, moves_at_end, abscondings, overstays, removals,
  complaints_transferred, complaints_repatriated, retaliations,
  savings_brought_cents, savings_of_dead_cents, found_work_at_home, enterprises_started, enterprises_failed,
  returnees_observed, returnees_working, index_economic_milli, index_social_milli, index_psychosocial_milli,
  abroad_again_within_window, home_beyond_window,
  evacuated, expelled, jobs_lost_to_shock, job_loss_owed_cents, received_home_value_cents,
  regularised, amnesty_returns, regularisation_fees_cents,
  informed_departures,
  recognised_hires, skills_certified, certification_fees_cents,
  skills_trained, training_fees_cents, tests_failed, returnee_loans, returnee_loans_cents,
  welfare_dues_cents, death_benefits_cents, welfare_repatriations,
  treatment_paid_cents, treatment_borrowed_cents, return_tickets_cents, social_security_cents,
  pathway_deployments,
  declared_otherwise, declared_here, complaints_unremedied,
  leaves_with_job_kept, caught_on_leave, back_at_kept_job, kept_jobs_lost, closure_abroad_again, closure_home_beyond,
  returnees_supported, stranded_support_cents, end_of_service_cents, wage_fund_granted_cents, wage_fund_paid_cents,
  count
};
inline constexpr std::size_t count_kinds = static_cast<std::size_t>(Count::count);
inline constexpr std::size_t stock_kinds = static_cast<std::size_t>(Count::spells_begun);
[[nodiscard]] constexpr std::size_t index(Count kind) noexcept { return static_cast<std::size_t>(kind); }
/// The count of returns for each model::ReturnReason, in its order.
inline constexpr std::array return_counts{Count::returns_crisis, Count::returns_deportation, Count::returns_violation, Count::returns_health,
                                          Count::returns_job_loss, Count::returns_family, Count::returns_not_renewed,
                                          Count::returns_own_choice, Count::returns_target, Count::returns_age};

/// How an indicator is made of sums of counts, multiplied by population.scale where it is a sum itself.
enum class Measure : std::uint8_t {
  flow,   ///< sum of counts over the period
  stock,  ///< level at the end of the month; mean over a longer period
  ratio,  ///< sum of counts over sum of counts
  median,
  p80  ///< of a distribution of cost, from its histogram
};

/// Distributions kept of everybody who left.
enum class Distribution : std::uint8_t {
  cost_months,        ///< recruitment cost borne, months of the first wage (SDG 10.7.1)
  cost_usd,           ///< the same in USD
  official_cost_usd,  ///< what receipts show of it, USD
  count
};
inline constexpr std::size_t distribution_count = static_cast<std::size_t>(Distribution::count);
[[nodiscard]] constexpr std::size_t index(Distribution of) noexcept { return static_cast<std::size_t>(of); }

/// One reported indicator.
struct Indicator {
  std::string_view name;        ///< as in files: `mean_recruitment_cost_usd`
  std::string_view label;       ///< as in the terminal: "recruitment cost paid, mean USD"
  std::string_view unit;        ///< udunits: "1" persons, "usd", "month", "percent"
  std::string_view definition;  ///< one sentence
  std::string_view framework;   ///< SDG indicator, GCM objective, Secretary-General's point, GOALS theme
  Measure measure = Measure::flow;
  std::array<Count, 12> numerator{};
  std::size_t numerator_terms = 0;
  std::array<int, 12> signs{};
  std::array<Count, 12> denominator{};
  std::size_t denominator_terms = 0;
  std::array<int, 12> denominator_signs{};
  double factor = 1;            ///< unit conversion: 0.01 cents to USD, 0.001 to months, 100 to percent
  bool lead = false;            ///< shown in the headline
  Distribution distribution = Distribution::cost_months;  ///< of a median or 80th percentile
  [[nodiscard]] bool adds_up() const noexcept { return measure == Measure::flow || measure == Measure::stock; }
};

/// Every indicator that the rules of this version feed, in the order of files.
[[nodiscard]] std::span<const Indicator> indicator_catalogue();
/// The indicator of that name, or nullptr.
[[nodiscard]] const Indicator* find_indicator(std::string_view name);
/// Value from sums of counts; NaN where the denominator is zero. Not for median and p80.
[[nodiscard]] double indicator_value(const Indicator& indicator, std::span<const std::int64_t> sums, double scale);

/// What to make of women and men in one indicator: their share of what adds up, the difference of what does not.
enum class Gap : std::uint8_t { women_percent, women_minus_men };
[[nodiscard]] inline Gap gap_of(const Indicator& indicator) noexcept {
  return indicator.adds_up() ? Gap::women_percent : Gap::women_minus_men;
}
/// 100 women / (women + men) of what adds up, women - men of what does not; NaN where one of them is missing, where the
/// sum is zero, and where a part is below zero, of which nobody has a share.
[[nodiscard]] double gap_value(const Indicator& indicator, double women, double men) noexcept;
/// Variable of the gap: `deployments_women_percent`, `mean_recruitment_cost_usd_gap`.
[[nodiscard]] std::string gap_name(const Indicator& indicator);

/// Bins of a distribution: equal steps of ln between `lowest` and `highest`, the first for values at or below `lowest`.
struct Bins {
  std::size_t begin = 0;  ///< place of the first among the bins of all distributions
  std::size_t count = 0;
  double lowest = 0, highest = 0;
  [[nodiscard]] std::size_t bin(double value) const noexcept;
  /// Lower bound of a bin; bin 0 has none and gives 0.
  [[nodiscard]] double floor(std::size_t bin) const noexcept;
  /// Quantile of a histogram, interpolated inside the bin; 0 in the first bin, NaN if nobody is counted.
  [[nodiscard]] double quantile(std::span<const std::int32_t> histogram, double share) const;
};
/// By Distribution: 0.01 to 100 months in steps of 7.6 %, 20 to 20,000 USD in steps of 11.8 %.
inline constexpr std::array<Bins, distribution_count> distribution_bins{
    {{0, 128, 0.01, 100}, {128, 64, 20, 20'000}, {192, 64, 20, 20'000}}};
[[nodiscard]] constexpr const Bins& bins_of(Distribution of) noexcept { return distribution_bins[index(of)]; }
/// The bins of all distributions, one after the other.
inline constexpr std::size_t all_bins = distribution_bins.back().begin + distribution_bins.back().count;

}  // namespace sojourn::model
