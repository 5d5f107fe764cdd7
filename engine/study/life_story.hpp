#pragma once
// A life told in plain words: one sentence for each event, from a table of sentences.
#include <string>

#include "core/calendar.hpp"
#include "model/base_year.hpp"
#include "study/life.hpp"

namespace sojourn::study {

/// The story of a life until `end`, the last month of the run: a heading, then one paragraph a journey, lines of at
/// most `width` characters. Money is USD of the study's price year.
[[nodiscard]] std::string life_story(const Life& life, const model::BaseYear& base, Month end, std::size_t width = 96);

/// `Bangladesh, woman, born 1994, two journeys: Saudi Arabia, Jordan`
[[nodiscard]] std::string life_in_a_line(const Life& life, const model::BaseYear& base);

}  // namespace sojourn::study
