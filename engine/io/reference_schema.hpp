#pragma once
// One reader per table: columns, checks, typed rows. Internal to the table reader.
#include <string>
#include <utility>
#include <vector>

#include "io/reference_row.hpp"

namespace sojourn::io {

/// What the readers share: what has been learned so far and what was found wrong.
struct Reading {
  ReferenceTables tables;
  CountryCodes codes;
  TextMap sector_map, stock_kinds, measures, components;
  std::vector<Diagnostic> findings;
};

using TableReader = void (*)(const CsvTable&, Reading&);
struct TableSchema {
  const char* name;
  TableReader read;
};

/// One typed row per line into `rows`, each begun with its position. False, and no row, if columns are missing.
template <class Row, class Fill>
bool read_rows(const CsvTable& table, const std::vector<std::string>& columns, Reading& reading, std::vector<Row>& rows,
               Fill fill) {
  RowReader row{table, columns, reading.findings};
  if (!row.usable()) return false;
  for (const CsvRow& line : table.rows) {
    row.start(line);
    Row entry;
    entry.at = row.position();
    fill(row, entry);
    rows.push_back(std::move(entry));
  }
  return true;
}

/// Where the row's number comes from, and how good that is: columns of every table that publications fill.
template <class Row>
void read_source(RowReader& row, Row& entry) {
  entry.source = row.required("source");
  entry.grade = row.grade("confidence");
}

template <class Row>
void read_corridor(RowReader& row, Row& entry, const CountryCodes& codes) {
  entry.origin = row.country("origin", codes);
  entry.destination = row.country("destination", codes);
}

/// Reports what is wrong with a table as a whole.
void table_defect(const CsvTable& table, std::string what, std::string why, std::string hint, std::string code,
                  Reading& reading);

/// All tables in the order of reading: maps and country lists before the rows that use them.
[[nodiscard]] const std::vector<TableSchema>& table_schemas();

// reference_sources.cpp: tables that publications fill
void read_origins(const CsvTable&, Reading&);
void read_destinations(const CsvTable&, Reading&);
void read_deployments(const CsvTable&, Reading&);
void read_stocks(const CsvTable&, Reading&);
void read_wages(const CsvTable&, Reading&);
void read_cost_components(const CsvTable&, Reading&);
void read_recruitment_costs(const CsvTable&, Reading&);
void read_remittances(const CsvTable&, Reading&);
// reference_maps.cpp: what free texts mean, how places are simulated, priors
void read_sector_map(const CsvTable&, Reading&);
void read_stock_kinds(const CsvTable&, Reading&);
void read_register_measures(const CsvTable&, Reading&);
void read_component_map(const CsvTable&, Reading&);
void read_regions(const CsvTable&, Reading&);
void read_corridor_rules(const CsvTable&, Reading&);
void read_registers(const CsvTable&, Reading&);
void read_sector_priors(const CsvTable&, Reading&);
void read_women_shares(const CsvTable&, Reading&);
// reference_rules.cpp
void read_rules_in_force(const CsvTable&, Reading&);

}  // namespace sojourn::io
