#pragma once
// The month's frame: growth of demand and home wages from the study's start on (stage 1).
#include "core/calendar.hpp"

namespace sojourn::model {

/// Index of a level that grows `percent_per_year` from `start` on, 1 before (known growth enters as demand, never as
/// drift of the start; EQUATIONS 5.19). Twelve equal monthly factors make the year's growth.
[[nodiscard]] double growth_index(double percent_per_year, Month start, Month month);

}  // namespace sojourn::model
