#include "io/reference_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstringop-truncation"  // the library cuts its copy of the file name and ends it itself
#endif
#include <libfccp/csv.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

namespace sojourn::io {
namespace {

using Quoting = ::io::double_quote_escape<',', '"'>;

/// Bytes of the UTF-8 sequence that starts at `text[at]`; 0 if there is none (RFC 3629: no overlong forms, no
/// surrogates).
std::size_t utf8_length(const std::string& text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(at);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
  }
  if (first == 0xE0 && byte(at + 1) < 0xA0) return 0;
  if (first == 0xED && byte(at + 1) > 0x9F) return 0;
  if (first == 0xF0 && byte(at + 1) < 0x90) return 0;
  if (first == 0xF4 && byte(at + 1) > 0x8F) return 0;
  return length;
}

bool is_utf8_text(const std::string& line) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = utf8_length(line, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

/// The fields of one line; nothing if a quote stays open. The line is taken apart in place, as the library does.
std::optional<std::vector<std::string>> split(char* line) {
  std::vector<std::string> fields;
  try {
    for (bool last = false; !last;) {
      char* end = line + (Quoting::find_next_column_end(line) - line);
      last = *end == '\0';
      *end = '\0';
      char* begin = line;
      line = end + 1;
      Quoting::unescape(begin, end);
      fields.emplace_back(begin);
    }
  } catch (const ::io::error::escaped_string_not_closed&) {
    return std::nullopt;
  }
  return fields;
}

Diagnostic row_defect(const std::string& file, std::uint32_t line, std::uint32_t column, std::string what,
                      std::string hint) {
  Diagnostic finding;
  finding.file = file;
  finding.where = {line, column, 1};
  finding.what = std::move(what);
  finding.hint = std::move(hint);
  finding.code = "table-row";
  return finding;
}

Diagnostic wrong_length(const CsvTable& table, std::uint32_t line, const std::vector<std::string>& fields) {
  const std::size_t have = fields.size(), want = table.header.size();
  const auto column = static_cast<std::uint32_t>(std::min(have, want + 1));
  if (have < want) {
    return row_defect(table.file, line, column, fmt::format("row ends after {} of {} fields", have, want),
                      fmt::format("write the missing commas; the first missing field is {}", table.header[have]));
  }
  return row_defect(table.file, line, column, fmt::format("row has {} fields, the header has {}", have, want),
                    "put a text that holds a comma in double quotes");
}

}  // namespace

CsvTable parse_csv(const std::string& file, const std::string& bytes, std::vector<Diagnostic>& findings) {
  CsvTable table;
  table.file = file;
  if (const std::size_t zero = bytes.find('\0'); zero != std::string::npos) {
    const auto line = static_cast<std::uint32_t>(
        std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(zero), '\n') + 1);
    findings.push_back(row_defect(file, line, 0, "holds a zero byte: not a text file", "save the table as CSV, UTF-8"));
    return table;
  }
  ::io::LineReader lines{"table", bytes.data(), bytes.data() + bytes.size()};  // our own messages name the file
  while (char* line = lines.next_line()) {
    const auto number = static_cast<std::uint32_t>(lines.get_file_line());
    if (*line == '\0') continue;
    if (!is_utf8_text(line)) {
      findings.push_back(row_defect(file, number, 0, "not UTF-8", "save the table as CSV, UTF-8"));
      continue;
    }
    auto fields = split(line);
    if (!fields) {
      findings.push_back(row_defect(file, number, 0, "a double quote is not closed on this line",
                                    "write \"\" for a quote inside quotes; a field cannot span lines"));
    } else if (table.header.empty()) {
      table.header = std::move(*fields);
    } else if (fields->size() != table.header.size()) {
      findings.push_back(wrong_length(table, number, *fields));
    } else {
      table.rows.push_back({number, std::move(*fields)});
    }
  }
  if (table.header.empty()) findings.push_back(row_defect(file, 0, 0, "is empty", "the first line names the columns"));
  return table;
}

}  // namespace sojourn::io
