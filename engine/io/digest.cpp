#include "io/digest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace sojourn::io {
namespace {

class Sha256 {
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_{EVP_MD_CTX_new(), EVP_MD_CTX_free};

  static void require(int result) {
    if (result != 1) throw std::runtime_error{"OpenSSL cannot compute SHA-256"};
  }

 public:
  Sha256() { require(context_ ? EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) : 0); }
  void add(const char* bytes, std::size_t count) { require(EVP_DigestUpdate(context_.get(), bytes, count)); }
  [[nodiscard]] std::string hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    require(EVP_DigestFinal_ex(context_.get(), hash.data(), &length));
    std::string text;
    for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", hash[i]);
    return text;
  }
};

}  // namespace

struct Digest::State {
  XXH3_state_t xxh3;
};

Digest::Digest() : state_{std::make_unique<State>()} { XXH3_128bits_reset(&state_->xxh3); }
Digest::~Digest() = default;

void Digest::add_bytes(const void* bytes, std::size_t count) {
  if (count > 0) XXH3_128bits_update(&state_->xxh3, bytes, count);
}

void Digest::add_text(std::string_view text) {
  add_number(static_cast<std::int64_t>(text.size()));
  add_bytes(text.data(), text.size());
}

void Digest::add_number(std::int64_t number) { add_bytes(&number, sizeof number); }

std::string Digest::text() const { return fmt::format("sj1:{:016x}", XXH3_128bits_digest(&state_->xxh3).low64); }

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes.data(), bytes.size());
  return hash.hexadecimal();
}

std::string sha256_of_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  Sha256 hash;
  std::vector<char> block(1U << 16U);
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.add(block.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (!file.eof()) throw std::runtime_error{fmt::format("{}: cannot be read", path.string())};
  return hash.hexadecimal();
}

}  // namespace sojourn::io
