#pragma once
// Welfare funds of an origin: dues at departure, money for the family of who dies, a flight for who is stranded (MODEL 5.4, 5.16).
#include "core/units.hpp"
#include "model/fees.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// Whether somebody who leaves with papers joins the fund; `u` uniform in (0, 1), drawn once in a life, so that a wider
/// fund has the same members and others.
[[nodiscard]] bool joins_fund(const MarketTerms& terms, double u) noexcept;
/// The price with a member's dues among the papers (docs/model/welfare.md, eq. 1). Rules on fees treat them as the rest of papers.
[[nodiscard]] Price with_dues(const Price& price, const MarketTerms& terms) noexcept;
/// The same as employers and applicants expect it: with the dues of the share who join.
[[nodiscard]] Price with_expected_dues(const Price& price, const MarketTerms& terms) noexcept;
/// What the family of a member who dies abroad is paid, cents.
[[nodiscard]] Cents death_benefit(const MarketTerms& terms) noexcept;
/// Whether the fund brings a stranded member home this month; `u` uniform in (0, 1).
[[nodiscard]] bool flown_home(const MarketTerms& terms, double u, const Parameters& parameters) noexcept;

}  // namespace sojourn::model
