#include "guard.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "terminal.hpp"

namespace sojourn::cli {
namespace {

constexpr std::size_t most_findings = 20;

std::string as_json(const Diagnostic& finding) {
  static constexpr const char* words[]{"error", "warning", "note"};
  nlohmann::ordered_json json{{"event", words[static_cast<int>(finding.severity)]}, {"code", finding.code}};
  if (!finding.file.empty()) json["file"] = finding.file;
  if (finding.where.line > 0) json["line"] = finding.where.line;
  if (finding.where.column > 0) json["column"] = finding.where.column;
  json["what"] = finding.what;
  if (!finding.why.empty()) json["why"] = finding.why;
  if (!finding.hint.empty()) json["hint"] = finding.hint;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void fail(Terminal& terminal, const std::string& what, const std::string& hint, const std::string& code) {
  print_findings(terminal, {Diagnostic{Severity::error, "sojourn", {}, what, "", hint, "", code}});
}

}  // namespace

void print_findings(Terminal& terminal, const std::vector<Diagnostic>& findings) {
  const std::size_t shown = std::min(findings.size(), most_findings);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string text = terminal.json() ? as_json(findings[i]) : terminal.marked(to_string(findings[i]));
    if (findings[i].severity == Severity::error)
      terminal.error(text);
    else if (terminal.json())
      terminal.event(text);
    else
      terminal.message(text);
  }
  if (shown == findings.size()) return;
  const std::size_t rest = findings.size() - shown;
  if (terminal.json())
    terminal.error(fmt::format("{{\"event\":\"more\",\"count\":{}}}\n", rest));
  else
    terminal.error(fmt::format("and {} more\n", rest));
}

int run_guarded(Terminal& terminal, const std::function<int()>& body) {
  try {
    const int code = body();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    fail(terminal, "the answer could not be written to stdout", "", "output");
    return failed;
  } catch (const InputError& mistake) {
    print_findings(terminal, mistake.findings());
    return wrong_input;
  } catch (const std::bad_alloc&) {
    fail(terminal, "out of memory", "a larger population.scale or fewer output.tables need less", "memory");
    return does_not_fit;
  } catch (const std::exception& fault) {
    fail(terminal, fault.what(), "", "failed");
    return failed;
  }
}

}  // namespace sojourn::cli
