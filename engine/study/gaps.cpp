#include "study/gaps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "study/headline.hpp"

namespace sojourn::study {
namespace {

// Along a journey: who goes, at what price, what work, what harm, what money, and the way back.
constexpr std::array gap_order{"seekers",
                               "deployments",
                               "stock_abroad",
                               "irregular_percent",
                               "mean_recruitment_cost_usd",
                               "median_recruitment_cost_usd",
                               "mean_recruitment_cost_months",
                               "mean_debt_at_departure_usd",
                               "mean_months_to_deploy",
                               "mean_wage_paid_usd_per_month",
                               "contract_substitution_percent",
                               "passport_retention_percent",
                               "forced_labour_percent",
                               "violence_percent",
                               "complaints_resolved_percent",
                               "deaths_per_100000_workers_year",
                               "mean_remittance_usd_per_month",
                               "early_returns_percent",
                               "reintegration_index",
                               "remigration_percent"};

GapRow gap_row(const Study& study, const ReplicateSums& sums, const model::Indicator& indicator) {
  const std::vector<double> women = values_of(sums, indicator, 0, study.scale),
                            men = values_of(sums, indicator, 1, study.scale);
  std::vector<double> gaps;
  for (std::size_t r = 0; r < women.size(); ++r) gaps.push_back(model::gap_value(indicator, women[r], men[r]));
  return {.indicator = std::string{indicator.name},
          .label = label_in_headline(indicator),
          .unit = unit_in_headline(indicator),
          .is_share = model::gap_of(indicator) == model::Gap::women_percent,
          .women = summarise(women, study.interval_percent),
          .men = summarise(men, study.interval_percent),
          .gap = summarise(gaps, study.interval_percent)};
}

}  // namespace

std::vector<GapTable> gap_tables_of(const Study& study, const model::BaseYear& base, const Runs& runs) {
  const Table table = period_table(study, base, study.start);
  std::vector<GapTable> tables;
  for (std::size_t s = 0; s < study.scenarios.size(); ++s) {
    const ReplicateSums sums = sums_of(table, study.origins, runs[s]);
    GapTable one{.scenario = study.scenarios[s].name,
                 .origins_label = origins_label(base, study.origins),
                 .from = study.start,
                 .to = study.end,
                 .replicates = study.replicates,
                 .rows = {}};
    for (const char* name : gap_order) one.rows.push_back(gap_row(study, sums, *model::find_indicator(name)));
    tables.push_back(std::move(one));
  }
  return tables;
}

}  // namespace sojourn::study
