#include "sim/traveller.hpp"

namespace sojourn::sim {
namespace {

std::int32_t narrow(Cents amount) noexcept { return static_cast<std::int32_t>(amount); }

}  // namespace

Traveller::Traveller(const OnTheWay& whole) noexcept
    : person_{whole.seeker.person}, debt_balance_{whole.seeker.debt.balance}, life_{whole.seeker.life},
      borne_by_worker_{narrow(whole.payment.borne_by_worker)}, official_{narrow(whole.payment.official)},
      documented_{narrow(whole.payment.documented)}, to_employer_side_{narrow(whole.payment.to_employer_side)},
      to_agency_{narrow(whole.payment.to_agency)}, to_subagents_{narrow(whole.payment.to_subagents)},
      paid_by_employer_{narrow(whole.payment.paid_by_employer)}, refunded_{narrow(whole.payment.refunded)},
      deducted_{narrow(whole.payment.deducted)}, fund_dues_{narrow(whole.fund_dues)}, own_usd_{whole.seeker.own_usd}, pledge_usd_{whole.seeker.pledge_usd},
      taste_{whole.seeker.taste}, effort_{whole.seeker.effort}, debt_rate_{whole.seeker.debt.rate_per_month},
      debt_since_{whole.seeker.debt.since}, since_{whole.seeker.since}, held_since_{whole.held_since},
      market_{whole.seeker.market}, agency_{whole.seeker.agency}, spells_{whole.seeker.spells}, links_{whole.seeker.links},
      recruiter_{whole.seeker.recruiter}, way_{whole.seeker.way}, past_ban_{whole.seeker.past_ban}, has_loan_{whole.seeker.has_loan}, pledged_{whole.seeker.debt.pledged},
      complied_{whole.payment.complied}, under_rule_{whole.under_rule}, drops_out_{whole.drops_out},
      fund_member_{whole.fund_member}, declares_another_{whole.seeker.declares_another} {}

OnTheWay Traveller::whole() const noexcept {
  OnTheWay all{.seeker = {.person = person_, .market = market_, .spells = spells_, .past_ban = past_ban_, .since = since_,
                          .taste = taste_,
                          .debt = {.balance = debt_balance_, .rate_per_month = debt_rate_, .since = debt_since_, .pledged = pledged_},
                          .own_usd = own_usd_, .pledge_usd = pledge_usd_, .has_loan = has_loan_, .recruiter = recruiter_, .links = links_,
                          .agency = agency_, .way = way_, .declares_another = declares_another_,
                          .effort = effort_, .life = life_},
               .payment = {.borne_by_worker = borne_by_worker_, .official = official_, .documented = documented_,
                           .to_employer_side = to_employer_side_, .to_agency = to_agency_, .to_subagents = to_subagents_,
                           .paid_by_employer = paid_by_employer_, .refunded = refunded_, .deducted = deducted_,
                           .complied = complied_}};
  all.under_rule = under_rule_;
  all.drops_out = drops_out_;
  all.held_since = held_since_;
  all.fund_member = fund_member_;
  all.fund_dues = fund_dues_;
  return all;
}

}  // namespace sojourn::sim
