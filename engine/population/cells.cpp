#include "population/cells.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sojourn::population {
namespace {

// About four million simulated persons a block: enough work to share out, small enough to stay in cache where it counts.
constexpr double persons_per_block = 4'000'000;

std::uint32_t blocks_for(const model::BaseYear& base, int scale) {
  double persons = 0;
  for (const model::Origin& origin : base.origins) persons += origin.working_age[0].value + origin.working_age[1].value;
  const auto wanted = static_cast<std::uint32_t>(std::max(1.0, persons / scale / persons_per_block));
  return std::min<std::uint32_t>(1024, std::bit_ceil(wanted));
}

// Cohorts outside the base year's ages have the size of the youngest or oldest one that it shows.
double cohort_share(const model::Origin& origin, int base_year, std::int32_t birth_year) {
  const int age = std::clamp(base_year - birth_year, youngest_age, oldest_age);
  return origin.age_share[static_cast<std::size_t>(age - youngest_age)];
}

}  // namespace

Cells::Cells(const model::BaseYear& base, int scale, Month first, Month last)
    : blocks_{blocks_for(base, scale)},
      first_birth_year_{first.year() - 1 - oldest_age},
      birth_years_{last.year() - youngest_age - (first.year() - 1 - oldest_age) + 1},
      origins_{base.origins.size()} {
  offsets_.push_back(0);
  for (std::size_t o = 0; o < origins_; ++o) {
    const model::Origin& origin = base.origins[o];
    for (const Sex sex : all_sexes) {
      // Cumulative rounding: small cells of a coarse run keep their origin's total.
      double wanted = 0, given = 0;
      for (std::size_t skill = 0; skill < skill_count; ++skill) {
        for (std::int32_t y = 0; y < birth_years_; ++y) {
          const std::int32_t birth_year = first_birth_year_ + y;
          wanted += origin.working_age[index(sex)].value * origin.skill_share[skill] *
                    cohort_share(origin, first.year(), birth_year) / scale / blocks_;
          const double size = std::max(0.0, std::round(wanted - given));
          given += size;
          cells_.push_back({static_cast<OriginId>(o), sex, static_cast<Skill>(skill), birth_year});
          slices_.push_back(static_cast<std::uint32_t>(size));
          offsets_.push_back(offsets_.back() + slices_.back());
        }
      }
    }
  }
}

std::uint64_t Cells::persons_in_block(OriginId origin, Sex sex) const noexcept {
  const std::size_t begin = first_cell(origin, sex, Skill::elementary);
  return offsets_[begin + skill_count * static_cast<std::size_t>(birth_years_)] - offsets_[begin];
}

}  // namespace sojourn::population
