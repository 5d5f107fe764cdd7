#include "model/levers/data_exchange.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "records_shared_percent",
            .lowest = 0,
            .highest = 100,
            .preset = 100,
            .meaning = "of workers, employers and cases"},
    KeySpec{
        .name = "by_sex", .type = KeyType::boolean, .preset = 1, .meaning = "whether women can be told apart in them"},
    KeySpec{
        .name = "delay_months", .lowest = 0, .highest = 120, .preset = 3, .meaning = "until the other side sees them"}};

/// The exchange that shares more holds as a whole; between equal ones the quicker.
void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double shared = enforcement * lever.numbers.at("records_shared_percent") / 100;
  const double delay = lever.numbers.at("delay_months");
  const bool by_sex = lever.numbers.at("by_sex") != 0;
  if (shared <= 0 || std::tuple{shared, -delay, by_sex} <=
                         std::tuple{terms.records_shared, -terms.records_delay_months, terms.records_by_sex}) {
    return;
  }
  terms.records_shared = shared;
  terms.records_delay_months = delay;
  terms.records_by_sex = by_sex;
}

}  // namespace

const LeverKind data_exchange_kind{.name = "data_exchange",
                                   .theme = "agreements",
                                   .summary = "records of workers, employers and cases that both countries see",
                                   .acts_through = "aim of inspection (5.9), placement (5.8)",
                                   .evidence =
                                       "Sri Lanka 2024: records of 1.4 million departures let abuse be traced to "
                                       "agencies (B); sex-disaggregated monitoring "
                                       "recalled (C); no row holds an effect",
                                   .example = R"([[lever]]
kind = "data_exchange"
corridors = ["PHL-SAU"]
start = "2026-07"
records_shared_percent = 80
by_sex = true
delay_months = 3
)",
                                                                  .sets_a_level = true,
                                   .keys = keys,
                                   .apply = apply};

}  // namespace sojourn::model
