#pragma once
// The shipped tables and the base years made from them, read once for all tests.
#include <string>

#include "base/base_year.hpp"

namespace sojourn::test {

inline const io::ReferenceTables& shipped_tables() {
  static const io::ReferenceTables tables =
      io::read_reference_tables({SOJOURN_SOURCE_DIR "/scenarios/reference", "", ""});
  return tables;
}
inline const model::BaseYear& full_base() {
  static const model::BaseYear base = base::build_base_year(shipped_tables(), {2019, 0x7});
  return base;
}
inline const model::BaseYear& base_without_recalled() {
  static const model::BaseYear base = base::build_base_year(shipped_tables(), {2019, 0x3});
  return base;
}
inline const model::Corridor* find_corridor(const model::BaseYear& base, const std::string& code) {
  for (std::size_t c = 0; c < base.corridors.size(); ++c) {
    if (base.corridor_code(static_cast<CorridorId>(c)) == code) return &base.corridors[c];
  }
  return nullptr;
}
/// The corridor of that code; throws if there is none, so that a test fails with its name.
inline const model::Corridor& corridor(const model::BaseYear& base, const std::string& code) {
  const model::Corridor* found = find_corridor(base, code);
  if (found == nullptr) throw std::runtime_error{"no corridor " + code};
  return *found;
}
inline const model::Origin& origin(const model::BaseYear& base, const std::string& code) {
  for (const model::Origin& found : base.origins) {
    if (found.code == code) return found;
  }
  throw std::runtime_error{"no origin " + code};
}

}  // namespace sojourn::test
