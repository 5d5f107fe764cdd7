// The kinds of shocks: their keys, what stands behind them, and how each moves the terms.
#include <algorithm>
#include <array>

#include "model/shocks.hpp"

namespace sojourn::model {
namespace {

double either(double a, double b) { return 1.0 - (1.0 - a) * (1.0 - b); }
double risen(double factor, double strength) { return 1.0 + (factor - 1.0) * strength; }

constexpr std::array demand_keys{KeySpec{.name = "change_percent",
                                         .lowest = -100,
                                         .highest = 500,
                                         .meaning = "change of the index of activity of the destination and sector"}};
void apply_demand(const ShockSpec& shock, Month month, ShockTerms& terms) {
  terms.activity *= 1.0 + shock.share("change_percent") * shock.strength(month);
}

constexpr std::array border_keys{
    KeySpec{.name = "departures_stopped_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 100,
            .meaning = "of the corridor's usual monthly departures"},
    KeySpec{.name = "returns_stopped_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 0,
            .meaning = "of the corridor's usual monthly returns: seats home that are gone"},
    KeySpec{.name = "job_loss_percent_per_month",
            .lowest = 0,
            .highest = 100,
            .preset = 0,
            .meaning = "of the workers abroad, beside ordinary layoffs"}};
void apply_border(const ShockSpec& shock, Month month, ShockTerms& terms) {
  const double strength = shock.strength(month);
  terms.departures_open = std::min(terms.departures_open, 1.0 - shock.share("departures_stopped_percent") * strength);
  terms.returns_open = std::min(terms.returns_open, 1.0 - shock.share("returns_stopped_percent") * strength);
  terms.job_loss = either(terms.job_loss, shock.share("job_loss_percent_per_month") * strength);
}

constexpr std::array conflict_keys{
    KeySpec{.name = "job_loss_percent_per_month",
            .lowest = 0,
            .highest = 100,
            .meaning = "of the workers abroad: employers release them"},
    KeySpec{.name = "hazard_factor", .lowest = 1, .highest = 100, .meaning = "on hazards of harm and of death"},
    KeySpec{.name = "stranded_percent",
            .lowest = 0,
            .highest = 100,
            .meaning = "of the usual monthly returns that find no seat"}};
void apply_conflict(const ShockSpec& shock, Month month, ShockTerms& terms) {
  const double strength = shock.strength(month);
  terms.job_loss = either(terms.job_loss, shock.share("job_loss_percent_per_month") * strength);
  terms.hazard_factor *= risen(shock.numbers.at("hazard_factor"), strength);
  terms.returns_open = std::min(terms.returns_open, 1.0 - shock.share("stranded_percent") * strength);
}

constexpr std::array epidemic_keys{KeySpec{
    .name = "death_hazard_factor", .lowest = 1, .highest = 100, .meaning = "on the hazard of death of workers abroad"}};
void apply_epidemic(const ShockSpec& shock, Month month, ShockTerms& terms) {
  terms.death_factor *= risen(shock.numbers.at("death_hazard_factor"), shock.strength(month));
}

constexpr std::array expulsion_keys{KeySpec{.name = "irregular_percent",
                                            .lowest = 0,
                                            .highest = 100,
                                            .meaning = "of workers in irregular status, sent home each month"}};
void apply_expulsion(const ShockSpec& shock, Month month, ShockTerms& terms) {
  terms.expelled = either(terms.expelled, shock.share("irregular_percent") * shock.strength(month));
}

constexpr std::array exchange_keys{KeySpec{.name = "origin_currency_percent",
                                           .lowest = -90,
                                           .highest = 500,
                                           .meaning = "change of the value of the origin's currency in dollars"}};
void apply_exchange(const ShockSpec& shock, Month month, ShockTerms& terms) {
  terms.origin_currency *= 1.0 + shock.share("origin_currency_percent") * shock.strength(month);
}

constexpr std::array oil_keys{
    KeySpec{.name = "change_percent", .lowest = -90, .highest = 500, .meaning = "change of the price of oil"},
    KeySpec{.name = "lag_months",
            .type = KeyType::integer,
            .lowest = 0,
            .highest = 120,
            .preset = 12,
            .meaning = "activity follows the mean price of so many months"}};
void apply_oil(const ShockSpec& shock, Month month, ShockTerms& terms) {
  const int lag = static_cast<int>(shock.numbers.at("lag_months"));
  terms.oil_price *= 1.0 + shock.share("change_percent") * shock.lagged_strength(month, lag);
}

constexpr std::array disaster_keys{
    KeySpec{.name = "home_income_percent",
            .lowest = -90,
            .highest = 0,
            .meaning = "change of wages at home, below 0: a disaster takes income"},
    KeySpec{.name = "wealth_loss_percent", .lowest = 0, .highest = 100, .meaning = "of what people at home own"}};
void apply_disaster(const ShockSpec& shock, Month month, ShockTerms& terms) {
  const double strength = shock.strength(month);
  terms.home_income *= 1.0 + shock.share("home_income_percent") * strength;
  terms.home_wealth *= 1.0 - shock.share("wealth_loss_percent") * strength;
}

constexpr ShockKind demand_kind{
    .name = "demand",
    .summary = "the activity of destinations and sectors rises or falls",
    .acts_through = "the desired stock of workers, orders and layoffs (5.3)",
    .evidence =
        "sizes are the user's; that orders swing more than stocks follows from 5.3, no row of the tables pins it",
    .example = R"([[shock]]
kind = "demand"
destinations = ["gcc"]
sectors = ["construction"]
start = "2027-01"
end = "2028-12"
recovery_months = 12
change_percent = -20
)",
    .filters = filter_destinations | filter_sectors,
    .why_not_others = "employers want workers, whatever their origin, sex and skill",
    .keys = demand_keys,
    .apply = apply_demand};

constexpr ShockKind border_kind{
    .name = "border_closure",
    .summary = "borders and flights close: fewer leave, fewer come home, some lose their jobs",
    .acts_through = "departures, layoffs, seats home, the stranded (5.3, 5.14, 5.16)",
    .evidence =
        "2020: departures fell by 60 to 80 % in the year; Nepal, July 2020: 300,000 wanted to return and a tenth was "
        "flown home in six weeks (B); Bangladesh: half of 181,430 returnees had lost their job (B)",
    .example = R"([[shock]]
kind = "border_closure"
start = "2027-03"
end = "2027-08"
recovery_months = 12
departures_stopped_percent = 95
returns_stopped_percent = 70
job_loss_percent_per_month = 1.5
)",
    .filters = filter_places,
    .why_not_others = "a border is closed to all who cross it",
    .keys = border_keys,
    .apply = apply_border};

