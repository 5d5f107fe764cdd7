#pragma once
// Fingerprints: XXH3 of results, SHA-256 of input files.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace sojourn::io {

/// A running XXH3-128 hash, of which the low 64 bits are shown as `sj1:7c1e0a94d2b35f68`. Not for secrets.
class Digest {
  struct State;
  std::unique_ptr<State> state_;

 public:
  Digest();
  ~Digest();
  void add_bytes(const void* bytes, std::size_t count);
  /// The length first, so that ("ab", "c") and ("a", "bc") differ.
  void add_text(std::string_view text);
  void add_number(std::int64_t number);
  [[nodiscard]] std::string text() const;
};

/// SHA-256 in 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_of(std::string_view bytes);
/// The same of a file's content.
/// \throws std::runtime_error if the file cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace sojourn::io
