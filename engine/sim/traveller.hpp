#pragma once
// People on their way as they are kept for months: what the journey still needs, narrow.
#include <cstdint>

#include "sim/persons.hpp"

namespace sojourn::sim {

/// A person whose order is accepted, until departure or drop-out. Keeps what of a Seeker acts after acceptance: the draws of
/// the search itself (spread of fees, acceptance, rank, belief, the agency's honesty) are gone.
class Traveller {
 public:
  /// Amounts of `whole.payment` lie within 32 bits of cents (21 million USD).
  explicit Traveller(const OnTheWay& whole) noexcept;
  [[nodiscard]] OnTheWay whole() const noexcept;

  [[nodiscard]] PersonId person() const noexcept { return person_; }
  [[nodiscard]] std::uint16_t market() const noexcept { return market_; }
  [[nodiscard]] bool drops_out() const noexcept { return drops_out_; }
  /// Month count since a closed border holds the person back; 0: it does not.
  [[nodiscard]] std::int32_t held_since() const noexcept { return held_since_; }
  void hold_since(std::int32_t month) noexcept { held_since_ = month; }

 private:
  PersonId person_;
  Cents debt_balance_;
  HomeLife life_;
  std::int32_t borne_by_worker_, official_, documented_, to_employer_side_, to_agency_, to_subagents_, paid_by_employer_, refunded_,
      deducted_, fund_dues_;  // cents
  float own_usd_, pledge_usd_, taste_, effort_, debt_rate_;
  std::int32_t debt_since_, since_, held_since_;
  std::uint16_t market_, agency_;
  std::uint8_t spells_, links_;
  model::Recruiter recruiter_ : 4;
  model::Pathway way_ : 4;
  bool past_ban_ : 1, has_loan_ : 1, pledged_ : 1, complied_ : 1, under_rule_ : 1, drops_out_ : 1, fund_member_ : 1,
      declares_another_ : 1;
};
static_assert(sizeof(Traveller) <= 128);  // 64 bytes of hot and 64 of cold state, as anybody who has acted

}  // namespace sojourn::sim
