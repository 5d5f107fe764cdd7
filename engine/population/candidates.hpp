#pragma once
// Who may begin to seek this month: candidates drawn under a ladder of hazard bounds per stratum of taste, so that
// nobody with a negligible hazard is ever visited (MODEL 9.4). Exact, and shared between scenarios rung by rung.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/random.hpp"
#include "population/cells.hpp"

namespace sojourn::population {

inline constexpr std::size_t strata = 64;
/// Ladder of hazards per month: rung 0 holds (0, 2^-12], rung r holds (2^(r-13), 2^(r-12)].
inline constexpr double lowest_rung = 0x1p-12;
inline constexpr int top_rung = 12;

/// Lower taste quantile of a stratum: tail shares 10^(-7k/64).
[[nodiscard]] double stratum_floor(std::size_t stratum);
/// Highest taste that a person of the stratum can have; infinite for the last.
[[nodiscard]] double stratum_taste_ceiling(std::size_t stratum);
/// Lowest rung whose top is at least `hazard`: 0 to top_rung.
[[nodiscard]] inline int rung_for(double hazard) noexcept {
  if (hazard <= lowest_rung) return 0;
  // Tops are powers of two: the binary exponent tells the rung.
  const auto bits = std::bit_cast<std::uint64_t>(hazard);
  const int exponent = static_cast<int>(bits >> 52U) - 1023;
  const bool is_power_of_two = (bits & 0xfffffffffffffU) == 0;
  return std::min(top_rung, exponent + 12 + (is_power_of_two ? 0 : 1));
}
/// Hazard at the top of a rung.
[[nodiscard]] constexpr double rung_top(int rung) noexcept { return lowest_rung * static_cast<double>(1U << static_cast<unsigned>(rung)); }

/// A visit: this person's hazard must exceed `mark` for the event to happen. Persons may come more than once.
struct Candidate {
  PersonId person;
  double mark = 0;
};

/// Draws the candidates of one block and month, group by group (origin, sex, skill, age band).
///
/// Together with the test `hazard > mark` this is a Poisson process of the persons' own hazards, thinned exactly as long
/// as each hazard stays at or below its stratum's rung. `intensity` multiplies all of them (a start draws many months at once).
class Candidates {
 public:
  explicit Candidates(const Cells& cells);

  /// Rung by group and stratum for one month; never falls from a stratum to the next one up.
  using Rungs = std::vector<std::array<std::uint8_t, strata>>;
  [[nodiscard]] std::size_t groups() const noexcept { return cells_.origins() * 2 * skill_count * age_bands; }
  [[nodiscard]] std::size_t group(OriginId origin, Sex sex, Skill skill, int band) const noexcept {
    return ((index(origin) * 2 + index(sex)) * skill_count + index(skill)) * age_bands + static_cast<std::size_t>(band);
  }
  /// Youngest age of a band.
  [[nodiscard]] static int band_age(int band) noexcept { return youngest_age + band * band_years; }

  template <class Visit>
  void draw(RunKey run, std::uint32_t block, std::int32_t when, Month month, const Rungs& rungs, double intensity,
            std::size_t group_begin, std::size_t group_end, Visit&& visit) const {
    for (std::size_t g = group_begin; g < group_end; ++g) {
      const std::size_t first = first_cell_of(g, month);
      draw_base(run, block, when, g, first, intensity, visit);
      if (rungs[g].back() == 0) continue;
      // Bounds rise with taste: a rung is asked for from some stratum upwards, the higher the rung the later.
      std::array<std::uint8_t, top_rung + 1> lowest{};
      std::size_t stratum = strata - 1;
      for (int rung = rungs[g].back(); rung >= 1; --rung) {
        while (stratum > 0 && rungs[g][stratum - 1] >= rung) --stratum;
        lowest[static_cast<std::size_t>(rung)] = static_cast<std::uint8_t>(stratum);
      }
      for (int rung = 1; rung <= rungs[g].back(); ++rung) {
        draw_rung(run, block, when, g, rung, lowest[static_cast<std::size_t>(rung)], first, intensity, visit);
      }
    }
  }

