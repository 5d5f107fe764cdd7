#pragma once
// The sentences in which a life is told: one line for each event, or for each form of it.
#include <array>
#include <cstdint>
#include <string_view>

#include "model/life.hpp"

namespace sojourn::study {

using model::LifeEvent;

// A form of an event: the first that fits its note is told.
enum class If : std::uint8_t {
  always,
  first,
  again,
  no_money,
  money,
  no_other,
  other,
  kept,
  cut,
  good,
  plain,
  bad,
  plain_detail,
  reason_0,
  reason_1,
  reason_2,
  reason_3,
  reason_4,
  reason_5,
  reason_6,
  reason_7,
  reason_8,
  reason_9
};

struct Sentence {
  LifeEvent event;
  If form;
  std::string_view text;
};

// Fields: month (with its year), age; She, she, them, Their, their of the person; in_place, to_place, at_work of the
// market; amount, other (USD); months since arrival; since (month and year of an arrival before the account).
inline constexpr std::array sentences{
    Sentence{LifeEvent::abroad_at_start, If::always,
             "When this account begins, in {month}, {she} is {age} and has been {in_place} since {since}, {at_work}, "
             "for {amount} USD a month."},
    Sentence{LifeEvent::on_the_way_at_start, If::always,
             "When this account begins, in {month}, {she} is {age}, has accepted a job {at_work} {in_place} and waits "
             "for {their} papers."},
    Sentence{LifeEvent::home_at_start, If::always,
             "When this account begins, in {month}, {she} is {age} and lives at home again; {she} has worked "
             "{in_place}, {at_work}."},
    Sentence{LifeEvent::began_to_seek, If::first,
             "In {month}, at the age of {age}, {she} began to look for work abroad: a job {at_work} {in_place}."},
    Sentence{LifeEvent::began_to_seek, If::again,
             "In {month}, aged {age}, {she} looked for work abroad again: a job {at_work} {in_place}."},
    Sentence{LifeEvent::gave_up, If::always, "No job was offered to {them}; in {month} {she} stopped looking."},
    Sentence{LifeEvent::could_not_pay, If::always,
             "In {month} {she} was offered one for {amount} USD, which was more than {she} owned and anybody would "
             "lend {them}."},
    Sentence{LifeEvent::refused, If::no_money, "In {month} {she} was offered one free of charge and turned it down."},
    Sentence{LifeEvent::refused, If::money, "In {month} {she} was offered one for {amount} USD and turned it down."},
    Sentence{LifeEvent::defrauded, If::no_money,
             "In {month} {she} was promised a job that did not exist; it had cost {them} nothing."},
    Sentence{LifeEvent::defrauded, If::no_other,
             "In {month} {she} paid {amount} USD for a job that did not exist. The money was gone."},
    Sentence{LifeEvent::defrauded, If::other,
             "In {month} {she} paid {amount} USD for a job that did not exist, {other} USD of it borrowed. The money "
             "was gone and the debt stayed."},
    Sentence{LifeEvent::accepted, If::no_money,
             "In {month} {she} accepted an offer that cost {them} nothing and waited for {their} papers."},
    Sentence{LifeEvent::accepted, If::money,
             "In {month} {she} accepted an offer for {amount} USD and waited for {their} papers."},
    Sentence{LifeEvent::dropped_out, If::always,
             "The journey came to nothing: in {month} {she} dropped out before leaving."},
    Sentence{LifeEvent::departed, If::no_money,
             "In {month} {she} left for {to_place}; the employer had paid for the journey."},
    Sentence{LifeEvent::departed, If::no_other,
             "In {month} {she} left for {to_place}. {She} had paid {amount} USD and owed nothing."},
    Sentence{LifeEvent::departed, If::other,
             "In {month} {she} left for {to_place}. {She} had paid {amount} USD and owed {other} USD."},
    Sentence{LifeEvent::left_irregularly, If::always,
             "The regular way was closed to {them}, so {she} went without permission and unregistered."},
    Sentence{LifeEvent::arrived, If::kept, "The job, {at_work}, paid {amount} USD a month, as promised."},
    Sentence{LifeEvent::arrived, If::cut,
             "{She} had been promised {other} USD a month; on arrival {she} was given another contract, {at_work}, for "
             "{amount} USD."},
    Sentence{LifeEvent::met_employer, If::good, "{Their} employer treated workers better than most."},
    Sentence{LifeEvent::met_employer, If::plain, "{Their} employer was like many others."},
    Sentence{LifeEvent::met_employer, If::bad, "{Their} employer was harsh."},
    Sentence{LifeEvent::budgeted, If::first, "{She} sent home {amount} USD a month and put {other} USD aside."},
    Sentence{LifeEvent::budgeted, If::again,
             "From {month} on {she} sent home {amount} USD a month and put {other} USD aside."},
    Sentence{LifeEvent::wage_withheld, If::first,
             "In {month} the employer did not pay: {she} had {amount} USD less to send and to save."},
    Sentence{LifeEvent::wage_withheld, If::again, "In {month} the wage stayed out again, {amount} USD."},
    Sentence{LifeEvent::complained, If::always, "{She} lodged a complaint."},
    Sentence{LifeEvent::case_won, If::always,
             "In {month} the case was decided for {them} and {she} was paid {amount} USD."},
    Sentence{LifeEvent::case_lost, If::always, "In {month} the case was closed without a payment."},
    Sentence{LifeEvent::case_lapsed, If::always, "Nobody took the case up, and by {month} it had lapsed."},
    Sentence{LifeEvent::home_leave, If::always,
             "In {month} {she} spent a leave at home and went back to the same job."},
    Sentence{LifeEvent::contract_renewed, If::always,
             "In {month} the contract ended and was renewed, at {amount} USD a month."},
    Sentence{LifeEvent::last_instalment, If::always, "In {month} {she} paid the last instalment of {their} debt."},
    Sentence{LifeEvent::came_home, If::reason_0,
             "In {month}, after {months} {in_place}, the country was in crisis and {she} came home."},
    Sentence{LifeEvent::came_home, If::reason_1,
             "In {month}, after {months} {in_place}, {she} had to leave the country."},
    Sentence{LifeEvent::came_home, If::reason_2,
             "In {month}, after {months} {in_place}, {she} left the job because of what the employer did, and came home."},
    Sentence{LifeEvent::came_home, If::reason_3,
             "In {month}, after {months} {in_place}, {she} came home ill or hurt."},
    Sentence{LifeEvent::came_home, If::reason_4,
             "In {month}, after {months} {in_place}, the job was gone and {she} came home."},
    Sentence{LifeEvent::came_home, If::reason_5,
             "In {month}, after {months} {in_place}, {she} came home early for {their} family or for reasons of {their} own."},
    Sentence{LifeEvent::came_home, If::reason_6,
             "In {month}, after {months} {in_place}, the contract ended, the employer did not renew it, and {she} came home."},
    Sentence{LifeEvent::came_home, If::reason_7,
             "In {month}, after {months} {in_place}, the contract ended and {she} came home by {their} own choice."},
    Sentence{LifeEvent::came_home, If::reason_8,
             "In {month}, after {months} {in_place}, {she} had saved what {she} had come for and went home at the contract's end."},
    Sentence{LifeEvent::came_home, If::reason_9,
             "In {month}, after {months} {in_place}, {she} came home, at an age at which contracts are not renewed."},
    Sentence{LifeEvent::died, If::always,
             "In {month} {she} died {in_place}, {age} years old, {months} after {their} arrival."},
    Sentence{LifeEvent::debt_cleared_at_home, If::always,
             "In {month} the debt was paid off from what {she} earned at home."},
    Sentence{LifeEvent::pledge_seized, If::always,
             "In {month} the lender took what {she} had pledged, for {amount} USD that {she} owed."},
    Sentence{LifeEvent::back_to_old_life, If::always, "{She} went back to {their} life at home."},
    Sentence{LifeEvent::settled, If::always, "{She} stayed at home for good."},
    Sentence{LifeEvent::passport_taken, If::always, "The employer took {their} passport."},
    Sentence{LifeEvent::late_pay, If::first, "In {month} the wage came late, and so it did for some time."},
    Sentence{LifeEvent::late_pay, If::again, "In {month} the wage came late again."},
    Sentence{LifeEvent::long_hours, If::first, "In {month} {she} was made to work hours that had not been agreed."},
    Sentence{LifeEvent::long_hours, If::again, "In {month} hours were imposed on {them} again."},
    Sentence{LifeEvent::threatened, If::first, "In {month} {she} was threatened."},
    Sentence{LifeEvent::threatened, If::again, "In {month} {she} was threatened again."},
    Sentence{LifeEvent::beaten, If::first, "In {month} {she} suffered violence."},
    Sentence{LifeEvent::beaten, If::again, "In {month} {she} suffered violence again."},
    Sentence{LifeEvent::injured, If::plain_detail, "In {month} {she} was hurt at work, not badly."},
    Sentence{LifeEvent::injured, If::always, "In {month} {she} was badly hurt at work."},
    Sentence{LifeEvent::fell_ill, If::always, "In {month} {she} fell ill and could not work for a month."},
    Sentence{LifeEvent::dismissed, If::always, "In {month} {she} was dismissed."},
    Sentence{LifeEvent::changed_employer, If::always, "In {month} {she} went to another employer."},
    Sentence{LifeEvent::left_tied_job, If::always,
             "In {month} {she} left the employer without leave; from then on {she} worked without papers."},
    Sentence{LifeEvent::overstayed, If::always,
             "In {month} the contract ended and {she} stayed on without papers."},
    Sentence{LifeEvent::found_irregular, If::always, "In {month} {their} time without papers ended."},
    Sentence{LifeEvent::stranded, If::always, "In {month} {she} wanted to go home and found no seat."},
    Sentence{LifeEvent::lost_pay, If::always, "The job was gone; {she} waited without pay."},
    Sentence{LifeEvent::found_work_at_home, If::always, "In {month} {she} found work at home."},
    Sentence{LifeEvent::began_enterprise, If::always, "In {month} {she} began a small enterprise with what {she} had saved."},
    Sentence{LifeEvent::enterprise_failed, If::always, "In {month} {their} enterprise failed."},
    Sentence{LifeEvent::regularised, If::always, "In {month} {she} got a permit and a contract."},
    Sentence{LifeEvent::skills_counted, If::always, "{Their} certificate counted there, and the pay with it."},
    Sentence{LifeEvent::skills_certified, If::no_money,
             "In {month} {she} was given a certificate for what {she} had learnt abroad."},
    Sentence{LifeEvent::skills_certified, If::money,
             "In {month} {she} paid {amount} USD for a certificate of what {she} had learnt abroad."},
    Sentence{LifeEvent::went_back_to_job, If::always,
             "In {month} the way was open again and {she} went back to the job that had been kept for {them}."},
    Sentence{LifeEvent::kept_job_ended, If::always, "In {month} the job abroad that had been kept for {them} was gone."},
};

}  // namespace sojourn::study
