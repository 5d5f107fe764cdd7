#pragma once
// Before leaving: which papers, which register, which door (MODEL 5.1, 5.19; stage 4).
#include <cstdint>

#include "core/ids.hpp"
#include "core/random.hpp"
#include "model/levers/conditions.hpp"
#include "model/levers/lever.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {

/// How a worker leaves.
enum class Channel : std::uint8_t { registered, unregistered, irregular };

/// Lawful or not, seen by the origin's register or not. Who slipped past a ban, or over a border without papers, leaves irregularly and unseen;
/// of the others the register sees `registered_share` (EQUATIONS 5.0). `u` uniform in (0, 1).
[[nodiscard]] Channel channel_of(bool without_papers, double registered_share, double u) noexcept;

/// Whether a ban stops this person's regular departure: enforcement as a share of persons, the same persons in every scenario.
[[nodiscard]] bool is_barred(const MarketTerms& terms, double u) noexcept;

/// Whether any rule asks what a person is: age, or the age of the youngest child.
[[nodiscard]] bool asks_who_leaves(const MarketTerms& terms) noexcept;
/// Whether two markets' rules ask the same of a person, as well enforced.
[[nodiscard]] bool ask_the_same(const MarketTerms& one, const MarketTerms& other) noexcept;
/// How a person stands to a rule on age or on mothers.
enum class RuleAnswer : std::uint8_t { passes, declares_another, stopped };
/// `u` is the person's place among those whom a ban stops: who slips past one rule slips past the others that are enforced as
/// well. Where the same corridor has an occupation without such a rule, a keyed share of those stopped declares that one and
/// leaves by the register for the job that the rule closes (EQUATIONS 5.2).
[[nodiscard]] RuleAnswer answer_to_rule(const MarketTerms& terms, const PersonFacts& person, Sex sex, double u, bool other_occupation_open,
                                        RunKey run, const Parameters& parameters);
/// Whether the regular channel is closed to this person: answer_to_rule is `stopped`.
[[nodiscard]] bool is_barred_by_rule(const MarketTerms& terms, const PersonFacts& person, Sex sex, double u, bool other_occupation_open,
                                     RunKey run, const Parameters& parameters);

/// The skill that a register writes down for an occupation that somebody declares: the one it asks for, or the own one where
/// that is higher. Nobody tests it.
[[nodiscard]] Skill declared_skill(Skill own, Skill lowest_of_occupation) noexcept;

}  // namespace sojourn::model
