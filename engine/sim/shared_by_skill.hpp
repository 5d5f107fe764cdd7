#pragma once
// What holds in a market by skill, held once in memory for all markets where the same holds.
#include <array>
#include <initializer_list>
#include <memory>

#include "core/ids.hpp"

namespace sojourn::sim {

/// Values by skill of one of 2,000 markets, all of which are asked every month: in most of them nothing is said at all, and
/// those of a corridor mostly have the same said of them. Copies share memory; nobody writes what is shared.
template <class Value>
class SharedBySkill {
  using Shared = std::shared_ptr<const Value>;
  static const Shared& usual() {
    static const Shared value = std::make_shared<const Value>();
    return value;
  }
  std::array<Shared, skill_count> of_skill_;

 public:
  SharedBySkill() { of_skill_.fill(usual()); }
  [[nodiscard]] const Value& operator[](std::size_t skill) const noexcept { return *of_skill_[skill]; }
  /// Whether the value is other than that of a market of which nothing is said.
  [[nodiscard]] bool other_than_usual(std::size_t skill) const noexcept { return of_skill_[skill] != usual(); }
  /// Takes the memory of the skill below or of `neighbour` where that holds the same.
  void set(std::size_t skill, const Value& value, const SharedBySkill& neighbour) {
    for (const Shared* known : std::initializer_list<const Shared*>{&usual(), &of_skill_[skill == 0 ? 0 : skill - 1], &neighbour.of_skill_[skill]}) {
      if (!(**known == value)) continue;
      of_skill_[skill] = *known;
      return;
    }
    of_skill_[skill] = std::make_shared<const Value>(value);
  }
  /// Changes the values of all skills alike.
  template <class Change>
  void change(Change&& change) {
    for (std::size_t s = 0; s < skill_count; ++s) {
      Value value = *of_skill_[s];
      change(value);
      set(s, value, *this);
    }
  }
};

}  // namespace sojourn::sim
