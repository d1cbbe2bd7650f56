// What a comparison is asked for: the options of all its stages.
//
// Each stage has a struct of its own, whose fields say what they mean, their range and what more of
// them costs; CompareOptions holds them all. check() throws an Error of kind `usage` that names the
// first field outside its range (NaN is outside every range); compare() calls it first of all.
//
//     CompareOptions options;
//     options.threshold = 0.8;
//     options.parts = {.matrices = false, .passages = true, .points = false};
//     Result result = compare(read_corpus(paths), options);
#pragma once

#include <cstdint>
#include <string>

#include "reprise/export.h"

namespace reprise {

// When two spellings are the same word (docs/guide.md, "Words"). Every value is allowed.
struct Normalisation {
  bool fold_case = true;         // false: The and the are two words
  bool drop_punctuation = true;  // false: each punctuation mark or symbol is a word of its own
  bool fold_digits = false;      // true: every digit reads 0, so that 1,250 and 3,480 are one word
  bool drop_marks = false;       // true: café and cafe are one word
  bool fold_letters = false;     // true: Arabic and Persian forms of a letter or digit are one
  bool fold_lookalikes = false;  // true: Cyrillic letters and others in Latin words read as Latin
  bool turkish_i = false;        // true: I is the capital of ı, and İ that of i

  friend bool operator==(const Normalisation&, const Normalisation&) = default;
};

// What a shingle is a run of.
enum class ShingleUnit { words, characters };

// The runs by which near-duplicates are measured.
struct ShingleOptions {
  ShingleUnit unit = ShingleUnit::words;
  // Consecutive units in a shingle, at least 1. Larger: fewer chance matches, more lost to an edit.
  uint32_t size = 5;

  REPRISE_EXPORT void check() const;
};

// The sketches that propose near-duplicates.
struct SketchOptions {
  // 1 to 65,536. Memory and the cost of comparing grow with it, the error falls with its root.
  uint32_t slots = 128;
  // Any. Sketches can be compared only if made with the same seed and number of slots.
  uint64_t seed = 1;

  REPRISE_EXPORT void check() const;
};

// How documents join a cluster: by likeness to the one that is kept, or through chains of likeness.
enum class Joining { to_kept, chain };

// When a document holds an item of a reference (docs/guide.md, "Decontamination").
struct ReferenceOptions {
  uint32_t ngram = 13;  // items of fewer words count by exact match alone; at least 1
  double share = 0.7;   // of an item's words; above 0, at most 1

  REPRISE_EXPORT void check() const;
};

// What a seed of a passage is a run of.
enum class SeedUnit { stems, words, characters };

// How passages are sought.
struct PassageOptions {
  SeedUnit seed_unit = SeedUnit::stems;
  // A passage holds at least one run of so many equal units; at least 1. Smaller: slower.
  uint32_t seed = 4;
  // Places that may hold a run; if more do, each is compared with two of them alone. At least 1.
  // The cost grows with it where texts share phrases by the thousand.
  uint32_t most_holders = 50;
  // Words that make a passage, near misses by half; fewer is chance or idiom. Any.
  uint32_t least_words = 8;
  // Weight of its equal words, of which a common one weighs a quarter; 0 or more.
  double least_weight = 5;
  // Share of its words that are equal, counted as above; 0 to 1.
  double least_identity = 0.4;
  // Differing words in a row that a passage may run over; 0 to 1,000. The cost of aligning grows
  // with its square.
  uint32_t longest_gap = 10;
  // What is quoted on both sides is not reported.
  bool skip_quotations = false;
  // The name of a field: documents of one value are not compared; empty: none.
  std::string skip_same{};

  REPRISE_EXPORT void check() const;
};

// Who says which statements say the same, instead of the program's own estimate (docs/meaning.md).
struct JudgeOptions {
  // Run by the shell; reads pairs and writes verdicts, an object of JSON a line. Empty: nobody is
  // asked.
  std::string command{};
  // Pairs that are asked of a stretch, the likeliest first; at least 1. The cost grows with it.
  uint32_t pairs = 20;
  // Of the clock, for each 500 pairs; above 0, at most 1,000,000.
  double seconds = 600;
  // A file that keeps verdicts for the next run; empty: none.
  std::string cache{};

