#pragma once
// Agreements (`kind = "blma"`): one lever in a file, as many in the study as it has clauses.
#include <string_view>
#include <vector>

#include "io/scenario_files.hpp"
#include "io/scenario_merge.hpp"

namespace sojourn::io::scenario {

/// A scenario without agreements, and the library's files that bundles of clauses came from.
struct Expanded {
  Resolved scenario;
  std::vector<const ScenarioFile*> bundles;
};
/// Puts the clauses of each agreement in its place: levers `ID.CLAUSE` of the kind CLAUSE, in the order of the list of
/// kinds, with the agreement's filters, dates, phase-in, implementation, `only`, title, why and source unless a clause
/// has its own. Strengths are those of the clause, else of the bundle, else the kind's defaults. `from` is the file
/// that is read.
[[nodiscard]] Expanded expand_agreements(const Resolved& scenario, const ScenarioFile& from, FileSet& files,
                                         Findings& findings);

/// True for `AGREEMENT.KIND`, the name of a clause of this kind.
[[nodiscard]] bool is_clause_id(std::string_view id, std::string_view kind);

}  // namespace sojourn::io::scenario
