#include "core/diagnostic.hpp"

#include <algorithm>
#include <utility>

namespace sojourn {
namespace {

std::string place(const Diagnostic& finding) {
  if (finding.file.empty()) return "";
  std::string text = finding.file + ":";
  if (finding.where.line > 0) text += std::to_string(finding.where.line) + ":";
  if (finding.where.column > 0) text += std::to_string(finding.where.column) + ":";
  return text + " ";
}

std::string with_carets(const Diagnostic& finding) {
  const std::string number = std::to_string(finding.where.line);
  std::string text = "   " + number + " | " + finding.source_line + "\n";
  if (finding.where.column > 0) {
    text += "   " + std::string(number.size(), ' ') + " | " + std::string(finding.where.column - 1, ' ') + "^" +
            std::string(finding.where.width > 1 ? finding.where.width - 1 : 0, '~') + "\n";
  }
  return text;
}

std::string all_lines(const std::vector<Diagnostic>& findings) {
  std::string text;
  for (const Diagnostic& finding : findings) text += to_string(finding);
  return text;
}

std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string to_string(const Diagnostic& finding) {
  static constexpr const char* words[]{"error", "warning", "note"};
  std::string text = place(finding) + words[static_cast<int>(finding.severity)] + ": " + finding.what;
  if (!finding.why.empty()) text += ": " + finding.why;
  text += "\n";
  if (!finding.source_line.empty() && finding.where.line > 0) text += with_carets(finding);
  if (!finding.hint.empty()) text += "   hint: " + finding.hint + "\n";
  return text;
}

InputError::InputError(std::vector<Diagnostic> findings)
    : std::runtime_error{all_lines(findings)}, findings_{std::move(findings)} {}
InputError::InputError(Diagnostic finding) : InputError{std::vector{std::move(finding)}} {}

std::string nearest_name(const std::string& word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace sojourn
