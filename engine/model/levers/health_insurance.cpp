#include "model/levers/health_insurance.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 2> payers{"employer", "worker"};
constexpr std::array keys{
    KeySpec{.name = "workers_covered_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 100,
            .meaning = "of those whom nobody covers today"},
    KeySpec{.name = "paid_by",
            .type = KeyType::choice,
            .choices = payers,
            .preset_choice = "employer",
            .meaning = "employer: part of the cost of a worker; worker: before leaving, with the papers"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double covered = enforcement * lever.numbers.at("workers_covered_percent") / 100;
  double& term = lever.words.at("paid_by").front() == "worker" ? terms.insured_by_worker : terms.insured_by_employer;
  term = std::max(term, covered);
}

}  // namespace

const LeverKind health_insurance_kind{
    .name = "health_insurance",
    .theme = "agreements",
    .summary = "insurance pays for treatment of illness and injury",
    .acts_through = "cost of treatment, savings and debt (5.6, 5.9); employer's cost (5.3) or recruitment cost (5.4)",
    .evidence =
        "Bangladesh 2019, compulsory insurance: 38.5 % of migrants insured, women 30.3 % (B); Hong Kong standard "
        "contract: "
        "medical care on the employer (B); no row holds an effect on debt or return",
    .example = R"([[lever]]
kind = "health_insurance"
corridors = ["BGD-SAU"]
start = "2026-07"
workers_covered_percent = 90
paid_by = "employer"
implementation = 0.6
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
