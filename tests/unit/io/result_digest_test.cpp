#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "io/digest.hpp"
#include "io/result_layout.hpp"
#include "unit/io/result_synthetic.hpp"

namespace sojourn::io {
namespace {

TEST(Sha256, IsThePublishedExample) {
  // FIPS 180-4 examples: "abc", and the empty message.
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, OfAFileIsThatOfItsBytesBeyondOneBlock) {
  const std::string bytes(200'000, 'x');
  std::ofstream{"sha256.bin", std::ios::binary} << bytes;
  EXPECT_EQ(sha256_of_file("sha256.bin"), sha256_of(bytes));
  std::remove("sha256.bin");
}

TEST(Sha256, SaysWhichFileCannotBeRead) {
  EXPECT_THROW((void)sha256_of_file("no-such-file"), std::runtime_error);
  EXPECT_THROW((void)sha256_of_file("."), std::runtime_error);
}

TEST(Digest, IsSixteenHexadecimalDigitsAfterItsName) {
  // XXH3-128 of nothing is 99aa06d3014798d86001c324468d497f (xxHash's own test vectors); the low half is shown.
  EXPECT_EQ(Digest{}.text(), "sj1:6001c324468d497f");
}

TEST(Digest, TellsWhereOneTextEndsAndTheNextBegins) {
  Digest one, other;
  one.add_text("ab");
  one.add_text("c");
  other.add_text("a");
  other.add_text("bc");
  EXPECT_NE(one.text(), other.text());
}

TEST(FileDigest, ChangesWithOneValueNameOrLabel) {
  const std::string digest = file_digest(synthetic::result());
  ResultFile value = synthetic::result(), name = synthetic::result(), label = synthetic::result();
  std::get<std::vector<std::int32_t>>(value.groups[0].variables[0].values)[5] += 1;
  name.groups[0].variables[0].name = "departures";
  std::get<Text>(label.groups[0].axes[0].labels)[1] = "other";
  EXPECT_NE(file_digest(value), digest);
  EXPECT_NE(file_digest(name), digest);
  EXPECT_NE(file_digest(label), digest);
}

TEST(FileDigest, LeavesOutTimingAttributesCompressionAndTheOrderOfGroups) {
  const std::string digest = file_digest(synthetic::result());
  ResultFile same = synthetic::result();
  same.groups.push_back(timing_group(synthetic::provenance()));
  same.attributes.clear();
  same.compression_level = 9;
  std::swap(same.groups[0], same.groups[1]);
  EXPECT_EQ(file_digest(same), digest);
}

TEST(FileDigest, CountsWhatTheWriterRoundsAwayAsEqual) {
  ResultFile rounded = synthetic::result(), exact = synthetic::result();
  std::get<std::vector<float>>(rounded.groups[0].variables[1].values)[0] = 1234.6F;
  std::get<std::vector<float>>(exact.groups[0].variables[1].values)[0] = 1234.5678F;
  EXPECT_EQ(file_digest(rounded), file_digest(exact));
}

}  // namespace
}  // namespace sojourn::io
