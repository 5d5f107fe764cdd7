#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// A programme of a destination with places, price and language of its own. docs/model/levers/legal-pathway.md
extern const LeverKind legal_pathway_kind;

}  // namespace sojourn::model
