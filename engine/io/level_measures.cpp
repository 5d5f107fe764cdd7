#include "io/level_measures.hpp"

#include <algorithm>
#include <initializer_list>

namespace sojourn::io {
namespace {

using model::Count;

struct Term {
  Count kind;
  int sign = 1;
};

model::Indicator ratio(std::string_view name, std::string_view definition, std::initializer_list<Term> over,
                       std::initializer_list<Term> under, double factor) {
  model::Indicator result;
  result.name = name;
  result.definition = definition;
  result.measure = model::Measure::ratio;
  result.factor = factor;
  for (const Term& term : over) {
    result.numerator[result.numerator_terms] = term.kind;
    result.signs[result.numerator_terms++] = term.sign;
  }
  for (const Term& term : under) {
    result.denominator[result.denominator_terms] = term.kind;
    result.denominator_signs[result.denominator_terms++] = term.sign;
  }
  return result;
}

const std::vector<model::Indicator>& of_levels() {
  using C = Count;
  static const std::vector<model::Indicator> all{
      ratio("non_accident_deaths_percent", "Share of deaths abroad that neither traffic nor work caused.",
            {{C::deaths}, {C::deaths_traffic, -1}, {C::deaths_work, -1}}, {{C::deaths}}, 100),
      ratio("violations_per_complaint",
            "Spells of late or missing pay, imposed hours, threats, violence and injuries over complaints lodged.",
            {{C::late_pay_spells},
             {C::long_hours_events},
             {C::threat_events},
             {C::violence_events},
             {C::injuries_severe},
             {C::injuries_mild}},
            {{C::complaints_filed}}, 1),
      ratio("irregular_percent", "Share of workers abroad who are in an irregular situation.", {{C::irregular_stock}},
            {{C::stock_abroad}}, 100),
      ratio("paid_never_left_percent",
            "Share of those who paid, for a false offer or for a job, who paid for a false offer. Who drops out while "
            "waiting has not paid in this version.",
            {{C::defrauded}}, {{C::defrauded}, {C::deployments}}, 100)};
  return all;
}

}  // namespace

const model::Indicator* level_measure(std::string_view name) {
  const auto own = std::ranges::find(of_levels(), name, &model::Indicator::name);
  if (own != of_levels().end()) return &*own;
  const model::Indicator* found = model::find_indicator(name);
  return found != nullptr && found->measure == model::Measure::ratio ? found : nullptr;
}

std::vector<std::string> level_measure_names() {
  std::vector<std::string> names;
  for (const model::Indicator& one : of_levels()) names.emplace_back(one.name);
  for (const model::Indicator& one : model::indicator_catalogue()) {
    if (one.measure == model::Measure::ratio) names.emplace_back(one.name);
  }
  return names;
}

}  // namespace sojourn::io
