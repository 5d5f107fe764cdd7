#pragma once
// What is held of those who act: seekers, people on their way, workers abroad, people back home. Plain data.
#include <cstdint>

#include "core/person.hpp"
#include "core/units.hpp"
#include "model/channels.hpp"
#include "model/departure.hpp"
#include "model/fees.hpp"
#include "model/harm.hpp"
#include "model/levers/pathway_terms.hpp"
#include "model/placement.hpp"
#include "model/protection.hpp"
#include "model/reintegration.hpp"
#include "model/returning.hpp"

namespace sojourn::sim {

/// A month count in 16 bits, as JobRecord keeps it: good until the year 2730.
[[nodiscard]] constexpr std::int16_t short_month(std::int32_t month) noexcept { return static_cast<std::int16_t>(month); }

/// A debt as it stands at `since`, interest running.
struct Debt {
  Cents balance = 0;
  float rate_per_month = 0;
  std::int32_t since = 0;  ///< month count
  bool pledged = false;
};

/// What the last return left a person with, and what has come of it since. Kept through a search spell.
struct HomeLife {
  std::int32_t returned = 0;       ///< month count of coming home; 0 for who never was abroad
  std::int32_t savings = 0;        ///< brought home and not put into an enterprise, cents
  std::int32_t well_again = 0;     ///< month from which health hinders no work
  float distress = 0;              ///< on return
  std::int16_t months_abroad = 0;  ///< of the last stay
  model::ReturnReason reason{};
  model::HomeWork work = model::HomeWork::seeking;
  bool observed = false;           ///< counted at the end of the months of observation
  bool decided = false;            ///< counted as abroad again, or not, within the window
  bool certified = false;          ///< for what was learnt abroad or in a course; kept for life
  bool in_closure = false;         ///< came home while more than half of the corridor's departures were stopped
  std::uint8_t support = 0;        ///< by a programme since the return: bits of model::Support
  std::uint8_t support_months = 0;
  model::Pathway way_back = model::Pathway::usual;  ///< by which the person has a right to come back to the last market
};

/// Someone in a search spell, or accepted and on the way.
struct Seeker {
  PersonId person;
  std::uint16_t market = 0;
  std::uint8_t spells = 0;     ///< abroad before
  bool past_ban = false;
  std::int32_t since = 0;      ///< month count of the spell's beginning
  float taste = 0;
  Debt debt;                   ///< of earlier journeys
  // Drawn once a spell (block.cpp, prepare), read every month that it lasts.
  float own_usd = 0, pledge_usd = 0;  ///< means: model::Wealth
  float fee_spread = 1;
  float honesty = 0.5F;        ///< of the agency that serves the spell
  float acceptance = 0.5F;     ///< takes an offer whose chance of being taken lies above
  float rank_chance = 0;       ///< on a government's roster: the test score
  float death_belief = 1;      ///< own factor on the believed risk of death
  bool offer_is_false = false;
  bool has_loan = false;       ///< of a migration loan programme, if its terms hold when money is due
  model::Recruiter recruiter = model::Recruiter::agency;
  std::uint8_t links = 1;      ///< from village to licence
  std::uint16_t agency = 0xffff;  ///< slot in the origin's table (agencies.hpp); 0xffff: none
  std::int16_t course_ends = 0;   ///< month count; looks for no order before
  model::Pathway way = model::Pathway::usual;  ///< whose orders the person waits for
  bool declares_another = false;  ///< occupation to the register, since a rule closes this one
  float effort = 0;            ///< of that agency in screening employers, 0 to 1
  HomeLife life;
};
static_assert(sizeof(Seeker) <= 120);

struct OnTheWay {
  Seeker seeker;
  model::Payment payment;      ///< as agreed; booked at departure
  bool under_rule = false;
  bool drops_out = false;
  std::int32_t held_since = 0;  ///< month count since a closed border holds them back; 0: it does not
  bool fund_member = false;     ///< of a welfare fund, whose dues are among the papers
  Cents fund_dues = 0;
};

/// A worker abroad beside the alarm that is kept apart.
struct Worker {
  PersonId person;
  std::int32_t wage = 0, living = 0, service = 0, sent = 0, saved = 0, fee = 0;  ///< cents a month
  std::int32_t informal = 0;       ///< of `sent`, cents a month
  std::int32_t savings = 0;        ///< cents until `savings_since`; `saved` a month from then on
  std::int32_t last_instalment = 0;
  std::int32_t principal = 0;      ///< cents
  std::int32_t owed = 0;           ///< withheld wages, cents
  std::int32_t repaid = 0;         ///< month of the last instalment; 0 without debt
  float rate_per_month = 0;
  float employer_factor = 1;       ///< on hazards of harm
  float alarm_factor = 1;          ///< how much faster than the market's clock the present alarm runs
  float taste = 0;
  model::EmployerNumber employer;
  std::int16_t arrived = 0;        ///< month count, like all of these
  std::int16_t contract_ends = 0;
  std::int16_t loan_since = 0;
  std::int16_t savings_since = 0;
  std::int16_t stranded_since = 0; ///< 0: not stranded
  std::int16_t case_since = 0;     ///< month of a waiting complaint; 0 without
  std::int16_t unpaid_until = 0;   ///< last month of a spell without pay
  std::uint16_t agency = 0xffff;   ///< that placed the worker; 0xffff: none
  model::JobRecord job;
  model::Grievance grievance{};    ///< what the waiting complaint is about
  std::uint8_t spells = 0;
  model::Channel channel = model::Channel::registered;
  bool pledged = false;
  bool irregular = false;          ///< by entry, past the permit, or after leaving a tied job
  bool screened = false;           ///< by an agency that looks at employers' records
  bool passport_kept = false;
  bool in_forced_labour = false;   ///< as counted in the market's stock
  bool poor : 1 = false, out_of_poverty : 1 = false;       ///< the family: with remittances; thanks to them
  bool young_child : 1 = false, without_carer : 1 = false; ///< of a mother
  bool informed : 1 = false;       ///< by a course before leaving: of the contract and of rights
  bool skills_recognised : 1 = false;  ///< the certificate counts, and the wage is higher for it
  bool certified : 1 = false;      ///< HomeLife::certified, while abroad
  bool own_sponsor : 1 = false;    ///< holds a permit that ties to no employer
  bool tested : 1 = false;         ///< has passed a skill test that the job asked for
  bool fund_member : 1 = false;    ///< of a welfare fund
  model::ReturnReason stranded_reason{};           ///< that began the wait for a seat
  bool jobless : 1 = false;        ///< stranded and without pay
  bool has_seat : 1 = false;       ///< on the way home
  bool keeps_job : 1 = false;      ///< goes home on leave: the employer keeps the job
  bool leaves_at_end : 1 = false;  ///< the permit is not renewed
  bool may_return : 1 = false;     ///< by the same way, who goes home in time
  std::uint8_t way : 3 = 0;        ///< model::Pathway whose place this is; 0 for the jobs that employers want anyway
};

/// Someone back home who may go again or still owes.
struct HomePerson {
  PersonId person;
  std::uint16_t last_market = 0;
  std::uint8_t spells = 0;
  bool settled = false;            ///< will not seek again; kept until the debt is gone
  std::int32_t since = 0;
  float taste = 0;
  Debt debt;
  std::int32_t instalment = 0;     ///< cents a month
  std::int32_t repaid = 0;         ///< month; 0 without debt
  HomeLife life;
  std::int32_t fund_due = 0;       ///< granted by a wage fund and not yet paid, cents
  std::int16_t fund_pays = 0;      ///< month count in which it is paid
};

/// Someone at home whose job abroad is kept. Few, and only while a way back is shut: the job stays as it was left.
struct OnLeave {
  HomePerson home;
  Worker job;
  std::int32_t due_back = 0;       ///< month count from which the person asks for a place on the way back
};

// A person who has acted costs little, or a country at full scale does not fit.
static_assert(sizeof(Seeker) <= 120 && sizeof(Worker) <= 120 && sizeof(HomePerson) <= 120);
static_assert(sizeof(OnLeave) <= sizeof(HomePerson) + sizeof(Worker) + 8);

}  // namespace sojourn::sim
