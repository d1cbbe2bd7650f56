// Near-duplicates of a corpus of any size: what to remove, and the corpus without it.
//
//     const std::vector<InputPath> inputs = list_inputs(paths, any_format, on_problem);
//     DedupOutputs outputs({.kept = "clean/", .removed = "gone.jsonl"}, inputs);
//     const DedupResult result = find_duplicates(inputs, options, 0, {on_problem});
//     outputs.write(result, options);
//     outputs.commit();
//
// Inputs are read twice, and their texts never held, so that a corpus may be larger than memory:
// some 270 bytes a record. Texts that lie in memory already (table.h) are read where they are.
// Deterministic, for every number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "reprise/export.h"
#include "reprise/near.h"
#include "reprise/options.h"
#include "reprise/progress.h"
#include "reprise/read.h"
#include "reprise/table.h"

namespace reprise {

namespace detail {
class OutputSet;
class Records;
struct PartsFound;
struct Reference;
}  // namespace detail

enum class Measure {
  jaccard,     // shared shingles over all shingles of both
  containment  // the share of the leaving document's shingles that the kept one holds
};

enum class Verification {
  exact,     // candidates are compared by all of their shingles
  estimate,  // by their sketches
  off        // a candidate counts as a copy
};

// Which of several copies is kept. Documents of equal rank keep the order of the input.
struct KeepRule {
  enum class Kind {
    first,    // in the order of the input
    longest,  // most words
    newest,   // by the date of the record; undated last
    largest,  // by a field: a number or a date; records without come last
    smallest,
    source  // by the source of the record, in the order of `sources`; others last
  };
  Kind kind = Kind::first;
  std::string field = {};  // of largest and smallest
  std::vector<std::string> sources = {};
};

// What a text falls into, from the largest to the smallest.
enum class PartKind {
  paragraphs,  // between blank lines
  lines,
  sentences,
  words  // whose runs are what others call substrings
};

// Which parts are removed: runs of so many of a kind. {lines, 1}: each line by itself; {sentences,
// 3}: three sentences in a row, as for C4; {words, 50}: 50 words and more.
struct PartRule {
  PartKind kind = PartKind::paragraphs;
  uint32_t size = 1;
};

// Which of several copies of a part is removed.
enum class RemovedCopies {
  later,  // all that stand behind the first
  all     // the first, too
};

// Parts of documents that stand elsewhere.
struct PartOptions {
  std::vector<PartRule> rules;    // empty: texts stay whole
  uint32_t least_part_words = 1;  // of what is removed; for runs of words their own size counts
  uint32_t common = 2;            // parts that stand less often stay; at least 2
  RemovedCopies remove = RemovedCopies::later;
  uint32_t least_words = 1;  // documents leave that are shortened to fewer
  bool list = false;         // each part that leaves is noted, for DedupOutputPaths::removed

  // Throws Error of kind `usage` that names the first field outside its range.
  REPRISE_EXPORT void check() const;
};

struct DedupOptions {
  ReadOptions read;
  Normalisation words;
  ShingleOptions shingles;
  SketchOptions sketch;
  // By the measure; above 0, at most 1.
  double threshold = 0.8;
  Measure measure = Measure::jaccard;
  Verification verify = Verification::exact;  // containment needs one, and chains an exact one
  KeepRule keep;
  std::string within;  // a field: only documents with the same value are compared; empty: all
  // A field: documents with the same value are copies, whatever their texts; empty: none. URLs are
  // the same if they lead to one page (docs/guide.md says by which rule). One without a value is no
  // copy.
  std::string same;
  Joining joining = Joining::to_kept;
  // Lines that say what page furniture says ("Sign up for our newsletter") don't count. What else
  // recurs is not asked: copies recur, too.
  bool drop_furniture = false;

