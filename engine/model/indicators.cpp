#include "model/indicators.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace sojourn::model {
namespace {

struct Sum {
  std::array<Count, 12> kinds{};
  std::array<int, 12> signs{};
  std::size_t terms = 0;
  constexpr Sum(Count kind) : terms{1} { kinds[0] = kind; signs[0] = 1; }  // NOLINT: a count is a sum of one
  constexpr Sum plus(Count kind) const { return with(kind, 1); }
  constexpr Sum minus(Count kind) const { return with(kind, -1); }

 private:
  constexpr Sum with(Count kind, int sign) const {
    Sum more = *this;
    more.kinds[terms] = kind;
    more.signs[terms] = sign;
    ++more.terms;
    return more;
  }
};

Indicator flow(std::string_view name, std::string_view label, std::string_view unit, std::string_view definition,
               std::string_view framework, Sum sum, double factor = 1, bool lead = false) {
  return {name, label, unit, definition, framework, Measure::flow, sum.kinds, sum.terms, sum.signs, {}, 0, {}, factor, lead};
}
Indicator stock(std::string_view name, std::string_view label, std::string_view unit, std::string_view definition,
                std::string_view framework, Sum sum, double factor = 1, bool lead = false) {
  Indicator result = flow(name, label, unit, definition, framework, sum, factor, lead);
  result.measure = Measure::stock;
  return result;
}
Indicator ratio(std::string_view name, std::string_view label, std::string_view unit, std::string_view definition,
                std::string_view framework, Sum numerator, Sum denominator, double factor, bool lead = false) {
  Indicator result = flow(name, label, unit, definition, framework, numerator, factor, lead);
  result.measure = Measure::ratio;
  result.denominator = denominator.kinds;
  result.denominator_terms = denominator.terms;
  result.denominator_signs = denominator.signs;
  return result;
}
Indicator quantile(std::string_view name, std::string_view label, std::string_view unit, std::string_view definition,
                   std::string_view framework, Distribution distribution, Measure measure) {
  return {name, label, unit, definition, framework, measure, {}, 0, {}, {}, 0, {}, 1, false, distribution};
}

constexpr double cents = 0.01;
constexpr std::string_view fair = "SDG 10.7.1; GCM 6; Secretary-General 2; GOALS fair recruitment";
constexpr std::string_view on_receipts = "GCM 6; Secretary-General 2; GOALS fair recruitment";

std::vector<Indicator> make_catalogue() {
  using C = Count;
  const Sum early = Sum{C::returns_crisis}.plus(C::returns_deportation).plus(C::returns_violation).plus(C::returns_health).plus(C::returns_job_loss).plus(C::returns_family);
  const Sum returns = early.plus(C::returns_not_renewed).plus(C::returns_own_choice).plus(C::returns_target).plus(C::returns_age);
  const Sum index = Sum{C::index_economic_milli}.plus(C::index_social_milli).plus(C::index_psychosocial_milli);
  const Sum window = Sum{C::abroad_again_within_window}.plus(C::home_beyond_window);
  const Sum wages = Sum{C::wages_in_force}.minus(C::withheld_cents);
  const Sum sent = Sum{C::sent_in_force}.minus(C::withheld_sent_cents);
  const Sum fees = Sum{C::fees_in_force}.minus(C::withheld_fees_cents);
  const Sum received = Sum{C::sent_in_force}.minus(C::withheld_sent_cents).minus(C::fees_in_force).plus(C::withheld_fees_cents);
  return {
      stock("seekers", "people seeking work abroad", "1", "Persons in a search spell at the end of the month.", "GCM 5; Secretary-General 6; GOALS fair recruitment", C::seekers),
      flow("deployments", "deployments", "1", "Persons who left for a job abroad, registered or not.", "SDG 8.8; GCM 5; Secretary-General 6", C::deployments, 1, true),
      flow("registered_deployments", "registered deployments", "1", "Departures as the origin's register counts them: new hires that it sees, and renewals or rehires where it counts those.", "GCM 1; Secretary-General 7", Sum{C::registered_new}.plus(C::registered_renewals).plus(C::registered_rehires)),
      flow("registered_as_declared", "registered, by declared occupation", "1", "New hires that the register sees, in the occupation and the skill that they declared.", "GCM 1, 5; Secretary-General 7", Sum{C::registered_new}.minus(C::declared_otherwise).plus(C::declared_here)),
      flow("declared_otherwise", "registered under another occupation", "1", "Registered departures of people who declared another occupation than the one they do, since a rule closes that one to them.", "GCM 1, 5; Secretary-General 7", C::declared_otherwise),
      flow("irregular_departures", "irregular departures", "1", "Departures past a rule that closes the regular channel.", "GCM 5, 7; Secretary-General 1", C::irregular_departures, 1, true),
      ratio("repeat_hires_percent", "hires of former migrants, percent", "percent", "Share of departures by persons who had worked abroad before.", "GCM 21; Secretary-General 6", C::repeat_hires, C::deployments, 100),
      stock("stock_abroad", "workers abroad", "1", "Workers abroad at the end of the month.", "SDG 10.7; GCM 1; Secretary-General 7", C::stock_abroad, 1, true),
      stock("irregular_stock", "irregular workers abroad", "1", "Workers abroad in an irregular situation: by entry past a closed channel, past their permit, or after leaving a tied employer.", "GCM 7; Secretary-General 1", C::irregular_stock),
      ratio("irregular_percent", "in an irregular situation, percent", "percent", "Share of workers abroad in an irregular situation.", "GCM 7; Secretary-General 1", C::irregular_stock, C::stock_abroad, 100),
      flow("returns", "returns", "1", "Workers who came home, for any reason; deaths apart.", "GCM 21; Secretary-General 6; GOALS reintegration", returns),
      flow("early_returns", "returns before contract end", "1", "Returns before the contract's end: crisis, deportation, violation by the employer, health or injury, loss of the job, family.", "GCM 21; Secretary-General 1; GOALS reintegration", early, 1, true),
      ratio("early_returns_percent", "early returns per 100 workers a year", "percent", "Returns before the contract's end over worker-years.", "GCM 21; Secretary-General 1; GOALS reintegration", early, C::stock_abroad, 1200),
      flow("deaths", "deaths abroad", "1", "Deaths of workers abroad, all causes.", "GCM 8; Secretary-General 1", C::deaths),
      flow("job_orders", "new job orders", "1", "Job orders that employers placed in the month.", "GCM 5; Secretary-General 6", C::orders_new),
      stock("open_orders", "open job orders", "1", "Job orders open at the end of the month.", "GCM 5; Secretary-General 6", C::open_orders),
      ratio("applicants_per_order", "payable applicants per open order", "1", "Applicants who would take an order and could pay, over orders on offer that month.", "GCM 6; Secretary-General 2", C::payable_applicants, Sum{C::matched}.plus(C::open_orders), 1),
      ratio("mean_recruitment_cost_usd", "recruitment cost paid, mean USD", "usd", "What those who left bore to get the job, employer-paid items left out and refunds subtracted, mean.", fair, C::cost_cents, C::deployments, cents, true),
      quantile("median_recruitment_cost_usd", "recruitment cost paid, median USD", "usd", "What those who left bore to get the job, median of the persons; 0 for 20 USD and less.", fair, Distribution::cost_usd, Measure::median),
      quantile("p80_recruitment_cost_usd", "recruitment cost paid, 80th percentile USD", "usd", "What those who left bore to get the job, 80th percentile of the persons; 0 for 20 USD and less.", fair, Distribution::cost_usd, Measure::p80),
      ratio("mean_official_recruitment_cost_usd", "recruitment cost on receipts, mean USD", "usd", "What receipts show of that cost, mean.", on_receipts, C::official_cost_cents, C::deployments, cents),
      quantile("median_official_recruitment_cost_usd", "recruitment cost on receipts, median USD", "usd", "What receipts show of that cost, median of the persons; 0 for 20 USD and less.", on_receipts, Distribution::official_cost_usd, Measure::median),
      quantile("p80_official_recruitment_cost_usd", "recruitment cost on receipts, 80th percentile USD", "usd", "What receipts show of that cost, 80th percentile of the persons; 0 for 20 USD and less.", on_receipts, Distribution::official_cost_usd, Measure::p80),
      ratio("mean_recruitment_cost_months", "SDG 10.7.1, mean months of wage", "month", "SDG 10.7.1: recruitment cost borne over the first monthly earnings in that job, mean of the persons' ratios.", fair, C::cost_millimonths, C::deployments, 0.001, true),
      quantile("median_recruitment_cost_months", "SDG 10.7.1, median months of wage", "month", "SDG 10.7.1: recruitment cost borne over the first monthly earnings in that job, median of the persons' ratios.", fair, Distribution::cost_months, Measure::median),
      quantile("p80_recruitment_cost_months", "SDG 10.7.1, 80th percentile", "month", "SDG 10.7.1: recruitment cost borne over the first monthly earnings in that job, 80th percentile of the persons' ratios.", fair, Distribution::cost_months, Measure::p80),
      ratio("mean_cost_paid_by_employer_usd", "recruitment cost moved to the employer, mean USD", "usd", "Documented items that a kept rule moved from the worker to the employer, mean over departures.", "GCM 6; Secretary-General 2", C::paid_by_employer_cents, C::deployments, cents),
      ratio("agency_compliance_percent", "fee rules kept, percent of cases", "percent", "Share of departures under a fee rule in which the agency kept it.", "GCM 6; Secretary-General 2; GOALS fair recruitment", C::rule_cases_kept, C::rule_cases, 100),
      flow("deployments_via_agency", "deployments through an agency alone", "1", "Departures through a licensed agency found without sub-agents.", "GCM 6; Secretary-General 2; GOALS fair recruitment", C::via_agency),
      flow("deployments_via_subagents", "deployments through sub-agents", "1", "Departures through a chain of sub-agents to a licensed agency.", "GCM 6; Secretary-General 2; GOALS fair recruitment", C::via_subagents),
      flow("deployments_via_direct_hire", "deployments by direct hire", "1", "Departures hired by the employer or through relatives abroad, no agency between.", "GCM 5, 6; Secretary-General 2", C::via_direct),
      flow("deployments_via_government", "deployments through a government's programme", "1", "Departures under an agreement between governments, without intermediaries.", "GCM 5, 6; Secretary-General 2", C::via_government),
      ratio("mean_chain_links", "links from village to licence, mean", "1", "Links between worker and licence, the agency being one, mean over departures through agencies.", "GCM 6; Secretary-General 2; GOALS fair recruitment", C::chain_links, Sum{C::via_agency}.plus(C::via_subagents), 1),
      ratio("mean_cost_deducted_usd", "recruitment cost taken from wages, mean USD", "usd", "Part of the recruitment cost that the agency advances and takes from wages, mean over departures.", "SDG 10.7.1; GCM 6; Secretary-General 2; GOALS fair recruitment", C::deducted_cents, C::deployments, cents),
      flow("defrauded", "paid and never left", "1", "Persons who paid for a false offer.", "GCM 6, 9; Secretary-General 3", C::defrauded),
      ratio("mean_months_to_deploy", "months from search to departure, mean", "month", "Months from the beginning of the search to departure, mean over departures.", "GCM 5; Secretary-General 2", C::months_to_deploy, C::deployments, 1),
      ratio("mean_debt_at_departure_usd", "debt at departure, mean USD", "usd", "Debt at departure, mean over all who left, debt-free ones included.", "GCM 6; Secretary-General 2; GOALS fair recruitment", C::debt_at_departure_cents, C::deployments, cents, true),
      ratio("borrowers_percent", "leave in debt, percent", "percent", "Share of departures in debt.", "GCM 6; Secretary-General 2", C::borrowers, C::deployments, 100),
      ratio("mean_months_to_repay", "months to repay, mean", "month", "Months of instalments agreed at departure, mean over borrowers who can repay.", "GCM 6; Secretary-General 2", C::repayment_months, C::borrowers, 1),
      ratio("mean_wage_offered_usd_per_month", "wage offered, mean USD a month", "usd month-1", "Wage promised to those who left, mean.", "SDG 8.5.1; GCM 6; Secretary-General 6", C::wage_offered_cents, C::deployments, cents),
      ratio("mean_wage_paid_usd_per_month", "wage paid, mean USD a month", "usd month-1", "Wages paid in the month over workers abroad, withheld wages left out.", "SDG 8.5.1; GCM 6, 16; Secretary-General 6", wages, C::stock_abroad, cents, true),
      flow("wages_withheld_usd", "wages withheld, USD", "usd", "Wages due in the month and not paid.", "SDG 8.8.2; GCM 6; Secretary-General 3", C::withheld_cents, cents),
      ratio("wages_withheld_percent", "wages withheld, percent of those due", "percent", "Wages due and not paid, over wages due.", "SDG 8.8.2; GCM 6; Secretary-General 3", C::withheld_cents, C::wages_in_force, 100),
      ratio("contract_substitution_percent", "contract replaced by a worse one, percent", "percent", "Share of arrivals paid less than promised.", "SDG 8.8.2; GCM 6; Secretary-General 3", C::substituted, C::deployments, 100),
      flow("late_pay_spells", "spells of late or missing pay", "1", "Spells of one to four months in which pay came late or never.", "SDG 8.8.2; GCM 6, 16; Secretary-General 3", C::late_pay_spells),
      ratio("passport_retention_percent", "passport kept by the employer, percent", "percent", "Share of workers abroad whose passport the employer holds.", "SDG 8.8.2; GCM 6, 16; Secretary-General 3", C::passports_kept, C::stock_abroad, 100),
      ratio("forced_labour_percent", "in forced labour, percent", "percent", "Share of workers abroad in whose present job a sign of involuntary work and a menace of penalty lie within twelve months (ICLS guidelines of 2018).", "SDG 8.7; GCM 6, 10; Secretary-General 3", C::forced_labour_stock, C::stock_abroad, 100, true),
      ratio("violence_percent", "violence, events per 100 workers a year", "percent", "Physical and sexual violence: events over worker-years.", "SDG 5.2, 8.8; GCM 7, 10; Secretary-General 3; GOALS fair recruitment", C::violence_events, C::stock_abroad, 1200, true),
      ratio("harassment_percent", "threats and psychological violence, events per 100 workers a year", "percent", "Threats and psychological violence: events over worker-years.", "SDG 5.2, 8.8; GCM 7, 10; Secretary-General 3", C::threat_events, C::stock_abroad, 1200),
      ratio("imposed_hours_percent", "hours or tasks imposed, events per 100 workers a year", "percent", "Hours, on-call duty or tasks imposed and not agreed: events over worker-years.", "SDG 8.8.2; GCM 6; Secretary-General 3", C::long_hours_events, C::stock_abroad, 1200),
      flow("injuries", "occupational injuries", "1", "Occupational injuries that did not kill, severe and mild.", "SDG 8.8.1; GCM 6; Secretary-General 1", Sum{C::injuries_severe}.plus(C::injuries_mild)),
      ratio("injuries_per_100000_workers_year", "occupational injuries per 100,000 workers a year", "1", "SDG 8.8.1, non-fatal: occupational injuries over worker-years.", "SDG 8.8.1; GCM 6; Secretary-General 1", Sum{C::injuries_severe}.plus(C::injuries_mild), C::stock_abroad, 1'200'000),
      ratio("fatal_injuries_per_100000_workers_year", "fatal occupational injuries per 100,000 workers a year", "1", "SDG 8.8.1, fatal: deaths at work over worker-years.", "SDG 8.8.1; GCM 6, 8; Secretary-General 1", C::deaths_work, C::stock_abroad, 1'200'000),
      ratio("deaths_per_100000_workers_year", "deaths of all causes per 100,000 workers a year", "1", "Deaths of all causes over worker-years.", "GCM 8; Secretary-General 1", C::deaths, C::stock_abroad, 1'200'000),
      flow("suicides", "suicides abroad", "1", "Deaths by suicide among workers abroad.", "GCM 8; Secretary-General 1", C::deaths_suicide),
      flow("illnesses", "serious illnesses abroad", "1", "Illnesses that cost a month of work.", "GCM 15, 22; Secretary-General 1", C::illnesses),
      flow("dismissals", "dismissals", "1", "Workers dismissed before their contract's end, those for having complained left out.", "SDG 8.8.2; GCM 6; Secretary-General 1", C::dismissals),
      flow("job_changes", "changes of employer", "1", "Moves to another employer in the same destination: approved within a contract, at its end, and after a complaint.", "GCM 6; Secretary-General 3", Sum{C::job_changes}.plus(C::moves_at_end).plus(C::complaints_transferred)),
      ratio("job_changes_approved_percent", "requests to change employer approved, percent", "percent", "Share of lawful requests within a contract that were approved.", "GCM 6; Secretary-General 3", C::job_changes, C::job_change_requests, 100),
      flow("abscondings", "left a tied employer irregularly", "1", "Workers who left an employer to whom they were tied without leave, and became irregular.", "GCM 6, 7; Secretary-General 3", C::abscondings),
      flow("overstays", "stayed past the permit", "1", "Workers who stayed on when their contract ended, and became irregular.", "GCM 7; Secretary-General 1", C::overstays),
      flow("removals", "irregular workers found or given up", "1", "Irregular workers who were deported or went home.", "GCM 7, 21; Secretary-General 1", C::removals),
      flow("retaliations", "dismissed for having complained", "1", "Workers dismissed after a complaint that brought no remedy.", "SDG 8.8.2; GCM 7, 15; Secretary-General 3", C::retaliations),
      flow("complaints_filed", "complaints filed", "1", "Complaints lodged: about pay, hours, threats, violence and injuries.", "GCM 6, 7, 15; Secretary-General 1", C::complaints_filed),
      flow("complaints_resolved", "complaints resolved", "1", "Complaints closed with a remedy: wages paid, another employer, or the way home.", "GCM 6, 7, 15; Secretary-General 1", C::complaints_resolved, 1, true),
      flow("complaints_unremedied", "complaints closed without a remedy", "1", "Complaints that the staff handled and closed without a remedy: nothing to show, withdrawn, settled outside, no employer to be found.", "GCM 6, 7, 15; Secretary-General 1", C::complaints_unremedied),
      flow("complaints_lapsed", "complaints lapsed", "1", "Complaints that nobody had handled when their worker gave up, left the employer or went home.", "GCM 6, 7, 15; Secretary-General 1", C::complaints_lapsed),
      stock("complaints_waiting", "complaints waiting", "1", "Complaints lodged that nobody has handled yet.", "GCM 6, 7, 15; Secretary-General 1", C::waiting_cases),
      ratio("complaints_resolved_percent", "complaints resolved, percent of those closed", "percent", "Share of closed complaints that brought a remedy.", "GCM 6, 7, 15; Secretary-General 1", C::complaints_resolved, C::complaints_closed, 100),
      ratio("mean_months_to_resolve", "months to close a complaint, mean", "month", "Months from lodging to closing, mean over closed complaints.", "GCM 6, 15; Secretary-General 1", C::case_months, C::complaints_closed, 1),
      flow("remittances_sent_usd", "remittances sent, USD", "usd", "Money sent home in the month, before the transfer cost.", "SDG 10.c; GCM 20; Secretary-General 6", sent, cents),
      flow("remittances_received_usd", "remittances received, USD", "usd", "Money that families received in the month.", "SDG 10.c; GCM 20; Secretary-General 6", received, cents, true),
      ratio("mean_remittance_usd_per_month", "remittance received, mean USD a month", "usd month-1", "Money that families received in the month over workers abroad.", "SDG 10.c; GCM 20; Secretary-General 6", received, C::stock_abroad, cents),
      ratio("remittance_cost_percent", "cost of remitting, percent of the amount", "percent", "Transfer cost over the amount sent through formal services, at the corridor's price of 200 USD.", "SDG 10.c.1; GCM 20; Secretary-General 2", Sum{C::fees_in_force}.minus(C::fees_informal_in_force), Sum{C::sent_in_force}.minus(C::sent_informal_in_force), 100),
      ratio("realised_remittance_cost_percent", "cost of remitting as paid, percent", "percent", "Transfer cost over the amount sent, informal ways included.", "SDG 10.c.1; GCM 20; Secretary-General 2", fees, sent, 100),
      ratio("informal_remittances_percent", "sent informally, percent", "percent", "Share of the amount sent that goes through informal ways.", "GCM 20; Secretary-General 2", C::sent_informal_in_force, C::sent_in_force, 100),
      stock("savings_held_usd", "savings held abroad, USD", "usd", "What workers abroad have saved and not yet brought home.", "GCM 20, 21; Secretary-General 6", C::savings_held, cents),
      flow("savings_brought_home_usd", "savings brought home, USD", "usd", "What returnees of the month brought home of their savings.", "GCM 20, 21; Secretary-General 6; GOALS reintegration", C::savings_brought_cents, cents),
      flow("returns_forced", "returns forced by crisis or deportation", "1", "Returns whose primary reason was a crisis, a deportation or the loss of status.", "GCM 7, 21; Secretary-General 1", Sum{C::returns_crisis}.plus(C::returns_deportation)),
      flow("returns_target_reached", "returns with the savings aimed at", "1", "Returns at the contract's end of those who had saved what they had gone for.", "GCM 21; Secretary-General 6; GOALS reintegration", C::returns_target),
      stock("returnees_seeking_work", "returnees without work", "1", "Former migrants at home who seek work and have none.", "GCM 21; Secretary-General 6; GOALS reintegration", C::home_seeking_work),
      stock("returnee_enterprises", "enterprises of returnees", "1", "Enterprises that former migrants run.", "GCM 21; Secretary-General 6; GOALS reintegration", C::home_enterprises),
      ratio("returnees_working_percent", "returnees at work a year later, percent", "percent", "Share in wage work or an own enterprise, of those still at home when the months of observation after their return were over.", "GCM 21; Secretary-General 6; GOALS reintegration", C::returnees_working, C::returnees_observed, 100),
      ratio("reintegration_index", "sustainable reintegration, 0 to 1", "1", "Mean of the economic, social and psychosocial scores of those still at home when the months of observation were over.", "GCM 21; Secretary-General 6; GOALS reintegration", index, C::returnees_observed, 0.001 / 3),
      ratio("reintegration_economic", "economic score, 0 to 1", "1", "Work and freedom from debt of the same persons.", "GCM 21; Secretary-General 6; GOALS reintegration", C::index_economic_milli, C::returnees_observed, 0.001),
      ratio("reintegration_social", "social score, 0 to 1", "1", "How far the ties that the months abroad loosened have closed again.", "GCM 21; Secretary-General 6; GOALS reintegration", C::index_social_milli, C::returnees_observed, 0.001),
      ratio("reintegration_psychosocial", "psychosocial score, 0 to 1", "1", "One less the distress that is left of what happened abroad.", "GCM 21; Secretary-General 6; GOALS reintegration", C::index_psychosocial_milli, C::returnees_observed, 0.001),
      ratio("remigration_percent", "abroad again within two years, percent", "percent", "Share of returnees who left for a job abroad again within the window, of those for whom that is decided.", "GCM 21; Secretary-General 6; GOALS reintegration", C::abroad_again_within_window, window, 100),
      stock("households_out_of_poverty", "households out of poverty by remittances", "1", "Families of workers abroad that are above the poverty line with remittances and would be below it without.", "SDG 1.2, 10.c; GCM 20; Secretary-General 6", C::households_out_of_poverty),
      ratio("migrant_households_poor_percent", "families of workers abroad in poverty, percent", "percent", "Share of families of workers abroad that are below the poverty line although they receive remittances.", "SDG 1.2; GCM 20; Secretary-General 6", C::households_poor, C::households_abroad, 100),
      stock("children_without_carer", "young children of mothers abroad without a carer", "1", "Mothers abroad of children under five whom nobody has taken over the care of.", "SDG 5.4; GCM 7; Secretary-General 1", C::children_without_carer),
      flow("debt_service_usd", "debt service, USD", "usd", "Instalments paid in the month.", "GCM 6; Secretary-General 2", Sum{C::service_in_force}.plus(C::last_instalment_cents), cents),
      flow("pledges_seized", "pledged property lost", "1", "Returned debtors who lost pledged property.", "GCM 6, 21; Secretary-General 2", C::pledges_seized),
      ratio("renewal_percent", "contracts renewed, percent of those that ended", "percent", "Share of contracts that ended and were renewed.", "GCM 5; Secretary-General 6", C::renewals, C::contract_ends, 100),
      stock("stranded_workers", "workers stranded abroad", "1", "Workers abroad at the end of the month who want to go home and have no seat.", "GCM 8, 21; Secretary-General 4", C::stranded_workers),
      stock("held_at_border", "departures held back", "1", "Persons hired and ready to leave at the end of the month whom a closed border holds back.", "GCM 5; Secretary-General 4", C::held_at_border),
      flow("returns_crisis", "returns by a crisis", "1", "Returns of those who lost the job to a shock, were carried home by an evacuation or were expelled.", "GCM 8, 21; Secretary-General 4; GOALS reintegration", C::returns_crisis),
      flow("evacuated", "workers evacuated", "1", "Stranded workers who came home on seats beside the usual ones.", "GCM 8, 21; Secretary-General 4", C::evacuated),
      flow("expelled", "workers expelled", "1", "Workers in irregular status whom a destination expelled.", "GCM 7, 21; Secretary-General 1", C::expelled),
      flow("jobs_lost_to_shocks", "jobs lost to shocks", "1", "Workers abroad who lost the job to a shock, whether they went home or were stranded.", "SDG 8.5; GCM 6; Secretary-General 4", C::jobs_lost_to_shock),
      flow("wages_owed_at_job_loss_usd", "wages owed at job loss by a shock, USD", "usd", "Wages owed to those who lost the job to a shock, at that moment.", "SDG 8.8.2; GCM 6, 22; Secretary-General 4", C::job_loss_owed_cents, cents),
      flow("remittances_home_value_usd", "remittances received, home value in USD", "usd", "Money that families received in the month, at what it buys at home: times the price of a dollar in the home currency over its usual one.", "SDG 10.c; GCM 20; Secretary-General 6", C::received_home_value_cents, cents),
      flow("regularised", "irregular workers who got a permit", "1", "Workers in irregular status who got a permit and a contract in an open window of regularisation.", "GCM 7; Secretary-General 1", C::regularised),
      flow("amnesty_returns", "irregular workers home by an amnesty", "1", "Workers in irregular status who went home without penalty in an open window.", "GCM 7, 21; Secretary-General 1", C::amnesty_returns),
      flow("regularisation_fees_usd", "fees for permits of irregular workers, USD", "usd", "Fees that workers paid for becoming regular.", "GCM 6, 7; Secretary-General 2", C::regularisation_fees_cents, 0.01),
      ratio("informed_percent", "leave informed, percent", "percent", "Share of those who left whom a course had taught what their contract and rights are.", "GCM 3, 18; Secretary-General 3; GOALS fair recruitment", C::informed_departures, C::deployments, 100),
      ratio("recognised_percent", "leave with recognised skills, percent", "percent", "Share of those who left whose certificate counted at the destination.", "GCM 18; Secretary-General 6; GOALS skills", C::recognised_hires, C::deployments, 100),
      flow("skills_certified", "returnees certified", "1", "Returnees who got a certificate for what they had learnt abroad.", "GCM 18, 21; Secretary-General 6; GOALS skills", C::skills_certified),
      flow("certification_fees_usd", "fees for certificates of returnees, USD", "usd", "Fees that returnees paid for certificates of what they had learnt abroad.", "GCM 18; Secretary-General 2; GOALS skills", C::certification_fees_cents, 0.01),
      flow("skills_trained", "entered a course before leaving", "1", "Seekers without a certificate who entered a course that leads to one.", "GCM 18; Secretary-General 6; GOALS skills", C::skills_trained),
      flow("training_fees_usd", "fees for courses of seekers, USD", "usd", "Fees that seekers paid for courses that lead to a certificate, beside the recruitment cost.", "GCM 6, 18; Secretary-General 2; GOALS skills", C::training_fees_cents, cents),
      flow("skill_tests_failed", "offers lost to a skill test", "1", "Applicants with an order whom a compulsory test refused.", "GCM 18; Secretary-General 6; GOALS skills", C::tests_failed),
      flow("returnee_loans", "loans for enterprises of returnees", "1", "Returnees who began an enterprise with a loan of a programme.", "GCM 19, 21; Secretary-General 6; GOALS reintegration", C::returnee_loans),
      flow("returnee_loans_usd", "lent for enterprises of returnees, USD", "usd", "What programmes lent to returnees who began an enterprise.", "GCM 19, 21; Secretary-General 6; GOALS reintegration", C::returnee_loans_cents, cents),
      flow("welfare_dues_usd", "dues to welfare funds, USD", "usd", "Dues of those who left as members of a welfare fund, part of the recruitment cost.", "GCM 6, 14; Secretary-General 2", C::welfare_dues_cents, cents),
      flow("death_benefits_usd", "paid to families of the dead, USD", "usd", "What welfare funds paid to families of members who died abroad.", "SDG 1.3; GCM 8, 14; Secretary-General 1", C::death_benefits_cents, cents),
      flow("welfare_repatriations", "brought home by a welfare fund", "1", "Stranded members whom a welfare fund brought home beside the usual seats.", "GCM 8, 14, 21; Secretary-General 4", C::welfare_repatriations),
      flow("treatment_costs_usd", "treatment paid by workers, USD", "usd", "What workers without insurance paid or borrowed for treatment of illness and severe injury.", "SDG 3.8, 8.8; GCM 15, 22; Secretary-General 4", Sum{C::treatment_paid_cents}.plus(C::treatment_borrowed_cents), cents),
      flow("return_tickets_usd", "return tickets paid by workers, USD", "usd", "What workers who went home before the contract's end paid for the way.", "GCM 6, 21; Secretary-General 2", C::return_tickets_cents, cents),
      flow("social_security_usd", "social security paid out at return, USD", "usd", "Contributions that were paid out to workers at their return.", "SDG 1.3; GCM 22; Secretary-General 6", C::social_security_cents, cents),
      flow("deployments_via_pathways", "deployments on pathways", "1", "Departures for places beside employers' usual orders: circular and seasonal schemes, legal pathways, studies with work.", "SDG 10.7; GCM 5; Secretary-General 6", C::pathway_deployments),
      stock("pathway_workers", "workers abroad on pathways", "1", "Workers abroad at the end of the month who came for such a place.", "SDG 10.7; GCM 5; Secretary-General 6", C::pathway_workers),
      stock("nationals_in_posts", "nationals in posts of migrants", "1", "Nationals whom firms have hired in the place of migrants under a quota, less those whose firms closed, counted where the migrants are from.", "SDG 8.5.1; GCM 5; Secretary-General 6", C::nationals_in_posts),
      stock("posts_of_closed_firms", "posts of migrants gone with firms that closed", "1", "Posts of migrants that are gone because firms closed that had too few nationals for a quota, counted where the migrants are from.", "SDG 8.5.1; GCM 5; Secretary-General 6", C::posts_closed),
      stock("on_home_leave", "at home with a job abroad kept for them", "1", "Workers at home at the end of the month whom a closed border keeps from a job abroad that is still theirs.", "GCM 8, 21; Secretary-General 4; GOALS reintegration", C::on_home_leave),
      flow("returns_on_leave", "returns with the job kept", "1", "Returns, among those for family and by own choice, after which the employer keeps the job until the way back is open.", "GCM 8, 21; Secretary-General 4; GOALS reintegration", C::leaves_with_job_kept),
      ratio("remigration_after_closure_percent", "home in a closure and abroad again within two years, percent", "percent", "Share of those who came home while more than half of the usual departures were stopped who left for a job abroad again within the window, of those for whom that is decided.", "GCM 8, 21; Secretary-General 4; GOALS reintegration", C::closure_abroad_again, Sum{C::closure_abroad_again}.plus(C::closure_home_beyond), 100),
      flow("caught_on_leave", "caught on home leave by a closure", "1", "Workers who were at home on leave when the way back was shut; they are in no count of returns.", "GCM 8, 21; Secretary-General 4", C::caught_on_leave),
      flow("back_at_kept_job", "back at the job kept", "1", "Workers who went back from home to the job kept for them, without recruitment; they are no deployments.", "GCM 8, 21; Secretary-General 4; GOALS reintegration", C::back_at_kept_job),
      flow("kept_jobs_lost", "kept jobs lost or given up at home", "1", "Jobs abroad that were kept for workers at home until the employer cut them, the contract ended or the worker gave them up.", "SDG 8.5; GCM 21; Secretary-General 4", C::kept_jobs_lost),
      flow("returnees_supported", "returnees with a seat in a programme", "1", "Returnees who got a seat in a programme for them on their return.", "GCM 21; Secretary-General 6; GOALS reintegration", C::returnees_supported),
      flow("stranded_support_usd", "paid to stranded workers, USD", "usd", "Money that an emergency response paid to stranded workers without pay.", "SDG 1.3; GCM 8, 21; Secretary-General 4", C::stranded_support_cents, cents),
      flow("end_of_service_usd", "pay at the end of service, USD", "usd", "What employers paid to workers at the end of a completed contract for the years of service, under a rule that gives a right to it.", "SDG 8.8.2; GCM 6, 22; Secretary-General 6", C::end_of_service_cents, cents),
      flow("wage_fund_paid_usd", "paid by a wage fund, USD", "usd", "What a wage fund paid to returnees of wages that employers owed them.", "SDG 8.8.2; GCM 6, 21, 22; Secretary-General 1", C::wage_fund_paid_cents, cents),
      stock("wage_fund_due_usd", "due from a wage fund, USD", "usd", "What a wage fund had granted to returnees and not yet paid at the end of the month.", "SDG 8.8.2; GCM 6, 21, 22; Secretary-General 1", C::wage_fund_due_cents, cents),
  };
}

const std::vector<Indicator>& catalogue() {
  static const std::vector<Indicator> all = make_catalogue();
  return all;
}

}  // namespace

