#pragma once
// Whom a rule reaches: countries, groups, corridors, sectors, sexes, skills, with entries taken out by a leading minus.
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/scenario_reader.hpp"
#include "io/scenario_table.hpp"
#include "model/levers/lever.hpp"

namespace sojourn::io::scenario {

enum class Side : std::uint8_t { origins, destinations };

/// Every name that a filter may use: codes of the tables, standard groups, groups of the study.
class Vocabulary {
  const ReaderContext* context_;
  std::map<std::string, std::vector<bool>> origin_groups_;
  std::map<std::string, std::vector<bool>> destination_groups_;
  std::map<std::string, std::uint32_t> sector_groups_;

 public:
  explicit Vocabulary(const ReaderContext& context);
  /// Adds the study's own groups: tables `origins`, `destinations` and `sectors` of `groups`.
  void add_groups(const Node& groups, Findings& findings, std::vector<Setting>& settings);

  /// The places that `key` names; `preset` if it is not written. Never empty: that is a finding.
  [[nodiscard]] std::vector<bool> places(TableReader& reader, std::string_view key, Side side,
                                         std::string_view preset) const;
  /// Bits of the sectors, sexes or skills that `key` names; all if it is not written.
  [[nodiscard]] std::uint32_t sectors(TableReader& reader) const;
  [[nodiscard]] static std::uint32_t sexes(TableReader& reader);
  [[nodiscard]] static std::uint32_t skills(TableReader& reader);
  /// The reach of a lever: `corridors`, or `origins` and `destinations`, and the bits above.
  [[nodiscard]] model::Reach reach(TableReader& reader) const;
  [[nodiscard]] std::string corridor_code(std::size_t corridor) const;

 private:
  [[nodiscard]] const std::vector<Place>& all(Side side) const;
  [[nodiscard]] std::optional<std::vector<bool>> find_place(const std::string& name, Side side) const;
  [[nodiscard]] std::optional<std::vector<bool>> named(const std::string& name, Side side, std::string_view key,
                                                       const Spot& spot, Findings& findings) const;
  [[nodiscard]] std::string hint_for(const std::string& name, Side side) const;
  [[nodiscard]] std::optional<std::vector<bool>> corridors_of(const std::string& pattern, const Node& item,
                                                              Findings& findings) const;
  [[nodiscard]] std::vector<bool> corridors(TableReader& reader) const;
  void add_place_groups(const Node& table, Side side, Findings& findings, std::vector<Setting>& settings);
  void add_sector_groups(const Node& table, Findings& findings, std::vector<Setting>& settings);
};

}  // namespace sojourn::io::scenario
