#pragma once
// Counter-based random numbers (Philox4x32-10): a draw is a pure function of seed, replicate, who, when and why.
// No state, order, thread or rank enters, so two scenarios share every draw that their rules share.
#include <Random123/philox.h>

#include <array>
#include <cstdint>

namespace sojourn {

/// Why a number is drawn. One stream per purpose, append only: a new rule never moves another's luck.
enum class Draw : std::uint32_t {
  taste = 1, wealth = 2, land = 3, collateral = 4, fee_spread = 5, agency = 6, honesty = 7, dependants = 8,
  candidates_base = 10, candidates_rung = 11, start_candidates = 12, start_role = 13, start_market = 14,
  start_stay = 15, start_rounding = 16, order_carry = 17, start_way = 18,
  destination = 20, sector = 21, barred = 22, give_up = 23, rank = 24, accept = 25, fraud = 26, processing = 27,
  search_again = 28, comply = 29, registered = 30, employer = 31, substitution = 32, floor_paid = 33, alarm = 34,
  event = 35, contract_end = 36, renewal_counted = 37, complain = 38, case_closes = 39, case_outcome = 40,
  settle = 41, seizure = 42, inspected = 43, remitter = 44,
  employer_quality = 50, passport = 51, confined = 52, job_event = 53, alarm_status = 54, moves = 55, overstays = 56,
  screened = 57, cause = 58, late_pay = 59,
  home_life = 70, return_reason = 71, savings_target = 72, household = 73, care = 74, recovery = 75,
  agency_trait = 80, agency_inspected = 81, reach = 82, recruiter = 83, test_score = 84,
  way_out = 95, seat_home = 96, held_drop_out = 97, expulsion = 98, crisis_layoff = 99, death_belief = 90,
  irregular_entry = 110, regularisation = 111, campaign = 112, orientation = 113,
  certificate = 114, certification = 115, norms = 130,
  averted = 140, alarm_anew = 141, channel = 142, shelter = 143, flexi = 144,
  pilot = 120, pilot_community = 121,
  short_list = 150, registered_subagent = 151, verified = 152, blacklisted = 153, migration_loan = 154, redeclares = 155,
  reintegration_seat = 156, wage_fund = 157,
  returnee_credit = 160, training = 161, skill_test = 162, welfare_member = 163, welfare_flight = 164, skills_passport = 165,
  departing_certificate = 166,
  insured = 180, social_security = 181, settled_wages = 182, shared_records = 183, return_ticket = 184,
  kept_job = 190, caught_on_leave = 191, way_back = 192, month_on_leave = 193,
  pathway = 170, agencies_barred = 171, lottery = 172, language = 173, listed = 174,
  declared_as = 194,
  end_of_service = 200
};

/// The key of one run: seed and replicate.
struct RunKey {
  std::uint32_t k0 = 0, k1 = 0;
};

/// A run's key is itself drawn from (seed, replicate), so that neighbouring seeds and replicates share nothing.
[[nodiscard]] inline RunKey run_key(std::uint64_t seed, std::uint32_t replicate) noexcept {
  r123::Philox4x32 philox;
  const auto words = philox({{replicate, 0x536f6a6fU, 0x75726e31U, 0}},
                            {{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)}});
  return {words[0], words[1]};
}

/// The draws of one subject for one purpose at one time: as many as asked for, the n-th always the same.
class RandomStream {
  r123::Philox4x32::ctr_type counter_;
  r123::Philox4x32::key_type key_;
  r123::Philox4x32::ctr_type words_{};
  unsigned used_ = 4;

 public:
  /// `when` is the month count, or 0 for what is drawn once in a life.
  RandomStream(RunKey run, std::uint64_t who, std::int32_t when, Draw why) noexcept
      : counter_{{static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(who >> 32U),
                  static_cast<std::uint32_t>(when), static_cast<std::uint32_t>(why) << 20U}},
        key_{{run.k0, run.k1}} {}

  [[nodiscard]] std::uint32_t word() noexcept {
    if (used_ == 4) {
      words_ = r123::Philox4x32{}(counter_, key_);
      ++counter_.v[3];
      used_ = 0;
    }
    return words_[used_++];
  }
  /// Uniform in (0, 1), never 0 or 1, 32 bits.
  [[nodiscard]] double uniform() noexcept { return (static_cast<double>(word()) + 0.5) * 0x1p-32; }
  /// Exponential with mean 1.
  [[nodiscard]] double exponential() noexcept;
  /// Standard normal.
  [[nodiscard]] double normal() noexcept;
  /// Poisson with mean `mean` >= 0 (inversion below 30, else the transformed rejection of a library).
  [[nodiscard]] std::uint32_t poisson(double mean);
  /// Whole number in [0, bound).
  [[nodiscard]] std::uint32_t below(std::uint32_t bound) noexcept {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(word()) * bound) >> 32U);
  }

  // A uniform random bit generator for library distributions.
  using result_type = std::uint32_t;
  static constexpr result_type min() noexcept { return 0; }
  static constexpr result_type max() noexcept { return 0xffffffffU; }
  result_type operator()() noexcept { return word(); }
};

/// Quantile of the standard normal distribution, 0 < p < 1.
[[nodiscard]] double normal_quantile(double p);
/// Logistic function 1 / (1 + e^-x).
[[nodiscard]] double logistic(double x) noexcept;

}  // namespace sojourn
