#pragma once
// What may include what, and what no file may hold: the rules of docs/developers/architecture.md as functions.
#include <string>
#include <string_view>
#include <vector>

namespace sojourn::architecture {

/// What the #include lines of a source text name, in order: `sim/parallel.hpp`, `vector`.
[[nodiscard]] std::vector<std::string> includes_of(std::string_view text);

/// True for headers by which the rules of the model would get threads, files, a clock or a random state of their own.
[[nodiscard]] bool forbidden_in_model(std::string_view header);

/// True if a file in `folder` of engine/ may include `header`. A header that is in no such folder is always allowed.
[[nodiscard]] bool may_include(std::string_view folder, std::string_view header);

/// Absolute paths of one machine in `text` (home, work and scratch folders), each as `line: text`.
[[nodiscard]] std::vector<std::string> machine_paths_in(std::string_view text);

/// Targets of the links of a Markdown text that lead to files: no web addresses, no code, anchors cut off.
[[nodiscard]] std::vector<std::string> file_links_in(std::string_view markdown);

}  // namespace sojourn::architecture