  // Where not empty, documents leave that hold an item of these (containment of the item), and are
  // not compared with one another.
  std::vector<std::string> against;
  ReferenceOptions reference;
  // Items of fewer than five words ("yes", "12 May") are sought, too. Else they are left out and
  // counted, for they stand everywhere.
  bool short_items = false;
  // Fields of a record of the reference, each of which is an item of its own: question and answer.
  // Empty: the text is the item.
  std::vector<std::string> item_fields;

  bool note_sources = false;  // the source of each record is remembered, for reports
  bool documents = true;      // near-duplicates leave, before any part does
  PartOptions parts;

  // Bytes; what goes beyond goes to temporary files as far as it can. 0: no such files.
  uint64_t memory = 0;
  unsigned threads = 0;  // of this call, at most 1,024; 0: one a core

  // Throws Error of kind `usage` that names the first field outside its range.
  REPRISE_EXPORT void check() const;
};

// A pair that was compared. For people who want to see where the threshold lies. Not all pairs are:
// of records that are many and nearly alike, those alone that may reach the threshold.
struct ComparedPair {
  uint32_t kept = 0;  // the record that would be kept
  uint32_t record = 0;
  double similarity = 0;
};

struct Examples {
  size_t most = 0;                  // of each kind to collect
  std::vector<ComparedPair> above;  // the least similar at or above the threshold, in this order
  std::vector<ComparedPair> below;  // the most similar of those below
  // [i]: how many pairs were compared whose similarity is i hundredths and more, but less than i +
  // 1; empty if none is to be collected. Pairs without hope are not compared.
  std::vector<uint64_t> histogram;
};

// What was found. Records are named by their numbers, their places among all that were read.
struct DedupResult {
  std::shared_ptr<detail::Records> records;
  Banding banding;  // of jaccard alone
  // [record]: itself if it stays. A record that holds an item of the reference stands for itself,
  // but is not in `keeps`.
  std::vector<Decision> decisions;
  std::vector<bool> keeps;
  std::vector<bool> same;  // left for the value of a field (DedupOptions::same); empty: none asked
  std::shared_ptr<detail::Reference> reference;  // if the options name one
  std::shared_ptr<detail::PartsFound> parts;     // what leaves inside the texts, if that was asked
  Examples examples;

  // Returns FILE or FILE:LINE of a record; of a table, "row 17" or FILE:ROW. REQUIRES: record <
  // decisions.size().
  REPRISE_EXPORT std::string where(uint32_t record) const;

  // Returns the row of a record of a table: rows without a text are no records. REQUIRES: record <
  // decisions.size().
  REPRISE_EXPORT uint64_t row(uint32_t record) const;
};

struct DedupCallbacks {
  ProblemSink on_problem;
  RunControl control{};
};

// Returns what the inputs hold. `examples`: how many pairs next to the threshold to collect. Any
// number of searches may run at once, each with threads of its own. Cost: one reading of
// everything, and another of what has candidates. Throws Error: of kind `usage` if the options
// can't be; Stopped if `callbacks.control` asks for it.
REPRISE_EXPORT DedupResult find_duplicates(std::span<const InputPath> inputs,
                                           const DedupOptions& options, size_t examples,
                                           const DedupCallbacks& callbacks);

// The same for texts in memory. They must outlive the result, and nobody may write to them
// meanwhile. Outputs (DedupOutputs) are of files: of a table, `keeps` says which rows stay.
REPRISE_EXPORT DedupResult find_duplicates(const TextTable& table, const DedupOptions& options,
                                           size_t examples, const DedupCallbacks& callbacks);

// The same for records that come batch by batch, and are gone with it: rows of Parquet files, say.
//
//     DedupFeed feed(options, on_problem);
//     feed.add(batch, "a.parquet");      // and so on
//     const DedupResult result = feed.finish();
//
// Their texts go to a temporary file ($TMPDIR), which candidates are read from. One thread at a
// time. Throws as find_duplicates; afterwards it is of no use.
class REPRISE_EXPORT DedupFeed {
 public:
  // Reads the reference, if there is one.
  explicit DedupFeed(const DedupOptions& options, ProblemSink on_problem, size_t examples = 0);
  ~DedupFeed();

