#pragma once
// The years before a run, lived by the rules of the run: who is where at the start follows from when a person first left.
#include <cstdint>

#include "model/returning.hpp"
#include "sim/entrances.hpp"

namespace sojourn::sim {

/// Where one first departure years ago has led a person by the month of the start.
struct Career {
  enum class Place : std::uint8_t { crowd, on_the_way, abroad, home, settled };
  Place place = Place::crowd;
  std::uint16_t market = no_market;  ///< of the journey or stay, or of the last one
  std::uint8_t spells = 0;           ///< abroad before this journey or stay
  bool drops_out = false;            ///< of the journey
  bool irregular = false;            ///< past the permit
  std::int32_t accepted = 0;         ///< month count in which the journey's or stay's order was accepted
  std::int32_t since = 0;            ///< month of arrival abroad or at home; of departure for a journey
  std::int32_t contract_ends = 0;    ///< of the contract in force
  std::int32_t returned = 0;         ///< month count of the last return; 0 without
  std::int32_t months_abroad = 0;    ///< of the stay before it
  std::int32_t saved = 0;            ///< in that stay, cents
  model::ReturnReason reason{};      ///< of its end
};

}  // namespace sojourn::sim
