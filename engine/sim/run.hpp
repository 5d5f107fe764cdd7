#pragma once
// One run: a scenario and a replicate, month by month, in the order of model::month_order.
#include <array>
#include <functional>
#include <span>
#include <vector>

#include "model/month.hpp"
#include "sim/block.hpp"
#include "sim/parallel.hpp"
#include "sim/tables.hpp"

namespace sojourn::sim {

/// What a run needs. Everything referred to must outlive it.
struct RunInput {
  const model::BaseYear& base;
  const model::FittedConstants& fitted;
  model::Parameters parameters;
  Policy policy;
  Month start, end;        ///< recorded months, inclusive
  int burn_in_months = 24;
  int scale = 100;
  std::vector<bool> origins, destinations;
  RunKey key;
  Trace* trace = nullptr;  ///< follows some lives of this run and changes nothing; not for runs side by side
};

class Run {
 public:
  Run(const RunInput& input, const population::Cells& cells, const population::Candidates& candidates, Parallel& threads);

  /// Runs one month; false once the last one is done.
  /// \throws std::runtime_error if an account does not balance.
  bool step();
  /// The month that the next step runs.
  [[nodiscard]] Month month() const noexcept { return month_; }
  /// A copy that goes on under another policy: the bytes are those of a run alone if the policies agree up to here.
  [[nodiscard]] Run fork(const Policy& policy) const;
  [[nodiscard]] const RunTables& tables() const noexcept { return tables_; }
  [[nodiscard]] RunTables take_tables() noexcept { return std::move(tables_); }
  [[nodiscard]] const Markets& markets() const noexcept { return markets_; }
  [[nodiscard]] Markets& markets() noexcept { return markets_; }
  [[nodiscard]] const Agencies& agencies() const noexcept { return agencies_; }
  [[nodiscard]] Agencies& agencies() noexcept { return agencies_; }
  /// What agencies did in the month just done, by Agencies::place.
  [[nodiscard]] const std::vector<model::AgencyMonth>& agency_reports() const noexcept { return agency_reports_; }
  /// Counts of the month just done, by market: stocks at its end, events in it.
  [[nodiscard]] const std::vector<Counts>& counts() const noexcept { return month_counts_; }
  /// What of them may be other than 0.
  [[nodiscard]] const std::vector<Lines>& lines() const noexcept { return lines_; }
  /// Counts by origin, skill and sex.
  [[nodiscard]] const std::vector<Counts>& profile_counts() const noexcept { return month_profiles_; }
  [[nodiscard]] const RunInput& input() const noexcept { return input_; }
  [[nodiscard]] std::vector<Block>& blocks() noexcept { return blocks_; }
  /// Seconds are the caller's business: called after each stage of a month with its place in model::month_order.
  void on_stage(std::function<void(model::Stage)> observer) { observer_ = std::move(observer); }

 private:
  template <class Body>
  void each_block(Body&& body) {
    threads_.for_each(blocks_.size(), [&](std::size_t b, int worker) { body(blocks_[b], tallies_[static_cast<std::size_t>(worker)]); });
  }
  [[nodiscard]] MonthView view();
  void start();
  void bound_candidates();
  void match();
  void collect();
  void accrue_savings();
  void follow_outflow();
  void count_desk_load(const MarketNow& market, const Counts& counts);
  void count_desk_loads();
  void close_markets();
  void note(std::size_t market, model::Count kind, std::int64_t n);
  // stranded.cpp
  void open_ways_out();
  void open_ways_back();
  void send_home();
  void share_places(Gate Passage::* way);
  void close_passages();
  // seats that an origin's people share (certificates.cpp)
  void share_seats(std::span<const Seats> kinds);
  void certify_skills();
  void train_seekers();
  void lend_to_returnees();
  void record();
  void audit_persons() const;
  void audit_money() const;
  void audit_agencies() const;
  void audit_register() const;
  void told(model::Stage stage) { if (observer_) observer_(stage); }

  RunInput input_;
  const population::Cells& cells_;
  const population::Candidates& candidates_;
  Parallel& threads_;
  Markets markets_;
  Agencies agencies_;
  Month first_, month_;
  population::Candidates::Rungs rungs_;
  std::vector<Block> blocks_;
  std::vector<Tally> tallies_;               // by worker thread
  std::vector<std::int64_t> abroad_at_start_; // by origin and skill; empty until the first month is over
  std::vector<std::int64_t> people_;          // the same, of working age in the first month
  std::vector<Counts> totals_;               // running stocks by market
  std::vector<Counts> profile_totals_;       // running stocks by origin, skill, sex
  std::vector<Counts> month_counts_, month_profiles_;
  std::vector<Lines> lines_;                 // by market: what of the month's counts may be other than 0
  std::vector<Lines> stocked_;               // by market: what of the running stocks is
  std::vector<CostRecord> costs_;
  std::vector<model::AgencyMonth> agency_reports_;
  std::vector<std::int64_t> settled_, died_; // by origin and sex
  std::vector<Cutoff> cutoffs_;
  std::vector<std::int64_t> orders_before_;  // open at the end of last month
  std::vector<std::int64_t> waiting_before_; // complaints at the end of last month
  std::vector<std::int64_t> jobless_before_; // stranded without job at the end of last month
  std::vector<std::int64_t> kept_before_;    // jobs kept for workers on leave at the end of last month
  std::vector<std::int64_t> beside_before_;  // workers on pathways at the end of last month
  std::vector<std::int64_t> fund_before_;    // due from wage funds at the end of last month, cents
  std::vector<double> backlog_, corridor_stock_;
  std::vector<model::DeskLoad> desk_loads_;
  EmployerRecords employer_records_;
  RunTables tables_;
  std::function<void(model::Stage)> observer_;
};

}  // namespace sojourn::sim
