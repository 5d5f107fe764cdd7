#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// The employer bears the items that it names; asking the worker for them is forbidden.
/// docs/model/levers/employer-pays.md
extern const LeverKind employer_pays_kind;

/// Share of a worker's documented cost that `item` makes, 0 to 1; `all` makes 1, `recruitment_fee` 0 (it is rent, not
/// a documented component). Weights and sources: docs/model/levers/employer-pays.md.
[[nodiscard]] double documented_share_of(std::string_view item);

}  // namespace sojourn::model
