// The accounts: nobody and no cent is lost, every month, in whole numbers (MODEL 9.10).
#include <fmt/format.h>

#include <bit>
#include <stdexcept>

#include "sim/run.hpp"

namespace sojourn::sim {
namespace {

using model::Count;

[[noreturn]] void broken(Month month, const std::string& where, const std::string& account, std::int64_t counted, std::int64_t expected) {
  throw std::runtime_error{fmt::format("account broken in {}, {}: {}: {} counted, {} expected", to_string(month), where, account, counted, expected)};
}

// Bits set in [begin, end): by words, since a cell of a coarse run seldom begins at one.
std::int64_t bits_set(const std::vector<std::uint64_t>& words, std::uint64_t begin, std::uint64_t end) {
  if (begin == end) return 0;
  const std::uint64_t first = begin / 64, last = (end - 1) / 64;
  const std::uint64_t from = ~std::uint64_t{0} << (begin % 64), to = ~std::uint64_t{0} >> (63 - (end - 1) % 64);
  if (first == last) return std::popcount(words[first] & from & to);
  std::int64_t sum = std::popcount(words[first] & from) + std::popcount(words[last] & to);
  for (std::uint64_t w = first + 1; w < last; ++w) sum += std::popcount(words[w]);
  return sum;
}

}  // namespace

std::vector<std::uint16_t> profiles_of_markets(const model::BaseYear& base) {
  std::vector<std::uint16_t> profiles;
  for (const model::Market& market : base.markets) {
    const OriginId origin = base.corridors[index(market.corridor)].origin;
    profiles.push_back(static_cast<std::uint16_t>(index(origin) * 2 + index(market.sex)));
  }
  return profiles;
}

Headcount Block::headcount(const population::Cells& cells, std::span<const std::uint16_t> profile_of_market) const {
  Headcount heads;
  const std::size_t profiles = cells.origins() * 2;
  for (auto* list : {&heads.acted, &heads.seeking, &heads.on_the_way, &heads.abroad, &heads.home}) list->resize(profiles);
  // The skills of an origin, sex and birth year lie side by side.
  const auto place_of = [in_a_year = static_cast<std::uint32_t>(cells.profiles())](std::uint32_t cell) {
    return cell % in_a_year / static_cast<std::uint32_t>(skill_count);
  };
  const auto place = [&place_of](PersonId person) { return place_of(person.cell()); };
  for (const Seeker& seeker : seekers_) ++heads.seeking[place(seeker.person)];
  for (const auto& month : departures_) {
    for (const Traveller& traveller : month) ++heads.on_the_way[place(traveller.person())];
  }
  // Each worker by the market that pays, which must be one of the origin and sex that left: the records stay cold.
  for (const std::uint16_t k : worker_market_) {
    if (k != no_market) ++heads.abroad[profile_of_market[k]];
  }
  for (const HomePerson& person : home_) ++heads.home[place(person.person)];
  for (const OnLeave& leave : on_leave_) ++heads.home[place(leave.home.person)];
  for (std::size_t c = 0; c < cells.count(); c += skill_count) {
    heads.acted[place_of(static_cast<std::uint32_t>(c))] += bits_set(away_, cells.first_bit(c), cells.first_bit(c + skill_count));
  }
  return heads;
}

FlowCount Block::flow_count(std::size_t markets, std::int32_t month) const {
  FlowCount sums;
  for (auto* list : {&sums.persons, &sums.wage, &sums.living, &sums.service, &sums.sent, &sums.saved, &sums.fee,
                     &sums.informal, &sums.savings, &sums.out_of_poverty, &sums.without_carer, &sums.at_home,
                     &sums.seeking_work, &sums.enterprises, &sums.irregular, &sums.forced, &sums.passports, &sums.stranded, &sums.cases, &sums.on_leave,
                     &sums.fund_due}) list->resize(markets);
  for (std::size_t slot = 0; slot < workers_.size(); ++slot) {
    const std::uint16_t k = worker_market_[slot];
    if (k == no_market) continue;
    const Worker& worker = workers_[slot];
    ++sums.persons[k];
    sums.wage[k] += worker.wage;
    sums.living[k] += worker.living;
    sums.service[k] += worker.service;
    sums.sent[k] += worker.sent;
    sums.saved[k] += worker.saved;
    sums.fee[k] += worker.fee;
    sums.stranded[k] += worker.stranded_since != 0 ? 1 : 0;
    sums.cases[k] += worker.case_since != 0 ? 1 : 0;
    sums.irregular[k] += worker.irregular ? 1 : 0;
    sums.forced[k] += worker.in_forced_labour ? 1 : 0;
    sums.passports[k] += worker.passport_kept ? 1 : 0;
    sums.informal[k] += worker.informal;
    sums.savings[k] += savings_before(worker, month + 1);
    sums.out_of_poverty[k] += worker.out_of_poverty ? 1 : 0;
    sums.without_carer[k] += worker.without_carer ? 1 : 0;
  }
  for (const OnLeave& leave : on_leave_) {
    ++sums.at_home[leave.home.last_market];
    ++sums.on_leave[leave.home.last_market];
  }
  for (const HomePerson& person : home_) {
    ++sums.at_home[person.last_market];
    sums.fund_due[person.last_market] += person.fund_due;
    if (person.life.returned == 0) continue;
    sums.seeking_work[person.last_market] += person.life.work == model::HomeWork::seeking ? 1 : 0;
    sums.enterprises[person.last_market] += person.life.work == model::HomeWork::enterprise ? 1 : 0;
  }
  return sums;
}

// Whoever has left the crowd is in exactly one place: seeking, on the way, abroad, home, settled or dead.
void Run::audit_persons() const {
  const std::size_t profiles = cells_.origins() * 2;
  std::vector<std::int64_t> acted(profiles), found(profiles);
  const std::vector<std::uint16_t> profile_of_market = profiles_of_markets(input_.base);
  std::vector<Headcount> heads(blocks_.size());
  threads_.for_each(blocks_.size(), [&](std::size_t b, int) { heads[b] = blocks_[b].headcount(cells_, profile_of_market); });
  for (const Headcount& head : heads) {
    for (std::size_t p = 0; p < profiles; ++p) {
      acted[p] += head.acted[p];
      found[p] += head.seeking[p] + head.on_the_way[p] + head.abroad[p] + head.home[p];
    }
  }
  for (std::size_t p = 0; p < profiles; ++p) {
    const std::int64_t expected = found[p] + settled_[p] + died_[p];
    if (acted[p] == expected) continue;
    broken(month_, input_.base.origins[p / 2].code + ", " + std::string{sex_names[p % 2]}, "persons who left the crowd", expected, acted[p]);
  }
}

// Money paid = received + fees + withheld, for every market; and once a year every worker is counted again.
void Run::audit_money() const {
  const bool count_again = month_.of_year() == 12 || month_ == input_.end;
  std::vector<FlowCount> blocks(count_again ? blocks_.size() : 0);
  if (count_again) threads_.for_each(blocks.size(), [&](std::size_t b, int) { blocks[b] = blocks_[b].flow_count(markets_.count(), month_.count()); });
  for (std::size_t k = 0; k < month_counts_.size(); ++k) {
    if (lines_[k] == 0 && orders_before_[k] == 0 && waiting_before_[k] == 0 && !count_again) continue;
    const Counts& counts = month_counts_[k];
    const auto of = [&counts](Count kind) { return counts[model::index(kind)]; };
    const auto check = [&](const char* account, std::int64_t counted, std::int64_t expected) {
      if (counted != expected) broken(month_, input_.base.corridor_code(markets_[k].corridor) + ", " + std::string{sector_names[index(markets_[k].sector)]} + ", " + std::string{sex_names[index(markets_[k].sex)]}, account, counted, expected);
    };
    check("wages = living + debt service + sent + saved, cents",
          of(Count::living_in_force) + of(Count::service_in_force) + of(Count::sent_in_force) + of(Count::saved_in_force), of(Count::wages_in_force));
    check("withheld = not sent + not saved, cents", of(Count::withheld_sent_cents) + of(Count::withheld_saved_cents), of(Count::withheld_cents));
    check("recruitment cost = documents + employer's side + agency + sub-agents, cents",
          of(Count::cost_documented_cents) + of(Count::cost_employer_side_cents) + of(Count::cost_agency_cents) + of(Count::cost_subagent_cents), of(Count::cost_cents));
    check("departures = registered, unregistered, irregular at most all", std::min(of(Count::deployments), of(Count::registered_new) + of(Count::irregular_departures)),
          of(Count::registered_new) + of(Count::irregular_departures));
    check("registered departures = declared as they are, or otherwise at most all", std::min(of(Count::registered_new), of(Count::declared_otherwise)),
          of(Count::declared_otherwise));
    check("complaints = with a remedy + without one + lapsed + waiting",
          of(Count::complaints_resolved) + of(Count::complaints_unremedied) + of(Count::complaints_lapsed) + of(Count::waiting_cases),
          waiting_before_[k] + of(Count::complaints_filed));
    check("granted by wage funds = paid + due, cents", of(Count::wage_fund_paid_cents) + of(Count::wage_fund_due_cents),
          fund_before_[k] + of(Count::wage_fund_granted_cents));
    check("departures = agency + sub-agents + direct + government + irregular",
          of(Count::via_agency) + of(Count::via_subagents) + of(Count::via_direct) + of(Count::via_government) + of(Count::irregular_departures), of(Count::deployments));
    check("job orders = filled + open + withdrawn", of(Count::matched) + of(Count::open_orders) + of(Count::orders_lapsed), orders_before_[k] + of(Count::orders_new));
    if (markets_[k].open_orders < 0) check("job orders = filled + open + withdrawn", markets_[k].open_orders, 0);
    if (!count_again) continue;
    const auto found = [&](std::vector<std::int64_t> FlowCount::*sums) {
      std::int64_t sum = 0;
      for (const FlowCount& block : blocks) sum += (block.*sums)[k];
      return sum;
    };
    check("workers abroad", found(&FlowCount::persons), of(Count::stock_abroad));
    check("complaints waiting", found(&FlowCount::cases), of(Count::waiting_cases));
    check("workers stranded", found(&FlowCount::stranded), of(Count::stranded_workers));
    check("wages in force, cents", found(&FlowCount::wage), of(Count::wages_in_force));
    check("debt service in force, cents", found(&FlowCount::service), of(Count::service_in_force));
    check("remittances in force, cents", found(&FlowCount::sent), of(Count::sent_in_force));
    check("transfer costs in force, cents", found(&FlowCount::fee), of(Count::fees_in_force));
    check("sent informally, cents", found(&FlowCount::informal), of(Count::sent_informal_in_force));
    check("savings of workers abroad, cents", found(&FlowCount::savings), of(Count::savings_held));
    check("families out of poverty", found(&FlowCount::out_of_poverty), of(Count::households_out_of_poverty));
    check("children without a carer", found(&FlowCount::without_carer), of(Count::children_without_carer));
    check("people at home", found(&FlowCount::at_home), of(Count::at_home_former));
    check("at home with the job kept", found(&FlowCount::on_leave), of(Count::on_home_leave));
    check("due from wage funds, cents", found(&FlowCount::fund_due), of(Count::wage_fund_due_cents));
    check("returnees seeking work", found(&FlowCount::seeking_work), of(Count::home_seeking_work));
    check("enterprises of returnees", found(&FlowCount::enterprises), of(Count::home_enterprises));
    check("irregular workers abroad", found(&FlowCount::irregular), of(Count::irregular_stock));
    check("workers in forced labour", found(&FlowCount::forced), of(Count::forced_labour_stock));
    check("passports kept by employers", found(&FlowCount::passports), of(Count::passports_kept));
    check("families of workers abroad", of(Count::households_abroad), of(Count::stock_abroad));
  }
}

// Who is in the register under another occupation of the corridor than is done there is in it once.
void Run::audit_register() const {
  std::vector<std::int64_t> balance(input_.base.corridors.size() * 2);
  for (std::size_t k = 0; k < month_counts_.size(); ++k) {
    if (lines_[k] == 0) continue;
    balance[index(markets_[k].corridor) * 2 + index(markets_[k].sex)] +=
        month_counts_[k][model::index(Count::declared_otherwise)] - month_counts_[k][model::index(Count::declared_here)];
  }
  for (std::size_t p = 0; p < balance.size(); ++p) {
    if (balance[p] == 0) continue;
    broken(month_, input_.base.corridor_code(static_cast<CorridorId>(p / 2)) + ", " + std::string{sex_names[p % 2]},
           "declared otherwise = declared as something else", balance[p], 0);
  }
}

// Placements that agencies report are those that markets count, by origin.
void Run::audit_agencies() const {
  std::vector<std::int64_t> placed(input_.base.origins.size());
  for (std::size_t k = 0; k < month_counts_.size(); ++k) {
    if (lines_[k] == 0) continue;
    const Counts& counts = month_counts_[k];
    placed[index(markets_[k].origin)] += counts[model::index(Count::via_agency)] + counts[model::index(Count::via_subagents)];
  }
  for (std::size_t o = 0; o < placed.size(); ++o) {
    std::int64_t reported = 0;
    const auto origin = static_cast<OriginId>(o);
    for (std::size_t a = 0; a < agencies_.of(origin).size(); ++a) reported += agency_reports_[agencies_.place(origin, static_cast<std::uint16_t>(a))].placements;
    if (reported != placed[o]) broken(month_, input_.base.origins[o].code, "placements of agencies", reported, placed[o]);
  }
}

}  // namespace sojourn::sim
