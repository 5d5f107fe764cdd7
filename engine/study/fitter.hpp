#pragma once
// The controllers that fit the constants of the baseline while it runs (docs/model/fitted-constants.md).
#include <array>
#include <cstddef>
#include <vector>

#include "model/base_year.hpp"
#include "model/fitted.hpp"
#include "model/parameters.hpp"
#include "sim/run.hpp"

namespace sojourn::study {

inline constexpr double prior_rent_residual = -1.0;  ///< EQUATIONS 5.4: others N(-1, 1.3)

[[nodiscard]] inline bool is_domestic(const model::Market& market) { return market.sector == Sector::domestic_work; }

/// The controllers: each moves one constant a little every month, by what the month showed.
class Fitter {
 public:
  /// Both must outlive it.
  Fitter(const model::BaseYear& base, const model::Parameters& parameters);
  /// The next pass stands for `scale` persons each.
  void set_scale(int scale);
  /// Moves the constants of `run` by the month it has just lived, the `month`-th of its pass; with no `gain` they stay.
  void observe(sim::Run& run, int pass, int month, double gain);
  /// The constants where a pass has left them, with the tightness that it counted.
  [[nodiscard]] model::FittedConstants finish(const sim::Run& run) const;

 private:
  /// A mean that forgets over `months`.
  struct Smoothed {
    double top = 0, bottom = 0;
    void observe(double more_top, double more_bottom, double months) {
      top += more_top - top / months;
      bottom += more_bottom - bottom / months;
    }
    [[nodiscard]] double value(double otherwise) const { return bottom > 0 ? top / bottom : otherwise; }
  };
  /// Markets that share one controller.
  struct Pool {
    std::vector<std::size_t> markets;
    double expected_stock = 0;
    double uplift = 0;
    Smoothed stay;   ///< exits over stock / mean stay
    Smoothed hires;  ///< departures over what holds the stock
    double logit_shift = 0;
  };
  /// Corridors of one origin and sex that share a published cost.
  struct CostGroup {
    std::vector<std::size_t> corridors;
    double target_months = 0;
    Smoothed cost;
    double residual = prior_rent_residual;
  };
  /// Markets whose crowding one constant holds: a corridor's, an origin's sector's, or one alone.
  struct CrowdPool {
    std::vector<std::size_t> markets;
    double constant = 0;
  };
  void make_pools();
  void make_cost_groups();
  void make_crowds();
  // in fitter_choices.cpp: who searches, where, and with what success
  void observe_choices(const sim::Run& run);
  void fit_tastes(sim::Run& run, double gain);
  void fit_accepted(sim::Run& run);
  // in fitter_orders.cpp: stays, orders, and what a hire costs
  void fit_stays(sim::Run& run);
  void fit_orders(sim::Run& run, double gain);
  void set_order_weights(model::FittedConstants& fitted) const;
  void fit_rents(sim::Run& run, double gain);

  const model::BaseYear& base_;
  const model::Parameters& parameters_;
  int scale_ = 1;
  std::vector<double> flow_, first_logit_;
  std::vector<Pool> pools_;        ///< by corridor, sex, domestic or not
  std::vector<Pool> cells_;        ///< by demand cell, made with the first run
  std::vector<CrowdPool> crowds_;  ///< by corridor and sex, by origin, sector and sex, and each market
  std::vector<CostGroup> costs_;
  std::vector<std::array<Smoothed, 2>> reach_, origin_reach_;
  std::vector<double> employer_cost_;
  std::vector<Smoothed> crowding_;  ///< by market: applicants over orders
  /// By market, a month: what crowding asks for, what people's choices give.
  std::vector<double> searches_wanted_, searches_expected_;
  /// Searches that end in an accepted order, by origin and sex, first and repeat.
  std::vector<std::array<Smoothed, 2>> accepted_;
  std::vector<Smoothed> search_;  ///< seekers over searches begun: months of one
};

}  // namespace sojourn::study
