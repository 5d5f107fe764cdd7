#pragma once
// A quota of nationals in firms' staff: who is hired, which firms close, which posts go (MODEL 5.16).
#include "core/ids.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Share of a sector's foreign workers at employers of at least `workers_min` workers; 0 in households.
[[nodiscard]] double share_at_firms_of(double workers_min, Sector sector, const Parameters& parameters);

/// What a quota makes of the jobs at the firms under it, as shares of these jobs.
struct QuotaEffect {
  double lacking = 0;    ///< nationals that firms below the quota lack
  double firms_closed = 0;  ///< share of the firms
  double closed = 0;     ///< foreign posts that go with firms that close
  double released = 0;   ///< nationals whose firms close
  double hired = 0;      ///< nationals hired in the place of foreigners
  double posts_lost = 0; ///< foreign posts that the nationals of the other firms do not allow
};
/// `quota`: share of nationals in a firm's staff, 0 to 1; those who work there already count. Their shares over firms are
/// exponential with mean `nationals_share_of_jobs`. A firm below the quota gets no visas and closes with `quota_exit_share` in
/// proportion to how far below it is; else it hires a part of the nationals that it lacks, and shrinks until those it has are enough.
[[nodiscard]] QuotaEffect quota_effect(double quota, const Parameters& parameters);

/// What the terms of a market take from its desired stock of foreign workers, and the nationals hired there, both as
/// shares of that stock.
struct ForeignPosts {
  double lost = 0;
  double to_nationals = 0;  ///< on balance: hired, less those whose firms closed
  double closed = 0;        ///< of `lost`: with firms that closed
};
[[nodiscard]] ForeignPosts posts_under_quota(const MarketTerms& terms, Sector sector, const Parameters& parameters);

}  // namespace sojourn::model
