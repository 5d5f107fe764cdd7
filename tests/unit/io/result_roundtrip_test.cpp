#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "io/result_layout.hpp"
#include "io/result_reader.hpp"
#include "io/result_writer.hpp"
#include "unit/io/result_synthetic.hpp"

namespace sojourn::io {
namespace {

/// Equal values, where a missing one equals a missing one.
bool same(const Values& one, const Values& other) {
  const auto* a = std::get_if<std::vector<float>>(&one);
  const auto* b = std::get_if<std::vector<float>>(&other);
  if (!a || !b) return one == other;
  return a->size() == b->size() && std::equal(a->begin(), a->end(), b->begin(), [](float x, float y) {
           return x == y || (std::isnan(x) && std::isnan(y));
         });
}

void expect_same(const Group& read, const Group& written) {
  SCOPED_TRACE(written.path);
  EXPECT_EQ(read.path, written.path);
  EXPECT_EQ(read.attributes, written.attributes);
  ASSERT_EQ(read.axes.size(), written.axes.size());
  for (std::size_t i = 0; i < read.axes.size(); ++i) {
    EXPECT_EQ(read.axes[i].name, written.axes[i].name);
    EXPECT_TRUE(same(read.axes[i].labels, written.axes[i].labels)) << read.axes[i].name;
    EXPECT_EQ(read.axes[i].attributes, written.axes[i].attributes);
  }
  ASSERT_EQ(read.variables.size(), written.variables.size());
  for (std::size_t i = 0; i < read.variables.size(); ++i) {
    EXPECT_EQ(read.variables[i].name, written.variables[i].name);
    EXPECT_EQ(read.variables[i].axes, written.variables[i].axes);
    EXPECT_TRUE(same(read.variables[i].values, written.variables[i].values)) << read.variables[i].name;
    EXPECT_EQ(read.variables[i].attributes, written.variables[i].attributes);
  }
}

class ResultRoundtrip : public testing::Test {
 protected:
  void SetUp() override { path_ = std::string{testing::UnitTest::GetInstance()->current_test_info()->name()} + ".h5"; }
  void TearDown() override { std::filesystem::remove(path_); }

  ResultFile written_and_read(const ResultFile& file) {
    write_results(path_, file, synthetic::provenance(), {.force = true});
    return read_results(path_);
  }
  static ResultFile with(Group group) {
    ResultFile file;
    file.attributes = {{"digest", "sj1:0000000000000001"}};
    file.groups = {std::move(group)};
    return file;
  }
  std::filesystem::path path_;
};

const AttributeValue& attribute(const ResultFile& file, const std::string& name) {
  for (const auto& [each, value] : file.attributes) {
    if (each == name) return value;
  }
  throw std::out_of_range{name};
}

TEST_F(ResultRoundtrip, GivesBackEveryGroup) {
  const ResultFile file = synthetic::result();
  const ResultFile read = written_and_read(file);
  ASSERT_EQ(read.groups.size(), file.groups.size() + 2);
  for (std::size_t i = 0; i < file.groups.size(); ++i) expect_same(read.groups[i], file.groups[i]);
  expect_same(read.groups[file.groups.size()], provenance_group(synthetic::provenance()));
  EXPECT_EQ(read.compression_level, file.compression_level);
}

TEST_F(ResultRoundtrip, GivesTheRootItsAttributesInTheirOrder) {
  const ResultFile read = written_and_read(synthetic::result());
  std::vector<std::string> names;
  for (const auto& [name, value] : read.attributes) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{"filetype", "format_version", "semantics_version", "engine_version",
                                             "commit", "status", "last_complete_month", "digest", "file_digest",
                                             "title", "question", "history", "Conventions", "population_scale"}));
  EXPECT_EQ(attribute(read, "filetype"), AttributeValue{"sojourn-results"});
  EXPECT_EQ(attribute(read, "format_version"), (AttributeValue{std::vector<std::int32_t>{1, 0}}));
  EXPECT_EQ(attribute(read, "Conventions"), AttributeValue{"CF-1.10, ACDD-1.3"});
  EXPECT_EQ(attribute(read, "engine_version"), AttributeValue{"0.1.0"});
  EXPECT_EQ(attribute(read, "title"), AttributeValue{"Fee cap – नेपाल"});
}

