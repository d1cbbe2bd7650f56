// Blocks: paragraphs, headlines, list items, links of a row.
#include "reprise/furniture/blocks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/collection.h"

namespace reprise::detail {
namespace {

using Strings = std::vector<std::string>;

std::vector<TextBlock> read(const support::Collection& texts) {
  return blocks_of(texts.units()[0], UnitId(0));
}

Strings shown(const std::string& text) {
  const support::Collection texts({text});
  Strings all;
  for (const TextBlock& block : read(texts)) {
    all.push_back(texts.text_of(0, bytes_of(texts.units()[0], block.tokens)));
  }
  return all;
}

TEST(Blocks, AreLines) {
  EXPECT_EQ(shown("Ferry late again\n\nIt was late. It rained.\n* first item\n* second item"),
            (Strings{"Ferry late again", "It was late. It rained", "first item", "second item"}));
  EXPECT_EQ(shown(""), Strings{});
}

TEST(Blocks, AreParagraphsWhereLinesAreWrapped) {
  const std::string wrapped =
      "The ferry to the island of Orne was late again on\nTuesday morning, and forty people had to "
      "wait at the\npier until the harbour master found a boat for them.";
  EXPECT_EQ(shown(wrapped + "\n\n" + wrapped).size(), 2u);
}

TEST(Blocks, AreLinksOfARow) {
  EXPECT_EQ(shown("Home | News | Letters to us\nThe ferry sank."),
            (Strings{"Home", "News", "Letters to us", "The ferry sank"}));
}

TEST(Blocks, KnowWhetherASentenceEndsInThem) {
  const support::Collection texts({"Ferry late again\nIt was late.\nWill it sail?\n“Late.”\nOrne"});
  std::vector<bool> closed;
  for (const TextBlock& block : read(texts)) {
    closed.push_back(block.closed);
  }
  EXPECT_EQ(closed, (std::vector<bool>{false, true, true, true, false}));
  EXPECT_TRUE(read(texts).front().begins_text);
}

}  // namespace
}  // namespace reprise::detail
