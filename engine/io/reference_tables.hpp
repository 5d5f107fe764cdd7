#pragma once
// Reference tables in: one typed row per line, every defect of every table reported at once.
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/ids.hpp"

namespace sojourn::io {

/// Sex of a row: women, men, or both together.
enum class RowSex : std::uint8_t { women, men, both };
/// What a register's measure counts.
enum class Counts : std::uint8_t { none, new_hires, new_and_renewed, new_and_rehires, clearances, entries };
/// What a row of stocks.csv counts; by precedence in docs/model/reference-data.md.
enum class StockKind : std::uint8_t {
  workers,                   ///< workers by nationality, counted at the destination
  workers_without_domestic,  ///< the same, domestic workers in another row
  domestic_workers,          ///< domestic workers, to be added to the row above
  domestic_only,             ///< domestic workers where nearly all foreign workers are
  workers_all_visas,         ///< all who work: students, spouses and engineers too
  residents,                 ///< census or register of residents
  residents_secondary,       ///< residents as an encyclopedia has them
  un_desa,
  origin_side,
  survey  ///< household survey at the origin: checks only
};
/// Whether a row may stand for a level.
enum class RowUse : std::uint8_t { survey, single, repeat, other };

struct OriginRow {
  Position at;
  std::string code, name;
  double population = 0, working_age_men = 0, working_age_women = 0, gdp_per_capita_usd = 0;  ///< persons; USD a year
  std::optional<double> participation_women_percent, participation_men_percent;
  std::optional<double> wage_usd, wage_women_usd, wage_men_usd;  ///< a month
  std::optional<int> wage_year;
  int year = 0;
  Grade grade{}, wage_grade{};
  std::string source, wage_source;
};
struct DestinationRow {
  Position at;
  std::string code, name;
  std::optional<double> worker_stock, women_percent;
  int year = 0;
};
struct DeploymentRow {
  Position at;
  std::string origin, destination;
  int year = 0;
  RowSex sex{};
  double persons = 0;
  std::string period, measure, note, source;
  Grade grade{};
  Counts counts{};
  bool land_only = false;
  bool annual = false;  ///< a whole calendar or fiscal year
};
struct StockRow {
  Position at;
  std::string origin, destination;
  int year = 0;
  RowSex sex{};
  double persons = 0;
  std::string source, note;
  Grade grade{};
  StockKind kind{};
};
struct WageRow {
  Position at;
  std::string destination, origin;
  std::uint32_t sectors = 0;  ///< bit per Sector
  bool all_sectors = false;
  RowUse use{};
  RowSex sex{};
  int year = 0;
  std::string kind;
  std::optional<double> usd_per_month;
  std::string notes, source;
  Grade grade{};
};
struct CostComponentRow {
  Position at;
  std::string origin, destination, component, item, paid_by;
  std::uint32_t sectors = 0;
  RowSex sex{};
  int year = 0;
  std::optional<double> usd;
  std::string source;
  Grade grade{};
};
struct RecruitmentCostRow {
  Position at;
  std::string origin, destination;
  std::uint32_t sectors = 0;
  std::string group;  ///< whom the row speaks of, in its words
  RowUse use{};
  RowSex sex{};
  int year = 0;
  std::optional<double> months, mean_usd, low_usd, high_usd, wage_usd;
  std::string source;
  Grade grade{};
};
struct RemittanceRow {
  Position at;
  std::string record_type, origin, destination;
  int year = 0;
  std::string period;
  std::optional<double> cost_percent;  ///< of sending 200 USD
  std::string source;
  Grade grade{};
};
/// Words of the column `recruitment` of regions.csv, in the order of model::RecruitmentRegime.
inline constexpr std::array<const char*, 4> recruitment_regimes{"open", "government", "visa_sold", "wages_deducted"};

/// How a destination is simulated (regions.csv).
struct RegionRow {
  Position at;
  std::string destination, name, region;
  double contract_months = 0;
  bool limited_stay = false;
  bool employer_provides = false;  ///< food and lodging
  double believed_stay_months = 0, worker_share = 0;
  std::size_t sponsorship = 0;                        ///< tied, contract_end, free
  std::optional<double> passport_kept_share;          ///< of workers
  bool settled_stock = false;                         ///< the stock is settled: only known flows count
  bool india_clearance = false;                       ///< an ECR country: India's register sees it
  std::optional<double> domestic_share, women_share;  ///< of all workers there
  std::optional<double> household_harm_factor;        ///< over places with that sponsorship rule; blank 1
  std::optional<double> trainee_pay_share;            ///< of what the same work pays others there; blank 1
  std::size_t recruitment = 0;                        ///< as in recruitment_regimes
  std::string source;
};
struct CorridorRuleRow {
  Position at;
  std::string origin, destination, treatment;
  std::optional<double> value;
  std::string reason;
  double irregular_share = 0;     ///< of entries, across a border that can be crossed without a permit; 0: none
  double irregular_cost_usd = 0;  ///< what a broker asks for the crossing
};
struct RegisterRow {
  Position at;
  std::string origin;
  Counts counts{};
  bool complete_stock_list = false;  ///< the origin lists its workers by destination; others have none
  std::string remark;
};
struct SectorPriorRow {
  Position at;
  std::string region;
  Sex sex{};
  Sector sector{};
  double share = 0;
};
struct WomenShareRow {
  Position at;
  std::string origin, destination;
  double share = 0;
  int year = 0;
  std::string source;
  Grade grade{};
};

/// A rule that is in force whatever a scenario says: read as a lever (rules_in_force.csv).
struct RuleInForceRow {
  Position at;
  std::string id, kind;                                            ///< "ref-..."; a kind of lever
  std::vector<std::string> origins, destinations, sectors, sexes, skills;  ///< as filters of scenarios have them
  std::string start, end;      ///< first and last month; `start` empty: before any study, `end` empty: still in force
  double implementation = 0;   ///< 0 to 1
  std::vector<std::pair<std::string, std::vector<std::string>>> keys;  ///< strength: name and values
  std::vector<std::string> rows;  ///< of the evidence that it is derived from, "fee_rules.csv:5"
  std::string source, note;
  Grade grade{};
};

/// A level that a baseline should meet, of evidence/levels.csv: no run reads it.
struct PublishedLevelRow {
  Position at;
  std::string level;       ///< in words
  std::string measure;     ///< a name that `level_measure` knows
  bool ascending = false;  ///< how many neighbours in the list of destinations rise, in place of the level itself
  std::string origin, destination;
  std::uint32_t sectors = 0;  ///< bit per Sector
  std::string sector;         ///< as written
  RowSex sex{};
  double low = 0, high = 0;  ///< the published range; a single figure stands as both
  std::string unit;
  std::string rows;  ///< of evidence/outcomes.csv, "outcomes.csv:72,92"
  std::string source;
  Grade grade{};
  std::string reason;  ///< why a baseline of this version is expected to miss it; empty if nothing is known
};

/// An amount that a row states in local money and in dollars: together they imply an exchange rate.
struct LocalAmount {
  std::string table;  ///< "wages.csv"
  Position at;
  std::string currency;  ///< ISO 4217
  double local = 0, usd = 0;
  int year = 0;
  Grade grade{};
  std::string source;
};

/// One file that was read.
struct TableFile {
  std::string name;  ///< "wages.csv"
  std::string path;  ///< as reported: folder as the user named it, or `library:reference/wages.csv`
  bool from_user = false;
  std::string sha256;  ///< of its bytes, hex
};

struct ReferenceTables {
  std::vector<OriginRow> origins;
  std::vector<DestinationRow> destinations;
  std::vector<DeploymentRow> deployments;
  std::vector<StockRow> stocks;
  std::vector<WageRow> wages;
  std::vector<CostComponentRow> cost_components;
  std::vector<RecruitmentCostRow> recruitment_costs;
  std::vector<RemittanceRow> remittances;
  std::vector<RegionRow> regions;
  std::vector<CorridorRuleRow> corridor_rules;
  std::vector<RegisterRow> registers;
  std::vector<SectorPriorRow> sector_priors;
  std::vector<WomenShareRow> women_shares;
  std::vector<RuleInForceRow> rules_in_force;
  std::vector<PublishedLevelRow> levels;   ///< of the library's evidence: in no hash, read by no run
  std::vector<LocalAmount> local_amounts;  ///< of origins, wages, cost components and recruitment costs
  std::vector<TableFile> files;            ///< in the order of `reference_table_names()`
  std::string sha256;                      ///< over names and bytes of all files, hex
};

struct ReferenceFolders {
  std::filesystem::path library;  ///< the shipped tables: all of them
  std::filesystem::path user;     ///< may hold only some; empty for none
  std::string user_as_named;      ///< how messages name the user's folder; empty: as `user` prints
};

/// Names of all tables that are read, in the order of reading.
[[nodiscard]] std::vector<std::string> reference_table_names();

/// Reads and checks every table; a table of the user's folder replaces the library's of the same name. The evidence
/// tables of the library are checked too, and of them only the published levels are kept.
/// \throws InputError with every defect of every table.
[[nodiscard]] ReferenceTables read_reference_tables(const ReferenceFolders& folders);

/// Lowercase hexadecimal SHA-256 of `bytes`.
[[nodiscard]] std::string sha256_hex(const std::string& bytes);

}  // namespace sojourn::io
