#pragma once
#include "model/levers/lever.hpp"

namespace sojourn::model {

/// Tells people what is earned and what is risked, before they decide. docs/model/levers/information-campaign.md
extern const LeverKind information_campaign_kind;

}  // namespace sojourn::model
