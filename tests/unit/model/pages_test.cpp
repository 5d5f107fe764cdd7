// The pages in docs/model stand beside the rules: none missing, no parameter out of date.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "model/indicators.hpp"
#include "model/month.hpp"
#include "model/parameters.hpp"

namespace sojourn::model {
namespace {

namespace fs = std::filesystem;

const fs::path source{SOJOURN_SOURCE_DIR};

std::string text_of(const fs::path& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator{folder}) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  return files;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream row{line.substr(1)};
  for (std::string cell; std::getline(row, cell, '|');) {
    const std::size_t begin = cell.find_first_not_of(' ');
    cells.push_back(begin == std::string::npos ? "" : cell.substr(begin, cell.find_last_not_of(' ') - begin + 1));
  }
  return cells;
}

TEST(Pages, StandBesideEveryRuleWithItsTest) {
  for (const fs::path& rule : files_in(source / "engine/model", ".cpp")) {
    const std::string name = rule.stem().string();
    EXPECT_TRUE(fs::exists(source / "docs/model" / (name + ".md"))) << name << " has no page";
    EXPECT_TRUE(fs::exists(source / "tests/unit/model" / (name + "_test.cpp"))) << name << " has no test";
    EXPECT_NE(text_of(source / "docs/model/README.md").find("(" + name + ".md)"), std::string::npos)
        << name << " is not in the index";
  }
}

TEST(Pages, HaveAnEquationAndAWorkedNumberEach) {
  for (const fs::path& rule : files_in(source / "engine/model", ".cpp")) {
    const std::string page = text_of(source / "docs/model" / (rule.stem().string() + ".md"));
    EXPECT_NE(page.find("eq. 1"), std::string::npos) << rule.stem();
    EXPECT_NE(page.find("## Worked number"), std::string::npos) << rule.stem();
  }
}

TEST(Index, HasTheStagesOfTheMonthInTheirOrder) {
  const std::string index = text_of(source / "docs/model/README.md");
  std::size_t place = 0;
  for (const Step& step : month_order) {
    place = index.find("| " + std::string{step.name} + " |", place);
    ASSERT_NE(place, std::string::npos) << step.name;
  }
}

// A row that begins with a parameter's name gives its unit, default and source as the engine has them.
TEST(Pages, GiveEachParameterAsTheEngineHasIt) {
  const Parameters standard;
  std::set<std::string> told;
  for (const fs::path& page : files_in(source / "docs/model", ".md")) {
    std::ifstream file{page};
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("| `")) continue;
      const std::vector<std::string> cells = cells_of(line);
      const ParameterRow* row = find_parameter(cells.at(0).substr(1, cells.at(0).size() - 2));
      if (row == nullptr) continue;
      ASSERT_GE(cells.size(), 4U) << line;
      EXPECT_EQ(cells[1], row->unit) << page.filename() << ": " << row->name;
      const double is = standard.*row->member;
      EXPECT_NEAR(std::strtod(cells[2].c_str(), nullptr), is, 5e-4 * std::abs(is))
          << page.filename() << ": " << row->name;
      EXPECT_EQ(cells.back(), row->source) << page.filename() << ": " << row->name;
      if (page.filename() != "parameters.md") told.insert(std::string{row->name});
    }
  }
  const std::string table = text_of(source / "docs/model/parameters.md");
  for (const ParameterRow& row : parameter_list()) {
    EXPECT_TRUE(told.contains(std::string{row.name})) << row.name << " is on no rule's page";
    EXPECT_NE(table.find("| `" + std::string{row.name} + "` |"), std::string::npos) << row.name;
  }
  EXPECT_NE(table.find("**" + std::to_string(parameter_list().size()) + "** rows"), std::string::npos);
}

TEST(ResultsPage, ListsEachIndicatorAsTheCatalogueHasIt) {
  const std::string page = text_of(source / "docs/formats/results.md");
  for (const Indicator& indicator : indicator_catalogue()) {
    std::ostringstream row;
    row << "| `" << indicator.name << "` | " << indicator.unit << " | " << indicator.definition << " | " << indicator.framework << " |";
    EXPECT_NE(page.find(row.str()), std::string::npos) << row.str();
  }
}

}  // namespace
}  // namespace sojourn::model
