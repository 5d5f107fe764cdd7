#include "base/observations.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace sojourn::base {
namespace {

using io::Counts;
using io::RowSex;
using io::StockKind;

/// Women, men and both of one count; either the row of both or the sum of the two.
struct Split {
  std::optional<double> women, men, both;
  Grade grade = Grade::a;
  int year = 0;
  std::string source;

  void add(RowSex sex, double persons, Grade row_grade, int row_year, const std::string& row_source) {
    (sex == RowSex::women ? women : sex == RowSex::men ? men : both) = persons;
    grade = std::max(grade, row_grade);
    year = row_year;
    source = row_source;
  }
  [[nodiscard]] std::optional<double> total() const {
    if (both) return both;
    if (women && men) return *women + *men;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<double> share() const {
    const auto all = total();
    if (!all || *all <= 0) return std::nullopt;
    if (women) return *women / *all;
    if (men) return 1 - *men / *all;
    return std::nullopt;
  }
};

}  // namespace

std::string short_source(const std::string& source, int year) {
  const std::string head = source.substr(0, std::min({source.find(" as quoted"), source.find(" as carried"),
                                                      source.find(':'), source.find(", "), source.size()}));
  return head + ", " + std::to_string(year);
}

bool Observations::nearer(const Observation& candidate, const std::optional<Observation>& best) const {
  if (!best) return true;
  const int ours = distance(candidate.year), theirs = distance(best->year);
  return ours != theirs ? ours < theirs : candidate.grade < best->grade;
}

std::optional<Observation> Observations::stock(const std::string& origin, const std::string& destination,
                                               StockKind kind, int reach) const {
  std::map<std::pair<int, std::string>, Split> splits;
  for (const io::StockRow& row : tables_.stocks) {
    if (row.origin != origin || row.destination != destination || row.kind != kind || !allowed(row.grade)) continue;
    splits[{row.year, row.source}].add(row.sex, row.persons, row.grade, row.year, row.source);
  }
  std::optional<Observation> best;
  for (const auto& [key, split] : splits) {
    const auto total = split.total();
    if (!total || distance(split.year) > reach) continue;
    const Observation candidate{*total, split.year, split.grade, short_source(split.source, split.year)};
    if (nearer(candidate, best)) best = candidate;
  }
  return best;
}

std::optional<Observation> Observations::stock_of(const std::string& origin, const std::string& destination,
                                                  StockKind kind, RowSex sex) const {
  std::optional<Observation> best;
  for (const io::StockRow& row : tables_.stocks) {
    if (row.origin != origin || row.destination != destination || row.kind != kind || row.sex != sex ||
        !allowed(row.grade))
      continue;
    const Observation candidate{row.persons, row.year, row.grade, short_source(row.source, row.year)};
    if (nearer(candidate, best)) best = candidate;
  }
  return best;
}

std::optional<Observation> Observations::flow_cell(const std::string& origin, const std::string& destination,
                                                   Counts counts) const {
  std::optional<Observation> best;
  for (const io::DeploymentRow& row : tables_.deployments) {
    if (row.origin != origin || row.destination != destination || row.counts != counts || row.year != options_.year)
      continue;
    if (row.sex != RowSex::both || !row.annual || !allowed(row.grade)) continue;
    const Observation candidate{row.persons, row.year, row.grade, short_source(row.source, row.year)};
    if (nearer(candidate, best)) best = candidate;
  }
  return best;
}

std::vector<Observation> Observations::totals(const std::string& origin, Counts counts) const {
  std::map<int, std::optional<Observation>> years;
  for (const io::DeploymentRow& row : tables_.deployments) {
    if (row.origin != origin || row.destination != "WLD" || row.counts != counts || row.sex != RowSex::both) continue;
    if (!row.annual || row.land_only || !allowed(row.grade)) continue;
    const Observation candidate{row.persons, row.year, row.grade, short_source(row.source, row.year)};
    auto& best = years[row.year];
    if (nearer(candidate, best)) best = candidate;
  }
  std::vector<Observation> all;
  for (const auto& [year, best] : years) all.push_back(*best);
  return all;
}

std::optional<Observation> Observations::women_share(const std::string& origin, const std::string& destination,
                                                     bool with_flows) const {
  std::map<std::string, Split> splits;
  for (const io::StockRow& row : tables_.stocks) {
    if (row.origin != origin || row.destination != destination || !allowed(row.grade)) continue;
    if (row.kind != StockKind::origin_side && row.kind != StockKind::survey) continue;
    splits["1 " + std::to_string(row.year)].add(row.sex, row.persons, row.grade, row.year, row.source);
  }
  for (const io::DeploymentRow& row : tables_.deployments) {
    if (!with_flows || row.origin != origin || row.destination != destination || row.counts == Counts::entries ||
        !allowed(row.grade))
      continue;
    if (row.note.find("upper bound") != std::string::npos) continue;
    splits["2 " + std::to_string(row.year) + row.period + row.measure].add(row.sex, row.persons, row.grade, row.year,
                                                                           row.source);
  }
  std::optional<Observation> best;
  for (const auto& [key, split] : splits) {
    const auto share = split.share();
    if (!share) continue;
    const Observation candidate{*share, split.year, split.grade, short_source(split.source, split.year)};
    if (nearer(candidate, best)) best = candidate;
  }
  if (best) return best;
  for (const io::WomenShareRow& row : tables_.women_shares) {
    const bool ours = row.destination == destination || (row.destination == "ALL" && destination == "WLD");
    if (row.origin == origin && ours)
      best = Observation{row.share, row.year, allowed(row.grade) ? row.grade : Grade::model, row.source};
  }
  return best;
}

const io::RegionRow& Observations::region(const std::string& destination) const {
  for (const io::RegionRow& row : tables_.regions) {
    if (row.destination == destination) return row;
  }
  throw std::logic_error{"no region row for " + destination};
}

const io::CorridorRuleRow* Observations::rule(const std::string& origin, const std::string& destination) const {
  for (const io::CorridorRuleRow& row : tables_.corridor_rules) {
    if (row.origin == origin && row.destination == destination) return &row;
  }
  return nullptr;
}

const io::RegisterRow* Observations::register_of(const std::string& origin) const {
  for (const io::RegisterRow& row : tables_.registers) {
    if (row.origin == origin) return &row;
  }
  return nullptr;
}

}  // namespace sojourn::base
