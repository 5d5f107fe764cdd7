#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// One contract, verified before departure, that may not be exchanged on arrival. docs/model/levers/standard-contract.md
extern const LeverKind standard_contract_kind;

}  // namespace sojourn::model
