#include "io/scenario_later.hpp"

#include <algorithm>
#include <array>

namespace sojourn::io::scenario {
namespace {

struct LaterKey {
  std::string_view table, key, advice;
};

constexpr std::array later_keys{
    LaterKey{"", "report", "delete the table; this version prints the effects and writes the results file"},
    LaterKey{"run", "until", "run.replicates sets how many pairs are run"},
    LaterKey{"uncertainty", "ensemble", "delete the line; parameters stand at their central values"},
    LaterKey{"uncertainty", "members", "delete the line; parameters stand at their central values"},
    LaterKey{"uncertainty", "prior", "parameters.NAME fixes one parameter"},
    LaterKey{"output", "panel_one_in", "delete the line; no life histories are sampled"},
    LaterKey{"output", "panel_replicates", "delete the line; no life histories are sampled"},
};

constexpr std::array<std::string_view, 18> later_kinds{"blma",
                                                       "equal_treatment",
                                                       "health_insurance",
                                                       "social_security_portability",
                                                       "joint_committee",
                                                       "skills_recognition",
                                                       "return_clause",
                                                       "family_communication",
                                                       "data_exchange",
                                                       "gbvh_framework",
                                                       "training_seats",
                                                       "skill_test",
                                                       "qualification_framework",
                                                       "skills_passport",
                                                       "welfare_fund",
                                                       "prior_learning_on_return",
                                                       "certify_skills_gained",
                                                       "returnee_credit"};

constexpr std::array<std::string_view, 5> later_tables{"journey", "winners", "monthly_market", "monthly_sector",
                                                       "monthly_corridor_replicates"};

}  // namespace

std::optional<std::string_view> advice_on_later_key(std::string_view table, std::string_view key) {
  const auto found =
      std::ranges::find_if(later_keys, [&](const LaterKey& one) { return one.table == table && one.key == key; });
  if (found == later_keys.end()) return std::nullopt;
  return found->advice;
}

bool is_later_kind(std::string_view kind) { return std::ranges::find(later_kinds, kind) != later_kinds.end(); }
bool is_later_table(std::string_view table) { return std::ranges::find(later_tables, table) != later_tables.end(); }

}  // namespace sojourn::io::scenario
