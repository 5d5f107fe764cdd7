#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A public lender for recruitment costs. docs/model/levers/migration-loan.md
extern const LeverKind migration_loan_kind;

}  // namespace sojourn::model
