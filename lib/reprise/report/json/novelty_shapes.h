// The keys of what is new in documents that were held against references. All of it follows from
// the rest of the report, so that nothing of it is read.
#pragma once

#include "reprise/report/json/place_shapes.h"
#include "reprise/result/novelty.h"

namespace reprise::detail {

inline constexpr auto novelty_shape = shape(
    "novelty", "How much of a document stands in no reference.",
    derived("document", "The document.", whole,
            [](const Novelty& n) -> uint32_t { return n.document; }),
    derived("words", "Words of its text, but for those that are ignored.", whole,
            [](const Novelty& n) { return n.words; }),
    derived("new_words", "Those of them that lie in no passage.", whole,
            [](const Novelty& n) { return n.new_words; }),
    derived("statements", "Its statements of five words or more.", whole,
            [](const Novelty& n) { return n.statements; }),
    derived("new_statements",
            "Those of them of which less than half lies in passages, and that hold no point.",
            whole, [](const Novelty& n) { return n.new_statements; }),
    derived("figures", "Figures of its text.", whole, [](const Novelty& n) { return n.figures; }),
    derived("new_figures", "Those of them that stand in new statements.", whole,
            [](const Novelty& n) { return n.new_figures; }),
    derived("known_quotations", "Its passages that are quoted on both sides.", whole,
            [](const Novelty& n) { return n.known_quotations; }));

inline constexpr auto new_statement_shape = shape(
    "new_statement", "A statement that stands in no reference.",
    derived("document", "The first document that carries it.", whole,
            [](const NewStatement& s, const Writing& w) -> uint32_t {
              return w.result.units[s.unit].document;
            }),
    group(
        place_shape,
        [](const NewStatement& s, const Writing& w) { return w.places.of(s.unit, s.span); },
        PassOver{}),
    derived("words", "Its words.", from_one, [](const NewStatement& s) { return s.words; }),
    derived("text", "What it says.", any_text,
            [](const NewStatement& s, const Writing& w) { return w.places.text(s.unit, s.span); }),
    derived("documents", "The documents that carry it, word for word; ascending.", list(whole, 1),
            [](const NewStatement& s) { return s.documents; }));

// Returns what is new; nothing of a result without references that are looked up, or without texts.
inline std::optional<News> news_of(const Result& result) {
  const bool can_tell = result.options.parts.pairs && result.first_reference && has_texts(result);
  return can_tell ? std::optional(find_news(result)) : std::nullopt;
}

}  // namespace reprise::detail