std::span<const Indicator> indicator_catalogue() { return catalogue(); }

const Indicator* find_indicator(std::string_view name) {
  for (const Indicator& indicator : catalogue()) {
    if (indicator.name == name) return &indicator;
  }
  return nullptr;
}

double indicator_value(const Indicator& indicator, std::span<const std::int64_t> sums, double scale) {
  std::int64_t top = 0;
  for (std::size_t t = 0; t < indicator.numerator_terms; ++t) top += indicator.signs[t] * sums[index(indicator.numerator[t])];
  if (indicator.measure != Measure::ratio) return static_cast<double>(top) * scale * indicator.factor;
  std::int64_t bottom = 0;
  for (std::size_t t = 0; t < indicator.denominator_terms; ++t) bottom += indicator.denominator_signs[t] * sums[index(indicator.denominator[t])];
  if (bottom == 0) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(top) / static_cast<double>(bottom) * indicator.factor;
}

double gap_value(const Indicator& indicator, double women, double men) noexcept {
  constexpr double missing = std::numeric_limits<double>::quiet_NaN();
  if (gap_of(indicator) == Gap::women_minus_men) return women - men;
  const bool has_share = women >= 0 && men >= 0 && women + men > 0;
  return has_share ? 100.0 * women / (women + men) : missing;
}

