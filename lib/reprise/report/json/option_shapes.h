// The keys of "options": all options of a comparison that change its result. A report of a version
// that lacked one is read with what is the default.
#pragma once

#include "reprise/options.h"
#include "reprise/report/json/context.h"
#include "reprise/report/json/fields.h"

namespace reprise::detail {

inline bool is_chain(Joining joining) {
  return joining == Joining::chain;
}

inline constexpr auto options_shape =
    shape(
        "options", "The options that change results.",
        field("threshold",
              "Similarity from which documents are near-duplicates, and from which a pair is "
              "reported.",
              share_above_0, &CompareOptions::threshold),
        field("shingles", "What similarity counts runs of.", choice<ShingleUnit>,
              at(&CompareOptions::shingles, &ShingleOptions::unit)),
        field("shingle_size", "How many of them are one run.", from_one,
              at(&CompareOptions::shingles, &ShingleOptions::size)),
        field("sketch_slots", "Size of the sketches that propose pairs.", Whole{1, 65536},
              at(&CompareOptions::sketch, &SketchOptions::slots)),
        field("seed", "Seed of the sketches.", whole,
              at(&CompareOptions::sketch, &SketchOptions::seed)),
        field(
            "chain", "Clusters are joined through chains of near-duplicates.", flag,
            [](const CompareOptions& o) { return is_chain(o.joining); },
            [](const JsonNode& node, CompareOptions& o, Reading&) {
              o.joining = node.flag() ? Joining::chain : Joining::to_kept;
            }),
        field("fold_case", "The and the are one word.", flag,
              at(&CompareOptions::words, &Normalisation::fold_case)),
        field("drop_punctuation", "Marks and symbols are no words.", flag,
              at(&CompareOptions::words, &Normalisation::drop_punctuation)),
        field("fold_digits", "Every digit reads 0.", flag,
              at(&CompareOptions::words, &Normalisation::fold_digits)),
        field("drop_marks", "Accents don't count.", flag,
              at(&CompareOptions::words, &Normalisation::drop_marks)),
        field("fold_letters", "Arabic and Persian forms of a letter or digit are one.", flag,
              at(&CompareOptions::words, &Normalisation::fold_letters))
            .since("0.2"),
        field("fold_lookalikes", "Letters of other scripts in Latin words read as Latin.", flag,
              at(&CompareOptions::words, &Normalisation::fold_lookalikes))
            .since("0.2"),
        field("turkish_i", "I is the capital of a dotless i.", flag,
              at(&CompareOptions::words, &Normalisation::turkish_i))
            .since("0.2"),

        field("passage_unit", "What the seed of a passage is a run of.", choice<SeedUnit>,
              at(&CompareOptions::passages, &PassageOptions::seed_unit)),
        field("passage_seed", "So many of them in a row must a passage hold.", from_one,
              at(&CompareOptions::passages, &PassageOptions::seed)),
        field("passage_holders",
              "Places that may share a seed; if there are more, each is compared with two of "
              "them alone.",
              from_one, at(&CompareOptions::passages, &PassageOptions::most_holders)),
        field("passage_words", "Equal words that make a passage, near misses by half.", whole,
              at(&CompareOptions::passages, &PassageOptions::least_words)),
        field("passage_weight",
              "Weight that its equal words must have together, where a common one weighs a "
              "quarter; less where passage_words is less than eight.",
              from_zero, at(&CompareOptions::passages, &PassageOptions::least_weight))
            .since("0.2"),
        field("passage_identity", "Share of its words that must be equal, near misses by half.",
              share, at(&CompareOptions::passages, &PassageOptions::least_identity)),
        field("passage_gap", "Differing words in a row that a passage may run over.", whole,
              at(&CompareOptions::passages, &PassageOptions::longest_gap)),
        field("keep_templates", "The former name of keep_furniture.", flag,
              &CompareOptions::keep_furniture),
        field("keep_furniture", "Page furniture is text of passages and points like any other.",
              flag, &CompareOptions::keep_furniture)
            .since("0.2"),
        field("drop_furniture", "Near-duplicates leave page furniture out too.", flag,
              &CompareOptions::drop_furniture)
            .since("0.2"),
        field("skip_quotations", "Passages quoted on both sides are suppressed.", flag,
              at(&CompareOptions::passages, &PassageOptions::skip_quotations)),
        field("skip_same", "The field within whose values passages are suppressed.", any_text,
              at(&CompareOptions::passages, &PassageOptions::skip_same))
            .or_null(),

        field("language",
              "Language of the texts, which says how words are stemmed: auto, or the name of a "
              "stemmer.",
              some_text, at(&CompareOptions::points, &PointOptions::language)),
        field("point_score", "Chance of saying the same from which statements are one point.",
              share_above_0, at(&CompareOptions::points, &PointOptions::least_chance)),
        field("point_margin_of_two", "By how much the chance of two mentions alone must be higher.",
              share, at(&CompareOptions::points, &PointOptions::margin_of_two))
            .since("0.2"),
        field("point_names", "Names are terms of their own.", flag,
              at(&CompareOptions::points, &PointOptions::names))
            .since("0.2"),
        field("point_figures", "Figures are terms of their own.", flag,
              at(&CompareOptions::points, &PointOptions::figures))
            .since("0.2"),
        field("point_terms", "Terms that two statements must share to be compared.", whole,
              at(&CompareOptions::points, &PointOptions::least_terms))
            .since("0.2"),
        field("point_rare_lines", "A term in no more statements than that is enough by itself.",
              whole, at(&CompareOptions::points, &PointOptions::rare_lines))
            .since("0.2"),
        field("point_most_lines", "A term in more statements than that proposes nothing.", whole,
              at(&CompareOptions::points, &PointOptions::most_lines))
            .since("0.2"),
        field("point_words", "Words of a mention, where its statement has as many.", whole,
              at(&CompareOptions::points, &PointOptions::least_words))
            .since("0.2"),
        field("point_stretch", "Words between the first and the last term that a mention shares.",
              whole, at(&CompareOptions::points, &PointOptions::longest_stretch))
            .since("0.2"),
        field("point_smoothing", "Added to the norm of a stretch, in mean terms.", from_zero,
              at(&CompareOptions::points, &PointOptions::smoothing))
            .since("0.2"),
        field("point_pair_share",
              "What a pair of neighbours is worth, of the product of their weights.", share,
              at(&CompareOptions::points, &PointOptions::pair_share))
            .since("0.2"),
        field("point_character_share", "Share of likeness that comes from runs of characters.",
              share, at(&CompareOptions::points, &PointOptions::character_share))
            .since("0.2"),
        field("point_opposed", "Factor of likeness where one of two stretches says \"not\".", share,
              at(&CompareOptions::points, &PointOptions::opposed))
            .since("0.2"),
        field("point_proposal", "Likeness from which two stretches are places for a mention.",
              share, at(&CompareOptions::points, &PointOptions::least_proposal))
            .since("0.2"),
        field("point_same_place",
              "Two stretches with that much of the longer in common are one place.", share,
              at(&CompareOptions::points, &PointOptions::same_place))
            .since("0.2"),
        field("point_story_likeness", "Mean likeness of documents that tell one story.", share,
              at(&CompareOptions::points, &PointOptions::story_likeness))
            .since("0.2"),
        field("model", "The folder of the model of language; absent where words alone decide.",
              some_text, at(&CompareOptions::points, &PointOptions::model))
            .since("0.2")
            .if_any(),
        field("judge_command", "Who was asked which pairs say the same; absent where nobody was.",
              some_text,
              at(at(&CompareOptions::points, &PointOptions::judge), &JudgeOptions::command))
            .since("0.2")
            .if_any(),
        field(
            "judge_pairs", "Pairs that the judge was asked of a stretch.", from_one,
            [](const CompareOptions& o) {
              const JudgeOptions& judge = o.points.judge;
              return judge.command.empty() ? std::nullopt : std::optional(judge.pairs);
            },
            [](const JsonNode& node, CompareOptions& o, Reading&) {
              o.points.judge.pairs = static_cast<uint32_t>(node.count());
            })
            .since("0.2")
            .if_any(),
        field("rank", "What the list of pairs is ordered by.", choice<RankBy>,
              &CompareOptions::rank)
            .since("0.2"),
        derived("floor", "Matrix entries at or below it are left out of sparse matrices.", real,
                [](const CompareOptions&, const Writing& w) { return w.options.floor; }))
        .with_defaults();

}  // namespace reprise::detail
