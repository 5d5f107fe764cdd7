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
  double taste_sd_usd = 22'000;
  double search_scale_usd = 3'000;
  double accept_scale_usd = 1'500;
  double give_up_per_month = 1.0 / 6.0;
  double search_hazard_max_per_month = 0.10;
  double search_hazard_age_decline_per_year = 0.04;
  double death_value_usd = 170'000;
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
  double fraud_share = 0.17;
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
  double wealth_median_home_wages = 5;
  double wealth_log_sd = 1.1;
  double relatives_limit_home_wages = 26;
  double microcredit_limit_home_wages = 12;
  double lender_limit_home_wages = 120;
  double lender_limit_log_sd = 0.6;
  double land_share = 0.85;
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
  double death_men_per_100000_year = 130;
  double death_women_per_100000_year = 60;
  double wage_withheld_tied_per_month = 0.050;
  double wage_withheld_free_per_month = 0.013;
  double late_pay_lost_share = 0.2;
  double late_pay_months = 2.5;
  double long_hours_per_month = 0.010;
  double threat_per_month = 0.010;
  double violence_tied_per_month = 0.0074;
  double violence_free_per_month = 0.0064;
  double abuse_outside_households_factor = 0.2;
  double injury_per_100000_year = 1'814;
  double injury_severe_share = 0.0132;
  double illness_per_month = 0.0015;
  double dismissal_per_month = 0.0005;
  double leave_after_harm_probability = 0.02;
  double leave_after_illness_probability = 0.25;
  double harm_irregular_factor = 1.5;
  double harm_confined_factor = 1.5;
  double harm_debt_factor = 1.3;
  double death_share_traffic = 0.13;
  double death_share_suicide = 0.10;
  double death_share_work = 0.08;
  double death_share_other = 0.03;
  double passport_kept_tied_logit = 1.0;
  double passport_kept_free_logit = -3.0;
  double passport_refused_share = 0.755;
  double confined_logit = -3.0;
  double employer_quality_effect = 0.6;
  double employer_share_small = 0.20;
  double employer_share_medium = 0.25;
  double employer_share_large = 0.30;
  double employer_workers_small = 4;
  double employer_workers_medium = 20;
  double employer_workers_large = 120;
  double employer_workers_very_large = 1'000;
  double employers_simulated_min = 200;
  double employer_spread = 1.0;
  double pay_response = 6;
  double debt_stay_logit = 0.3;
  double unfilled_orders_stay_logit = 1.2;
  double moving_logit = 2.6;
  double harm_stay_logit = 0.3;
  double pay_share_tied = 0.1;
  double pay_share_free = 0.3;
  double outside_markup = 0.4;
  double entry_discount = 0.6;
  double job_offers_per_month = 0.05;
  double better_offer_share = 0.16;
  double job_change_approval = 0.645;
  double job_request_harm_factor = 3;
  double absconding_per_month = 0.0002;
  double absconding_harm_factor = 6;
  double debt_leaving_effect = 0.5;
  double overstay_logit = -3.0;
  double overstay_pay_response = 0.5;
  double reentry_logit = 0.7;
  double removal_per_year = 0.20;
  double deportation_share = 0.5;
  double irregular_wage_share = 0.8;
  double retirement_age_years = 60;
  // protection (5.11)
  double complaint_base_logit = -4.2;
  double complaint_knowledge_logit = 0.8;
  double complaint_severity_logit = 0.5;
  double complaint_fear_logit = 0.7;
  double complaint_channel_logit = 0.8;
  double complaint_violence_severity = 2;
  double complaint_hours_severity = 0.5;
  double case_capacity_per_1000_workers_month = 0.28;
  double case_lapse_per_month = 0.09;
  double case_success = 0.45;
  double retaliation_probability = 0.2;
  double transfer_after_case_share = 0.5;
  // money (5.13)
  double remitted_share_men = 0.6;
  double remitted_share_women = 0.68;
  // return (5.14, 5.19)
  double settle_probability = 0.7;
  double home_debt_months_before_seizure = 6;
  // community (5.1)
  double community_persons = 2'000;
  double community_simulated_min = 200;
  // life after return (5.14)
  double home_job_men_per_month = 0.10;
  double home_job_women_per_month = 0.05;
  double home_job_market = 1;
  double impaired_job_factor = 0.5;
  double recovery_per_month = 0.05;
  double enterprise_entry_home_wages = 30;
  double enterprise_start_per_month = 0.05;
  double enterprise_failure_per_month = 0.02;
  double distress_base_logit = -2.5;
  double distress_violation_logit = 1.2;
  double distress_harm_logit = 1.5;
  double distress_injury_logit = 1.0;
  double distress_owed_wages_logit = 0.5;
  double distress_debt_logit = 0.8;
  double distress_year_abroad_logit = 0.1;
  double distress_half_life_months = 9;
  double social_gap_max = 0.5;
  double social_gap_half_life_months = 12;
  double return_observed_months = 12;
  double remigration_window_months = 24;
  double crisis_search_factor = 3;
  // reasons of return (5.10, 5.14)
  double not_renewed_share = 0.3;
  double savings_target_share = 0.4;
  double savings_target_home_wages = 40;
  double savings_target_log_sd = 0.5;
  double savings_target_stay_logit = -1;
  // transfers (5.13)
  double transfer_cost_elasticity = 0.5;
  double informal_base_logit = -1.5;
  double informal_cost_logit = 8;
  double informal_cost_percent = 2;
  // households (5.17)
  double household_dependants_mean = 3;
  double household_earner_share = 0.75;
  double household_earnings_log_sd = 0.6;
  double poverty_line_wage_share = 0.15;
  double mother_of_young_child_share = 0.35;
  double mother_peak_age_years = 28;
  double mother_age_spread_years = 7;
  double carer_probability = 0.8;
  double home_wage_outflow_elasticity = 0;
  // shocks (5.3, 5.16)
  double demand_income_elasticity = 1;
  double oil_price_activity_elasticity = 0.1;
  double held_months_before_drop_out = 6;
  double held_drop_out_per_month = 0.15;
  double reopening_capacity = 2;
  double crisis_wage_unpaid_probability = 0.225;
  // beliefs (5.18)
  double belief_weight_own_job = 0.8;
  double belief_weight_return = 0.05;
  double belief_weight_orientation = 0.5;
  double belief_news_half_life_months = 4;
  double death_belief_log_sd = 0.6;
  double death_belief_cut_sd = 2;
  double death_news_factor = 1.15;
  double death_news_cluster_factor = 1.3;
  double death_news_cluster_months = 6;
  double death_news_factor_ceiling = 2;
  // borders crossed without papers, and open ones (5.2, 5.12)
  double border_crossing_months = 1;
  double amnesty_home_share = 0.1;
  // orientation (5.8)
  double substitution_informed_logit = -0.5;
  // gender norms (decision)
  double norms_keep_women_home = 0.25;
  double norms_fade_per_share_abroad = 10;
  // recognised skills (5.7, 5.14)
  double rank_certificate = 0.5;
  double recognised_wage_ln = 0.10;
  double certified_home_wage_ln = 0.08;
  double certified_job_ln = 0.3;
  double skill_gain_months = 12;
  // rules on conditions, mobility and complaints (5.8 to 5.11)
  double offers_lapse_per_notice_month = 0.1;
  double exit_permit_leaving_effect = 0.25;
  double flexi_considered_per_month = 0.1;
  double fine_half_effect_usd = 250;
  double passport_ban_logit = -1.5;
  double standard_contract_logit = -0.8;
  double wage_protection_effect = 0.5;
  double wage_protection_half_days = 30;
  double hours_rule_effect = 0.5;
  double usual_hours_without_rule_per_week = 84;
  double standard_hours_per_week = 48;
  double rest_day_confinement_effect = 0.5;
  double leave_right_effect = 0.2;
  double inspection_workers_seen = 20;
  double inspection_household_access = 0.1;
  double inspection_effect = 0.5;
  double retaliation_protection_effect = 0.5;
  double retaliation_protection_fear = 0.3;
  double attache_reach_workers = 2000;
  double shelter_stay_months = 2;
  double shelter_wait_days = 14;
  // levers on agencies, eligibility and returnees (5.2, 5.5, 5.14, 5.15)
  double licence_inspection_finds = 0.02;
  double rating_horizon_months = 36;
  double redeclare_probability = 0.2;
  double reintegration_job_factor = 1.5;
  double reintegration_half_life_factor = 0.6;
  // skill tests and welfare funds (5.9, 5.16)
  double tested_dismissals_averted = 0.2;
  double welfare_flights_per_month = 0.2;
  // clauses of agreements (5.8, 5.9, 5.11, 5.14)
  double insured_share = 0.385;
  double treatment_cost_wages = 1.5;
  double insurance_usd_per_month = 12;
  double return_ticket_usd = 350;
  double committee_cases_per_meeting = 25;
  double joint_inspection_weight = 0.5;
  double family_contact_half_hours = 3;
  double family_contact_effect = 0.3;
  double records_half_delay_months = 12;
  double records_targeting_effect = 1;
  double records_without_sex = 0.5;
  // pathways and quotas (5.2, 5.3, 5.7, 5.16)
  double public_channel_logit = -0.5;
  double public_channel_scale_usd_per_month = 30;
  double language_level_share = 0.7;
  double language_level_months = 3;
  double platform_facilitation = 3;
  double nationals_share_of_jobs = 0.1;
  double quota_hire_logit = 1.4;
  double quota_exit_share = 0.2;
  // home leave while the way back is shut (5.10, 5.14, 5.16)
  double home_leaves_per_year = 0.5;
  double home_leave_share = 0.02;
  double home_leave_months = 2;
  double kept_job_probability = 0.7;
  // promises and contracts (5.8)
  double promise_without_contract_share = 0.8;
  // pay at the end of service (5.9)
  double end_of_service_wages = 1;
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