std::string gap_name(const Indicator& indicator) {
  return std::string{indicator.name} + (gap_of(indicator) == Gap::women_percent ? "_women_percent" : "_gap");
}

std::size_t Bins::bin(double value) const noexcept {
  if (!(value > lowest)) return 0;
  const double place = std::log(value / lowest) / std::log(highest / lowest);
  return std::min<std::size_t>(count - 1, 1 + static_cast<std::size_t>(place * static_cast<double>(count - 2)));
}

double Bins::floor(std::size_t bin) const noexcept {
  if (bin == 0) return 0;
  return lowest * std::pow(highest / lowest, static_cast<double>(bin - 1) / static_cast<double>(count - 2));
}

double Bins::quantile(std::span<const std::int32_t> histogram, double share) const {
  std::int64_t total = 0;
  for (const std::int32_t n : histogram) total += n;
  if (total == 0) return std::numeric_limits<double>::quiet_NaN();
  const double wanted = share * static_cast<double>(total);
  double below = 0;
  for (std::size_t bin = 0; bin < histogram.size(); ++bin) {
    const double here = histogram[bin];
    if (here > 0 && below + here >= wanted) {
      if (bin == 0) return 0;
      const double bottom = floor(bin);
      const double top = bin + 1 < count ? floor(bin + 1) : highest;
      return bottom + (top - bottom) * (wanted - below) / here;
    }
    below += here;
  }
  return highest;
}

}  // namespace sojourn::model
