#include "io/scenario_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace sojourn::io::scenario {
namespace {

/// Length of the UTF-8 sequence at `at`; 0 if it is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                             : first >= 0xE0 && first <= 0xEF ? 3
                             : first >= 0xF0 && first <= 0xF4 ? 4
                                                              : 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool out_of_range = (first == 0xED && byte(1) >= 0xA0) || (first == 0xF4 && byte(1) >= 0x90);
  return overlong || out_of_range ? 0 : length;
}

void report_bad_byte(const SourceFile& file, std::size_t at, Findings& findings) {
  const std::string_view before = std::string_view{file.text}.substr(0, at);
  const std::size_t newline = before.rfind('\n');
  const std::size_t column = characters(before.substr(newline == std::string_view::npos ? 0 : newline + 1)) + 1;
  const Position where{static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1),
                       static_cast<std::uint32_t>(column), 1};
  // Without its source line, which no terminal could show.
  SourceFile bare;
  bare.shown = file.shown;
  bare.order = file.order;
  findings.error(
      {&bare, where}, "not-utf-8",
      fmt::format("not UTF-8 (byte 0x{:02X} at position {})", static_cast<unsigned char>(file.text[at]), at + 1), "",
      "save as UTF-8; spreadsheets call it \"CSV UTF-8\"");
}

void report_too_large(const SourceFile& file, std::uintmax_t size, Findings& findings) {
  findings.error({&file, {0, 0, 1}}, "too-large", fmt::format("{} bytes", grouped(static_cast<double>(size))),
                 "at most 1 MiB",
                 "a scenario is a few kilobytes of text; data go into the folder that reference.tables names");
}

}  // namespace

std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    if (lines.back().ends_with('\r')) lines.back().pop_back();
    begin = end + 1;
  }
  return lines;
}

bool take_text(SourceFile& file, std::string bytes, Findings& findings) {
  if (bytes.size() > most_bytes) {
    report_too_large(file, bytes.size(), findings);
    return false;
  }
  file.text = std::move(bytes);
  if (file.text.starts_with("\xEF\xBB\xBF")) file.text.erase(0, 3);
  if (const std::size_t bad = first_bad_byte(file.text); bad != std::string_view::npos) {
    report_bad_byte(file, bad, findings);
    return false;
  }
  file.lines = lines_of(file.text);
  return true;
}

bool read_text(SourceFile& file, Findings& findings) {
  std::ifstream stream{file.path, std::ios::binary};
  if (!stream || std::filesystem::is_directory(file.path)) {
    findings.error({&file, {0, 0, 1}}, "unreadable", "cannot be read", "", "is it a file that you may read?");
    return false;
  }
  if (const std::uintmax_t size = std::filesystem::file_size(file.path); size > most_bytes) {
    report_too_large(file, size, findings);
    return false;
  }
  return take_text(file, {std::istreambuf_iterator<char>{stream}, {}}, findings);
}

}  // namespace sojourn::io::scenario
