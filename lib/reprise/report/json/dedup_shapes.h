// The keys of the summary that dedup writes with --json.
#pragma once

#include "reprise/corpus/formats.h"
#include "reprise/report/json/dedup_json.h"
#include "reprise/report/json/near_shapes.h"
#include "reprise/report/json/option_shapes.h"
#include "reprise/report/json/report_shape.h"
#include "reprise/report/terminal/dedup_summary.h"

namespace reprise::detail {

// All that the summary is made of.
struct DedupReport {
  const DedupCounts& counts;
  const DedupOptions& options;
  const Banding& banding;
  std::span<const Problem> problems;  // those that stand in it
  const DedupCosts* costs = nullptr;  // nothing: what the clock says is left out
};

inline bool has_reference(const DedupOptions& options) {
  return !options.against.empty();
}

// Get what is there with a reference alone, or without one alone; else nothing.
template <class Value>
std::optional<Value> with_reference(const DedupReport& report, Value value) {
  return has_reference(report.options) ? std::optional(value) : std::nullopt;
}
template <class Value>
std::optional<Value> without_reference(const DedupReport& report, Value value) {
  return has_reference(report.options) ? std::nullopt : std::optional(value);
}

template <class Value>
std::optional<Value> with_parts(const DedupReport& report, Value value) {
  return report.options.parts.rules.empty() ? std::nullopt : std::optional(value);
}

// Returns the rule as --parts takes it: "sentences:3".
std::string name_of(const PartRule& rule);

inline constexpr auto part_options_shape = shape(
    "part_options", "Which parts of documents are removed.",
    derived("rules", "What is a part, in the order of their removal.", list(any_text, 1),
            [](const PartOptions& o) {
              std::vector<std::string> names;
              for (const PartRule& rule : o.rules) {
                names.push_back(name_of(rule));
              }
              return names;
            }),
    derived("part_words", "Parts of fewer words stay.", whole, &PartOptions::least_part_words),
    derived("part_count", "Parts that stand less often stay.", Whole{2, UINT32_MAX},
            &PartOptions::common),
    derived("remove_first", "The first copy of a part is removed, too.", flag,
            [](const PartOptions& o) { return o.remove == RemovedCopies::all; }),
    derived("least_words", "Documents leave that are shortened to fewer.", whole,
            &PartOptions::least_words));

inline constexpr auto dedup_options_shape =
    shape(
        "dedup_options", "The options of dedup that change results.",
        derived("threshold", "Similarity from which a document leaves.", share_above_0,
                &DedupOptions::threshold),
        derived("measure",
                "jaccard: shared runs over all of both. containment: over those of the document "
                "that would leave.",
                choice<Measure>, &DedupOptions::measure),
        derived("shingles", "What similarity counts runs of.", choice<ShingleUnit>,
                at(&DedupOptions::shingles, &ShingleOptions::unit)),
        derived("shingle_size", "How many of them are one run.", from_one,
                at(&DedupOptions::shingles, &ShingleOptions::size)),
        derived("keep", "Which of several copies stays.",
                Text{0, "^(first|longest|newest|(max|min|order):.+)$"},
                [](const DedupOptions& o) { return name_of(o.keep); }),
        derived("verify", "How candidates were compared: by all runs, by sketches, or not at all.",
                choice<Verification>, &DedupOptions::verify),
        derived("within", "The field whose values keep documents apart.", any_text,
                &DedupOptions::within)
            .or_null(),
        derived("chain", "Clusters are joined through chains of near-duplicates.", flag,
                [](const DedupOptions& o) { return is_chain(o.joining); }),
        derived("drop_furniture", "Lines that say what page furniture says don't count.", flag,
                &DedupOptions::drop_furniture)
            .since("0.2"),
        derived("sketch_slots", "Size of the sketches that propose pairs.", Whole{1, 65536},
                at(&DedupOptions::sketch, &SketchOptions::slots)),
        derived("seed", "Seed of the sketches.", whole,
                at(&DedupOptions::sketch, &SketchOptions::seed)),
        derived("fold_case", "The and the are one word.", flag,
                at(&DedupOptions::words, &Normalisation::fold_case)),
        derived("drop_punctuation", "Marks and symbols are no words.", flag,
                at(&DedupOptions::words, &Normalisation::drop_punctuation)),
        derived("fold_digits", "Every digit reads 0.", flag,
                at(&DedupOptions::words, &Normalisation::fold_digits)),
        derived("drop_marks", "Accents don't count.", flag,
                at(&DedupOptions::words, &Normalisation::drop_marks)),
        derived("fold_letters", "Arabic and Persian forms of a letter or digit are one.", flag,
                at(&DedupOptions::words, &Normalisation::fold_letters))
            .since("0.2"),
        derived("fold_lookalikes", "Letters of other scripts in Latin words read as Latin.", flag,
                at(&DedupOptions::words, &Normalisation::fold_lookalikes))
            .since("0.2"),
        derived("turkish_i", "I is the capital of a dotless i.", flag,
                at(&DedupOptions::words, &Normalisation::turkish_i))
            .since("0.2"),
        derived("format", "What the inputs were read as; auto: by their names or first bytes.",
                OneOf{format_names}, at(&DedupOptions::read, &ReadOptions::format))
            .since("0.2"),
        derived("encoding", "The encoding of inputs that are no JSONL; null: told by their bytes.",
                some_text, at(&DedupOptions::read, &ReadOptions::encoding))
            .or_null()
            .since("0.2"),
        derived("html_content", "What was read of web pages.", choice<HtmlContent>,
                at(&DedupOptions::read, &ReadOptions::html_content))
            .since("0.2"),
        derived("text_field", "The field of a record that holds its text.", some_text,
                [](const DedupOptions& o) -> const std::string& { return o.read.fields.text; })
            .since("0.2"),
        derived("date_field", "The field that holds its date, by which newest is told.", some_text,
                [](const DedupOptions& o) -> const std::string& { return o.read.fields.date; })
            .since("0.2"),
        derived("metadata",
                "The table that text files have their dates from, besides those of their folders.",
                any_text, at(&DedupOptions::read, &ReadOptions::metadata))
            .or_null()
            .since("0.2"),
        derived("same", "The field whose equal values make copies.", any_text, &DedupOptions::same)
            .if_any()
            .since("0.2"),
        derived("documents", "Near-duplicates leave.", flag, &DedupOptions::documents).since("0.2"),
        derived("parts", "Which parts leave the documents that stay.", object<part_options_shape>,
                [](const DedupOptions& o) -> const PartOptions* {
                  return o.parts.rules.empty() ? nullptr : &o.parts;
                })
            .if_any()
            .since("0.2"),
        derived("against", "The references whose items were sought.", list(any_text, 1),
                &DedupOptions::against)
            .if_any(),
        derived("ngram", "Items of fewer words count by exact match alone.", from_one,
                [](const DedupOptions& o) {
                  return has_reference(o) ? std::optional(o.reference.ngram) : std::nullopt;
                })
            .if_any(),
        derived("share", "Share of an item's words that must stand near each other.", share_above_0,
                [](const DedupOptions& o) {
                  return has_reference(o) ? std::optional(o.reference.share) : std::nullopt;
                })
            .if_any(),
        derived("short_items", "Items of fewer than five words were sought, too.", flag,
                [](const DedupOptions& o) {
                  return has_reference(o) ? std::optional(o.short_items) : std::nullopt;
                })
            .if_any()
            .since("0.2"),
        derived("item_fields", "The fields of the reference that are an item each.",
                list(any_text, 1), &DedupOptions::item_fields)
            .if_any()
            .since("0.2"))
        .with_rules(R"("dependencies": {"against": ["ngram", "share"]})");

inline constexpr auto benchmark_shape = shape(
    "benchmark", "What the corpus lost to one file of the reference, or folder of text files.",
    derived("name", "Its path.", any_text, &BenchmarkLoss::name),
    derived("items", "Items that were sought.", whole, &BenchmarkLoss::items),
    derived("short_items", "Items of fewer than five words, which were left out.", whole,
            &BenchmarkLoss::short_items),
    derived("items_found", "Those that a document holds.", whole, &BenchmarkLoss::found),
    derived("documents", "Documents that hold one, and leave.", whole, &BenchmarkLoss::documents));

inline constexpr auto summary_shape =
    shape(
        "summary", "What dedup did, in numbers. With a reference there are items, else clusters.",
        derived("read", "Documents that were read.", whole,
                [](const DedupReport& r) { return r.counts.read; }),
        derived("kept", "Those that stay.", whole,
                [](const DedupReport& r) { return r.counts.kept; }),
        derived("removed", "The others.", whole,
                [](const DedupReport& r) { return r.counts.removed; }),
        derived("rejected", "Records and files that could not be read.", whole,
                [](const DedupReport& r) { return r.counts.rejected; }),
        derived("bytes", "Bytes that were read, uncompressed.", whole,
                [](const DedupReport& r) { return r.counts.bytes; }),
        derived("exact_copies", "Removed documents of similarity 1.", whole,
                [](const DedupReport& r) { return without_reference(r, r.counts.exact_copies); })
            .if_any(),
        derived("same", "Removed documents that had the value of a field in common with one.",
                whole,
                [](const DedupReport& r) {
                  return r.options.same.empty() ? std::nullopt : std::optional(r.counts.same);
                })
            .if_any()
            .since("0.2"),
        derived("clusters", "Clusters of two or more documents.", whole,
                [](const DedupReport& r) { return without_reference(r, r.counts.clusters); })
            .if_any(),
        derived("largest_cluster", "Documents in the largest of them.", whole,
                [](const DedupReport& r) { return without_reference(r, r.counts.largest_cluster); })
            .if_any(),
        derived("expected_recall",
                "Probability that two documents exactly at the threshold are compared; for "
                "containment, of a document of 100 words.",
                share,
                [](const DedupReport& r) {
                  return without_reference(r, expected_recall(r.options, r.banding));
                })
            .if_any(),
        derived("parts_removed",
                "Parts that left: paragraphs, lines, sentences, and stretches of words.", whole,
                [](const DedupReport& r) { return with_parts(r, r.counts.removed_parts); })
            .if_any()
            .since("0.2"),
        derived("bytes_removed", "Bytes that left with them.", whole,
                [](const DedupReport& r) { return with_parts(r, r.counts.removed_bytes); })
            .if_any()
            .since("0.2"),
        derived("shortened", "Documents that stay without some of their parts.", whole,
                [](const DedupReport& r) { return with_parts(r, r.counts.shortened); })
            .if_any()
            .since("0.2"),
        derived("too_short", "Documents that left because too little of them remained.", whole,
                [](const DedupReport& r) { return with_parts(r, r.counts.too_short); })
            .if_any()
            .since("0.2"),
        derived("items", "Items of the reference.", whole,
                [](const DedupReport& r) { return with_reference(r, r.counts.items); })
            .if_any(),
        derived("items_found", "Those that a document holds.", whole,
                [](const DedupReport& r) { return with_reference(r, r.counts.items_found); })
            .if_any(),
        derived("short_items", "Items of fewer than five words, which were left out.", whole,
                [](const DedupReport& r) { return with_reference(r, r.counts.short_items); })
            .if_any()
            .since("0.2"),
        derived("benchmarks", "What was lost to each benchmark, in the order of reading.",
                list(object<benchmark_shape>, 1),
                [](const DedupReport& r) -> const std::vector<BenchmarkLoss>& {
                  return r.counts.benchmarks;
                })
            .if_any()
            .since("0.2"))
        .with_rules(R"("oneOf": [
        {"required": ["exact_copies", "clusters", "largest_cluster", "expected_recall"]},
        {"required": ["items", "items_found"]}
      ])");

