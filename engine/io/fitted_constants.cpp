#include "io/fitted_constants.hpp"

#include <fmt/format.h>
#include <libfccp/csv.h>

#include <fstream>
#include <limits>
#include <map>
#include <system_error>

#include "core/diagnostic.hpp"

namespace sojourn::io {
namespace {

constexpr const char* remake = "run: sojourn calibrate --base";

// A constant's key as written: quantity, origin, destination, sector, sex.
using Key = std::string;

Key key_of(std::string_view quantity, std::string_view origin, std::string_view destination, std::string_view sector, std::string_view sex) {
  return fmt::format("{},{},{},{},{}", quantity, origin, destination, sector, sex);
}

template <class Fitted, class Visit>
void each_constant(const model::BaseYear& base, Fitted& fitted, Visit&& visit) {
  for (std::size_t o = 0; o < base.origins.size(); ++o) {
    for (std::size_t x = 0; x < 2; ++x) {
      visit(key_of("taste_mean", base.origins[o].code, "", "", sex_names[x]), fitted.taste_mean[o][x]);
      visit(key_of("accepted_per_search_first", base.origins[o].code, "", "", sex_names[x]), fitted.accepted_per_search[o][x][0]);
      visit(key_of("accepted_per_search_repeat", base.origins[o].code, "", "", sex_names[x]), fitted.accepted_per_search[o][x][1]);
      visit(key_of("search_months", base.origins[o].code, "", "", sex_names[x]), fitted.search_months[o][x]);
    }
  }
  for (std::size_t c = 0; c < base.corridors.size(); ++c) {
    const std::string& origin = base.origin(base.corridors[c].origin).code;
    const std::string& destination = base.destination(base.corridors[c].destination).code;
    for (std::size_t x = 0; x < 2; ++x) {
      visit(key_of("rent_residual", origin, destination, "", sex_names[x]), fitted.rent_residual[c][x]);
      visit(key_of("rent_reach", origin, destination, "", sex_names[x]), fitted.rent_reach[c][x]);
    }
  }
  for (std::size_t k = 0; k < base.markets.size(); ++k) {
    const model::Market& market = base.markets[k];
    const std::string& origin = base.origin(base.corridor(market.corridor).origin).code;
    const std::string& destination = base.destination(base.corridor(market.corridor).destination).code;
    const auto one = [&](const char* quantity, auto& value) {
      visit(key_of(quantity, origin, destination, sector_names[index(market.sector)], sex_names[index(market.sex)]), value);
    };
    one("market_constant_usd", fitted.market_constant_usd[k]);
    one("stay_logit", fitted.stay_logit[k]);
    one("order_weight", fitted.order_weight[k]);
    one("desired_stock", fitted.desired_stock[k]);
    one("tightness", fitted.tightness[k]);
  }
}

Diagnostic problem(const std::filesystem::path& path, std::uint32_t line, std::string what, std::string why) {
  Diagnostic finding;
  finding.file = path.string();
  finding.where = {.line = line, .column = line > 0 ? 6U : 0U, .width = 1};
  finding.what = std::move(what);
  finding.why = std::move(why);
  finding.hint = remake;
  finding.code = "stale-constants";
  return finding;
}

}  // namespace

void write_fitted_constants(const std::filesystem::path& path, const model::BaseYear& base, const model::FittedConstants& fitted) {
  std::filesystem::create_directories(path.parent_path());
  std::filesystem::path partial = path;
  partial += ".partial";
  {
    std::ofstream out{partial};
    out << "quantity,origin,destination,sector,sex,value\nmade_from,,,,," << fitted.made_from << "\n";
    each_constant(base, fitted, [&out](const Key& key, double value) { out << fmt::format("{},{:.6g}\n", key, value); });
    if (!out.flush()) {
      throw InputError{problem(path, 0, "the fitted constants cannot be written here", "the folder is missing, full or read-only")};
    }
  }
  std::filesystem::rename(partial, path);
}

model::FittedConstants read_fitted_constants(const std::filesystem::path& path, const model::BaseYear& base, const std::string& key) {
  if (!std::filesystem::exists(path)) {
    throw InputError{problem(path, 0, "no fitted constants", "these reference tables and grades have none yet")};
  }
  std::map<Key, double> values;
  std::string made_from;
  std::vector<Diagnostic> findings;
  ::io::CSVReader<6> reader{path.string()};
  reader.read_header(::io::ignore_no_column, "quantity", "origin", "destination", "sector", "sex", "value");
  std::string quantity, origin, destination, sector, sex, value;
  try {
    while (reader.read_row(quantity, origin, destination, sector, sex, value)) {
      if (quantity == "made_from") {
        made_from = value;
        continue;
      }
      std::size_t used = 0;
      double number = std::numeric_limits<double>::quiet_NaN();
      try {
        number = std::stod(value, &used);
      } catch (const std::exception&) {
        used = 0;
      }
      if (used != value.size() || used == 0) findings.push_back(problem(path, reader.get_file_line(), fmt::format("value = \"{}\"", value), "not a number"));
      values[key_of(quantity, origin, destination, sector, sex)] = number;
    }
  } catch (const std::exception& defect) {
    findings.push_back(problem(path, reader.get_file_line(), "the table cannot be read", defect.what()));
  }
  if (!findings.empty()) throw InputError{findings};
  if (made_from != key) {
    throw InputError{problem(path, 2, "the fitted constants are stale", "made from other reference tables, grades or parameters than the ones in use")};
  }
  model::FittedConstants fitted;
  fitted.made_from = made_from;
  fitted.taste_mean.resize(base.origins.size());
  fitted.accepted_per_search.resize(base.origins.size());
  fitted.search_months.resize(base.origins.size());
  fitted.rent_residual.resize(base.corridors.size());
  fitted.rent_reach.resize(base.corridors.size());
  for (auto* list : {&fitted.market_constant_usd, &fitted.stay_logit, &fitted.order_weight, &fitted.desired_stock, &fitted.tightness}) list->resize(base.markets.size());
  each_constant(base, fitted, [&](const Key& name, double& number) {
    const auto found = values.find(name);
    if (found == values.end()) findings.push_back(problem(path, 0, name + " is missing", "every market of the base year needs it"));
    else number = found->second;
  });
  if (!findings.empty()) throw InputError{findings};
  return fitted;
}

std::filesystem::path fitted_constants_path(const std::filesystem::path& tables, std::uint32_t grades) {
  std::string letters;
  for (std::size_t g = 0; g < 3; ++g) {
    if ((grades >> g & 1U) != 0) letters += grade_names[g];
  }
  return tables / "fitted" / ("base-" + letters + ".csv");
}

}  // namespace sojourn::io
