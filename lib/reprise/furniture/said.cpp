// Steps: each sentence of each block is asked line by line, since one without a full stop may run
// on into what the page set below it; a block of which three quarters are furniture is that as a
// whole; then headings are asked whether they head links.
#include "reprise/furniture/said.h"

#include <algorithm>
#include <string>

#include "reprise/base/hash.h"
#include "reprise/language/furniture_words.h"
#include "reprise/language/language.h"
#include "reprise/words/fold.h"

namespace reprise::detail {
namespace {

constexpr uint32_t longest_link = 15;  // words
constexpr uint32_t most_links = 10;    // below one heading

// Returns whether the hash of a word is the one that vocabularies have (furniture_words.h).
bool folds_as_vocabulary(const Normalisation& rules) {
  return rules.fold_case && !rules.fold_digits && !rules.drop_marks && !rules.fold_letters &&
         !rules.fold_lookalikes && !rules.turkish_i;
}

class Reader {
 public:
  Reader(const TextUnit& unit, const Normalisation& rules)
      : unit_(unit), folded_as_vocabulary_(folds_as_vocabulary(rules)) {}

  SaidFurniture read(std::span<const TextBlock> blocks) {
    SaidFurniture said;
    said.blocks.resize(blocks.size());
    said.words.resize(blocks.size());
    read_sentences(blocks, said);
    uint32_t links = 0;  // that may still follow
    for (size_t b = 0; b < blocks.size(); ++b) {
      const bool is_open = !blocks[b].closed;
      const bool is_link = links > 0 && is_open && blocks[b].tokens.size() <= longest_link;
      links = is_link ? links - 1 : 0;
      const bool is_heading = is_open && heads_links(words_of(blocks[b].tokens), language());
      if (is_heading) {
        links = most_links;
      }
      if (is_heading || is_link) {
        said.blocks[b] = 1;
      }
    }
    return said;
  }

 private:
  void read_sentences(std::span<const TextBlock> blocks, SaidFurniture& said) {
    auto sentence = unit_.sentences.begin();
    for (size_t b = 0; b < blocks.size(); ++b) {
      const TokenRange block = blocks[b].tokens;
      while (sentence != unit_.sentences.end() && sentence->last_token <= block.begin) {
        ++sentence;
      }
      uint32_t words = 0;
      for (auto s = sentence; s != unit_.sentences.end() && s->first_token < block.end; ++s) {
        const TokenRange part{std::max(s->first_token, block.begin),
                              std::min(s->last_token, block.end)};
        for (const TokenRange line : lines_that_say_furniture(part)) {
          said.sentences.push_back(line);
          words += line.size();
        }
      }
      said.words[b] = words;
      said.blocks[b] = words > 0 && 4 * words >= 3 * block.size() ? 1 : 0;
    }
  }

  // Returns the lines of the sentence that say what furniture says; all of it if only all of it
  // does. A sentence without a full stop may run on into what the page set below it.
  std::vector<TokenRange> lines_that_say_furniture(TokenRange sentence) {
    std::vector<TokenRange> found;
    for (uint32_t begin = sentence.begin; begin < sentence.end;) {
      uint32_t end = begin + 1;
      while (end < sentence.end && !begins_line(unit_, end)) {
        ++end;
      }
      const bool begins = begin > sentence.begin || begins_line(unit_, begin);
      if (says_furniture(words_of({begin, end}), begins, language())) {
        found.push_back({begin, end});
      }
      begin = end;
    }
    const bool begins = begins_line(unit_, sentence.begin);
    if (found.empty() && says_furniture(words_of(sentence), begins, language())) {
      found.push_back(sentence);
    }
    return found;
  }

  // Returns the words of the range as hashes, until it is called again.
  std::span<const uint64_t> words_of(TokenRange range) {
    words_.clear();
    for (uint32_t t = range.begin; t < range.end; ++t) {
      const Token& token = unit_.tokens[t];
      if (folded_as_vocabulary_) {
        words_.push_back(token.hash);
        continue;
      }
      fold_word(token.span.in(unit_.text), {}, folded_);
      words_.push_back(hash_word(folded_));
    }
    return words_;
  }

  Language language() const { return unit_.language.language; }

  const TextUnit& unit_;
  bool folded_as_vocabulary_;
  std::vector<uint64_t> words_;
  std::string folded_;
};

}  // namespace

SaidFurniture find_said(const TextUnit& unit, std::span<const TextBlock> blocks,
                        const Normalisation& rules) {
  return Reader(unit, rules).read(blocks);
}

std::vector<Token> tokenize_without_furniture(std::string_view text, const Normalisation& rules) {
  std::vector<Token> tokens = tokenize(text, rules);
  TextUnit unit{{}, Field::text, text, tokens, {}};
  if (!rules.drop_punctuation) {
    Normalisation without = rules;
    without.drop_punctuation = true;
    unit.tokens = tokenize(text, without);
  }
  unit.language.language = recognise_language(text, unit.tokens);
  unit.sentences = split_sentences(text, unit.tokens, unit.language.language);
  const std::vector<TextBlock> blocks = blocks_of(unit, UnitId(0));
  const SaidFurniture said = find_said(unit, blocks, rules);
  std::vector<Span> spans;
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (said.blocks[b] != 0) {
      spans.push_back(bytes_of(unit, blocks[b].tokens));
    }
  }
  take_out(spans, tokens);
  spans.clear();
  for (const TokenRange sentence : said.sentences) {
    spans.push_back(bytes_of(unit, sentence));
  }
  take_out(spans, tokens);
  return tokens;
}

void take_out(std::span<const Span> spans, std::vector<Token>& tokens) {
  auto span = spans.begin();
  std::erase_if(tokens, [&](const Token& token) {
    while (span != spans.end() && span->end <= token.span.begin) {
      ++span;
    }
    return span != spans.end() && span->begin <= token.span.begin;
  });
}

}  // namespace reprise::detail
