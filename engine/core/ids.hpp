#pragma once
// Who and where: small typed names for the categories of the model. An id is not a number.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sojourn {

enum class Sex : std::uint8_t { women, men };
inline constexpr std::array all_sexes{Sex::women, Sex::men};
inline constexpr std::array<std::string_view, 2> sex_names{"women", "men"};

enum class Sector : std::uint8_t {
  domestic_work, care_health, construction, manufacturing, agriculture_fishing, services, transport, professional
};
inline constexpr std::size_t sector_count = 8;
inline constexpr std::array<std::string_view, sector_count> sector_names{
    "domestic_work", "care_health", "construction", "manufacturing",
    "agriculture_fishing", "services", "transport", "professional"};

enum class Skill : std::uint8_t { elementary, medium, high };
inline constexpr std::size_t skill_count = 3;
inline constexpr std::array<std::string_view, skill_count> skill_names{"elementary", "medium", "high"};

/// Grade of an input level: A, B, C as in the reference tables, `model` where a stated method filled the cell.
enum class Grade : std::uint8_t { a, b, c, model };
inline constexpr std::array<std::string_view, 4> grade_names{"A", "B", "C", "model"};

template <class Enum>
[[nodiscard]] constexpr std::size_t index(Enum id) noexcept {
  return static_cast<std::size_t>(id);
}

enum class OriginId : std::uint8_t {};       ///< position in BaseYear::origins
enum class DestinationId : std::uint8_t {};  ///< position in BaseYear::destinations
enum class CorridorId : std::uint16_t {};    ///< position in BaseYear::corridors
enum class MarketId : std::uint16_t {};      ///< position in BaseYear::markets

}  // namespace sojourn
