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
  // Cumulative rounding: small cells of a coarse run keep their profile's total.
  std::vector<double> wanted(profiles()), given(profiles());
  // Birth year by birth year: a later end adds cells behind the others and moves nobody's number, nor luck.
  for (std::int32_t y = 0; y < birth_years_; ++y) {
    const std::int32_t birth_year = first_birth_year_ + y;
    for (std::size_t p = 0; p < profiles(); ++p) {
      const auto o = static_cast<OriginId>(p / skill_count / 2);
      const auto sex = static_cast<Sex>(p / skill_count % 2);
      const model::Origin& origin = base.origin(o);
      wanted[p] += origin.working_age[index(sex)].value * origin.skill_share[p % skill_count] *
                   cohort_share(origin, first.year(), birth_year) / scale / blocks_;
      const double size = std::max(0.0, std::round(wanted[p] - given[p]));
      given[p] += size;
      cells_.push_back({o, sex, static_cast<Skill>(p % skill_count), birth_year});
      slices_.push_back(static_cast<std::uint32_t>(size));
      offsets_.push_back(offsets_.back() + slices_.back());
    }
  }
}

std::uint64_t Cells::persons_in_block(OriginId origin, Sex sex) const noexcept {
  std::uint64_t persons = 0;
  for (std::size_t c = 0; c < cells_.size(); ++c) {
    const int age = first_birth_year_ + 1 + oldest_age - cells_[c].birth_year;  // in the first year
    if (cells_[c].origin == origin && cells_[c].sex == sex && age >= youngest_age && age <= oldest_age) persons += slices_[c];
  }
  return persons;
}

}  // namespace sojourn::population
