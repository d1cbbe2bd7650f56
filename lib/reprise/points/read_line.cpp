// Steps: each word is folded and stemmed, capitals tell names, features give their terms; then each
// negation is given to what it denies, and the denials that the sentence holds are taken.
//
//     "Orvik won't resign, not even now"     resign: negated by "won't"; "not even" only seems to
#include "reprise/points/read_line.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "reprise/base/lists.h"
#include "reprise/base/utf8.h"
#include "reprise/language/clause_words.h"
#include "reprise/language/function_words.h"
#include "reprise/language/opposition_words.h"
#include "reprise/language/pack.h"
#include "reprise/language/stem.h"
#include "reprise/points/cite.h"
#include "reprise/points/clauses.h"

namespace reprise::detail {
namespace {

constexpr uint32_t farthest_negated = 3;  // words behind the negation

bool holds(TokenRange outer, TokenRange inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// Marks what the negation at the token denies: the first word of content behind it, if no article
// stands between ("not a mayor"); where verbs may
// stand before their negation, all lower-case words of its part.
void negate(ReadLine& line, uint32_t token) {
  const auto mark = [&](uint32_t i) {
    ReadWord& word = line.words[i - line.first];
    word.negated = true;
    word.negation = token;
  };
  const uint32_t last = line.first + static_cast<uint32_t>(line.words.size());
  if (pack_of(line.language()).opposition.negation_may_follow) {
    uint32_t begin = token;
    while (begin > line.first && !line.at(begin).part_begins) {
      --begin;
    }
    for (uint32_t i = begin; i < last && (i == begin || !line.at(i).part_begins); ++i) {
      if (line.at(i).term && !line.at(i).is_name) {
        mark(i);
      }
    }
    return;
  }
  for (uint32_t i = token + 1; i < std::min(last, token + 1 + farthest_negated); ++i) {
    if (line.at(i).part_begins ||
        has_role(line.at(i).folded, OppositionRole::article, line.language())) {
      return;
    }
    if (line.at(i).term) {
      mark(i);
      return;
    }
  }
}

void find_negated(ReadLine& line) {
  const Language language = line.language();
  std::vector<std::string> folded;
  for (const ReadWord& word : line.words) {
    folded.push_back(word.folded);
  }
  for (size_t i = 0; i < folded.size();) {
    if (const size_t seeming = seeming_negation(folded, i, language); seeming > 0) {
      i += seeming;
      continue;
    }
    if (has_role(folded[i], OppositionRole::negation, language)) {
      negate(line, line.first + static_cast<uint32_t>(i));
    }
    ++i;
  }
}

// Reads the words of the statement: folded, stemmed, with their capitals.
void read_words(ReadLine& read, TokenRange tokens) {
  std::optional<Stemmer> stemmer;
  if (!read.unit->language.stemmer.empty()) {
    stemmer.emplace(read.unit->language.stemmer);
  }
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    ReadWord word;
    word.folded = folded_words(*read.unit, {i, i + 1}).front();
    word.stem = stemmer ? std::string(stemmer->stem(word.folded)) : word.folded;
    word.antonyms = antonyms_of(word.stem, read.language());
    const std::string_view bytes = read.unit->tokens[i].span.in(read.unit->text);
    const bool is_capital = u_isupper(static_cast<UChar32>(decode(bytes, 0).code)) != 0;
    // A noun can't be negated by "not" either.
    word.is_name = is_capital && i > tokens.begin;
    word.part_begins = part_begins(*read.unit, i);
    read.words.push_back(std::move(word));
  }
}

// In a headline every word has a capital: there, none shows a name.
void forget_capitals_of_headline(ReadLine& read) {
  const auto capitals = std::count_if(read.words.begin(), read.words.end(),
                                      [](const ReadWord& word) { return word.is_name; });
  const bool is_headline = 2 * static_cast<size_t>(capitals) > read.words.size();
  if (pack_of(read.language()).nouns_are_capital || !is_headline) {
    return;
  }
  for (ReadWord& word : read.words) {
    word.is_name = false;
  }
}

// Notes which words are terms of the line, and which belong to figures.
void note_terms_and_figures(ReadLine& read, const Line& line) {
  for (const Feature& feature : line.features) {
    for (uint32_t i = feature.first; feature.is_term() && i <= feature.last; ++i) {
      if (!is_function_word(read.at(i).folded, read.language())) {
        read.words[i - read.first].term = StoryTermId{feature.key};
      }
    }
  }
  for (const Figure& figure : line.statement->figures) {
    for (uint32_t i = figure.first_token; i < figure.last_token; ++i) {
      read.words[i - read.first].is_figure = true;
    }
  }
}

// Finds the denials of the sentence that the statement stands in.
void find_denials_within(ReadLine& read, TokenRange tokens) {
  const std::optional<Sentence> sentence = sentence_around(tokens, *read.unit);
  if (!sentence || tokens.end > sentence->last_token) {
    return;
  }
  for (const Denial& denial : find_denials(*read.unit, *sentence, read.language())) {
    if (holds(tokens, denial.scope) && holds(tokens, denial.cue)) {
      read.denials.push_back(denial);
    }
  }
}

}  // namespace

ReadLine read_line(const Line& line, const StoryTexts& texts) {
  const Statement& statement = *line.statement;
  ReadLine read;
  read.line = &line;
  read.unit = &texts.units[statement.unit];
  read.first = statement.tokens.begin;
  read_words(read, statement.tokens);
  forget_capitals_of_headline(read);
  note_terms_and_figures(read, line);
  read.asks = is_question(statement, *read.unit);
  find_negated(read);
  find_denials_within(read, statement.tokens);
  return read;
}

std::vector<StoryTermId> terms_in(const ReadLine& line, TokenRange range) {
  std::vector<StoryTermId> terms;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (line.at(i).term) {
      terms.push_back(*line.at(i).term);
    }
  }
  make_set(terms);
  return terms;
}

}  // namespace reprise::detail