inline constexpr auto costs_shape = shape(
    "costs", "What dedup took; only with --timings.",
    derived("seconds", "By the clock on the wall.", from_zero, &DedupCosts::seconds),
    derived("core_seconds", "Of all processors together.", from_zero, &DedupCosts::core_seconds),
    derived("peak_memory", "Bytes of memory at most.", whole, &DedupCosts::peak_memory));

inline constexpr auto dedup_report_shape =
    shape("dedup_report", "What dedup writes with --json.",
          derived("schema", "Name and version of this format.", Exactly{report_format},
                  [](const DedupReport&) { return report_format; }),
          derived("version", "Version of the program that wrote the report.", version_text,
                  [](const DedupReport&) { return version(); }),
          derived("options", "The options that change results.", object<dedup_options_shape>,
                  [](const DedupReport& r) -> const DedupOptions& { return r.options; }),
          derived("problems", "What was wrong with the inputs: the first hundred.",
                  list(object<problem_shape>), &DedupReport::problems),
          derived("banding", "How candidate pairs were proposed; of jaccard alone.",
                  object<banding_shape>,
                  [](const DedupReport& r) -> const Banding* {
                    const bool bands = !has_reference(r.options) && r.options.documents &&
                                       r.options.measure == Measure::jaccard;
                    return bands ? &r.banding : nullptr;
                  })
              .if_any(),
          derived("summary", "What dedup did, in numbers.", object<summary_shape>,
                  [](const DedupReport& r) -> const DedupReport& { return r; }),
          derived("timings", "What the work took; only with --timings.", object<costs_shape>,
                  &DedupReport::costs)
              .if_any())
        .with_rules(R"("not": {"required": ["documents"]})");

}  // namespace reprise::detail
