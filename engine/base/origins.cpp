// People, ages, skills and wages at home (EQUATIONS 5.1, 5.20), and how destinations are set up.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/draft.hpp"
#include "base/fitting.hpp"

namespace sojourn::base {
namespace {

constexpr int oldest_age = 100;

/// Survivors to age `a` of one born: infant survival 0.97, then Gompertz mortality 0.00003 exp(0.09 a) a year on 0.0007
/// (assumed: a model table with a life expectancy near 71 years, as South and South-East Asia have).
std::array<double, oldest_age + 1> survivors() {
  std::array<double, oldest_age + 1> alive{};
  double hazard = 0;
  for (int age = 0; age <= oldest_age; ++age) {
    alive[static_cast<std::size_t>(age)] = 0.97 * std::exp(-hazard);
    hazard += 0.0007 + 0.00003 * std::exp(0.09 * (age + 0.5));
  }
  return alive;
}

/// Share of people aged 15 to 64 in a stable population that grows by `growth` a year.
double working_age_share(double growth, const std::array<double, oldest_age + 1>& alive) {
  double all = 0, working = 0;
  for (int age = 0; age <= oldest_age; ++age) {
    const double people = alive[static_cast<std::size_t>(age)] * std::exp(-growth * (age + 0.5));
    all += people;
    if (age >= 15 && age <= 64) working += people;
  }
  return working / all;
}

/// The growth whose stable population has `share` of people aged 15 to 64. Two growths can have one share: the faster
/// one is taken, since births are what makes these populations young; above the largest possible share, the growth that
/// has it.
double stable_growth(double share, const std::array<double, oldest_age + 1>& alive) {
  double low = -0.02;
  for (double growth = -0.02; growth < 0.05; growth += 0.0005) {
    if (working_age_share(growth, alive) > working_age_share(low, alive)) low = growth;
  }
  double high = 0.08;
  if (share >= working_age_share(low, alive)) return low;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (working_age_share(middle, alive) > share ? low : high) = middle;
  }
  return (low + high) / 2;
}

std::array<double, 50> age_shares(double working_share) {
  const auto alive = survivors();
  const double growth = stable_growth(working_share, alive);
  std::array<double, 50> shares{};
  double sum = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    shares[i] = alive[i + 15] * std::exp(-growth * (static_cast<double>(i) + 15.5));
    sum += shares[i];
  }
  for (double& share : shares) share /= sum;
  return shares;
}

/// 0.55, 0.35, 0.10, tilted by GDP per head over the origins' median to the power 0.25 (assumed, prior;
/// EQUATIONS 5.20).
std::array<double, skill_count> skill_shares(double gdp, double median_gdp) {
  const double tilt = std::pow(gdp / median_gdp, 0.25);
  std::array<double, skill_count> shares{0.55 / tilt, 0.35, 0.10 * tilt};
  const double sum = shares[0] + shares[1] + shares[2];
  for (double& share : shares) share /= sum;
  return shares;
}

struct HomeWages {
  Line line;                ///< ln wage on ln GDP per head
  double women_to_men = 1;  ///< median of the origins that know both
  std::size_t known = 0, known_by_sex = 0;
};

HomeWages learn_wages(const Observations& seen) {
  std::vector<double> gdp, wage, ratio;
  for (const io::OriginRow& row : seen.tables().origins) {
    if (!row.wage_usd || !seen.allowed(row.wage_grade)) continue;
    gdp.push_back(row.gdp_per_capita_usd);
    wage.push_back(*row.wage_usd);
    if (row.wage_women_usd && row.wage_men_usd) ratio.push_back(*row.wage_women_usd / *row.wage_men_usd);
  }
  if (wage.size() < 2) {
    throw InputError{Diagnostic{Severity::error,
                                "origins.csv",
                                {},
                                "fewer than two monthly wages of the allowed grades",
                                "wages at home are filled from the known ones",
                                "allow more grades, or add wages",
                                "",
                                "base-wages"}};
  }
  HomeWages known{fit_log_line(gdp, wage), ratio.empty() ? 1.0 : median(ratio), wage.size(), ratio.size()};
  return known;
}

