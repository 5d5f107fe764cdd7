#pragma once
// Recognised skills: certificates that count at the destination, and certificates at home for what was learnt abroad
// (MODEL 5.7, 5.14).
#include <cstdint>

#include "core/ids.hpp"
#include "core/units.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"
#include "model/returning.hpp"

namespace sojourn::model {

/// Whether jobs of a sector are offered and paid by certificate. In domestic work and agriculture they are not
/// (assumed).
[[nodiscard]] bool pays_by_certificate(Sector sector) noexcept;
/// Whether somebody holds a certificate at all: of schooling or training, or of what was learnt abroad.
[[nodiscard]] bool holds_certificate(Skill skill, bool certified_on_return) noexcept;
/// Whether the certificate of who holds one counts at the destination: of a share of them. `u` uniform in (0, 1), drawn
/// once in a life, so that a wider share recognises the same persons and others.
[[nodiscard]] bool is_recognised(const MarketTerms& terms, double u) noexcept;
/// Whether a skills passport handed in when a search began is verified by the end of its month `months_sought`, 0 for the
/// first; `day` uniform in (0, 1): the part of the first month that had passed (docs/model/recognition.md, eq. 8).
[[nodiscard]] bool is_passport_verified(const MarketTerms& terms, std::int32_t months_sought, double day) noexcept;
/// The same as is_recognised for who has a verified passport: by either way, side by side.
[[nodiscard]] bool is_recognised_by_passport(const MarketTerms& terms, double u) noexcept;

/// What a certificate adds to the place in the line for an order (EQUATIONS 5.7, q_rec).
[[nodiscard]] double certificate_rank(const Parameters& parameters) noexcept;
/// Factor on the wage abroad of whose certificate counts, above 1 (EQUATIONS 5.7, w_prem).
[[nodiscard]] double recognised_pay_factor(const Parameters& parameters) noexcept;
/// What that is worth to the applicant: the rise of pay over the expected stay, as believed. `pay` is what the job's
/// pay after living cost is worth at a bias of 1.
[[nodiscard]] Usd recognition_worth(Usd pay, bool experienced, const Parameters& parameters) noexcept;

/// Somebody back home, as far as a certificate for what was learnt abroad goes.
struct Learnt {
  std::int32_t months_abroad = 0;  ///< last stay
  std::int32_t months_home = 0;
  Usd savings;             ///< brought home and still there
  bool certified = false;  ///< already
  bool inactive = false;   ///< works no more
};
/// Whether a person asks for a seat this month: seats are open to people of that market and skill, the stay taught
/// something, the return is no longer ago than returnees are followed, and the fee can be paid.
[[nodiscard]] bool asks_for_certificate(const Learnt& person, const MarketTerms& terms,
                                        const Parameters& parameters) noexcept;
/// The same for a certificate that is given abroad when a contract has ended, before the way home: whoever stayed until
/// then, long enough to have learnt something, and can pay.
[[nodiscard]] bool asks_for_certificate_on_leaving(const Learnt& person, ReturnClass stay, const MarketTerms& terms,
                                                   const Parameters& parameters) noexcept;
/// Factor on the hazard of wage work at home of who is certified, above 1.
[[nodiscard]] double certified_job_factor(const Parameters& parameters) noexcept;
/// Factor on the wage at home of who is certified and in wage work, above 1 (EQUATIONS 5.14, w_prem_home).
[[nodiscard]] double certified_pay_factor(const Parameters& parameters) noexcept;

}  // namespace sojourn::model
