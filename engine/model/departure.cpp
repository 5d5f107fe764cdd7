#include "model/departure.hpp"

namespace sojourn::model {

Channel channel_of(bool without_papers, double registered_share, double u) noexcept {
  if (without_papers) return Channel::irregular;
  return u < registered_share ? Channel::registered : Channel::unregistered;
}

bool is_barred(const MarketTerms& terms, double u) noexcept { return u < terms.departure_barred; }

}  // namespace sojourn::model
