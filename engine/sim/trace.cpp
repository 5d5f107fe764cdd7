#include "sim/trace.hpp"

namespace sojourn::sim {

Trace::Trace(std::vector<PersonId> persons) : persons_{std::move(persons)} { std::ranges::sort(persons_); }

std::uint64_t Trace::scramble(std::uint64_t key) noexcept {
  // splitmix64: a fixed scramble, not a draw.
  std::uint64_t x = key + 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

std::vector<Trace::Life> Trace::lives() const {
  std::vector<std::pair<PersonId, model::LifeNote>> all;
  for (const auto& block : notes_) all.insert(all.end(), block.begin(), block.end());
  std::ranges::stable_sort(all, {}, [](const auto& entry) { return entry.first; });
  std::vector<Life> lives;
  for (const auto& [person, note] : all) {
    if (lives.empty() || lives.back().first != person) lives.push_back({person, {}});
    lives.back().second.push_back(note);
  }
  // Queues are filled by months before the one that a start is dated at: who was there is dated back to the first of
  // them.
  for (auto& [person, notes] : lives) {
    for (std::size_t i = notes.size() - 1; i > 0; --i)
      notes[i - 1].month = std::min(notes[i - 1].month, notes[i].month);
  }
  return lives;
}

}  // namespace sojourn::sim
