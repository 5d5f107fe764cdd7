#include "model/levers/reintegration_programme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sojourn::model {
namespace {

// In the order of the bits of Support and of ReturnClass.
constexpr std::array<std::string_view, 4> parts{"all", "economic", "social", "psychosocial"};
constexpr std::array<std::string_view, 4> reasons{"all", "completed", "early", "crisis"};

constexpr std::array keys{
    KeySpec{.name = "seats_per_month", .lowest = 0, .highest = 10'000'000, .meaning = "in each origin that it reaches"},
    KeySpec{.name = "components",
            .type = KeyType::choices,
            .choices = parts,
            .preset_choice = "all",
            .meaning = "what a seat offers"},
    KeySpec{.name = "grant_usd",
            .lowest = 0,
            .highest = 50'000,
            .preset = 0,
            .meaning = "money on return, with the economic part"},
    KeySpec{.name = "support_months",
            .type = KeyType::integer,
            .lowest = 1,
            .highest = 120,
            .preset = 12,
            .meaning = "how long the economic part lasts"},
    KeySpec{.name = "eligible",
            .type = KeyType::choices,
            .choices = reasons,
            .preset_choice = "all",
            .meaning = "who may take part, by how the stay ended"},
    KeySpec{.name = "women_min_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 0,
            .meaning = "of seats, kept for women while women may take part"}};

template <std::size_t N>
std::uint8_t bits_of(const std::vector<std::string>& named, const std::array<std::string_view, N>& all) {
  unsigned bits = 0;
  for (std::size_t i = 1; i < N; ++i) {
    const bool chosen =
        std::ranges::any_of(named, [&](const std::string& word) { return word == "all" || word == all[i]; });
    bits |= chosen ? 1U << (i - 1) : 0U;
  }
  return static_cast<std::uint8_t>(bits);
}

/// Seats of several programmes add up; all of them then offer what any of them does, to whom any of them is open, and keep
/// the largest share for women that any of them keeps.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const auto seats = std::llround(1'000.0 * enforcement * lever.numbers.at("seats_per_month"));
  const std::uint8_t offered = bits_of(lever.words.at("components"), parts),
                     open_to = bits_of(lever.words.at("eligible"), reasons);
  if (seats <= 0 || offered == 0 || open_to == 0) return;
  terms.reintegration_seats_milli += seats;
  terms.reintegration_parts = static_cast<std::uint8_t>(terms.reintegration_parts | offered);
  terms.reintegration_reasons = static_cast<std::uint8_t>(terms.reintegration_reasons | open_to);
  terms.reintegration_grant_usd = std::max(terms.reintegration_grant_usd, lever.numbers.at("grant_usd"));
  terms.reintegration_months = std::max(terms.reintegration_months, lever.numbers.at("support_months"));
  terms.reintegration_women_min = std::max(terms.reintegration_women_min, lever.numbers.at("women_min_percent") / 100.0);
}

}  // namespace

const LeverKind reintegration_programme_kind{
    .name = "reintegration_programme",
    .theme = "return",
    .summary = "help for those who come home: work and money, contacts, counselling",
    .acts_through = "work, enterprise, distress and social ties at home (5.14)",
    .evidence =
        "RAISE, Bangladesh 2021-24: 13,500 BDT, counselling, certificates, loans: 59,100 of 200,000 registered, 6 % "
        "women (B); returnee loans in Nepal and Bangladesh: low take-up (B); no measured effect on work or health",
    .example = R"([[lever]]
kind = "reintegration_programme"
origins = ["LKA"]
start = "2026-07"
seats_per_month = 500
components = ["economic", "psychosocial"]
grant_usd = 200
)",
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