  REPRISE_EXPORT void check() const;
};

// How points are sought. The numbers were chosen on collections that bench/results names.
struct PointOptions {
  // "auto": as the words say; else a language's name, its ISO 639 code, or that of a stemmer.
  std::string language = "auto";
  // Whether names and figures are terms of their own; without, their words alone count.
  bool names = true;
  bool figures = true;
  // Chance at which places are one point; above 0, at most 1. Lower: more and looser points.
  double least_chance = 0.18;
  // By how much the chance of two mentions alone must be higher; 0 to 1.
  double margin_of_two = 0.04;
  // Terms that two statements must share to be compared; at least 1.
  uint32_t least_terms = 2;
  // A term in no more statements than that is enough by itself. Any.
  uint32_t rare_lines = 6;
  // A term in more statements than that proposes nothing; at least 1. The cost grows with it.
  uint32_t most_lines = 200;
  // Words of a stretch, if its statement has as many. Any.
  uint32_t least_words = 9;
  // Words between the first and the last shared term of a stretch; at least 1.
  uint32_t longest_stretch = 24;
  // Added to a stretch's norm, in mean terms; 0 or more.
  double smoothing = 1.5;
  // Of the product of two neighbours' weights that their pair is worth; 0 to 1.
  double pair_share = 0.05;
  // Of the likeness that comes from character n-grams; 0 to 1.
  double character_share = 0.45;
  // Factor where one of two stretches says "not"; 0 to 1.
  double opposed = 0.85;
  // Likeness from which two stretches are places for a mention; 0 to 1.
  double least_proposal = 0.08;
  // Two stretches with that much of the longer in common are one place; 0 to 1.
  double same_place = 0.85;
  // The folder of a model of language (docs/meaning.md): statements are alike by what they mean as
  // well, some 100 of which take a second of a core. Empty: by their words alone.
  std::string model{};
  // A file that keeps the vectors of statements for the next run; empty: none. Changes the time,
  // never the result.
  std::string vector_cache{};
  JudgeOptions judge{};
  // Mean likeness of articles that tell one story, of twelve and more; of fewer, less is enough. 0
  // to 1.
  double story_likeness = 0.137;

  REPRISE_EXPORT void check() const;
};

// Which parts of a comparison are wanted. A part that is made is in every report even if empty; one
// that isn't is absent, and costs nothing that another does not need.
struct Parts {
  bool matrices = true;  // with banding, pairs and clusters; they need the other two parts
  bool passages = true;
  bool points = true;
  // Which references each document is a near-duplicate of, or has a passage of: they are looked up,
  // as those of an archive are, and those alone in which something was found are in the result, as
  // docs/guide.md says ("Against what was there before"). Needs references and passages, and goes
  // with no matrices.
  bool pairs = false;

  friend bool operator==(const Parts&, const Parts&) = default;
};

// What the list of pairs (Result::ranking) is ordered by. What one of them leaves equal, reused
// words decide.
enum class RankBy {
  reused,       // the share of the smaller text that lies in passages
  jaccard,      // shingles that both have over those of either
  containment,  // of the two shares of one in the other, the larger
  points        // talking points that both state
};

struct CompareOptions {
  Parts parts;
  Normalisation words;      // when two words are the same
  ShingleOptions shingles;  // what near-duplicates are measured by
  SketchOptions sketch;     // what proposes near-duplicates
  // Jaccard or containment from which a pair is reported, and Jaccard of a cluster; above 0, at
  // most 1.
  double threshold = 0.5;
  Joining joining = Joining::to_kept;
  PassageOptions passages;
  PointOptions points;
  // All but reused words need the matrices.
  RankBy rank = RankBy::reused;
  // Page furniture (mastheads, notices, rows of links) is text like any other: of passages, points
  // and stories, which else leave it out.
  bool keep_furniture = false;
  // Near-duplicates leave it out too. Pages of one outlet are less alike then, and copies on pages
  // of two outlets more.
  bool drop_furniture = false;
  // Threads of this call, at most 1,024; 0: one a core. Changes the time, never the result.
  unsigned threads = 0;

  // Checks those of all stages, too.
  REPRISE_EXPORT void check() const;
};

}  // namespace reprise