TEST_F(ResultRoundtrip, KeepsAFileDigestThatCanBeComputedAgain) {
  for (const int level : {0, 1, 9}) {
    ResultFile file = synthetic::result();
    file.compression_level = level;
    const ResultFile read = written_and_read(file);
    EXPECT_EQ(read.compression_level, level);
    EXPECT_EQ(attribute(read, "file_digest"), AttributeValue{file_digest(read)});
  }
}

TEST_F(ResultRoundtrip, ReadsOneGroupByItsPath) {
  (void)written_and_read(synthetic::result());
  for (const char* name : {"annual/corridor", "/annual/corridor"}) {
    const ResultFile read = read_results(path_, name);
    ASSERT_EQ(read.groups.size(), 1U);
    expect_same(read.groups[0], synthetic::annual_corridor());
  }
}

TEST_F(ResultRoundtrip, RoundsFloatsToFiveDigits) {
  Group group = synthetic::effects_period();
  std::get<std::vector<float>>(group.variables[0].values)[0] = 123456.0F;
  const ResultFile read = written_and_read(with(group));
  EXPECT_EQ(std::get<std::vector<float>>(read.groups[0].variables[0].values)[0], 123460.0F);
}

TEST_F(ResultRoundtrip, HoldsVeryLongTexts) {
  // Attributes above 64 KiB do not fit an object header, and texts of a megabyte are what a scenario may be.
  const std::string long_text(100'000, 'x'), longer(3'000'000, 'y');
  Group group{"/notes", {synthetic::text_axis("note", {"a", "b"})}, {}, {{"all", long_text}, {"none", ""}}};
  group.variables = {{"text", {"note"}, Text{longer, ""}, {{"long_name", long_text}, {"units", "1"}}}};
  expect_same(written_and_read(with(group)).groups[0], group);
}

TEST_F(ResultRoundtrip, ReplacesBytesThatAreNotUtf8) {
  Group group{"/notes", {}, {{"text", {}, Text{"caf\xE9"}, {{"note", "caf\xE9"}}}}, {}};
  const ResultFile read = written_and_read(with(group));
  EXPECT_EQ(read.groups[0].variables[0].values, Values{Text{"caf\xEF\xBF\xBD"}});
  EXPECT_EQ(attribute(read, "file_digest"), AttributeValue{file_digest(read)});
}

TEST_F(ResultRoundtrip, HoldsManyVariablesOfManyAttributes) {
  // More than eight attributes and many variables on one scale: what HDF5 1.10 fails at with its default settings.
  Group group = synthetic::annual_corridor();
  const Variable pattern = group.variables[1];
  for (int i = 0; i < 120; ++i) {
    group.variables.push_back(pattern);
    group.variables.back().name = "indicator_" + std::to_string(i);
    group.axes[0].attributes.emplace_back("note_" + std::to_string(i), "text");
  }
  expect_same(written_and_read(with(group)).groups[0], group);
}

TEST_F(ResultRoundtrip, HoldsAFileWithoutGroupsOfItsOwn) {
  ResultFile file;
  file.attributes = {{"digest", "sj1:0000000000000001"}};
  EXPECT_EQ(written_and_read(file).groups.size(), 2U);
}

TEST(Provenance, RecordsWhatIsNeededToRunAgain) {
  const std::string record = record_json(synthetic::provenance());
  for (const char* part : {"\"engine_version\": \"0.1.0\"", "\"seed\": 7", "\"compiler\": \"g++ 12.2.0\"", "\"fma\": ",
                           "\"c_library\": \"glibc ", "\"peak_memory\": 3221225472", "\"threads\": \"2\""}) {
    EXPECT_NE(record.find(part), std::string::npos) << part << " in " << record;
  }
}

TEST(Provenance, SurvivesACommandLineThatIsNotUtf8) {
  Provenance made = synthetic::provenance();
  made.command_line = {"sojourn", "run", "caf\xE9.toml"};
  EXPECT_NE(record_json(made).find("caf\xEF\xBF\xBD.toml"), std::string::npos);
}

}  // namespace
}  // namespace sojourn::io