/// Women's and men's wage out of the mean of all: the mean is weighted by who works for pay (participation).
std::array<double, 2> split_by_sex(double mean, double women_to_men, const io::OriginRow& row) {
  const double women = row.working_age_women * row.participation_women_percent.value_or(50);
  const double men = row.working_age_men * row.participation_men_percent.value_or(80);
  const double mens_wage = mean * (women + men) / (women * women_to_men + men);
  return {mens_wage * women_to_men, mens_wage};
}

void fill_home_wage(model::Origin& origin, const io::OriginRow& row, const HomeWages& known, const Observations& seen) {
  const bool has_wage = row.wage_usd && seen.allowed(row.wage_grade);
  if (has_wage && row.wage_women_usd && row.wage_men_usd) {
    const std::string note = short_source(row.wage_source, row.wage_year.value_or(row.year));
    origin.home_wage_usd_per_month = {model::Level{*row.wage_women_usd, row.wage_grade, note},
                                      model::Level{*row.wage_men_usd, row.wage_grade, note}};
    return;
  }
  const double mean =
      has_wage ? *row.wage_usd : std::exp(known.line.intercept + known.line.slope * std::log(row.gdp_per_capita_usd));
  const std::string base = has_wage ? short_source(row.wage_source, row.wage_year.value_or(row.year))
                                    : fmt::format("regression on GDP per head over {} origins", known.known);
  const std::string note =
      base + fmt::format("; women/men {:.2f}, median of {} origins", known.women_to_men, known.known_by_sex);
  const auto wages = split_by_sex(mean, known.women_to_men, row);
  for (const Sex sex : all_sexes) origin.home_wage_usd_per_month[index(sex)] = {wages[index(sex)], Grade::model, note};
}

}  // namespace

void fill_origins(Draft& draft) {
  const auto& rows = draft.seen.tables().origins;
  const HomeWages known = learn_wages(draft.seen);
  std::vector<double> gdps;
  for (const io::OriginRow& row : rows) gdps.push_back(row.gdp_per_capita_usd);
  for (const io::OriginRow& row : rows) {
    model::Origin origin;
    origin.code = row.code;
    origin.name = row.name;
    // people are what the table holds of them; a grade that is not allowed leaves nobody to simulate, so it stays,
    // marked
    const Grade grade = draft.seen.allowed(row.grade) ? row.grade : Grade::model;
    const std::string note = fmt::format("{} (15-64 in {})", row.source.substr(0, row.source.find(',')), row.year);
    origin.working_age = {model::Level{row.working_age_women, grade, note},
                          model::Level{row.working_age_men, grade, note}};
    origin.age_share = age_shares((row.working_age_women + row.working_age_men) / row.population);
    origin.skill_share = skill_shares(row.gdp_per_capita_usd, median(gdps));
    fill_home_wage(origin, row, known, draft.seen);
    if (const auto* reg = draft.seen.register_of(row.code)) {
      origin.counted.new_hires = reg->counts != io::Counts::none;
      origin.counted.renewals_abroad = reg->counts == io::Counts::new_and_renewed;
      origin.counted.rehires_after_leave = reg->counts == io::Counts::new_and_rehires;
      origin.counted.measure = reg->remark;
    }
    draft.base.origins.push_back(std::move(origin));
  }
}

void fill_destinations(Draft& draft) {
  const auto add = [&](const std::string& code, const std::string& name) {
    const io::RegionRow& region = draft.seen.region(code);
    model::Destination destination;
    destination.code = code;
    destination.name = name;
    destination.region = region.region;
    destination.contract_months = region.contract_months;
    destination.limited_stay = region.limited_stay;
    destination.sponsorship = static_cast<model::Sponsorship>(region.sponsorship);
    destination.passport_kept_share = region.passport_kept_share.value_or(-1);
    destination.trainee_pay_share = region.trainee_pay_share.value_or(1);
    destination.household_harm_factor = region.household_harm_factor.value_or(1);
    destination.recruitment = static_cast<model::RecruitmentRegime>(region.recruitment);
    destination.living_share = region.employer_provides ? 0.20 : 0.45;  // EQUATIONS 6, assumed
    draft.base.destinations.push_back(std::move(destination));
  };
  for (const io::DestinationRow& row : draft.seen.tables().destinations) add(row.code, row.name);
  for (const char* code : {"SEA", "ROW"}) add(code, draft.seen.region(code).name);
}

}  // namespace sojourn::base
