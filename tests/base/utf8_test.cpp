#include "reprise/base/utf8.h"

#include <gtest/gtest.h>

#include "reprise/base/hash.h"
#include "reprise/span.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

struct Character {
  std::string bytes;
  char32_t code;
  bool broken;
  bool operator==(const Character&) const = default;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> all;
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    if (c.size == 0 || at + c.size > text.size()) {
      ADD_FAILURE() << "size " << c.size << " at " << at;
      break;
    }
    all.push_back({std::string(text.substr(at, c.size)), c.code, c.broken});
    at += c.size;
  }
  return all;
}

TEST(Utf8, EveryScalarValueComesBack) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code == 0xD800) {
      code = 0xE000;
    }
    std::string bytes;
    append_utf8(bytes, code);
    const Decoded c = decode(bytes, 0);
    if (c.code != code || c.size != bytes.size() || c.broken) {
      FAIL() << std::hex << static_cast<uint32_t>(code);
    }
  }
}

TEST(Utf8, BrokenRunIsOneCharacterUpToTheNextGoodOne) {
  const auto broken = [](std::string bytes) {
    return Character{std::move(bytes), 0xFFFD, true};
  };
  const auto good = [](std::string bytes, char32_t code) {
    return Character{std::move(bytes), code, false};
  };
  const struct {
    std::string text;
    std::vector<Character> characters;
  } table[] = {
      {"a\xff\xfe\xc3", {good("a", 'a'), broken("\xff\xfe\xc3")}},
      {"\x80"
       "b",
       {broken("\x80"), good("b", 'b')}},
      {"\xc3\xa9\xa9\xc3\xa9", {good("é", 0xE9), broken("\xa9"), good("é", 0xE9)}},
      {"\xe2\x82", {broken("\xe2\x82")}},  // cut off
      {"\xe2\x82\xe2\x82\xac", {broken("\xe2\x82"), good("€", 0x20AC)}},
      {"\xc0\xaf", {broken("\xc0\xaf")}},                           // overlong /
      {"\xe0\x80\xaf!", {broken("\xe0\x80\xaf"), good("!", '!')}},  // overlong
      {"\xf0\x8f\xbf\xbf", {broken("\xf0\x8f\xbf\xbf")}},           // overlong
      {"\xed\xa0\x80", {broken("\xed\xa0\x80")}},                   // a surrogate
      {"\xf4\x90\x80\x80", {broken("\xf4\x90\x80\x80")}},           // above U+10FFFF
      {"\xef\xbf\xbd", {good("\xef\xbf\xbd", 0xFFFD)}},             // U+FFFD itself is not broken
      {std::string("\0", 1), {good(std::string("\0", 1), 0)}},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(characters_of(text), expected) << ::testing::PrintToString(text);
  }
}

// Bytes from a small alphabet of leads and tails: nearly every way to be broken comes up.
std::string hostile_bytes(support::Random& random) {
  static const std::string alphabet(
      "a\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xc3\xe0\xe2\xed\xef\xf0\xf1\xf4\xf5\xff", 20);
  std::string text(random.below(12), ' ');
  for (char& c : text) {
    c = random.pick(alphabet);
  }
  return text;
}

TEST(Utf8, RepairReplacesEachRunOnceAndGivesValidText) {
  EXPECT_EQ(repaired_utf8("a\xff\xfe\xc3z\x80"), "a\uFFFDz\uFFFD");
  EXPECT_EQ(repaired_utf8("Zürich €6 🎈"), "Zürich €6 🎈");
  support::Random random(2);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = hostile_bytes(random), repaired = repaired_utf8(text);
    bool any_broken = false;
    for (const Character& c : characters_of(text)) {
      any_broken |= c.broken;
    }
    ASSERT_EQ(is_valid_utf8(text), !any_broken) << ::testing::PrintToString(text);
    ASSERT_TRUE(is_valid_utf8(repaired));
    ASSERT_EQ(characters_of(repaired).size(), characters_of(text).size());
    ASSERT_EQ(repaired == text, !any_broken);
  }
}

TEST(Span, OverlapIsWhatBothCover) {
  EXPECT_EQ(overlap({2, 8}, {4, 6}), 2u);
  EXPECT_EQ(overlap({2, 5}, {4, 9}), 1u);
  EXPECT_EQ(overlap({4, 9}, {2, 5}), 1u);
  EXPECT_EQ(overlap({2, 4}, {4, 6}), 0u);
  EXPECT_EQ(overlap({2, 4}, {7, 9}), 0u);
  EXPECT_EQ((Span{1, 3}.in("abcd")), "bc");
}

// Stored sketches and the order of equal things hang on these values.
TEST(Hash, ValuesAreFixedForAllTime) {
  EXPECT_EQ(hash_bytes(""),
            0x2d06800538d394c2u);          // XXH3's published value for no bytes and no seed
  EXPECT_EQ(mix(0), 0xe220a8397b1dcdafu);  // SplitMix64's first number from seed 0
  EXPECT_NE(hash_bytes("a"), hash_bytes("a", 1));
}

}  // namespace
}  // namespace reprise::detail