  // Takes the rows of a batch. Batches of one name follow one another: records are called by it and
  // by their row in all of them, "a.parquet:17". REQUIRES: the name is not empty.
  void add(const TextTable& batch, const std::string& name, const RunControl& control = {});

  // Returns what was found in all of them. To be called once.
  DedupResult finish(const RunControl& control = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What becomes of the records.
enum class Annotation {
  none,  // those that stay, as they came
  kept,  // those that stay, with a field "reprise"
  all    // all of them, with that field
};

struct DedupOutputPaths {
  std::string kept;               // a file, "-", or a folder if it ends with /
  std::string removed, clusters;  // empty: not wanted
  Annotation annotation = Annotation::none;
  bool shortens = false;  // parts leave (PartOptions): of JSONL, and of text files into a folder
};

// Writes the corpus without what leaves, and lists of what happened. Kept records come out byte for
// byte as they came, in their order, but for parts that leave their texts; a text file that stays
// is listed by its path, or in a folder copied. A folder mirrors the inputs: their names and their
// compression.
class REPRISE_EXPORT DedupOutputs {
 public:
  // Opens the outputs, so that a wrong path fails before the work. Throws Error, also if two inputs
  // would have the same name in a folder, or if text files and JSONL would be mixed in one file.
  DedupOutputs(const DedupOutputPaths& paths, std::span<const InputPath> inputs);
  ~DedupOutputs();

  // Writes everything, under hidden names. Throws Error; Stopped if `control` asks for it, and then
  // nothing appears.
  void write(const DedupResult& result, const DedupOptions& options,
             const RunControl& control = {});

  // Puts the files in their places. All of them appear, or none does.
  void commit();

  // Leaves it to the set, so that others come into their places in the same moment.
  void add_to(detail::OutputSet& set);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What engines need to remove near-duplicates by means of their own: the keys by which documents
// meet, and how alike two that met are.
//
//     const BandKeys keys = band_keys(texts, options);         // group rows by key: candidates
//     const auto exact = verify_pairs(left, right, options);   // row by row: how alike they are
//
// Keys and similarities are those of find_duplicates with the same options, so that what an engine
// finds by them is what `reprise dedup` finds.
struct BandKeys {
  Banding banding;
  // banding.bands keys a text, text after text: the number of the band in the upper 32 bits, below
  // it the key of the text in that band. Zeros for a text without words, which meets nobody.
  std::vector<uint64_t> keys;
  std::vector<uint8_t> has_keys;  // of each text: 1 or 0
};

// Returns the keys of texts; those that share one are candidates. Of the options, words, shingles,
// sketch, threshold, drop_furniture and threads count. Broken UTF-8 reads as U+FFFD. Throws Error
// of kind `usage` if the options can't be; Stopped. Cost: 2 to 4 ns a byte of text.
REPRISE_EXPORT BandKeys band_keys(std::span<const std::optional<std::string_view>> texts,
                                  const DedupOptions& options, const RunControl& control = {});

// How alike two texts are; all in [0, 1].
struct TextSimilarity {
  double jaccard = 0;
  double a_in_b = 0;  // the share of a's shingles found in b
  double b_in_a = 0;
};

// Returns how alike a[i] and b[i] are, for each i; nothing where one of them is none. Texts of the
// same bytes are 1, also without words. Throws as band_keys; also if the two are not of one
// length. Cost: some 10 microseconds a text.
REPRISE_EXPORT std::vector<std::optional<TextSimilarity>> verify_pairs(
    std::span<const std::optional<std::string_view>> a,
    std::span<const std::optional<std::string_view>> b, const DedupOptions& options,
    const RunControl& control = {});

}  // namespace reprise
