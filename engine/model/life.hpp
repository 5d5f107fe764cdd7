#pragma once
// What happens in one life, as the account of a followed person keeps it: events in their order, nothing that acts.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/calendar.hpp"
#include "core/units.hpp"

namespace sojourn::model {

/// Kinds of events of a life. `amount` and `other` are cents unless said otherwise; append new ones at the end, with a
/// name below and a sentence in study/life_sentences.hpp.
enum class LifeEvent : std::uint8_t {
  abroad_at_start,  ///< amount: wage a month; other: month count of arrival
  on_the_way_at_start,
  home_at_start,  ///< has been abroad before the account begins
  began_to_seek,  ///< first, or again after a journey: joins the queue of the market
  gave_up,        ///< no order was shown
  could_not_pay,  ///< amount: price asked
  refused,        ///< amount: price asked
  defrauded,      ///< amount: paid for a job that is not there; other: borrowed of it
  accepted,       ///< amount: price agreed
  dropped_out,    ///< before leaving
  departed,       ///< amount: paid by the worker, below 0 where the employer paid; other: debt at departure
  left_irregularly,
  arrived,        ///< amount: wage a month; other: wage promised; detail: 1 where the contract was exchanged
  met_employer,   ///< amount: the employer's factor on hazards of harm, in thousandths
  budgeted,       ///< amount: sent home a month; other: put aside a month
  wage_withheld,  ///< amount: what could not be sent or put aside
  complained,
  case_won,  ///< amount: wages recovered
  case_lost,
  case_lapsed,
  home_leave,
  contract_renewed,  ///< amount: wage a month
  last_instalment,
  came_home,  ///< amount: wages still owed by the employer; other: debt; detail: a ReturnReason
  died,       ///< abroad; amount: wages still owed by the employer
  debt_cleared_at_home,
  pledge_seized,     ///< amount: debt that went with it
  back_to_old_life,  ///< no longer seeks, owes nothing, was never abroad
  settled,           ///< home for good
  passport_taken,    ///< by the employer, on arrival
  late_pay,          ///< a spell of it, made good later
  long_hours,
  threatened,
  beaten,
  injured,           ///< at work; detail: 1 where severe
  fell_ill,
  dismissed,
  changed_employer,
  left_tied_job,     ///< without leave, irregular from then on
  overstayed,        ///< past the permit, irregular from then on
  found_irregular,   ///< deported, or gave up
  stranded,          ///< wants to go home and has no seat
  lost_pay,          ///< the job is gone before there is a seat
  found_work_at_home,
  began_enterprise,
  enterprise_failed,
  regularised,       ///< got a permit in an open window; amount: wage a month
  skills_counted,    ///< on arrival: the certificate counts at the destination
  skills_certified,  ///< at home, for what was learnt abroad; amount: fee
  went_back_to_job,  ///< from home to the job that the employer had kept; amount: wage a month
  kept_job_ended,    ///< at home: cut, given up, or the contract was over; detail: a ReturnReason
};

inline constexpr std::array<std::string_view, 51> life_event_names{"abroad_at_start",
                                                                   "on_the_way_at_start",
                                                                   "home_at_start",
                                                                   "began_to_seek",
                                                                   "gave_up",
                                                                   "could_not_pay",
                                                                   "refused",
                                                                   "defrauded",
                                                                   "accepted",
                                                                   "dropped_out",
                                                                   "departed",
                                                                   "left_irregularly",
                                                                   "arrived",
                                                                   "met_employer",
                                                                   "budgeted",
                                                                   "wage_withheld",
                                                                   "complained",
                                                                   "case_won",
                                                                   "case_lost",
                                                                   "case_lapsed",
                                                                   "home_leave",
                                                                   "contract_renewed",
                                                                   "last_instalment",
                                                                   "came_home",
                                                                   "died",
                                                                   "debt_cleared_at_home",
                                                                   "pledge_seized",
                                                                   "back_to_old_life",
                                                                   "settled",
                                                                   "passport_taken",
                                                                   "late_pay",
                                                                   "long_hours",
                                                                   "threatened",
                                                                   "beaten",
                                                                   "injured",
                                                                   "fell_ill",
                                                                   "dismissed",
                                                                   "changed_employer",
                                                                   "left_tied_job",
                                                                   "overstayed",
                                                                   "found_irregular",
                                                                   "stranded",
                                                                   "lost_pay",
                                                                   "found_work_at_home",
                                                                   "began_enterprise",
                                                                   "enterprise_failed",
                                                                   "regularised",
                                                                   "skills_counted",
                                                                   "skills_certified",
                                                                   "went_back_to_job",
                                                                   "kept_job_ended"};
static_assert(life_event_names.size() == static_cast<std::size_t>(LifeEvent::kept_job_ended) + 1);

inline constexpr std::uint16_t no_life_market = 0xffff;

/// One event of a life.
struct LifeNote {
  Month month;
  LifeEvent event{};
  std::uint8_t detail = 0;
  std::uint16_t market = no_life_market;  ///< MarketId that it is about
  Cents amount = 0, other = 0;
  friend bool operator==(const LifeNote&, const LifeNote&) = default;
};

}  // namespace sojourn::model
