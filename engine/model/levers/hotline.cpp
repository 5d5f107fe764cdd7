#include "model/levers/hotline.hpp"

#include <algorithm>
#include <array>

#include "model/levers/in_parts.hpp"

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{
        .name = "reach_percent", .lowest = 0, .highest = 100, .meaning = "of workers who know the number and can call"},
    KeySpec{.name = "legal_aid_cases_per_month",
            .lowest = 0,
            .highest = 10'000'000,
            .preset = 0,
            .meaning = "that it helps to close, in each corridor"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double reach = enforcement * lever.numbers.at("reach_percent") / 100;
  terms.channel_reached = std::max(terms.channel_reached, reach);
  const double cases = in_parts(enforcement * lever.numbers.at("legal_aid_cases_per_month"));
  if (cases > 0) terms.attache_cases_per_month += cases;
}

}  // namespace

const LeverKind hotline_kind{
    .name = "hotline",
    .theme = "protection",
    .summary = "somebody to call, and legal aid",
    .acts_through = "complaints: channel and capacity (5.11)",
    .evidence = "Hong Kong: a third ever thought of suing an overcharging agency, fear and lack of proof (B)",
    .example = R"([[lever]]
kind = "hotline"
origins = ["LKA"]
start = "2026-07"
reach_percent = 50
legal_aid_cases_per_month = 100
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
