#include <cstddef>
#include <cstdint>

#include "io/result_layout.hpp"

namespace sojourn::io {
namespace {

bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Bytes of the character that `text` begins with; 0 if that is no character of UTF-8 (RFC 3629: no overlong form,
/// no surrogate, nothing above U+10FFFF) or NUL.
std::size_t character_length(std::string_view text) noexcept {
  const auto first = static_cast<unsigned char>(text.front());
  if (first == 0) return 0;
  if (first < 0x80U) return 1;
  const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  if (first < 0xC2U || first > 0xF4U || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[i])) return 0;
  }
  const auto second = static_cast<unsigned char>(text[1]);
  if ((first == 0xE0U && second < 0xA0U) || (first == 0xEDU && second >= 0xA0U)) return 0;
  if ((first == 0xF0U && second < 0x90U) || (first == 0xF4U && second >= 0x90U)) return 0;
  return length;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0)
      valid += "\xEF\xBF\xBD";
    else
      valid += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return valid;
}

}  // namespace sojourn::io
