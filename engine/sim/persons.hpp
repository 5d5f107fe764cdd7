#pragma once
// What is held of those who act: seekers, people on their way, workers abroad, people back home. Plain data.
#include <cstdint>

#include "core/person.hpp"
#include "core/units.hpp"
#include "model/channels.hpp"
#include "model/departure.hpp"
#include "model/fees.hpp"

namespace sojourn::sim {

/// A debt as it stands at `since`, interest running.
struct Debt {
  Cents balance = 0;
  float rate_per_month = 0;
  std::int32_t since = 0;  ///< month count
  bool pledged = false;
};

/// Someone in a search spell, or accepted and on the way.
struct Seeker {
  PersonId person;
  std::uint16_t market = 0;
  std::uint8_t spells = 0;     ///< abroad before
  bool past_ban = false;
  std::int32_t since = 0;      ///< month count of the spell's beginning
  float taste = 0;
  Debt debt;                   ///< of earlier journeys
  // Drawn once a spell (block.cpp, prepare), read every month that it lasts.
  float own_usd = 0, pledge_usd = 0;  ///< means: model::Wealth
  float fee_spread = 1;
  float honesty = 0.5F;        ///< of the agency that serves the spell
  float acceptance = 0.5F;     ///< takes an offer whose chance of being taken lies above
  float rank_chance = 0;       ///< on a government's roster: the test score
  bool offer_is_false = false;
  model::Recruiter recruiter = model::Recruiter::agency;
  std::uint8_t links = 1;      ///< from village to licence
  std::uint16_t agency = 0xffff;  ///< slot in the origin's table (agencies.hpp); 0xffff: none
  float screening = 0;         ///< what the agency's screening adds to the employer's quality
};
static_assert(sizeof(Seeker) <= 120);

struct OnTheWay {
  Seeker seeker;
  model::Payment payment;      ///< as agreed; booked at departure
  bool under_rule = false;
  bool drops_out = false;
};

/// A worker abroad beside the alarm that is kept apart.
struct Worker {
  PersonId person;
  std::int32_t arrived = 0;        ///< month count
  std::int32_t contract_ends = 0;
  std::int32_t repaid = 0;         ///< month of the last instalment; 0 without debt
  std::int32_t loan_since = 0;
  std::int32_t wage = 0, living = 0, service = 0, sent = 0, saved = 0, fee = 0;  ///< cents a month
  std::int32_t last_instalment = 0;
  std::int32_t principal = 0;      ///< cents
  std::int32_t owed = 0;           ///< withheld wages, cents
  float rate_per_month = 0;
  float employer_factor = 1;       ///< on hazards of harm
  float taste = 0;
  std::int32_t case_since = 0;     ///< month of a waiting complaint; 0 without
  std::uint8_t spells = 0;
  model::Channel channel = model::Channel::registered;
  bool pledged = false;
  std::uint16_t agency = 0xffff;   ///< that placed the worker; 0xffff: none
};

/// Someone back home who may go again or still owes.
struct HomePerson {
  PersonId person;
  std::uint16_t last_market = 0;
  std::uint8_t spells = 0;
  bool settled = false;            ///< will not seek again; kept until the debt is gone
  std::int32_t since = 0;
  float taste = 0;
  Debt debt;
  std::int32_t instalment = 0;     ///< cents a month
  std::int32_t repaid = 0;         ///< month; 0 without debt
};

}  // namespace sojourn::sim
