#include "model/departure.hpp"

namespace sojourn::model {

Channel channel_of(bool past_a_ban, double registered_share, double u) noexcept {
  if (past_a_ban) return Channel::irregular;
  return u < registered_share ? Channel::registered : Channel::unregistered;
}

bool is_barred(const MarketTerms& terms, double u) noexcept { return u < terms.departure_barred; }

}  // namespace sojourn::model
