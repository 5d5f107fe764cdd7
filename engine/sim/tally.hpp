#pragma once
// Counts of one month, one set per thread: whole numbers, so that adding them up is exact in any order.
#include <vector>

#include "model/agencies.hpp"
#include "sim/employers.hpp"
#include "sim/tables.hpp"

namespace sojourn::sim {

struct Tally {
  std::vector<Counts> markets;   ///< by MarketId; stocks hold changes
  std::vector<Lines> lines;      ///< by MarketId: what of its counts may be other than 0
  std::vector<Counts> profiles;  ///< by origin, skill, sex
  std::vector<CostRecord> costs;
  std::vector<Finding> findings;  ///< against employers
  std::vector<std::int64_t> settled, died;  ///< by origin and sex: who left the pools for good
  std::vector<model::AgencyMonth> agencies; ///< by place in sim::Agencies

  Tally(std::size_t market_count, std::size_t origin_count, std::size_t agency_count)
      : markets(market_count), lines(market_count), profiles(origin_count * skill_count * 2), settled(origin_count * 2), died(origin_count * 2),
        agencies(agency_count) {}
  void clear();
  void add(const Tally& other);
};

/// Where one person's events are counted: in the market and in the profile of origin, skill and sex.
class Book {
  Counts& market_;
  Lines& lines_;
  Counts& profile_;

 public:
  Book(Tally& tally, std::size_t market, OriginId origin, Skill skill, Sex sex)
      : market_{tally.markets[market]}, lines_{tally.lines[market]}, profile_{tally.profiles[(index(origin) * skill_count + index(skill)) * 2 + index(sex)]} {}
  void count(model::Count kind, std::int64_t n = 1) noexcept {
    lines_ |= line_of(kind);
    market_[model::index(kind)] += n;
    profile_[model::index(kind)] += n;
  }
};

}  // namespace sojourn::sim
