#pragma once
// What the communities of one block tell: of pay, by those who came home, and of deaths, by destination
// (EQUATIONS 5.18). Deaths are rare: only pairs of community and destination with news are held.
#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "model/beliefs.hpp"
#include "sim/markets.hpp"

namespace sojourn::sim {

class Hearsay {
 public:
  /// \param origin_of_community of each community of the block
  Hearsay(std::vector<OriginId> origin_of_community, const model::Parameters& parameters)
      : origins_{std::move(origin_of_community)},
        pay_bias_(origins_.size(), static_cast<float>(parameters.pay_belief_bias)),
        returned_(origins_.size()) {}

  void member_died(std::uint32_t community, DestinationId destination, std::int32_t months_of_run,
                   const Markets& markets);
  void member_came_home(std::uint32_t community) noexcept { ++returned_[community]; }
  /// Takes up what has happened since the last call; called once a month, before anybody decides.
  void pass_month(const Markets& markets);

  /// Shift of G*, USD, against the common belief, for a person of the community with that own factor on the believed
  /// risk of death: first order in own beliefs and in pay, exact in news of deaths in single destinations. At most
  /// Markets::highest_belief_shift for people without experience.
  [[nodiscard]] double gain_shift(std::uint32_t community, double own, OriginId origin, Sex sex, Skill skill,
                                  bool experienced, const Markets& markets) const;
  /// The same for one market, exact.
  [[nodiscard]] double market_shift(std::uint32_t community, double own, bool experienced, const MarketNow& market,
                                    const model::Parameters& parameters) const;
  /// Factor of news on the believed risk of dying in a destination; 1 without news.
  [[nodiscard]] double news_factor(std::uint32_t community, DestinationId destination) const;
  [[nodiscard]] double pay_bias(std::uint32_t community) const noexcept {
    return static_cast<double>(pay_bias_[community]);
  }

 private:
  struct Told {
    std::uint32_t community = 0;
    DestinationId destination{};
    model::DeathNews news;
  };
  [[nodiscard]] double pay_shift(std::uint32_t community, bool experienced,
                                 const model::Parameters& parameters) const noexcept;

  std::vector<OriginId> origins_;
  std::vector<float> pay_bias_;
  std::vector<std::uint16_t> returned_;  // since the last month passed
  std::vector<Told> told_;               // ordered by community, then destination
};

}  // namespace sojourn::sim
