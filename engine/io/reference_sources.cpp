#include <fmt/format.h>

#include "io/reference_rates.hpp"
#include "io/reference_schema.hpp"

namespace sojourn::io {
namespace {

RowUse row_use(const TextMap& map, const std::string& text) {
  const auto found = map.second.find(text);
  if (found == map.second.end() || found->second == "other") return RowUse::other;
  return found->second == "survey" ? RowUse::survey : found->second == "single" ? RowUse::single : RowUse::repeat;
}

/// Keeps what `entry` states in dollars and `text` in local money.
template <class Row>
void keep_local_amount(const char* table, const std::string& text, std::optional<double> usd, const Row& entry,
                       Reading& reading) {
  const auto local = local_amount(text);
  if (!local || !usd || *usd <= 0) return;
  reading.tables.local_amounts.push_back(
      {table, entry.at, local->first, local->second, *usd, entry.year, entry.grade, entry.source});
}

Counts counts_of(const std::string& word) {
  if (word == "new") return Counts::new_hires;
  if (word == "new_and_renewed") return Counts::new_and_renewed;
  if (word == "new_and_rehires") return Counts::new_and_rehires;
  if (word == "clearances") return Counts::clearances;
  return word == "entries" ? Counts::entries : Counts::none;
}

StockKind stock_kind(const std::string& word) {
  static const std::map<std::string, StockKind> kinds{{"workers", StockKind::workers},
                                                      {"workers_without_domestic", StockKind::workers_without_domestic},
                                                      {"domestic_workers", StockKind::domestic_workers},
                                                      {"domestic_only", StockKind::domestic_only},
                                                      {"workers_all_visas", StockKind::workers_all_visas},
                                                      {"residents", StockKind::residents},
                                                      {"residents_secondary", StockKind::residents_secondary},
                                                      {"un_desa", StockKind::un_desa},
                                                      {"origin_side", StockKind::origin_side}};
  const auto found = kinds.find(word);
  return found == kinds.end() ? StockKind::survey : found->second;
}

/// The wage of origins.csv has columns of its own for currency, amount, year, source and grade; its basis says where
/// the rate alone was recalled.
void keep_home_wage(const RowReader& row, const OriginRow& entry, Reading& reading) {
  const auto local = local_amount(row.text("wage_currency") + " " + row.text("monthly_wage_lcu"));
  if (!local || !entry.wage_usd || !entry.wage_year) return;
  const bool recalled = row.text("wage_basis").find("fx recalled") != std::string::npos;
  reading.tables.local_amounts.push_back({"origins.csv", entry.at, local->first, local->second, *entry.wage_usd,
                                          *entry.wage_year, recalled ? Grade::c : entry.wage_grade, entry.wage_source});
}

}  // namespace

void read_origins(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names(
      "iso3 name population working_age_population working_age_male working_age_female labour_force "
      "female_lfp_pct male_lfp_pct lfp_year unemployment_pct gdp_per_capita_usd wage_basis wage_year "
      "wage_currency monthly_wage_lcu monthly_wage_female_lcu monthly_wage_male_lcu fx_lcu_per_usd "
      "monthly_wage_usd monthly_wage_female_usd monthly_wage_male_usd wage_source wage_source_url "
      "wage_confidence national_agency year source source_url confidence note");
  read_rows(table, columns, reading, reading.tables.origins, [&](RowReader& row, OriginRow& entry) {
    entry.code = row.required("iso3");
    row.unique(entry.code);
    entry.name = row.required("name");
    entry.population = row.count("population");
    entry.working_age_men = row.count("working_age_male");
    entry.working_age_women = row.count("working_age_female");
    if (entry.working_age_men + entry.working_age_women <= 0 ||
        entry.working_age_men + entry.working_age_women >= entry.population) {
      row.defect("population", "must be more than the people of working age, and these more than none", "",
                 "table-range");
    }
    entry.participation_women_percent = row.between("female_lfp_pct", 0, 100);
    entry.participation_men_percent = row.between("male_lfp_pct", 0, 100);
    entry.gdp_per_capita_usd = row.required_between("gdp_per_capita_usd", 50, 300000);
    entry.wage_usd = row.at_least("monthly_wage_usd", 1);
    entry.wage_women_usd = row.at_least("monthly_wage_female_usd", 1);
    entry.wage_men_usd = row.at_least("monthly_wage_male_usd", 1);
    if (!row.text("wage_year").empty()) entry.wage_year = row.year("wage_year");
    if (entry.wage_usd) entry.wage_grade = row.grade("wage_confidence");
    entry.wage_source = row.text("wage_source");
    entry.year = row.year("year");
    read_source(row, entry);
    keep_home_wage(row, entry, reading);
    reading.codes.add_origin(entry.code);
  });
}

void read_destinations(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names(
      "iso3 name migrant_stock_total migrant_stock_female_pct migrant_stock_year colombo_origin_stock "
      "colombo_origin_stock_year migrant_worker_stock migrant_worker_year migrant_worker_female_pct "
      "migrant_worker_colombo_known worker_source worker_source_url worker_confidence worker_note source "
      "source_url confidence year");
  read_rows(table, columns, reading, reading.tables.destinations, [&](RowReader& row, DestinationRow& entry) {
    entry.code = row.required("iso3");
    row.unique(entry.code);
    entry.name = row.required("name");
    entry.worker_stock = row.at_least("migrant_worker_stock", 0);
    entry.women_percent = row.between("migrant_worker_female_pct", 0, 100);
    if (!row.text("confidence").empty()) static_cast<void>(row.grade("confidence"));
    entry.year = row.year("year");
    reading.codes.add_destination(entry.code);
  });
}

void read_deployments(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns =
      column_names("origin destination year sex registered_outflow source source_url confidence period measure note");
  read_rows(table, columns, reading, reading.tables.deployments, [&](RowReader& row, DeploymentRow& entry) {
    read_corridor(row, entry, reading.codes);
    entry.year = row.year("year");
    entry.sex = row.sex("sex");
    entry.persons = row.count("registered_outflow");
    entry.period = row.required("period");
    entry.measure = row.required("measure");
    entry.note = row.text("note");
    read_source(row, entry);
    entry.counts = counts_of(row.mapped("measure", reading.measures));
    const auto part = reading.measures.second.find(entry.measure);
    entry.land_only = part != reading.measures.second.end() && part->second == "land";
    entry.annual = entry.period == "calendar year" || entry.period.starts_with("fiscal year ");
    row.unique(fmt::format("{} {} {} {} {}, {}", entry.origin, entry.destination, entry.year, row.text("sex"),
                           entry.period, entry.measure));
  });
}

void read_stocks(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns =
      column_names("origin destination year sex stock source source_url confidence note");
  read_rows(table, columns, reading, reading.tables.stocks, [&](RowReader& row, StockRow& entry) {
    read_corridor(row, entry, reading.codes);
    entry.year = row.year("year");
    entry.sex = row.sex("sex");
    entry.persons = row.count("stock");
    read_source(row, entry);
    entry.note = row.text("note");
    entry.kind = stock_kind(row.mapped("source", reading.stock_kinds));
    row.unique(
        fmt::format("{} {} {} {}, {}", entry.origin, entry.destination, entry.year, row.text("sex"), entry.source));
  });
}

void read_wages(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> kinds{"paid_mean",         "paid_median",         "paid",
                                              "paid_basic",        "paid_range",          "contract",
                                              "promised",          "market_guideline",    "origin_referral",
                                              "bilateral_minimum", "destination_minimum", "share"};
  static const std::vector<std::string> columns = column_names(
      "destination origin sector sex year kind monthly_wage_usd amount_original food_housing_note "
      "covers_domestic_workers notes source source_url confidence");
  read_rows(table, columns, reading, reading.tables.wages, [&](RowReader& row, WageRow& entry) {
    entry.destination = row.country("destination", reading.codes);
    entry.origin = row.country("origin", reading.codes);
    entry.sectors = sector_bits(row.mapped("sector", reading.sector_map));
    entry.all_sectors = entry.sectors == (1U << sector_count) - 1;
    entry.use = row_use(reading.sector_map, row.text("sector"));
    entry.sex = row.sex("sex");
    entry.year = row.year("year");
    entry.kind = kinds[row.choice("kind", kinds)];
    entry.usd_per_month = row.at_least("monthly_wage_usd", 1);
    entry.notes = row.text("notes");
    if (entry.notes.find("one worker") != std::string::npos) entry.use = RowUse::single;
    read_source(row, entry);
    keep_local_amount("wages.csv", row.text("amount_original"), entry.usd_per_month, entry, reading);
    row.unique(fmt::format("{} {} {} {} {}, {}", entry.destination, entry.origin, row.text("sex"), entry.year,
                           entry.kind, row.text("sector")));
  });
}

void read_cost_components(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names(
      "origin destination sector_or_group sex year component amount_usd share_of_total amount_original "
      "paid_by notes source source_url confidence");
  read_rows(table, columns, reading, reading.tables.cost_components, [&](RowReader& row, CostComponentRow& entry) {
    read_corridor(row, entry, reading.codes);
    entry.sectors = sector_bits(row.mapped("sector_or_group", reading.sector_map));
    entry.sex = row.sex("sex");
    entry.year = row.year("year");
    entry.component = row.required("component");
    entry.item = row.mapped("component", reading.components);
    entry.usd = row.at_least("amount_usd", 0);
    static_cast<void>(row.between("share_of_total", 0, 1));
    entry.paid_by = row.required("paid_by");
    read_source(row, entry);
    keep_local_amount("cost_components.csv", row.text("amount_original"), entry.usd, entry, reading);
    row.unique(fmt::format("{} {} {} {} {}, {}", entry.origin, entry.destination, row.text("sex"), entry.year,
                           row.text("sector_or_group"), entry.component));
  });
}

void read_recruitment_costs(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names(
      "origin destination sector_or_group sex year cost_mean_usd cost_median_usd cost_low_usd cost_high_usd "
      "months_of_earnings months_basis monthly_wage_usd sample_size cost_original cost_definition_notes "
      "source source_url confidence");
  read_rows(table, columns, reading, reading.tables.recruitment_costs, [&](RowReader& row, RecruitmentCostRow& entry) {
    read_corridor(row, entry, reading.codes);
    entry.sectors = sector_bits(row.mapped("sector_or_group", reading.sector_map));
    entry.group = row.text("sector_or_group");
    entry.use = row_use(reading.sector_map, row.text("sector_or_group"));
    entry.sex = row.sex("sex");
    entry.year = row.year("year");
    entry.mean_usd = row.number("cost_mean_usd");  // may be negative: a family that was paid
    for (const char* column : {"cost_median_usd", "sample_size"}) static_cast<void>(row.at_least(column, 0));
    entry.low_usd = row.at_least("cost_low_usd", 0);
    entry.high_usd = row.at_least("cost_high_usd", 0);
    entry.months = row.number("months_of_earnings");
    entry.wage_usd = row.at_least("monthly_wage_usd", 1);
    const bool only_an_upper_bound = !row.text("cost_high_usd").empty() && row.text("cost_mean_usd").empty() &&
                                     row.text("cost_median_usd").empty() && row.text("cost_low_usd").empty();
    if (only_an_upper_bound) entry.use = RowUse::other;
    const auto sample = row.number("sample_size");
    if (sample && *sample < 10) entry.use = RowUse::single;
    read_source(row, entry);
    keep_local_amount("recruitment_costs.csv", row.text("cost_original"), entry.mean_usd, entry, reading);
    row.unique(fmt::format("{} {} {} {} {}, {}", entry.origin, entry.destination, row.text("sex"), entry.year,
                           row.text("confidence"), row.text("sector_or_group")));
  });
}

void read_remittances(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names(
      "record_type origin destination year period inflow_usd_millions share_of_gdp_pct send_cost_pct_200usd "
      "value_usd_millions source source_url confidence note");
  read_rows(table, columns, reading, reading.tables.remittances, [&](RowReader& row, RemittanceRow& entry) {
    entry.record_type = row.required("record_type");
    entry.origin = row.country("origin", reading.codes, true);
    entry.destination = row.country("destination", reading.codes, true);
    entry.year = row.year("year");
    entry.period = row.required("period");
    for (const char* column : {"inflow_usd_millions", "share_of_gdp_pct", "value_usd_millions"})
      static_cast<void>(row.at_least(column, 0));
    entry.cost_percent = row.between("send_cost_pct_200usd", -5, 100);
    read_source(row, entry);
    row.unique(fmt::format(
        "{} {} {} {} {}, {} {}", entry.record_type, entry.origin, entry.destination, entry.year, entry.period,
        entry.source, entry.record_type == "sdg_target" ? row.text("send_cost_pct_200usd") + row.text("note") : ""));
  });
}

}  // namespace sojourn::io
