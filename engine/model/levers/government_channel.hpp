#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Governments recruit, beside agencies or in their place. docs/model/levers/government-channel.md
extern const LeverKind government_channel_kind;

}  // namespace sojourn::model
