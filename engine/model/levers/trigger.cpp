#include "model/levers/trigger.hpp"

namespace sojourn::model {

bool can_be_watched(const Indicator& indicator) noexcept {
  return indicator.measure == Measure::flow || indicator.measure == Measure::stock || indicator.measure == Measure::ratio;
}

bool is_met(const Trigger& trigger, std::span<const std::int64_t> sums, double scale) {
  const Indicator* indicator = find_indicator(trigger.indicator);
  if (indicator == nullptr || !can_be_watched(*indicator)) return false;
  const double value = indicator_value(*indicator, sums, scale);  // NaN is neither above nor below
  return trigger.above ? value > trigger.value : value < trigger.value;
}

}  // namespace sojourn::model
