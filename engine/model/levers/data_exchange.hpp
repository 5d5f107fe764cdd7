#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Records that both countries see. docs/model/levers/data-exchange.md
extern const LeverKind data_exchange_kind;

}  // namespace sojourn::model
