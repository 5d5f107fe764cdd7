#pragma once
// What is printed of a timing and what is kept of it.
#include <string>

#include "whole_run.hpp"

namespace sojourn::bench {

void print(const RunTiming& timing);
void print(const StudyTiming& timing);
/// One JSON object with the machine, the date, the constants that the runs used, and what else is to be known.
[[nodiscard]] std::string as_json(const World& world, const RunTiming& timing, const std::string& note);
[[nodiscard]] std::string as_json(const World& world, const StudyTiming& timing, const std::string& note);

}  // namespace sojourn::bench
