#include "io/case_measures.hpp"

#include <algorithm>
#include <initializer_list>

#include "io/level_measures.hpp"

namespace sojourn::io {
namespace {

using model::Count;
using model::Measure;

struct Term {
  Count kind;
  int sign = 1;
};

model::Indicator sum(std::string_view name, std::string_view definition, Measure measure, std::initializer_list<Term> terms) {
  model::Indicator result;
  result.name = name;
  result.unit = "1";
  result.definition = definition;
  result.measure = measure;
  for (const Term& term : terms) {
    result.numerator[result.numerator_terms] = term.kind;
    result.signs[result.numerator_terms++] = term.sign;
  }
  return result;
}

const std::vector<model::Indicator>& of_cases() {
  using C = Count;
  static const std::vector<model::Indicator> all{
      sum("searches", "Search spells that began.", Measure::flow, {{C::spells_begun}}),
      sum("first_searches", "Search spells of persons who had not worked abroad.", Measure::flow,
          {{C::spells_begun}, {C::repeat_spells, -1}}),
      sum("offers", "Offers shown to seekers.", Measure::flow, {{C::offers_shown}}),
      sum("first_departures", "Departures of persons who had not worked abroad.", Measure::flow,
          {{C::deployments}, {C::repeat_hires, -1}}),
      sum("moves_within_contract", "Approved moves to another employer within a contract.", Measure::flow, {{C::job_changes}}),
      sum("returns_for_job_loss", "Returns of those who had lost the job, to a shock or otherwise.", Measure::flow,
          {{C::returns_crisis}, {C::returns_job_loss}}),
      sum("cases_waiting", "Complaints that wait to be closed.", Measure::stock, {{C::waiting_cases}}),
      sum("complaints_closed", "Complaints closed, with a remedy or without.", Measure::flow, {{C::complaints_closed}}),
      sum("former_migrants_at_home", "Former migrants at home.", Measure::stock, {{C::at_home_former}}),
  };
  return all;
}

bool is_measured(const model::Indicator& indicator) {
  return indicator.measure != Measure::median && indicator.measure != Measure::p80;
}

}  // namespace

const model::Indicator* case_measure(std::string_view name) {
  const auto own = std::ranges::find(of_cases(), name, &model::Indicator::name);
  if (own != of_cases().end()) return &*own;
  const model::Indicator* found = model::find_indicator(name);
  if (found == nullptr) found = level_measure(name);
  return found != nullptr && is_measured(*found) ? found : nullptr;
}

std::vector<std::string> case_measure_names() {
  std::vector<std::string> names;
  for (const model::Indicator& one : of_cases()) names.emplace_back(one.name);
  for (const model::Indicator& one : model::indicator_catalogue()) {
    if (is_measured(one)) names.emplace_back(one.name);
  }
  for (const std::string& name : level_measure_names()) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace sojourn::io
