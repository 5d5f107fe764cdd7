#pragma once
// The agencies of every origin: one table of a run, read by all blocks in a month, moved once at its end from whole numbers.
#include <cstdint>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "core/random.hpp"
#include "model/agencies.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

inline constexpr std::uint16_t no_agency = 0xffff;

class Agencies {
 public:
  Agencies(const Markets& markets, RunKey run, Month first);

  /// The slot that serves a spell begun in `month`: in proportion to weights, licensed ones only, by draws of the person's
  /// own. A person's agency differs between scenarios only where its own licence or weight does.
  /// Where a short list is in force a share of searches keeps to its agencies.
  [[nodiscard]] std::uint16_t serve(OriginId origin, std::uint64_t person_key, std::int32_t month, model::ShortList list = {}) const;
  /// The short list that a market's terms make of its origin's agencies.
  [[nodiscard]] model::ShortList list_of(OriginId origin, const model::MarketTerms& terms) const;
  [[nodiscard]] const model::Agency& of(OriginId origin, std::uint16_t slot) const { return agencies_[place(origin, slot)]; }
  /// All agencies of an origin, by slot.
  [[nodiscard]] std::span<const model::Agency> of(OriginId origin) const {
    return {agencies_.data() + begin_[index(origin)], begin_[index(origin) + 1] - begin_[index(origin)]};
  }
  /// Where a tally counts an agency.
  [[nodiscard]] std::size_t place(OriginId origin, std::uint16_t slot) const { return begin_[index(origin)] + slot; }
  [[nodiscard]] std::size_t count() const noexcept { return agencies_.size(); }

  /// The rules that the terms of the month's markets make together, each market by its part of the registered departures.
  void set_rules(const Markets& markets, Month month);
  /// What the month's reports leave to the next one. By place.
  void end_month(Month month, std::span<const model::AgencyMonth> reports);

  /// 1 - effective number of agencies now over that at the start, by origin: what suspensions and exits take away.
  [[nodiscard]] double concentration(OriginId origin) const { return 1.0 - effective_[index(origin)] / effective_at_start_[index(origin)]; }
  /// The same on a market with a short list: fewer agencies are at hand there.
  [[nodiscard]] double concentration(OriginId origin, model::ShortList list) const;
  /// Agencies with a valid licence, and without one, in the month that begins.
  [[nodiscard]] std::uint32_t licensed(OriginId origin) const { return licensed_[index(origin)]; }
  [[nodiscard]] std::uint32_t suspended(OriginId origin) const {
    return static_cast<std::uint32_t>(of(origin).size()) - licensed_[index(origin)];
  }

 private:
  void weigh(std::size_t origin, std::int32_t month);
  void draw_lots(std::size_t origin, std::uint32_t slots);
  [[nodiscard]] model::AgencyPlace place_of(std::size_t origin, std::size_t slot) const;

  model::Parameters parameters_;
  RunKey run_;
  std::vector<model::AgencyRules> rules_;  // by origin
  std::vector<std::size_t> begin_;        // by origin, and the end
  std::vector<model::Agency> agencies_;
  std::vector<float> weights_;            // of the month that begins
  std::vector<std::uint32_t> by_lot_;     // slots of each origin in the order in which short lists take them
  std::vector<double> market_share_;      // of the origin's registered departures, by market
  std::vector<double> real_agencies_;     // by origin
  std::vector<double> cases_per_simulated_, mean_reputation_, effective_, effective_at_start_;  // by origin
  std::vector<std::uint32_t> licensed_;
};

}  // namespace sojourn::sim
