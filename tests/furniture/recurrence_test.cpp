// Recurrence against its twin: who holds a block, by comparing all runs with all others.
#include "reprise/furniture/recurrence.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "support/collection.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;
using Strings = std::vector<std::string>;
using WordRun = std::vector<std::string>;

std::vector<std::vector<TextBlock>> blocks_of_all(const support::Collection& texts) {
  std::vector<std::vector<TextBlock>> blocks;
  for (UnitId u{0}; u < texts.units().size(); ++u) {
    blocks.push_back(blocks_of(texts.units()[u], u));
  }
  return blocks;
}

// Returns the runs of a block as words.
std::set<WordRun> runs_of(const support::Collection& texts, const TextBlock& block) {
  const TextUnit& unit = texts.units()[block.unit];
  const uint32_t words = std::min(4u, block.tokens.size());
  std::set<WordRun> runs;
  for (uint32_t t = block.tokens.begin; t + words <= block.tokens.end; ++t) {
    WordRun run{block.begins_text ? "first" : "later"};
    for (uint32_t i = t; i < t + words; ++i) {
      const std::string word(unit.tokens[i].span.in(unit.text));
      run.push_back(word.find_first_of("0123456789") == word.npos ? word : "#");
    }
    runs.insert(run);
  }
  return runs;
}

TEST(Recurrence, IsThatOfATwin) {
  Random random(5);
  const support::Vocabulary vocabulary(40);
  for (int round = 0; round < 60; ++round) {
    Strings lines;
    for (int i = 0; i < 6; ++i) {
      std::string line;
      for (const std::string& word : support::make_words(1 + random.below(9), vocabulary, random)) {
        line += (line.empty() ? "" : " ") + word;
      }
      lines.push_back(line + (random.chance(0.3) ? " 17" : ""));
    }
    Strings all;
    for (int d = 0; d < 9; ++d) {
      std::string text;
      for (size_t i = 0; i < 1 + random.below(4); ++i) {
        text += random.pick(lines) + (random.chance(0.3) ? " 18 more\n" : "\n");
      }
      all.push_back(text);
    }
    const support::Collection texts(all);
    const auto blocks = blocks_of_all(texts);
    const Recurrence found = find_recurrence(texts.units(), blocks, {});
    for (size_t u = 0; u < blocks.size(); ++u) {
      for (size_t b = 0; b < blocks[u].size(); ++b) {
        const std::set<WordRun> own = runs_of(texts, blocks[u][b]);
        std::vector<DocumentId> holders;
        for (size_t other = 0; other < blocks.size(); ++other) {
          std::set<WordRun> runs;
          for (const TextBlock& block : blocks[other]) {
            runs.merge(runs_of(texts, block));
          }
          const auto shared = std::count_if(own.begin(), own.end(),
                                            [&](const WordRun& run) { return runs.contains(run); });
          if (2 * static_cast<size_t>(shared) > own.size()) {
            holders.push_back(DocumentId(other));
          }
        }
        const uint32_t kind = found.kind[u][b];
        EXPECT_EQ(kind != no_kind, holders.size() >= 3);
        if (kind != no_kind) {
          EXPECT_EQ(found.kinds[kind].holders, holders);
        }
      }
    }
  }
}

TEST(Recurrence, KnowsNothingOfWhatAReferenceHolds) {
  const support::Collection texts(Strings(5, "A first line\nthe same second line here\n"));
  const auto blocks = blocks_of_all(texts);
  EXPECT_EQ(find_recurrence(texts.units(), blocks, {}).kinds.size(), 2u);
  EXPECT_TRUE(find_recurrence(texts.units(), blocks, DocumentId(4)).kinds.empty());
}

}  // namespace
}  // namespace reprise::detail
