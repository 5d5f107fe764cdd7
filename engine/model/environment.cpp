#include "model/environment.hpp"

#include <cmath>

namespace sojourn::model {

double growth_index(double percent_per_year, Month start, Month month) {
  if (month <= start || percent_per_year == 0) return 1;
  return std::pow(1.0 + percent_per_year / 100.0, (month - start) / 12.0);
}

}  // namespace sojourn::model
