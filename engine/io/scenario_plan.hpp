#pragma once
// Which scenarios a study runs, in which order, and what each is compared with.
#include <string>
#include <vector>

#include "io/scenario_files.hpp"
#include "io/scenario_settings.hpp"

namespace sojourn::io::scenario {

/// One scenario of the study: a file, or a variant of it.
struct Planned {
  const ScenarioFile* file = nullptr;
  std::string variant;                  ///< empty: the file itself
  const ScenarioFile* named = nullptr;  ///< the named file whose study values hold for it
  std::string compared_with;            ///< name of a scenario; empty: a baseline
  [[nodiscard]] std::string name() const { return variant.empty() ? file->name : file->name + "-" + variant; }
};

/// Baselines first, then the files as named, each before its variants (INTERFACE 2).
[[nodiscard]] std::vector<Planned> plan(const std::vector<const ScenarioFile*>& named, const ReaderContext& context,
                                        FileSet& files, Findings& findings);

/// The keys that a variant sets, and its own words.
struct Variant {
  std::string name;
  const Node* set = nullptr;  ///< may be nullptr
  std::string title, question;
  Spot spot;
};

/// The variants of a file, in its order; mistakes are reported.
[[nodiscard]] std::vector<Variant> variants_of(const ScenarioFile& file, Findings& findings);

}  // namespace sojourn::io::scenario
