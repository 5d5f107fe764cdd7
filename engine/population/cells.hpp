#pragma once
// The virtual population: counts by origin, sex, skill and birth year, cut into equal blocks. Nobody needs storage
// before first acting but one bit (MODEL 5.1, 9.4, 9.5).
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "core/person.hpp"
#include "model/base_year.hpp"

namespace sojourn::population {

inline constexpr int youngest_age = 15;
inline constexpr int oldest_age = 64;
inline constexpr int band_years = 5;
inline constexpr int age_bands = 10;

struct Cell {
  OriginId origin{};
  Sex sex{};
  Skill skill{};
  std::int32_t birth_year = 0;
};

/// Who there is, at `population.scale` persons for one. Every block holds the same slice of every cell, so every block
/// has the whole range of tastes; the number of blocks follows from the population, never from threads.
class Cells {
 public:
  /// `first` and `last` month bound the birth years that are ever of working age; a year before `first` is held too,
  /// since the queues of a start have been waiting.
  Cells(const model::BaseYear& base, int scale, Month first, Month last);

  [[nodiscard]] std::size_t count() const noexcept { return cells_.size(); }
  [[nodiscard]] const Cell& operator[](std::size_t cell) const noexcept { return cells_[cell]; }
  [[nodiscard]] const Cell& of(PersonId person) const noexcept { return cells_[person.cell()]; }
  [[nodiscard]] std::uint32_t blocks() const noexcept { return blocks_; }
  /// Persons of a cell in one block.
  [[nodiscard]] std::uint32_t slice(std::size_t cell) const noexcept { return slices_[cell]; }
  /// Place of a person's bit in its block's bit set.
  [[nodiscard]] std::uint64_t bit(PersonId person) const noexcept { return offsets_[person.cell()] + person.index(); }
  /// Place of the first bit of a cell; of the last cell and one more, the number of bits.
  [[nodiscard]] std::uint64_t first_bit(std::size_t cell) const noexcept { return offsets_[cell]; }
  [[nodiscard]] std::uint64_t bits_per_block() const noexcept { return offsets_.back(); }
  /// Origin x sex x skill, in this order side by side: a profile's cells stand this far apart, by birth year from
  /// `first_birth_year()`.
  [[nodiscard]] std::size_t profiles() const noexcept { return origins_ * 2 * skill_count; }
  [[nodiscard]] std::int32_t first_birth_year() const noexcept { return first_birth_year_; }
  [[nodiscard]] std::int32_t birth_years() const noexcept { return birth_years_; }
  [[nodiscard]] std::size_t origins() const noexcept { return origins_; }
  /// Completed years of age: a whole cohort has its birthday in January.
  [[nodiscard]] int age(const Cell& cell, Month month) const noexcept { return month.year() - cell.birth_year; }
  /// Persons in one block who are of working age in the first year, of one origin and sex.
  [[nodiscard]] std::uint64_t persons_in_block(OriginId origin, Sex sex) const noexcept;

 private:
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> slices_;
  std::vector<std::uint64_t> offsets_;
  std::uint32_t blocks_ = 1;
  std::int32_t first_birth_year_ = 0, birth_years_ = 0;
  std::size_t origins_ = 0;
};

}  // namespace sojourn::population
