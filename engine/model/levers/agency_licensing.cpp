#include "model/levers/agency_licensing.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{KeySpec{.name = "inspections_per_agency_per_year",
                                  .lowest = 0,
                                  .highest = 52,
                                  .meaning = "visits to one agency by the licensing authority"},
                          KeySpec{.name = "fine_usd",
                                  .lowest = 0,
                                  .highest = 1'000'000,
                                  .preset = 2'000,
                                  .meaning = "fine for one violation found"},
                          KeySpec{.name = "bond_usd",
                                  .lowest = 0,
                                  .highest = 1'000'000,
                                  .preset = 0,
                                  .meaning = "deposit of an agency, lost with the licence"},
                          KeySpec{.name = "violations_before_suspension",
                                  .type = KeyType::integer,
                                  .lowest = 1,
                                  .highest = 100,
                                  .preset = 3,
                                  .meaning = "violations found that suspend the licence"},
                          KeySpec{.name = "suspension_months",
                                  .type = KeyType::integer,
                                  .lowest = 1,
                                  .highest = 120,
                                  .preset = 12,
                                  .meaning = "how long a suspension lasts"}};

/// One rule as it stands in the terms; the one that inspects most holds as a whole.
struct Rule {
  double inspections, enforcement, fine_usd, bond_usd, violations, months;
  [[nodiscard]] std::tuple<double, double, double, double, double, double> strictness() const {
    return {inspections * enforcement, enforcement, fine_usd, bond_usd, -violations, months};
  }
};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const Rule rule{lever.numbers.at("inspections_per_agency_per_year"),
                  enforcement,
                  lever.numbers.at("fine_usd"),
                  lever.numbers.at("bond_usd"),
                  lever.numbers.at("violations_before_suspension"),
                  lever.numbers.at("suspension_months")};
  const Rule present{terms.licence_inspections_per_year,
                     terms.licence_enforcement,
                     terms.licence_fine_usd,
                     terms.licence_bond_usd,
                     terms.licence_violations,
                     terms.licence_suspension_months};
  if (rule.inspections <= 0 || rule.strictness() <= present.strictness())
    return;  // a rule that nobody looks after is none
  terms.licence_inspections_per_year = rule.inspections;
  terms.licence_enforcement = rule.enforcement;
  terms.licence_fine_usd = rule.fine_usd;
  terms.licence_bond_usd = rule.bond_usd;
  terms.licence_violations = rule.violations;
  terms.licence_suspension_months = rule.months;
}

}  // namespace

const LeverKind agency_licensing_kind{
    .name = "agency_licensing",
    .theme = "fair recruitment",
    .summary = "the licensing authority inspects agencies and suspends licences",
    .acts_through =
        "chance of being found and compliance (5.5), licences, screening effort and number of agencies (5.15)",
    .evidence =
        "Philippines 2014, licence bond, liability and cancellation: 54 of about 1,300 licences cancelled, 4.2 % a "
        "year, over 4,000 complaints: deterrence weak (A); Philippines 2025, only agencies that comply may deploy (B): "
        "no effect measured",
    .example = R"([[lever]]
kind = "agency_licensing"
origins = ["NPL"]
start = "2026-07"
inspections_per_agency_per_year = 4
implementation = 0.6
)",
    .rule_on_others = true,
    .whole_markets = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