constexpr ShockKind conflict_kind{
    .name = "conflict",
    .summary = "war at the destination: employers release workers, harm rises, seats home are few",
    .acts_through = "layoffs, hazards of harm, seats home, the stranded (5.9, 5.16)",
    .evidence = "Gulf War 1990-91: at least 20,000 Filipino workers repatriated from Iraq, Kuwait and Saudi Arabia (B)",
    .example = R"([[shock]]
kind = "conflict"
destinations = ["LBN", "JOR"]
start = "2027-01"
end = "2027-06"
recovery_months = 6
job_loss_percent_per_month = 10
hazard_factor = 3
stranded_percent = 60
)",
    .filters = filter_places,
    .why_not_others = "seats home are those of a corridor",
    .keys = conflict_keys,
    .apply = apply_conflict};

constexpr ShockKind epidemic_kind{
    .name = "epidemic",
    .summary = "more workers abroad die",
    .acts_through = "the hazard of death (5.9)",
    .evidence = "Indian nationals in Kuwait: 1,279 deaths in 2020 and 1,201 in 2021 against 731 and 708 after (B)",
    .example = R"([[shock]]
kind = "epidemic"
destinations = ["gcc"]
start = "2027-03"
end = "2028-06"
death_hazard_factor = 1.7
)",
    .filters = filter_places | filter_sectors | filter_sexes,
    .why_not_others = "hazards abroad are not told apart by skill",
    .keys = epidemic_keys,
    .apply = apply_epidemic};

constexpr ShockKind expulsion_kind{
    .name = "expulsion",
    .summary = "a destination sends workers in irregular status home",
    .acts_through = "the irregular stock, returns, seats home (5.12, 5.14, 5.16)",
    .evidence = "Bangladesh 2020: 29 % of returnees came home because they were asked to leave (B); size is the user's",
    .example = R"([[shock]]
kind = "expulsion"
destinations = ["SAU"]
start = "2027-04"
end = "2027-09"
irregular_percent = 10
)",
    .filters = filter_places | filter_sectors | filter_sexes,
    .why_not_others = "status is not told apart by skill",
    .keys = expulsion_keys,
    .apply = apply_expulsion};

constexpr ShockKind exchange_kind{
    .name = "exchange_rate",
    .summary = "the origin's currency gains or loses against the dollar",
    .acts_through =
        "home wages, means and debts in dollars, perceived gain, home value of pay and of remittances "
        "(5.2, 5.10, 5.13)",
    .evidence = "sizes are the user's; no row of the tables pins the answer of departures and remittances",
    .example = R"([[shock]]
kind = "exchange_rate"
origins = ["LKA"]
start = "2027-04"
end = "2028-03"
recovery_months = 24
origin_currency_percent = -40
)",
    .filters = filter_origins,
    .why_not_others = "a currency is the same for all its people, wherever they go",
    .keys = exchange_keys,
    .apply = apply_exchange};

constexpr ShockKind oil_kind{.name = "oil_price",
                             .summary = "the price of oil moves the activity of Gulf destinations, with a lag",
                             .acts_through = "the desired stock of workers in destinations of the Gulf (5.3)",
                             .evidence = "assumed: elasticity `oil_price_activity_elasticity`, no table pins it",
                             .example = R"([[shock]]
kind = "oil_price"
start = "2027-01"
end = "2028-12"
change_percent = -50
lag_months = 12
)",
                             .filters = filter_destinations | filter_sectors,
                             .why_not_others = "employers want workers, whatever their origin, sex and skill",
                             .keys = oil_keys,
                             .apply = apply_oil};

constexpr ShockKind disaster_kind{
    .name = "disaster_at_origin",
    .summary = "a flood, drought or earthquake takes income and property at home",
    .acts_through = "home wages, perceived gain, means to pay (5.1, 5.2, 5.6)",
    .evidence = "sizes are the user's; no row of the tables pins the answer of departures",
    .example = R"([[shock]]
kind = "disaster_at_origin"
origins = ["NPL"]
start = "2027-05"
end = "2027-12"
recovery_months = 24
home_income_percent = -15
wealth_loss_percent = 20
)",
    .filters = filter_origins,
    .why_not_others = "it strikes the origin, before anybody has chosen where to go",
    .keys = disaster_keys,
    .apply = apply_disaster};

// Adding a kind: its entry above, and its line here.
constexpr std::array<const ShockKind*, 8> kinds{
    &demand_kind,    &border_kind,   &conflict_kind, &epidemic_kind,
    &expulsion_kind, &exchange_kind, &oil_kind,      &disaster_kind,
};

}  // namespace

std::span<const ShockKind* const> shock_kinds() { return kinds; }

const ShockKind* find_shock_kind(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &ShockKind::name);
  return found == kinds.end() ? nullptr : *found;
}

}  // namespace sojourn::model
