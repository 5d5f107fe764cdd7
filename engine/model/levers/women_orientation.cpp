#include "model/levers/women_orientation.hpp"

#include "model/levers/orientation.hpp"

namespace sojourn::model {

const LeverKind women_orientation_kind{
    .name = "women_orientation",
    .theme = "gender",
    .summary = "a course before departure on contract and rights, for women",
    .acts_through = "contract substitution (5.8), knowledge in complaints (5.11)",
    .evidence =
        "Philippines to Saudi Arabia and Hong Kong, domestic work: less mistreatment, more still with "
        "the employer after two years (A); longer course for settlers: no effect (A)",
    .example = R"([[lever]]
kind = "women_orientation"
origins = ["LKA"]
start = "2026-07"
workers_covered_percent = 90
)",
    .sets_a_level = true,
    .keys = orientation_keys,
    .apply = apply_orientation,
    .only_sexes = 1U << static_cast<unsigned>(Sex::women)};

}  // namespace sojourn::model
