#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Labour law covers domestic work. docs/model/levers/domestic-worker-coverage.md
extern const LeverKind domestic_worker_coverage_kind;

}  // namespace sojourn::model
