// Steps: what is known of each text, by passages and by mentions of points; its sentences, each
// held against that; the new ones of all documents, equal ones together, in order.
#include "reprise/result/novelty.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/furniture/ranges.h"
#include "reprise/language/figures/figures.h"
#include "reprise/language/sentences.h"

namespace reprise::detail {
namespace {

constexpr uint32_t least_words = 5;  // of a statement

// A statement of one text.
struct OwnStatement {
  TokenRange tokens;
  Span span;
  bool is_new = false;
};

// What is known of all texts.
struct Known {
  UnitRanges words;                              // in passages
  UnitRanges ignored;                            // words that are passed over
  std::map<UnitId, std::vector<Span>> mentions;  // of points
};

Known known_of(const Result& result) {
  Known known;
  for (const Passage& passage : result.passages) {
    known.words.add(passage.unit_a, passage.a);
  }
  for (const PassageSpan& span : result.ignored) {
    known.ignored.add(span.unit, span.range);
    known.words.add(span.unit, span.range);
  }
  for (const Point& point : result.points) {
    for (const Mention& mention : point.mentions) {
      known.mentions[mention.unit].push_back(mention.span);
    }
  }
  return known;
}

bool meet(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

class UnitNews {
 public:
  UnitNews(const Result& result, UnitId unit, const Known& known)
      : result_(result), number_(unit), unit_(result.units[unit]), known_(known) {}

  std::vector<OwnStatement> statements() const {
    std::vector<OwnStatement> all;
    for (const Sentence& sentence :
         split_sentences(unit_.text, unit_.tokens, unit_.language.language)) {
      const TokenRange tokens{sentence.first_token, sentence.last_token};
      if (tokens.size() >= least_words && !known_.ignored.hold_most_of(number_, tokens)) {
        all.push_back({tokens, sentence.span, is_new(tokens, sentence.span)});
      }
    }
    return all;
  }

  Novelty novelty(std::span<const OwnStatement> statements) const {
    Novelty novelty;
    novelty.document = unit_.document;
    const auto all = static_cast<uint32_t>(unit_.tokens.size());
    novelty.words = result_.words[unit_.document] - known_.ignored.covered(number_, {0, all});
    novelty.new_words = all - known_.words.covered(number_, {0, all});
    novelty.statements = static_cast<uint32_t>(statements.size());
    for (const OwnStatement& statement : statements) {
      novelty.new_statements += statement.is_new ? 1U : 0U;
    }
    for (const Figure& figure : find_figures(unit_.text, unit_.tokens, unit_.language.language)) {
      if (known_.ignored.covered(number_, {figure.first_token, figure.last_token}) > 0) {
        continue;
      }
      ++novelty.figures;
      const bool in_new =
          std::any_of(statements.begin(), statements.end(), [&](const OwnStatement& statement) {
            return statement.is_new && meet(statement.span, figure.span);
          });
      novelty.new_figures += in_new ? 1U : 0U;
    }
    return novelty;
  }

 private:
  bool is_new(TokenRange tokens, Span span) const {
    if (2 * known_.words.covered(number_, tokens) >= tokens.size()) {
      return false;
    }
    const auto mentions = known_.mentions.find(number_);
    return mentions == known_.mentions.end() ||
           std::none_of(mentions->second.begin(), mentions->second.end(),
                        [&](Span mention) { return meet(mention, span); });
  }

  const Result& result_;
  UnitId number_;
  const TextUnit& unit_;
  const Known& known_;
};

uint64_t hash_of(const TextUnit& unit, TokenRange tokens) {
  uint64_t hash = tokens.size();
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    hash = mix(hash ^ unit.tokens[t].hash);
  }
  return hash;
}

// Puts equal statements of several documents together.
std::vector<NewStatement> joined_statements(const Result& result,
                                            const std::vector<std::vector<OwnStatement>>& by_unit) {
  std::vector<NewStatement> all;
  std::map<uint64_t, size_t> known;
  for (UnitId u; u < by_unit.size(); ++u) {
    const TextUnit& unit = result.units[u];
    for (const OwnStatement& own : by_unit[u]) {
      if (!own.is_new) {
        continue;
      }
      const auto [entry, is_first] = known.emplace(hash_of(unit, own.tokens), all.size());
      if (is_first) {
        all.push_back({u, own.span, own.tokens.size(), {}});
      }
      std::vector<DocumentId>& documents = all[entry->second].documents;
      if (documents.empty() || documents.back() != unit.document) {
        documents.push_back(unit.document);
      }
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const NewStatement& x, const NewStatement& y) {
    return std::tuple(x.documents.size(), x.words) > std::tuple(y.documents.size(), y.words);
  });
  return all;
}

}  // namespace

News find_news(const Result& result) {
  const size_t documents = *result.first_reference;
  const Known known = known_of(result);
  std::vector<std::vector<OwnStatement>> by_unit(documents);  // the texts come first
  News news;
  news.documents.resize(documents);
  parallel_for(documents, [&](size_t u) {
    const UnitNews unit(result, UnitId(u), known);
    by_unit[u] = unit.statements();
    news.documents[u] = unit.novelty(by_unit[u]);
  });
  for (const Passage& passage : result.passages) {
    const DocumentId document = result.units[passage.unit_a].document;
    news.documents[document].known_quotations += passage.quoted ? 1U : 0U;
  }
  news.statements = joined_statements(result, by_unit);
  return news;
}

}  // namespace reprise::detail
