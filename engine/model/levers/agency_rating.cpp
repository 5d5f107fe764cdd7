#include "model/levers/agency_rating.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "agencies_rated_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 100,
                                  .meaning = "share of agencies that are rated"},
                          KeySpec{.name = "workers_reached_percent",
                                  .lowest = 0,
                                  .highest = 100,
                                  .preset = 50,
                                  .meaning = "share of workers who look at ratings before they choose"},
                          KeySpec{.name = "published_after_months",
                                  .type = KeyType::integer,
                                  .lowest = 0,
                                  .highest = 120,
                                  .preset = 0,
                                  .meaning = "months from the announcement, at start, to the first ratings"}};

/// The ratings that reach most hold; between equal ones those that are public first.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double rated = enforcement * lever.numbers.at("agencies_rated_percent") / 100 *
                       lever.numbers.at("workers_reached_percent") / 100;
  const std::int32_t published =
      lever.start.count() + static_cast<std::int32_t>(lever.numbers.at("published_after_months"));
  if (rated <= 0 || std::tuple{rated, -published} <= std::tuple{terms.agencies_rated, -terms.ratings_published}) return;
  terms.agencies_rated = rated;
  terms.ratings_published = published;
}

}  // namespace

const LeverKind agency_rating_kind{.name = "agency_rating",
                                   .theme = "fair recruitment",
                                   .summary = "public ratings of agencies by the workers whom they sent",
                                   .acts_through = "screening effort and choice of agency (5.15), placement (5.8)",
                                   .evidence =
                                       "Migrant Recruitment Advisor, 2018, reviews by workers in NPL, PHL, IDN: 1,000 "
                                       "reviews at its start in PHL, no evaluation of its effect found (A)",
                                   .example = R"([[lever]]
kind = "agency_rating"
origins = ["BGD", "NPL", "LKA"]
start = "2026-07"
workers_reached_percent = 40
published_after_months = 12
)",
                                   .whole_markets = true,
                                   .sets_a_level = true,
                                   .keys = keys,
                                   .apply = apply};

}  // namespace sojourn::model