 private:
  [[nodiscard]] std::size_t first_cell_of(std::size_t group, Month month) const noexcept;
  // Persons of a cell in the stratum: [edge(s), edge(s+1)). The cells of a band, a birth year after the other, have their
  // edges side by side: a candidate is looked for among all of them.
  [[nodiscard]] const std::uint32_t* edges(std::size_t first_cell, std::size_t stratum) const noexcept {
    const std::size_t year = first_cell / cells_.profiles(), profile = first_cell % cells_.profiles();
    return &edges_[(profile * (strata + 1) + stratum) * static_cast<std::size_t>(cells_.birth_years()) + year];
  }

  template <class Visit>
  void draw_base(RunKey run, std::uint32_t block, std::int32_t when, std::size_t group, std::size_t first,
                 double intensity, Visit&& visit) const {
    std::uint32_t persons = 0;
    for (std::size_t c = first; c < first + band_years * cells_.profiles(); c += cells_.profiles()) persons += cells_.slice(c);
    if (persons == 0) return;
    RandomStream stream{run, static_cast<std::uint64_t>(block) << 40U | static_cast<std::uint64_t>(group) << 16U, when, Draw::candidates_base};
    for (std::uint32_t n = stream.poisson(persons * lowest_rung * intensity); n > 0; --n) {
      std::uint32_t place = stream.below(persons);
      std::size_t cell = first;
      while (place >= cells_.slice(cell)) {
        place -= cells_.slice(cell);
        cell += cells_.profiles();
      }
      const double mark = lowest_rung * stream.uniform();
      visit(Candidate{PersonId{block, static_cast<std::uint32_t>(cell), place}, mark});
    }
  }

  // Persons of a group in the stratum and those above it.
  [[nodiscard]] std::uint32_t persons_from(std::size_t first, std::size_t stratum) const noexcept {
    return from_top_[first * (strata + 1) + stratum];
  }

  // One rung of a group: a Poisson process over its people ordered by stratum from the top down. Where the rung's lowest
  // stratum lies decides only where the process stops, so scenarios share every candidate above the higher of their bounds.
  template <class Visit>
  void draw_rung(RunKey run, std::uint32_t block, std::int32_t when, std::size_t group, int rung, std::size_t lowest_stratum,
                 std::size_t first, double intensity, Visit&& visit) const {
    const double bottom = rung_top(rung - 1), height = rung_top(rung) - bottom;
    const double rate = height * intensity;
    const double reachable = persons_from(first, lowest_stratum);
    RandomStream stream{run, static_cast<std::uint64_t>(block) << 40U | static_cast<std::uint64_t>(group) << 16U | static_cast<std::uint64_t>(rung),
                        when, Draw::candidates_rung};
    // -log(u) is at least 1 - u: most rungs of most groups are seen to be empty without a logarithm.
    const double u = stream.uniform();
    if (1.0 - u > rate * reachable * (1 + 1e-9)) return;
    std::size_t s = strata - 1;
    for (double place = -std::log(u) / rate; place < reachable; place += stream.exponential() / rate) {  // persons from the top
      while (place >= persons_from(first, s)) --s;
      const PersonId person = person_at(block, s, first, static_cast<std::uint32_t>(place - persons_from(first, s + 1)));
      visit(Candidate{person, bottom + height * stream.uniform()});
    }
  }

  [[nodiscard]] PersonId person_at(std::uint32_t block, std::size_t stratum, std::size_t first, std::uint32_t place) const noexcept {
    const std::uint32_t* low = edges(first, stratum);
    const std::uint32_t* high = edges(first, stratum + 1);
    std::size_t year = 0;
    for (; place >= high[year] - low[year]; ++year) place -= high[year] - low[year];
    return {block, static_cast<std::uint32_t>(first + year * cells_.profiles()), low[year] + place};
  }

  const Cells& cells_;
  std::vector<std::uint32_t> edges_;     // by profile, stratum and birth year
  std::vector<std::uint32_t> from_top_;  // by youngest cell of a band and stratum: persons of the band in it and above
};

}  // namespace sojourn::population
