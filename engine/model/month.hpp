#pragma once
// The order of the rules within one month, as one list (MODEL 3). sim/ runs it; nothing else decides an order.
#include <array>
#include <string_view>

namespace sojourn::model {

enum class Stage {
  environment, decision, recruitment, pre_departure, deployment, employment, protection, money, returning, feedback, recording
};

struct Step {
  Stage stage;
  std::string_view name;
  std::string_view rules;  ///< files of engine/model
};

inline constexpr std::array month_order{
    Step{Stage::environment, "environment", "environment, demand, levers, shocks"},
    Step{Stage::decision, "aspiration and decision", "people, beliefs, orientation, decision"},
    Step{Stage::recruitment, "recruitment", "channels, irregular_entry, recruitment, recognition, training, agencies, fees, welfare, finance"},
    Step{Stage::pre_departure, "pre-departure", "departure, orientation, recruitment, shocks"},
    Step{Stage::deployment, "deployment", "departure, placement, recognition, finance, home_leave"},
    Step{Stage::employment, "employment", "employment, harm, conditions, mobility, regularisation, contract_end"},
    Step{Stage::protection, "protection", "protection, shocks, welfare"},
    Step{Stage::money, "money", "remittances, finance, households"},
    Step{Stage::returning, "return and reintegration", "returning, home_leave, recognition, reintegration"},
    Step{Stage::feedback, "feedback", "networks, beliefs, demand, agencies"},
    Step{Stage::recording, "recording", "indicators"}};

}  // namespace sojourn::model
