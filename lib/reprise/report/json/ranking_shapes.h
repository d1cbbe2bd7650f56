// The keys of the list that says who has how much of whom.
#pragma once

#include "reprise/report/json/context.h"
#include "reprise/report/json/fields.h"
#include "reprise/result/ranking.h"

namespace reprise::detail {

inline constexpr auto ranked_pair_shape = shape(
    "ranked_pair", "Two documents, a before b, with how much each has of the other.",
    field("a", "The first document.", document_number, at(&RankedPair::pair, &DocumentPair::a)),
    field("b", "The second document.", document_number, at(&RankedPair::pair, &DocumentPair::b),
          [](const JsonNode& node, RankedPair& p, Reading& r) {
            document_number.read(node, p.pair.b, r);
            if (p.pair.a >= p.pair.b) {
              node.fail("is no document behind a");
            }
          }),
    derived("reused",
            "Share of the smaller text's words that lie in passages shared with the other.", share,
            [](const RankedPair& p, const Writing& w) { return reused_words(p, w.result).share; }),
    field(
        "words", "Words of a that lie in passages shared with b, and of b's shared with a.",
        two(whole), [](const RankedPair& p) { return std::pair(p.a_words, p.b_words); },
        [](const JsonNode& node, RankedPair& p, Reading& r) {
          const auto [of_a, of_b] = node.items<2>();
          p.a_words = static_cast<uint32_t>(of_a.count(r.result.words[p.pair.a]));
          p.b_words = static_cast<uint32_t>(of_b.count(r.result.words[p.pair.b]));
        }),
    field("passages", "Passages that both have, those between titles too.", whole,
          &RankedPair::passages),
    field("longest", "Words of the longest of them, on its longer side.", whole,
          &RankedPair::longest),
    field("jaccard", "Runs of words in both over runs in either.", share, &RankedPair::jaccard),
    field(
        "containment", "Share of a's runs found in b, and of b's found in a.", two(share),
        [](const RankedPair& p) { return std::pair(p.a_in_b, p.b_in_a); },
        [](const JsonNode& node, RankedPair& p, Reading& r) {
          const auto [a_in_b, b_in_a] = node.items<2>();
          share.read(a_in_b, p.a_in_b, r);
          share.read(b_in_a, p.b_in_a, r);
        }),
    field("vocabulary",
          "Share of the different words of the text with fewer of them that the other has too.",
          share, &RankedPair::vocabulary)
        .or_null(),
    field("points", "Talking points that both state; null where they were not sought.", whole,
          &RankedPair::points,
          [](const JsonNode& node, RankedPair& p, Reading&) {
            p.points = static_cast<uint32_t>(node.count(UINT32_MAX));
          })
        .or_null());

// Returns the list; nothing where neither passages nor matrices were sought.
inline const std::vector<RankedPair>* ranking_of(const Result& result) {
  const Parts& parts = result.options.parts;
  return parts.passages || parts.matrices ? &result.ranking : nullptr;
}

}  // namespace reprise::detail
