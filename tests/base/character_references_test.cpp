#include "reprise/base/character_references.h"

#include <gtest/gtest.h>

namespace reprise::detail {
namespace {

TEST(CharacterReferences, AreReadByNameAndByNumber) {
  EXPECT_EQ(without_references("don&#39;t &amp; can&rsquo;t"), "don't & can’t");
  EXPECT_EQ(without_references("caf&eacute; caf&#233; caf&#xE9; &Scaron;koda"),
            "café café café Škoda");
  EXPECT_EQ(without_references("&quot;&lt;&gt;&apos;"), "\"<>'");
  EXPECT_EQ(without_references("a&nbsp;b"), "a\u00A0b");
}

TEST(CharacterReferences, AreReplacedOnce) {
  EXPECT_EQ(without_references("&amp;lt;"), "&lt;");
}

TEST(CharacterReferences, OfLatin1NeedNoSemicolon) {
  EXPECT_EQ(without_references("R&eacute sum&eacute"), "Ré sumé");
  EXPECT_EQ(without_references("?a=1&copy=2"), "?a=1&copy=2");
  EXPECT_EQ(without_references("&mdash x"), "&mdash x");
}

TEST(CharacterReferences, NumbersBelow160AreThoseOfBrowsers) {
  EXPECT_EQ(without_references("&#147;so&#148; &#150;"), "“so” –");
}

TEST(CharacterReferences, WhatIsNoneStays) {
  EXPECT_EQ(without_references("AT&T &co; & &; &#; &#x;"), "AT&T &co; & &; &#; &#x;");
  EXPECT_EQ(without_references("&"), "&");
}

TEST(CharacterReferences, WhatIsNoCharacterIsReplaced) {
  EXPECT_EQ(without_references("&#0;&#xD800;&#x110000;"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(without_references("&#9999999999;"), "\uFFFD");
}

}  // namespace
}  // namespace reprise::detail
