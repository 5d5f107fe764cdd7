#pragma once
// Who a person is: block, cell and index, packed into one number.
#include <compare>
#include <cstdint>

namespace sojourn {

/// A person: the `index`-th of `cell` in `block`. Stable through a life; the key of all the person's luck.
class PersonId {
  std::uint64_t bits_ = ~std::uint64_t{0};

 public:
  constexpr PersonId() noexcept = default;
  constexpr PersonId(std::uint32_t block, std::uint32_t cell, std::uint32_t index_in_block) noexcept
      : bits_{static_cast<std::uint64_t>(block) << 48U | static_cast<std::uint64_t>(cell) << 32U | index_in_block} {}
  [[nodiscard]] constexpr std::uint64_t key() const noexcept { return bits_; }
  [[nodiscard]] constexpr std::uint32_t block() const noexcept { return static_cast<std::uint32_t>(bits_ >> 48U); }
  [[nodiscard]] constexpr std::uint32_t cell() const noexcept { return static_cast<std::uint32_t>(bits_ >> 32U) & 0xffffU; }
  [[nodiscard]] constexpr std::uint32_t index() const noexcept { return static_cast<std::uint32_t>(bits_); }
  friend constexpr auto operator<=>(PersonId, PersonId) noexcept = default;
};

}  // namespace sojourn
