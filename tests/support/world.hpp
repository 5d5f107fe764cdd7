#pragma once
// A small invented world for tests of the mechanics: three origins, four destinations, no table needed.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "model/levers/lever.hpp"
#include "model/shocks.hpp"
#include "population/candidates.hpp"
#include "population/cells.hpp"
#include "sim/run.hpp"

namespace sojourn::test {

// Places of the world, in the order of its lists.
inline constexpr auto aaa = OriginId{0}, bbb = OriginId{1}, ccc = OriginId{2};
inline constexpr auto gulf = DestinationId{0}, asia = DestinationId{1}, europe = DestinationId{2},
                      island = DestinationId{3};
// Corridors: CCC sends to the island alone and nobody else does, so that it shares no employer with the others.
inline constexpr auto aaa_gulf = CorridorId{0}, aaa_asia = CorridorId{1}, bbb_gulf = CorridorId{2},
                      bbb_europe = CorridorId{3}, ccc_island = CorridorId{4};

/// Invented levels, graded `model`. 22 million people of working age and 560,000 workers abroad times `workers`.
[[nodiscard]] model::BaseYear synthetic_base(double workers = 1);

/// The world with constants under which it stands still: `unfitted_constants` with tastes scarce enough that about two
/// to five payable applicants compete for an order, and orders split at the employers' costs of that state.
struct World {
  model::BaseYear base;
  model::FittedConstants fitted;
};
/// Made once a process, by three years at a coarse scale.
[[nodiscard]] const World& synthetic_world();
/// As many people, a fiftieth of the workers abroad and of those who would go: at scale 1 eight blocks, run in a
/// moment.
[[nodiscard]] const World& populous_world();
/// The market of a corridor, sector and sex.
[[nodiscard]] std::size_t market_of(const model::BaseYear& base, CorridorId corridor, Sector sector, Sex sex);

inline constexpr Month first_recorded{2026, 1};

/// What one simulation of a test varies.
struct Case {
  model::Parameters parameters;
  std::vector<model::LeverSpec> levers;
  std::vector<model::ShockSpec> shocks{};
  int months = 24;
  int burn_in_months = 6;
  int scale = 50;
  std::uint64_t seed = 7;
  std::uint32_t replicate = 0;
};

/// A run with all that it refers to.
class Simulation {
  const World& world_;
  population::Cells cells_;
  population::Candidates candidates_;
  std::unique_ptr<Parallel> own_threads_;
  sim::Run run_;

 public:
  explicit Simulation(const Case& setup, int threads = 1, const World& world = synthetic_world());
  /// On threads that others use too; they must outlive it.
  Simulation(const Case& setup, Parallel& threads, const World& world = synthetic_world());
  [[nodiscard]] sim::Run& run() noexcept { return run_; }
  [[nodiscard]] const population::Cells& cells() const noexcept { return cells_; }
  [[nodiscard]] const model::BaseYear& base() const noexcept { return world_.base; }
  /// Months with burn-in.
  [[nodiscard]] int months() const { return run_.input().end - run_.input().start + 1 + run_.input().burn_in_months; }
  /// Runs to the end.
  const sim::RunTables& finish();
};

/// Tables of a run from beginning to end.
[[nodiscard]] sim::RunTables tables_of(const Case& setup, int threads = 1, const World& world = synthetic_world());
/// Expects two runs to agree in every number of every table and in the digest.
void expect_same(const sim::RunTables& one, const sim::RunTables& other);

/// Sum of a count over recorded months [from, to), origins and sexes.
[[nodiscard]] std::int64_t total(const sim::RunTables& tables, model::Count kind, int from = 0, int to = -1);

/// A lever of `kind` on the named corridors, from `start` at `level`.
[[nodiscard]] model::LeverSpec lever_on(const std::string& kind, std::vector<CorridorId> corridors, Month start,
                                        double level, std::map<std::string, double> numbers = {});
[[nodiscard]] model::LeverSpec fee_cap(std::vector<CorridorId> corridors, Month start, double level, double cap_usd);
[[nodiscard]] model::LeverSpec employer_pays(std::vector<CorridorId> corridors, Month start, double level);
[[nodiscard]] model::LeverSpec wage_floor(std::vector<CorridorId> corridors, Month start, double level,
                                          double floor_usd);
/// On women alone.
[[nodiscard]] model::LeverSpec womens_ban(std::vector<CorridorId> corridors, Month start, double level);

/// A shock of `kind` on the named corridors, from `start` to `end`.
[[nodiscard]] model::ShockSpec shock_on(const std::string& kind, std::vector<CorridorId> corridors, Month start,
                                        Month end, std::map<std::string, double> numbers, int recovery_months = 0);

}  // namespace sojourn::test
