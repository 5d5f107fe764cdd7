#include "io/scenario_groups.hpp"

#include <array>

namespace sojourn::io {
namespace {

using namespace std::string_view_literals;

constexpr std::array colombo_process{"AFG"sv, "BGD"sv, "CHN"sv, "IDN"sv, "IND"sv, "KHM"sv,
                                     "LKA"sv, "NPL"sv, "PAK"sv, "PHL"sv, "THA"sv, "VNM"sv};
constexpr std::array south_asia{"AFG"sv, "BGD"sv, "IND"sv, "LKA"sv, "NPL"sv, "PAK"sv};
constexpr std::array southeast_asian_origins{"IDN"sv, "KHM"sv, "PHL"sv, "THA"sv, "VNM"sv};

constexpr std::array gcc{"ARE"sv, "BHR"sv, "KWT"sv, "OMN"sv, "QAT"sv, "SAU"sv};
constexpr std::array add{"ARE"sv, "BHR"sv, "KWT"sv, "MYS"sv, "OMN"sv, "QAT"sv, "SAU"sv, "SGP"sv, "YEM"sv};
constexpr std::array middle_east{"ARE"sv, "BHR"sv, "ISR"sv, "JOR"sv, "KWT"sv,
                                 "LBN"sv, "OMN"sv, "QAT"sv, "SAU"sv, "YEM"sv};
constexpr std::array southeast_asian_destinations{"BRN"sv, "MYS"sv, "SGP"sv, "THA"sv};
constexpr std::array east_asia{"HKG"sv, "JPN"sv, "KOR"sv, "TWN"sv};
constexpr std::array eu27{"AUT"sv, "BEL"sv, "BGR"sv, "HRV"sv, "CYP"sv, "CZE"sv, "DNK"sv, "EST"sv, "FIN"sv,
                          "FRA"sv, "DEU"sv, "GRC"sv, "HUN"sv, "IRL"sv, "ITA"sv, "LVA"sv, "LTU"sv, "LUX"sv,
                          "MLT"sv, "NLD"sv, "POL"sv, "PRT"sv, "ROU"sv, "SVK"sv, "SVN"sv, "ESP"sv, "SWE"sv};

constexpr std::array of_origins{PlaceGroup{"colombo_process", colombo_process}, PlaceGroup{"south_asia", south_asia},
                                PlaceGroup{"southeast_asia", southeast_asian_origins}};
constexpr std::array of_destinations{PlaceGroup{"gcc", gcc},
                                     PlaceGroup{"add", add},
                                     PlaceGroup{"middle_east", middle_east},
                                     PlaceGroup{"southeast_asia", southeast_asian_destinations},
                                     PlaceGroup{"east_asia", east_asia},
                                     PlaceGroup{"eu27", eu27}};

}  // namespace

std::span<const PlaceGroup> origin_groups() { return of_origins; }
std::span<const PlaceGroup> destination_groups() { return of_destinations; }

}  // namespace sojourn::io
