#pragma once
// The world as it stood in the base year: plain data, made from the reference tables by engine/base.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/ids.hpp"

namespace sojourn::model {

/// A level and how good it is. `note` says in a few words where it comes from: the source, or the method that filled it.
struct Level {
  double value = 0;
  Grade grade = Grade::model;
  std::string note;
};

/// What an origin's register counts (EQUATIONS 5.0): each kind times its covered share.
struct Register {
  bool new_hires = true;
  bool renewals_abroad = false;  ///< a renewed contract with the same job, approved again (NPL)
  bool rehires_after_leave = false;  ///< back to the same job after home leave (PHL)
  std::string measure;           ///< as the table names it
};

struct Origin {
  std::string code;  ///< ISO 3166 alpha-3
  std::string name;
  std::array<Level, 2> working_age;          ///< persons aged 15-64, by sex
  std::array<double, 50> age_share{};        ///< share of 15-64 at each year of age (stable population), sums to 1
  std::array<double, skill_count> skill_share{};  ///< sums to 1, the same in both sexes
  std::array<Level, 2> home_wage_usd_per_month;   ///< mean wage, by sex
  Register counted;
  Level registered_target;  ///< registered deployments a year as the register counts them; value 0 if none is known
  int registered_target_year = 0;
  double home_leave_per_worker_year = 0;   ///< rehires counted a year over the stock abroad, of the year's residual (PHL)
  double renewals_counted_share = 0;       ///< share of renewals that the register sees (NPL)
};

/// How workers for a destination are recruited (regions.csv, column `recruitment`).
enum class RecruitmentRegime : std::uint8_t {
  open,            ///< private agencies and direct hire
  government,      ///< by agreements between governments alone
  visa_sold,       ///< private; employers' side sells the visa
  wages_deducted,  ///< private; agencies advance the cost of domestic workers and take it from wages
  open_border      ///< nobody between worker and employer: a corridor's rule, no destination's (corridor_rules.csv)
};

/// When a worker may change employer without consent (regions.csv).
enum class Sponsorship : std::uint8_t { tied, contract_end, free };

struct Destination {
  std::string code;
  std::string name;
  std::string region;         ///< gulf, middle_east, southeast_asia, east_asia, south_asia, europe, other, sea
  double contract_months = 24;
  bool limited_stay = false;  ///< stay limited by rule (HKG, JPN, TWN, KOR ...): expected stay 36 in place of 48 months
  double living_share = 0.2;  ///< of the wage, not provided by the employer
  Sponsorship sponsorship = Sponsorship::tied;
  double passport_kept_share = -1;  ///< of workers whose employer holds their passport; negative: not known
  double trainee_pay_share = 1;     ///< pay of those who come, as trainees, of what the same unskilled work pays others there
  double household_harm_factor = 1; ///< abuse of domestic workers over the level of places with that sponsorship rule
  RecruitmentRegime recruitment = RecruitmentRegime::open;
};

struct Corridor {
  OriginId origin{};
  DestinationId destination{};
  Level workers;                 ///< stock of workers abroad, persons
  Level new_hires_per_year;      ///< true new hires, persons a year: workers / mean stay
  Level registered_per_year;     ///< new hires that the origin's register sees, persons a year
  double registered_share = 1;   ///< registered_per_year / new_hires_per_year, 0 to 1
  double mean_stay_months = 48;  ///< over all contracts of one stay
  bool is_target = false;        ///< an annual 2019 cell of grade A or B: `validate --levels` holds the run to it
  double target_per_year = 0;    ///< that cell, persons a year, as its source counts
  bool target_counts_entries = false;  ///< counted by the destination at entry: all arrivals, registered or not
  Level remittance_cost_percent;       ///< of sending 200 USD (SDG 10.c.1)
  std::array<Level, 2> documented_cost_usd;  ///< by sex: papers, medical, insurance, orientation, training, flight; borne by the worker
  bool open_border = false;            ///< no permit, no register: travel is all that a job there takes
  double irregular_entry_share = 0;    ///< of all entries, without papers across a land or sea border; 0: no such way
  double irregular_cost_usd = 0;       ///< what the crossing costs
  std::array<Level, 2> recruitment_cost_months;  ///< by sex: target for the rent's origin residual, months of wage; grade model and value 0 if none
};

/// One market: origin x destination x sector x sex.
struct Market {
  CorridorId corridor{};
  Sector sector{};
  Sex sex{};
  Level workers;             ///< persons
  Level wage_usd_per_month;  ///< paid abroad, before living cost
  double trainee_pay_share = 1;  ///< in which that wage is that of trainees: of what others are paid for the same work
};

struct BaseYear {
  int year = 2019;
  std::vector<Origin> origins;
  std::vector<Destination> destinations;
  std::vector<Corridor> corridors;  ///< only those that the inputs can fill; ordered by origin, then destination
  std::vector<Market> markets;      ///< workers > 0; ordered by corridor, sector, sex
  std::string sha256;               ///< of the tables and the grades that made it, hex

  [[nodiscard]] const Origin& origin(OriginId id) const { return origins[index(id)]; }
  [[nodiscard]] const Destination& destination(DestinationId id) const { return destinations[index(id)]; }
  [[nodiscard]] const Corridor& corridor(CorridorId id) const { return corridors[index(id)]; }
  [[nodiscard]] std::string corridor_code(CorridorId id) const {
    return origin(corridor(id).origin).code + "-" + destination(corridor(id).destination).code;
  }
};

}  // namespace sojourn::model
