#pragma once
// Versions that a result carries.
namespace sojourn::study {

/// Rises when any result moves.
inline constexpr int semantics_version = 8;

}  // namespace sojourn::study
