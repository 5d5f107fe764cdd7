#include "study/selection.hpp"

#include <fmt/format.h>

namespace sojourn::study {

bool holds(const std::string& list, const std::string& code) {
  return fmt::format("+{}+", list).find(fmt::format("+{}+", code)) != std::string::npos;
}

bool names_all(const std::string& list) { return holds(list, "ALL") || holds(list, "WLD"); }

bool Selection::takes_origin(const model::Origin& origin_of) const { return names_all(origin) || holds(origin, origin_of.code); }

bool Selection::takes_sex(Sex one) const { return sex == io::RowSex::both || (sex == io::RowSex::women) == (one == Sex::women); }

bool Selection::takes(const model::BaseYear& base, const model::Market& market) const {
  const model::Corridor& corridor = base.corridor(market.corridor);
  const model::Destination& place = base.destination(corridor.destination);
  const bool is_there = names_all(destination) || holds(destination, place.code) || (holds(destination, "GCC") && place.region == "gulf");
  return is_there && takes_origin(base.origin(corridor.origin)) && takes_sex(market.sex) && (sectors >> index(market.sector) & 1U) != 0;
}

sim::Counts sum_of(const model::BaseYear& base, const Selection& selection, const std::vector<sim::Counts>& markets) {
  sim::Counts sum{};
  for (std::size_t k = 0; k < base.markets.size(); ++k) {
    if (!selection.takes(base, base.markets[k])) continue;
    for (std::size_t kind = 0; kind < sum.size(); ++kind) sum[kind] += markets[k][kind];
  }
  return sum;
}

}  // namespace sojourn::study
