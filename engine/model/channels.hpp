#pragma once
// Through whom a worker is recruited, inside the market that was chosen (MODEL 5.2, 5.4, 5.7): agency, sub-agents, direct
// hire, government, and past a ban.
#include <array>
#include <cstdint>

#include "core/ids.hpp"
#include "core/random.hpp"
#include "core/units.hpp"
#include "model/base_year.hpp"
#include "model/fees.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Who brings worker and job order together.
enum class Recruiter : std::uint8_t {
  agency,      ///< a licensed agency, found without help
  sub_agents,  ///< a licensed agency through a chain of sub-agents
  direct,      ///< the employer or relatives abroad
  government,  ///< government to government, without intermediaries
  irregular    ///< facilitators, past a ban or across a border without papers
};

/// How a market recruits: its destination's regime where that holds for the sector. Government programmes do not hire
/// professionals, visas are sold outside domestic work, wages are deducted in domestic work.
[[nodiscard]] RecruitmentRegime market_regime(RecruitmentRegime destination, Sector sector) noexcept;

/// How near a person stands to recruiters, drawn once in a life.
struct Access {
  double distance = 0.5;  ///< from licence offices, uniform in (0, 1)
  double tie_draw = 1;    ///< has a relative or employer abroad who hires where this lies below `tie_probability`
};
[[nodiscard]] Access access_of(RunKey run, std::uint64_t person_key);
/// Chance of a tie through which one is hired directly: with the community's share abroad; of the experienced, a fixed one.
[[nodiscard]] double tie_probability(double share_of_community_abroad, bool experienced, const Parameters& parameters) noexcept;

/// Links from village to licence: agency 1, sub-agents 2 or, for the `chain_far_share` furthest away, 3, facilitators 2, else 0.
/// A registered sub-agent works for the agency itself: one link less.
[[nodiscard]] std::uint8_t chain_links(Recruiter recruiter, double distance, const Parameters& parameters, bool registered = false) noexcept;
/// psi for a chain of `links`, from that of the market's mean chain (`recruitment_chain_links`).
[[nodiscard]] double share_through_links(double market_share, double links, const Parameters& parameters);
/// What is asked for a job, over the rent that its chain takes: all of it through intermediaries, what the visa costs or a
/// small part in direct hire, nothing in a government's programme nor where the border is open.
[[nodiscard]] double rent_factor(Recruiter recruiter, RecruitmentRegime regime, const Parameters& parameters) noexcept;

/// Rents of the three private ways, USD, by Recruiter.
using ChannelRents = std::array<double, 3>;
/// Weight of each private way (nested logit inside the market): exp(-(cost with interest + effort to reach) / scale).
/// Divided by the largest; 0 for direct hire without a tie.
[[nodiscard]] std::array<double, 3> channel_weights(const ChannelRents& rents, double distance, bool tie, const Parameters& parameters);
/// What the private ways together cost this person beside the papers, rent with interest and effort: minus the log-sum of
/// exp(-burden / scale), USD.
[[nodiscard]] double burden_of_private_ways(const ChannelRents& rents, double distance, bool tie, const Parameters& parameters);
/// The private way taken: the first of three exponential times with these rates, drawn from `stream`.
[[nodiscard]] Recruiter choose_channel(const std::array<double, 3>& weights, RandomStream stream);

/// How the rent is split in this regime and channel.
[[nodiscard]] RentSplit rent_split(RecruitmentRegime regime, Recruiter recruiter, const Parameters& parameters) noexcept;

/// Place on a government's roster: the band of the test score, then the months waited, up to the roster's validity.
[[nodiscard]] double roster_rank(double score, int months_waited, const Parameters& parameters);
/// Whether a place on the roster has run out.
[[nodiscard]] bool off_the_roster(int months_waited, const Parameters& parameters) noexcept;

/// What an agency lends a worker against wages where they are deducted: `deduction_wages` monthly wages; else 0.
[[nodiscard]] Usd advance_limit(UsdPerMonth wage, RecruitmentRegime regime, Recruiter recruiter, const Parameters& parameters) noexcept;
/// What an agency advances and takes back from wages: of what the worker bears, up to the limit.
[[nodiscard]] Cents deducted_part(Cents borne_by_worker, UsdPerMonth wage, RecruitmentRegime regime, Recruiter recruiter,
                                  const Parameters& parameters) noexcept;

}  // namespace sojourn::model
