#pragma once
// A quota of nationals in firms' staff: who is hired, which posts go (MODEL 5.16).
#include "core/ids.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Share of a sector's foreign workers at employers of at least `workers_min` workers; 0 in households.
[[nodiscard]] double share_at_firms_of(double workers_min, Sector sector, const Parameters& parameters);

/// What a quota makes of the jobs at the firms under it, as shares of these jobs.
struct QuotaEffect {
  double lacking = 0;    ///< nationals that firms below the quota lack
  double hired = 0;      ///< of them, hired in the place of foreigners
  double posts_lost = 0; ///< foreign posts that the firms' nationals do not allow: cut, or gone with firms that close
};
/// `quota`: share of nationals in a firm's staff, 0 to 1. Shares of nationals over firms are exponential with mean
/// `nationals_share_of_jobs`; a firm hires a part of the nationals that it lacks, and shrinks until those it has are enough.
[[nodiscard]] QuotaEffect quota_effect(double quota, const Parameters& parameters);

/// What the terms of a market take from its desired stock of foreign workers, and the nationals hired there, both as
/// shares of that stock.
struct ForeignPosts {
  double lost = 0;
  double to_nationals = 0;
};
[[nodiscard]] ForeignPosts posts_under_quota(const MarketTerms& terms, Sector sector, const Parameters& parameters);

}  // namespace sojourn::model
