// The sections of a report of compare, matrix, passages or points, in their order. A section that
// the command makes is there even if it is empty; one that it does not make is absent.
#pragma once

#include <map>

#include "reprise/report/json/dispute_shapes.h"
#include "reprise/report/json/document_shapes.h"
#include "reprise/report/json/near_shapes.h"
#include "reprise/report/json/novelty_shapes.h"
#include "reprise/report/json/option_shapes.h"
#include "reprise/report/json/passage_shapes.h"
#include "reprise/report/json/point_shapes.h"
#include "reprise/report/json/ranking_shapes.h"
#include "reprise/version.h"

namespace reprise::detail {

// Name and version of the format. New keys keep the version: readers pass over what they don't
// know.
inline constexpr std::string_view report_format = "reprise.report/1";

// Gets a section of a part, or of another one that makes it too; nothing if the result has got
// neither.
template <class Section>
struct OfPart {
  bool Parts::*part;
  bool Parts::*other;
  Section Result::*section;
  constexpr const Section* operator()(const Result& result) const {
    const Parts& parts = result.options.parts;
    return parts.*part || parts.*other ? &(result.*section) : nullptr;
  }
};
template <class Section>
constexpr OfPart<Section> of_part(bool Parts::*part, Section Result::*section) {
  return {part, part, section};
}
template <class Section>
constexpr OfPart<Section> of_either(bool Parts::*part, bool Parts::*other,
                                    Section Result::*section) {
  return {part, other, section};
}

// Gets a list of what is new, if that can be told.
template <class List>
struct NewsPart {
  List News::*part;
  std::optional<List> operator()(const Result& result) const {
    std::optional<News> news = news_of(result);
    return news ? std::optional(std::move((*news).*part)) : std::nullopt;
  }
};
template <class List>
NewsPart(List News::*) -> NewsPart<List>;

inline const std::vector<PassageSpan>* ignored_of(const Result& result) {
  return result.ignored.empty() ? nullptr : &result.ignored;
}

// Names with the seconds that each took.
struct Timings {
  void write(std::string& out, const std::vector<std::pair<std::string, double>>& timings,
             const auto&) const {
    const std::map<std::string, double> sorted(timings.begin(), timings.end());
    out += '{';
    for (const auto& [name, seconds] : sorted) {
      append_key(out, name);
      append_json_number(out, seconds);
    }
    out += '}';
  }
  std::string schema() const {
    return R"("type": "object", "additionalProperties": {"type": "number", "minimum": 0})";
  }
  std::string in_words() const { return "object of numbers"; }
};

inline constexpr Text version_text{0, "^[0-9]+\\.[0-9]+\\.[0-9]+"};

inline constexpr auto report_shape =
    shape(
        "report", "What compare, matrix, passages and points write with --json.",
        derived("schema", "Name and version of this format.", Exactly{report_format},
                [](const Result&) { return report_format; }),
        derived("version", "Version of the program that wrote the report.", version_text,
                [](const Result&) { return version(); }),
        derived("options", "The options that change results.", object<options_shape>,
                &Result::options),
        derived("documents", "All documents, in the order in which they were read.",
                list(object<document_shape>), &Result::documents),
        derived("problems", "What was wrong with the inputs.", list(object<problem_shape>),
                &Result::problems),
        derived("banding", "How candidate pairs were proposed.", object<banding_shape>,
                of_either(&Parts::matrices, &Parts::pairs, &Result::banding))
            .if_any(),
        derived("matrices", "What each two documents have in common, by each measure.",
                list(object<matrix_shape>), of_part(&Parts::matrices, &Result::matrices))
            .if_any(),
        derived("pairs",
                "Pairs whose Jaccard similarity or containment reaches the threshold, ascending; "
                "held against the documents that were kept, so that two copies of one document "
                "make no pair. With references, each is of a document and a reference.",
                list(object<pair_shape>),
                of_either(&Parts::matrices, &Parts::pairs, &Result::pairs))
            .if_any(),
        derived("clusters", "Clusters of near-duplicates, ordered by the document kept.",
                list(object<cluster_shape>), of_part(&Parts::matrices, &Result::clusters))
            .if_any(),
        derived("passages",
                "Stretches of words that stand in two documents, word for word or lightly edited.",
                list(object<passage_shape>), of_part(&Parts::passages, &Result::passages))
            .if_any(),
        derived("passage_clusters",
                "Passages that are one and the same stretch, in many documents.",
                list(object<passage_cluster_shape>),
                of_part(&Parts::passages, &Result::passage_clusters))
            .if_any(),
        derived("suppressed", "What was found and left out of the lists, by reason.",
                list(object<suppressed_shape>), of_part(&Parts::passages, &Result::suppressed))
            .if_any(),
        derived("ignored",
                "Stretches of the documents that stand in texts whose passages do not count; "
                "absent: none.",
                list(object<side_shape>, 1), ignored_of)
            .if_any()
            .since("0.2"),
        derived("points",
                "Talking points: what several documents state, in the order in which a reader "
                "wants them.",
                list(object<point_shape>), of_part(&Parts::points, &Result::points))
            .if_any(),
        derived("disputes",
                "What some documents state and others contradict, by story, those of most "
                "documents first.",
                list(object<dispute_shape>), of_part(&Parts::points, &Result::disputes))
            .if_any()
            .since("0.2"),
        derived("ranking",
                "Who has how much of whom: every pair that has a passage in common or reaches the "
                "threshold, and of a document without such a pair the one with the document that "
                "holds most of its words; in the order that options.rank names.",
                list(object<ranked_pair_shape>), ranking_of)
            .if_any()
            .since("0.2"),
        derived("novelty",
                "How much of each document is new, beside references that were looked up.",
                list(object<novelty_shape>), NewsPart{&News::documents})
            .if_any()
            .since("0.2"),
        derived("new_statements",
                "What stands in no reference, in the order of substance: carried by most documents "
                "first, then the longest.",
                list(object<new_statement_shape>), NewsPart{&News::statements})
            .if_any()
            .since("0.2"),
        derived("timings", "Seconds that each part of the work took; only with --timings.",
                Timings{}, [](const Result&, const Writing& w) { return w.options.timings; })
            .if_any())
        .with_rules(R"("dependencies": {
        "banding": ["pairs"],
        "matrices": ["banding", "pairs", "clusters"],
        "pairs": ["banding"],
        "clusters": ["banding", "matrices", "pairs"],
        "passage_clusters": ["passages"]
      })");

}  // namespace reprise::detail
