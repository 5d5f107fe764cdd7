#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "io/reference_schema.hpp"

namespace sojourn::io {
namespace {

std::vector<std::string> sector_words() { return {sector_names.begin(), sector_names.end()}; }

/// `construction+services`, or `all`.
bool is_sector_list(const std::string& text) {
  if (text == "all") return true;
  const std::size_t plus = text.find('+');
  const std::string first = text.substr(0, plus);
  bool known = false;
  for (const std::string_view name : sector_names) known = known || first == name;
  return known &&
         (plus == std::string::npos || (text.find("all", plus) != plus + 1 && is_sector_list(text.substr(plus + 1))));
}

void read_text_map(const CsvTable& table, const std::vector<std::string>& columns,
                   const std::vector<std::string>& choices, TextMap& map, Reading& reading) {
  map.file = table.file;
  const std::size_t before = reading.findings.size();
  RowReader row{table, columns, reading.findings};
  if (row.usable()) {
    for (const CsvRow& line : table.rows) {
      row.start(line);
      const std::string key = row.required(columns[0]);
      row.unique(key);
      map.first[key] = choices[row.choice(columns[1], choices)];
    }
  }
  map.complete = reading.findings.size() == before;
}

const std::vector<std::string> counts_words{"none",       "new",    "new_and_renewed", "new_and_rehires",
                                            "clearances", "entries"};

}  // namespace

void read_sector_map(const CsvTable& table, Reading& reading) {
  TextMap& map = reading.sector_map;
  map.file = table.file;
  const std::size_t before = reading.findings.size();
  RowReader row{table, {"text", "sectors", "use"}, reading.findings};
  if (row.usable()) {
    for (const CsvRow& line : table.rows) {
      row.start(line);
      const std::string key = row.required("text");
      row.unique(key);
      map.first[key] = row.text("sectors");
      if (!is_sector_list(row.text("sectors"))) {
        row.defect("sectors", "not sectors joined by +",
                   fmt::format("sectors are {}, or all", fmt::join(sector_words(), ", ")), "table-choice");
      }
      static const std::vector<std::string> uses{"survey", "single", "repeat", "other"};
      map.second[key] = uses[row.choice("use", uses)];
    }
  }
  map.complete = reading.findings.size() == before;
}

void read_stock_kinds(const CsvTable& table, Reading& reading) {
  read_text_map(table, {"source", "kind"},
                {"workers", "workers_without_domestic", "domestic_workers", "domestic_only", "workers_all_visas",
                 "residents", "residents_secondary", "un_desa", "origin_side", "survey"},
                reading.stock_kinds, reading);
}

void read_register_measures(const CsvTable& table, Reading& reading) {
  read_text_map(table, {"measure", "counts", "part"}, counts_words, reading.measures, reading);
  for (const CsvRow& line : table.rows) {
    if (line.fields.size() == 3) reading.measures.second[line.fields[0]] = line.fields[2];
  }
}

void read_component_map(const CsvTable& table, Reading& reading) {
  read_text_map(table, {"component", "item"}, {"papers", "flight", "all_documented", "other"}, reading.components,
                reading);
}

void read_regions(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> regions{"gulf",       "middle_east", "southeast_asia", "east_asia",
                                                "south_asia", "europe",      "other",          "sea"};
  static const std::vector<std::string> columns = column_names(
      "destination name region contract_months limited_stay living_provided_by believed_stay_months "
      "worker_share sponsorship passport_kept_share settled_stock india_clearance domestic_share women_share recruitment household_harm_factor "
      "trainee_pay_share? source");
  const bool usable = read_rows(table, columns, reading, reading.tables.regions, [&](RowReader& row, RegionRow& entry) {
    entry.destination = row.country("destination", reading.codes);
    row.unique(entry.destination);
    entry.name = row.text("name");
    entry.region = regions[row.choice("region", regions)];
    entry.contract_months = row.required_between("contract_months", 3, 60);
    entry.limited_stay = row.yes("limited_stay");
    entry.employer_provides = row.choice("living_provided_by", {"worker", "employer"}) == 1;
    entry.believed_stay_months = row.required_between("believed_stay_months", 1, 120);
    entry.worker_share = row.required_between("worker_share", 0, 1);
    entry.sponsorship = row.choice("sponsorship", {"tied", "contract_end", "free"});
    entry.passport_kept_share = row.between("passport_kept_share", 0.001, 0.999);
    entry.settled_stock = row.yes("settled_stock");
    entry.india_clearance = row.yes("india_clearance");
    entry.domestic_share = row.between("domestic_share", 0, 1);
    entry.women_share = row.between("women_share", 0, 1);
    entry.recruitment = row.choice("recruitment", {recruitment_regimes.begin(), recruitment_regimes.end()});
    entry.household_harm_factor = row.between("household_harm_factor", 0.01, 10);
    entry.trainee_pay_share = row.between("trainee_pay_share", 0.1, 1);
    entry.source = row.required("source");
  });
  if (!usable) return;
  std::vector<std::string> needed{"SEA", "ROW"};
  for (const DestinationRow& destination : reading.tables.destinations) needed.push_back(destination.code);
  for (const std::string& code : needed) {
    const auto& rows = reading.tables.regions;
    if (std::any_of(rows.begin(), rows.end(), [&](const RegionRow& place) { return place.destination == code; }))
      continue;
    table_defect(table, fmt::format("no row for {}", code),
                 code == "SEA" || code == "ROW" ? "every run has it" : "destinations.csv has this destination",
                 "add a row: region, contract, stay, shares", "table-missing", reading);
  }
}

void read_corridor_rules(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> treatments{"none", "open_border", "land_border",
                                                   "lump", "flow_only",   "seafarers"};
  static const std::vector<std::string> columns = column_names(
      "origin destination treatment value reason irregular_share irregular_cost_usd irregular_source");
  read_rows(table, columns, reading, reading.tables.corridor_rules, [&](RowReader& row, CorridorRuleRow& entry) {
    read_corridor(row, entry, reading.codes);
    row.unique(entry.origin + "-" + entry.destination);
    entry.treatment = treatments[row.choice("treatment", treatments)];
    entry.value = row.at_least("value", 0);
    if (entry.treatment == "seafarers") entry.value = row.required_between("value", 0, 1);
    entry.reason = row.required("reason");
    entry.irregular_share = row.between("irregular_share", 0, 0.99).value_or(0.0);
    entry.irregular_cost_usd = row.at_least("irregular_cost_usd", 0).value_or(0.0);
    if (entry.irregular_share > 0) (void)row.required("irregular_source");
  });
}

void read_registers(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names("origin counts stock_list remark");
  read_rows(table, columns, reading, reading.tables.registers, [&](RowReader& row, RegisterRow& entry) {
    entry.origin = row.country("origin", reading.codes);
    row.unique(entry.origin);
    entry.counts = static_cast<Counts>(row.choice("counts", counts_words));
    entry.complete_stock_list = row.choice("stock_list", {"open", "complete"}) == 1;
    entry.remark = row.text("remark");
  });
}

void read_sector_priors(const CsvTable& table, Reading& reading) {
  std::map<std::string, double> sums;
  static const std::vector<std::string> columns = column_names("region sex sector share source");
  const bool usable =
      read_rows(table, columns, reading, reading.tables.sector_priors, [&](RowReader& row, SectorPriorRow& entry) {
        entry.region = row.required("region");
        entry.sex = static_cast<Sex>(row.choice("sex", {"women", "men"}));
        entry.sector = static_cast<Sector>(row.choice("sector", sector_words()));
        entry.share = row.required_between("share", 0, 1);
        row.unique(entry.region + " " + row.text("sex") + " " + row.text("sector"));
        sums[entry.region] += entry.share;
      });
  if (!usable) return;
  for (const auto& [region, sum] : sums) {
    if (std::abs(sum - 1) < 1e-6) continue;
    table_defect(table, fmt::format("shares of {} sum to {:.4f}", region, sum),
                 "they are shares of all workers there, both sexes", "make them sum to 1", "table-range", reading);
  }
  for (const RegionRow& place : reading.tables.regions) {
    if (sums.emplace(place.region, 1.0).second) {
      table_defect(table, fmt::format("no shares for the region {}", place.region), "regions.csv uses it",
                   "add rows for it, by sex and sector", "table-missing", reading);
    }
  }
}

void read_women_shares(const CsvTable& table, Reading& reading) {
  static const std::vector<std::string> columns = column_names("origin destination women_share year source confidence");
  read_rows(table, columns, reading, reading.tables.women_shares, [&](RowReader& row, WomenShareRow& entry) {
    read_corridor(row, entry, reading.codes);
    row.unique(entry.origin + "-" + entry.destination);
    entry.share = row.required_between("women_share", 0, 1);
    entry.year = row.year("year");
    read_source(row, entry);
  });
}

}  // namespace sojourn::io
