#pragma once
// Which markets a row of a published figure speaks of, and their counts.
#include <cstdint>
#include <string>
#include <vector>

#include "io/reference_tables.hpp"
#include "model/base_year.hpp"
#include "sim/tables.hpp"

namespace sojourn::study {

/// Whether the list joined by `+` holds the code.
[[nodiscard]] bool holds(const std::string& list, const std::string& code);
/// ALL or WLD.
[[nodiscard]] bool names_all(const std::string& list);

/// Origins and destinations by code, several joined by `+`; GCC is the six Gulf states.
struct Selection {
  std::string origin, destination;
  std::uint32_t sectors = 0;  ///< bit per Sector
  io::RowSex sex{};

  [[nodiscard]] bool takes(const model::BaseYear& base, const model::Market& market) const;
  [[nodiscard]] bool takes_origin(const model::Origin& origin_of) const;
  [[nodiscard]] bool takes_sex(Sex one) const;
};

/// Their counts, from those of every market.
[[nodiscard]] sim::Counts sum_of(const model::BaseYear& base, const Selection& selection, const std::vector<sim::Counts>& markets);

}  // namespace sojourn::study
