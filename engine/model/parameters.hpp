#pragma once
// Every parameter of the rules: name, unit, default, prior range and source in one list (parameters.cpp).
#include <span>
#include <string_view>

namespace sojourn::model {

/// The numbers that rules use. Units are in the names; money is USD of the price year, time is months.
/// Defaults and sources: `parameter_list()`; scenario files set them as `parameters.NAME`.
struct Parameters {
  // value of time and of going (EQUATIONS 5.2)
  double discount_per_month = 0.01;
  double expected_stay_months = 48;
  double expected_stay_limited_months = 36;
  double home_wage_factor_elementary = 0.55;
  double home_wage_factor_medium = 1.0;
  double home_wage_factor_high = 2.0;
  double taste_sd_usd = 30'000;
  double search_scale_usd = 3'000;
  double accept_scale_usd = 1'500;
  double give_up_per_month = 1.0 / 6.0;
  double search_hazard_max_per_month = 0.10;
  double search_hazard_age_decline_per_year = 0.04;
  double death_value_usd = 140'000;
  double harm_value_usd = 3'000;
  double perceived_harm_probability = 0.1;
  double separation_usd_per_month = 30;
  double network_effect = 0.5;
  double experience_effect = 1.5;
  double pay_belief_bias = 1.25;
  double death_belief_bias = 10;
  double market_choice_scale = 1.0;
  double attachment = 1.0;
  double irregular_cost_usd = 3'000;
  double age_search_youngest_years = 18;
  double age_search_oldest_years = 55;
  // demand (5.3)
  double demand_cost_elasticity = 0.5;
  double origin_substitution = 2.0;
  double gap_closed_per_month = 1.0 / 12.0;
  double order_to_arrival_months = 4;
  double order_lapse_per_month = 1.0 / 12.0;
  double layoff_hazard_max_per_month = 0.05;
  double evasion_ceiling = 0.9;
  double evasion_lag_months = 12;
  double employer_keep_usd_per_month = 150;
  double employer_service_cost_usd = 525;
  double employer_cost_domestic_gulf_usd = 6'440;
  double employer_cost_past_ban_usd = 3'000;
  double posted_wage_response_per_month = 0.01;
  // recruitment cost (5.4, 5.5)
  double rent_base_logit = -1.2;
  double rent_tightness_logit = 0.5;
  double rent_chain_logit = 0.3;
  double recruitment_chain_links = 2;
  double rent_share_employer = 0.45;
  double rent_share_agency = 0.25;
  double repeat_factor = 0.7;
  double fee_spread_sd = 0.45;
  double incentive_share = 0.57;
  double inspection_probability_base = 0.002;
  double inspection_probability_full = 0.30;
  double licence_value_usd = 5'000;
  double penalty_scale_usd = 300;
  double honesty_effect = 2;
  double risk_premium = 0.05;
  double fraud_share = 0.19;
  double registered_hires_per_agency = 300;
  // agencies (5.15)
  double simulated_hires_per_agency = 20;
  double agency_capacity_smallest = 0.2;
  double agency_effort_logit = -0.5;
  double agency_effort_per_kusd = 0.2;
  double agency_effort_spread_logit = 0.8;
  double screening_effect = 0.4;
  double rating_response = 0.8;
  double word_of_mouth = 0.5;
  double agency_claim_usd = 800;
  double agency_placement_cost_usd = 150;
  double agency_overhead_usd_per_month = 1'000;
  double agency_entry_cost_usd = 20'000;
  double agency_loss_months = 24;
  double violations_before_suspension = 3;
  double suspension_months = 12;
  double suspensions_before_licence_loss = 2;
  double rent_concentration_logit = 1;
  // channels (5.2, 5.4, 5.7)
  double channel_choice_scale = 0.3;
  double agency_reach_cost_usd = 1'800;
  double chain_far_share = 0.8;
  double direct_ties_per_share_abroad = 2;
  double direct_ties_experienced = 0.2;
  double direct_rent_factor = 0.15;
  double rent_share_employer_visa = 0.75;
  double processing_government_months = 8;
  double roster_validity_months = 24;
  double roster_score_band_sd = 0.5;
  double deduction_wages = 5.6;
  double deduction_months = 7;
  // finance (5.6)
  double wealth_median_home_wages = 1.5;
  double wealth_log_sd = 1.1;
  double relatives_limit_home_wages = 20;
  double microcredit_limit_home_wages = 12;
  double lender_limit_home_wages = 120;
  double lender_limit_log_sd = 0.6;
  double land_share = 0.5;
  double microcredit_rate_per_year = 0.24;
  double lender_rate_per_year = 0.30;
  double instalment_share_max = 0.8;
  double repayment_target_months = 18;
  double home_debt_service_share = 0.25;
  double pledge_seized_probability = 0.15;
  // matching and departure (5.7, 5.8)
  double rank_experience = 0.5;
  double rank_gain_weight = 0.5;
  double rank_payment_weight = 0.3;
  double processing_mean_months = 3;
  double drop_out_per_month = 0.03;
  double substitution_logit = -1.1;
  double substitution_registered_logit = -0.8;
  double substitution_quality_logit = -0.5;
  double substitution_cut_mean = 0.20;
  // work abroad (5.9, 5.10)
  double early_exit_per_month = 0.008;
  double early_exit_violation_share = 0.2;
  double death_men_per_100000_year = 130;
  double death_women_per_100000_year = 60;
  double wage_withheld_per_month = 0.02;
  double employer_spread = 1.0;
  double pay_response = 6;
  double debt_stay_logit = 0.3;
  double unfilled_orders_stay_logit = 1.2;
  double retirement_age_years = 60;
  // protection (5.11)
  double complaint_base_logit = -4.5;
  double complaint_knowledge_logit = 0.8;
  double complaint_severity_logit = 0.5;
  double complaint_fear_logit = 0.7;
  double case_capacity_per_1000_workers_month = 0.083;
  double case_lapse_per_month = 0.09;
  double case_success = 0.5;
  // money (5.13)
  double remitted_share_men = 0.6;
  double remitted_share_women = 0.68;
  // return (5.14, 5.19)
  double settle_probability = 0.7;
  double home_debt_months_before_seizure = 6;
  // community (5.1)
  double community_persons = 2'000;
  double community_simulated_min = 200;
};

/// One row of the parameter table.
struct ParameterRow {
  std::string_view name;
  double Parameters::* member;
  std::string_view unit;
  double lowest, highest;  ///< prior range; also what a scenario may set
  std::string_view source; ///< a row of the reference tables, or "assumed"
};

/// Every parameter, in the order of Parameters.
[[nodiscard]] std::span<const ParameterRow> parameter_list();
/// The row of that name, or nullptr.
[[nodiscard]] const ParameterRow* find_parameter(std::string_view name);

}  // namespace sojourn::model
