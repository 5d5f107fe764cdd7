#include "model/levers/information_campaign.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array<std::string_view, 3> named{"all", "wages", "risks"};

constexpr std::array keys{
    KeySpec{.name = "workers_reached_percent", .lowest = 0, .highest = 100, .meaning = "of people of working age"},
    KeySpec{.name = "topics",
            .type = KeyType::choices,
            .choices = named,
            .preset_choice = "all",
            .meaning = "what it tells of"},
    KeySpec{.name = "accuracy_percent", .lowest = 0, .highest = 100, .preset = 100, .meaning = "of what it says"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double reached = enforcement * lever.numbers.at("workers_reached_percent") / 100;
  const double accuracy = lever.numbers.at("accuracy_percent") / 100;
  const std::vector<std::string>& topics = lever.words.at("topics");
  const auto tells = [&topics](std::string_view topic) {
    return std::ranges::any_of(topics, [&](const std::string& one) { return one == "all" || one == topic; });
  };
  const double pay = tells("wages") ? accuracy : 0.0, risk = tells("risks") ? accuracy : 0.0;
  // Of several campaigns the one that reaches most holds as a whole.
  const std::tuple rule{reached, pay + risk, pay};
  const std::tuple present{terms.campaign_reached, terms.campaign_pay_accuracy + terms.campaign_risk_accuracy,
                           terms.campaign_pay_accuracy};
  if (reached <= 0 || rule <= present) return;
  terms.campaign_reached = reached;
  terms.campaign_pay_accuracy = pay;
  terms.campaign_risk_accuracy = risk;
}

}  // namespace

const LeverKind information_campaign_kind{
    .name = "information_campaign",
    .theme = "fair recruitment",
    .summary = "tells people what is earned and what is risked, before they decide",
    .acts_through = "beliefs and the decision to seek (5.2, 5.18)",
    .evidence =
        "Philippines 2010 to 2013: information alone moved nobody, demand is the limit (A); Nepal: "
        "beliefs on pay and death corrected, elasticities in the cases (A)",
    .example = R"([[lever]]
kind = "information_campaign"
origins = ["NPL"]
start = "2026-07"
workers_reached_percent = 30
topics = ["wages", "risks"]
)",
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
