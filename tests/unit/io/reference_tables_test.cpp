#include "io/reference_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sojourn::io {
namespace {

const std::filesystem::path library{SOJOURN_SOURCE_DIR "/scenarios/reference"};
const std::filesystem::path broken{SOJOURN_SOURCE_DIR "/tests/data/reference"};

/// What reading with that folder of tests/data/reference prints.
std::string message_of(const std::string& folder) {
  try {
    static_cast<void>(read_reference_tables({library, broken / folder, "tables"}));
  } catch (const InputError& error) {
    return error.what();
  }
  return "nothing";
}

/// A folder with one table: the shipped one, changed.
class Changed {
  // Of this test alone: tests run side by side.
  std::filesystem::path folder_{std::string{"changed_tables_"} +
                                testing::UnitTest::GetInstance()->current_test_info()->name()};

 public:
  Changed(const std::string& name, const std::string& from, const std::string& to) {
    std::filesystem::create_directories(folder_);
    std::ostringstream text;
    text << std::ifstream{library / name}.rdbuf();
    std::string bytes = text.str();
    const std::size_t place = bytes.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    std::ofstream{folder_ / name} << bytes.replace(place, from.size(), to);
  }
  ~Changed() { std::filesystem::remove_all(folder_); }
  Changed(const Changed&) = delete;
  Changed& operator=(const Changed&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::string message() const {
    try {
      static_cast<void>(read_reference_tables({library, folder_, "tables"}));
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing";
  }
};

TEST(ReferenceTables, ReadsAllThatAreShipped) {
  const ReferenceTables tables = read_reference_tables({library, "", ""});
  EXPECT_EQ(tables.origins.size(), 12U);
  EXPECT_EQ(tables.destinations.size(), 48U);
  EXPECT_EQ(tables.deployments.size(), 493U);
  EXPECT_EQ(tables.stocks.size(), 1844U);
  EXPECT_EQ(tables.remittances.size(), 1697U);
  EXPECT_EQ(tables.files.size(), reference_table_names().size());
  EXPECT_EQ(tables.sha256.size(), 64U);
  for (const TableFile& file : tables.files) EXPECT_FALSE(file.from_user);
}

TEST(ReferenceTables, KeepsTypesAndPlaces) {
  const ReferenceTables tables = read_reference_tables({library, "", ""});
  const DeploymentRow& first = tables.deployments.front();
  EXPECT_EQ(first.at.line, 2U);
  EXPECT_EQ(first.origin, "BGD");
  EXPECT_EQ(first.destination, "WLD");
  EXPECT_EQ(first.sex, RowSex::both);
  EXPECT_EQ(first.persons, 390000);
  EXPECT_EQ(first.grade, Grade::b);
  EXPECT_EQ(first.counts, Counts::new_hires);
  EXPECT_TRUE(first.annual);
}

TEST(ReferenceTables, TellsPartYearsFromWholeOnes) {
  const ReferenceTables tables = read_reference_tables({library, "", ""});
  for (const DeploymentRow& row : tables.deployments) {
    const bool whole = row.period == "calendar year" || row.period.find("fiscal") == 0;
    EXPECT_EQ(row.annual, whole) << row.period;
  }
}

TEST(ReferenceTables, TellsEveryDefectOfEveryTableAtOnce) {
  EXPECT_EQ(
      message_of("many-defects"),
      "tables/sector_priors.csv: error: shares of gulf sum to 0.9000: they are shares of all workers there, both "
      "sexes\n"
      "   hint: make them sum to 1\n"
      "tables/deployments.csv:2:5: error: registered_outflow = \"-7\": a count cannot be negative\n"
      "tables/deployments.csv:3:1: error: origin = \"BGX\": no country of origins.csv or destinations.csv\n"
      "   hint: did you mean \"BGD\"?\n"
      "tables/deployments.csv:4:4: error: sex = \"W\": not a sex\n"
      "   hint: write F, M or T (both)\n"
      "tables/deployments.csv:5:10: error: measure = \"visas\": library:reference/register_measures.csv does not know "
      "this text\n"
      "   hint: add a line for it to library:reference/register_measures.csv\n"
      "tables/deployments.csv:7:1: error: the same key as line 6: NPL QAT 2019 T calendar year, new labour approvals\n"
      "   hint: delete one of the two rows\n"
      "tables/wages.csv:2:3: error: sector = \"basket weaving\": library:reference/sector_map.csv does not know this "
      "text\n"
      "   hint: add a line for it to library:reference/sector_map.csv\n"
      "tables/wages.csv:2:5: error: year = \"19\": not a year between 1950 and 2100\n"
      "   hint: write four digits, 2019; a fiscal year by the year in which it ends\n"
      "tables/wages.csv:2:7: error: monthly_wage_usd = \"1,200\": not a number\n"
      "   hint: write 1200: decimal point, no thousands separator\n"
      "tables/wages.csv:2:14: error: confidence = \"D\": not a grade\n"
      "   hint: write A (primary), B (secondary) or C (recalled)\n"
      "tables/wages.csv:3:10: error: row ends after 10 of 14 fields\n"
      "   hint: write the missing commas; the first missing field is notes\n");
}

TEST(ReferenceTables, TellsWrongColumns) {
  EXPECT_EQ(message_of("wrong-columns"),
            "tables/women_shares.csv:1:3: error: unknown column \"women_shares\"\n"
            "   hint: did you mean \"women_share\"?\n"
            "tables/women_shares.csv:1: error: column \"women_share\" is missing\n"
            "   hint: the shipped table of this name shows all columns\n");
}

TEST(ReferenceTables, ReadsTheShareOfTraineesWhereATableHasThatColumn) {
  const auto korea = [](const ReferenceTables& tables) {
    return *std::ranges::find(tables.regions, std::string{"KOR"}, &RegionRow::destination);
  };
  EXPECT_FALSE(korea(read_reference_tables({library, "", ""})).trainee_pay_share) << "the shipped table does without it";
  const std::filesystem::path before{SOJOURN_SOURCE_DIR "/scenarios/validation/before-reform"};
  const RegionRow trainees = korea(read_reference_tables({library, before, "tables"}));
  ASSERT_TRUE(trainees.trainee_pay_share);
  EXPECT_EQ(*trainees.trainee_pay_share, 0.5);
  EXPECT_FALSE(trainees.source.empty());
}

TEST(ReferenceTables, TellsAFileThatNoTableIsNamedLike) {
  EXPECT_EQ(message_of("stranger"),
            "tables/wage.csv: error: is no reference table\n   hint: did you mean \"wages.csv\"?\n");
}

TEST(ReferenceTables, TellsAFolderThatIsNotThere) {
  EXPECT_EQ(message_of("nowhere"),
            "tables: error: is not a folder that can be read\n   hint: name a folder with tables such as wages.csv\n");
}

TEST(ReferenceTables, TellsAMissingTable) {
  try {
    static_cast<void>(read_reference_tables({broken / "wrong-columns", "", ""}));
    FAIL() << "an incomplete library was read";
  } catch (const InputError& error) {
    EXPECT_GE(error.findings().size(), reference_table_names().size() - 1);
    EXPECT_EQ(error.findings().front().code, "table-missing");
  }
}

TEST(ReferenceTables, TellsADestinationWithoutARegion) {
  const Changed changed{"regions.csv", "QAT,,gulf", "SVK,,gulf"};
  EXPECT_EQ(changed.message(),
            "tables/regions.csv: error: no row for QAT: destinations.csv has this destination\n"
            "   hint: add a row: region, contract, stay, shares\n");
}

TEST(ReferenceTables, TellsAnUnknownRegion) {
  const Changed changed{"regions.csv", "MDV,,south_asia", "MDV,,nowhere"};
  EXPECT_EQ(changed.message().substr(0, 71),
            "tables/regions.csv:18:3: error: region = \"nowhere\": not one of gulf, mi");
}

TEST(ReferenceTables, TellsMoreWorkersThanPeople) {
  const Changed changed{"origins.csv", "AFG,Afghanistan,40121552", "AFG,Afghanistan,4012155"};
  EXPECT_EQ(
      changed.message(),
      "tables/origins.csv:2:3: error: population = \"4012155\": must be more than the people of working age, and these "
      "more than none\n");
}

TEST(ReferenceTables, TellsAnUnknownSector) {
  const Changed changed{"sector_map.csv", "garments,manufacturing,survey", "garments,weaving,survey"};
  EXPECT_EQ(changed.message(),
            "tables/sector_map.csv:49:2: error: sectors = \"weaving\": not sectors joined by +\n"
            "   hint: sectors are domestic_work, care_health, construction, manufacturing, agriculture_fishing, "
            "services, transport, "
            "professional, or all\n");
}

TEST(ReferenceTables, TellsAShareAboveOne) {
  const Changed changed{"women_shares.csv", "PAK,ALL,0.004", "PAK,ALL,1.004"};
  EXPECT_EQ(changed.message(),
            "tables/women_shares.csv:2:3: error: women_share = \"1.004\": must lie between 0 and 1\n");
}

TEST(ReferenceTables, UsesTheUsersTableAndSaysSo) {
  const Changed changed{"women_shares.csv", "PAK,ALL,0.004", "PAK,ALL,0.4"};
  const ReferenceTables tables = read_reference_tables({library, changed.folder(), "mine"});
  const ReferenceTables shipped = read_reference_tables({library, "", ""});
  EXPECT_EQ(tables.women_shares.front().share, 0.4);
  EXPECT_NE(tables.sha256, shipped.sha256);
  const auto mine =
      std::count_if(tables.files.begin(), tables.files.end(), [](const TableFile& file) { return file.from_user; });
  EXPECT_EQ(mine, 1);
}

TEST(Sha256, IsThatOfThePublishedExample) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace sojourn::io
