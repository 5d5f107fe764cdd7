#pragma once
// Follows some persons through a run and keeps what happens to them. It draws nothing and nothing reads it in a run:
// results are the same to the bit with and without (tests/unit/sim/trace_test.cpp).
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/person.hpp"
#include "model/life.hpp"

namespace sojourn::sim {

/// Lives of the persons followed, in the order in which things happened to each.
class Trace {
 public:
  /// Follows these persons.
  explicit Trace(std::vector<PersonId> persons);
  /// Follows about one person in `one_in`, chosen by the person's number alone; 1 follows everybody.
  explicit Trace(std::uint32_t one_in) : one_in_{one_in} {}

  /// Called by the run before its first event.
  void begin(std::size_t blocks) { notes_.assign(blocks, {}); }
  [[nodiscard]] bool follows(PersonId person) const noexcept {
    if (one_in_ > 0) return scramble(person.key()) % one_in_ == 0;
    return std::ranges::binary_search(persons_, person);
  }
  /// One thread at a time writes for a block: nothing is shared, and threads cannot change an order.
  void record(PersonId person, const model::LifeNote& note) {
    if (follows(person)) notes_[person.block()].emplace_back(person, note);
  }

  using Life = std::pair<PersonId, std::vector<model::LifeNote>>;
  /// By person, each life in its order. Persons to whom nothing happened are left out.
  [[nodiscard]] std::vector<Life> lives() const;

 private:
  [[nodiscard]] static std::uint64_t scramble(std::uint64_t key) noexcept;

  std::vector<PersonId> persons_;  // ordered
  std::uint32_t one_in_ = 0;
  std::vector<std::vector<std::pair<PersonId, model::LifeNote>>> notes_;  // by block
};

}  // namespace sojourn::sim
