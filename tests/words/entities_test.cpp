// HTML entities: which there are, what they mean, and where their characters stand.
#include "reprise/words/entities.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "reprise/language/unit.h"
#include "reprise/words/tokenize.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;

std::string read(std::string_view text) {
  std::string buffer;
  return std::string(read_entities(text, buffer));
}

TEST(Entities, AreReadAsTheCharactersThatTheyMean) {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"don&#39;t", "don't"},
      {"don&#039;t", "don't"},
      {"don&#x27;t", "don't"},
      {"don&#X27;t", "don't"},
      {"don&apos;t", "don't"},
      {"don&rsquo;t", "don’t"},
      {"don&#146;t", "don’t"},
      {"&ldquo;so&rdquo;&hellip;", "“so”…"},
      {"caf&eacute; &Eacute;cole", "café École"},
      {"5&nbsp;000 &euro; &pound;",
       "5\u00A0"
       "000 € £"},
      {"&thetasym;&diams;&Alpha;&Rho;&Sigma;&omega;", "\u03D1♦ΑΡΣω"},
      {"&yuml;&iexcl;&sigmaf;", "ÿ¡ς"},
      {"&#128200;", "📈"},
      {"AT&amp;T", "AT&T"},
  };
  for (const auto& [text, expected] : table) {
    EXPECT_EQ(read(text), expected) << text;
  }
}

TEST(Entities, AreReadToTheEndHoweverOftenTheyWereEscaped) {
  EXPECT_EQ(read("don&amp;#39;t"), "don't");
  EXPECT_EQ(read("a&amp;nbsp;b"),
            "a\u00A0"
            "b");
  EXPECT_EQ(read("a&amp;amp;amp;quot;b"), "a\"b");
  EXPECT_EQ(read("R&#38;amp;D"), "R&D");
  EXPECT_EQ(read("&amp;D;"), "&D;");
}

TEST(Entities, AreNoneWithoutANameAndASemicolon) {
  for (const std::string_view text :
       {"AT&T", "R&D;", "a & b;", "&nbsp", "&nbspx;", "&;", "&#;", "&#x;", "&#xg;", "&#39", "&",
        "a&", "&amp", "?a=1&lt=2", "&thetasymx;", "&Nbsp;", "&#3 9;"}) {
    EXPECT_EQ(DecodedText::of(text), nullptr) << text;
    EXPECT_EQ(read(text), text);
  }
}

TEST(Entities, AreTheReplacementCharacterIfTheyAreNoCharacter) {
  for (const std::string_view text :
       {"&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&#xFFFFFFFFFF;"}) {
    EXPECT_EQ(read(text), "\uFFFD") << text;
  }
}

TEST(Entities, KnowWhereTheirCharactersStand) {
  const std::string source = "a&amp;#39;b &mdash;&mdash; c";
  const auto decoded = DecodedText::of(source);
  ASSERT_NE(decoded, nullptr);
  EXPECT_EQ(decoded->text(), "a'b —— c");
  EXPECT_EQ(decoded->in_source(0), 0u);
  EXPECT_EQ(decoded->in_source(1), 1u);
  EXPECT_EQ(decoded->in_source(2), 10u);
  EXPECT_EQ(decoded->in_source(Span{4, 7}).in(source), "&mdash;");
  EXPECT_EQ(decoded->in_source(Span{7, 10}), (Span{19, 26}));
  EXPECT_EQ(decoded->in_source(static_cast<uint32_t>(decoded->text().size())), source.size());
  EXPECT_EQ(decoded->in_text(10), 2u);
  EXPECT_EQ(decoded->in_text(5), std::nullopt);
}

TEST(Entities, PlacesLeadThereAndBack) {
  const std::string_view pieces[] = {"word ", "&amp;", "&#39;", "&nbsp;",  "é",   "&",
                                     ";",     "amp;",  "&#x;",  "&mdash;", "don", "#39;"};
  Random random(17);
  for (int round = 0; round < 500; ++round) {
    std::string source;
    for (int i = 0; i < 12; ++i) {
      source += pieces[random.below(std::size(pieces))];
    }
    const auto decoded = DecodedText::of(source);
    if (!decoded) {
      continue;
    }
    uint32_t last = 0;
    for (uint32_t at = 0; at <= decoded->text().size(); ++at) {
      const bool inside = at < decoded->text().size() && (decoded->text()[at] & 0xC0) == 0x80;
      if (inside) {
        continue;
      }
      const uint32_t there = decoded->in_source(at);
      EXPECT_GE(there, last) << source;
      EXPECT_EQ(decoded->in_text(there), at) << source;
      last = there;
    }
    EXPECT_EQ(last, source.size());
  }
}

// What a unit is made of reads as the text would with the characters themselves.
TEST(Entities, MakeTheWordsOfTheirCharacters) {
  Document escaped;
  escaped.text = "It&#39;s &quot;so&quot; in govern&shy;ment&nbsp;&ndash;&nbsp;&pound;5, R&D; too.";
  escaped.title = "It&#39;s news";
  Document plain;
  plain.text = "It's \"so\" in govern\u00ADment\u00A0–\u00A0£5, R&D; too.";
  plain.title = "It's news";
  const std::vector<Document> documents{escaped, plain};
  const auto units = make_units(documents, std::vector{DocumentId(0), DocumentId(1)}, {});
  ASSERT_EQ(units.size(), 4u);
  for (const size_t u : {size_t{0}, size_t{2}}) {
    EXPECT_EQ(units[u].text, units[u + 1].text);
    ASSERT_EQ(units[u].tokens.size(), units[u + 1].tokens.size());
    for (size_t t = 0; t < units[u].tokens.size(); ++t) {
      EXPECT_EQ(units[u].tokens[t].hash, units[u + 1].tokens[t].hash);
    }
  }
  const Span word = in_document(units[0], units[0].tokens[3].span);
  EXPECT_EQ(word.in(documents[0].text), "govern&shy;ment");
  EXPECT_EQ(text_in_document(units[0]), documents[0].text);
}

TEST(Entities, OfATitleThatTheTextBeginsWithMakeNoUnit) {
  Document document;
  document.text = "It's news\nThe council met.";
  document.title = "It&#39;s news";
  const std::vector<Document> documents{document};
  EXPECT_EQ(make_units(documents, std::vector{DocumentId(0)}, {}).size(), 1u);
}

}  // namespace
}  // namespace reprise::detail
