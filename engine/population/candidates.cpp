#include "population/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sojourn::population {

double stratum_floor(std::size_t stratum) {
  return 1.0 - std::pow(10.0, -7.0 * static_cast<double>(stratum) / static_cast<double>(strata));
}

double stratum_taste_ceiling(std::size_t stratum) {
  if (stratum + 1 >= strata) return std::numeric_limits<double>::infinity();
  return normal_quantile(stratum_floor(stratum + 1));
}

Candidates::Candidates(const Cells& cells) : cells_{cells} {
  std::array<double, strata + 1> floors{};
  for (std::size_t s = 0; s < strata; ++s) floors[s] = stratum_floor(s);
  floors[strata] = 1.0;
  const auto years = static_cast<std::size_t>(cells.birth_years());
  edges_.reserve(cells.count() * (strata + 1));
  for (std::size_t profile = 0; profile < cells.profiles(); ++profile) {
    for (const double floor : floors) {
      for (std::size_t y = 0; y < years; ++y) {
        edges_.push_back(static_cast<std::uint32_t>(floor * cells.slice(y * cells.profiles() + profile)));
      }
    }
  }
  from_top_.resize(edges_.size());
  for (std::size_t first = 0; first + (band_years - 1) * cells.profiles() < cells.count(); ++first) {
    const std::uint32_t* top = edges(first, strata);
    for (std::size_t s = 0; s <= strata; ++s) {
      const std::uint32_t* low = edges(first, s);
      for (std::size_t y = 0; y < band_years; ++y) from_top_[first * (strata + 1) + s] += top[y] - low[y];
    }
  }
}

std::size_t Candidates::first_cell_of(std::size_t group, Month month) const noexcept {
  const auto band = static_cast<std::int32_t>(group % age_bands);
  const std::int32_t oldest_in_band = youngest_age + band * band_years + band_years - 1;
  const std::int32_t birth_year = month.year() - oldest_in_band;
  const std::size_t profile = group / age_bands;
  return static_cast<std::size_t>(birth_year - cells_.first_birth_year()) * cells_.profiles() + profile;
}

}  // namespace sojourn::population
