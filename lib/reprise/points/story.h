// The statements of one story, and what their terms weigh among them.
//
// Weights come from the story itself: a term in most statements of a story tells none of them
// apart, however rare it is elsewhere. Two terms that stand side by side (or with one word between)
// say a little more together than each alone; such a pair is a feature like a term.
//
// Source: Spärck Jones 1972 (idf); Salton, Buckley 1988.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reprise/point.h"
#include "reprise/points/ids.h"
#include "reprise/points/statements.h"

namespace reprise::detail {

// A term, or two neighbouring ones, at one place of a statement.
struct Feature {
  uint64_t key = 0;              // of one term: its StoryTermId
  uint32_t first = 0, last = 0;  // tokens of the unit, both included
  double value = 0;              // the square of its weight
  bool is_term() const { return key >> 63 == 0; }
};

// A statement as its story sees it.
struct Line {
  const Statement* statement = nullptr;
  VoiceId voice;              // of its document: copies of one text are one voice
  bool of_reference = false;  // its document is a reference
  // Always compared as a whole: a text of one sentence, a title, a reference's sentence.
  bool whole = false;
  std::vector<StoryTermId> terms;  // ascending, without repetition
  std::vector<uint32_t> places;    // the tokens of its terms, ascending
  std::vector<Feature> features;   // by key, then place
  double place = 0;  // in its text: the share of statements that stand before it, in [0, 1)
};

struct Story {
  std::vector<Line> lines;
  std::vector<double> weights;  // by term of the story
  // By term: what it says that two places hold it, its weight's square; of everyday words, less.
  std::vector<double> says;
  std::vector<double> asserts;    // the same, but names and their titles assert nothing
  double mean_says = 0;           // of the terms as often as they stand in lines
  std::vector<uint32_t> holders;  // in how many lines each term stands
  std::vector<TermId> terms;      // by term of the story
  // A value that is added to each stretch, so that two short ones need more in common.
  double smoothing = 0;
  bool of_statements = false;       // each line is a text of its own
  bool against_references = false;  // lines are compared with those of references alone
};

// What is known of each document beside its text. Documents from the first reference on are
// references.
struct DocumentFacts {
  std::span<const uint32_t> voice_of_document;  // as in find.h
  std::optional<DocumentId> first_reference;    // nothing: there are no references

  bool is_reference(DocumentId document) const {
    return first_reference && document >= *first_reference;
  }
};

// Returns the story of the statements given (ascending). The table has to outlive the story. Cost:
// linear in the terms.
Story make_story(std::span<const StatementId> statements, const StatementTable& table,
                 std::span<const TextUnit> units, const DocumentFacts& documents,
                 const PointOptions& options);

struct LinePair {
  LineId a, b;  // a < b
  friend auto operator<=>(const LinePair&, const LinePair&) = default;
};

// Returns the terms of the line that stand in the stretch, ascending, each once.
std::vector<StoryTermId> terms_in(const Line& line, TokenRange stretch);

// Returns the share of the weighted terms of two ascending lists that both hold, in [0, 1].
double shared_weight(const Story& story, std::span<const StoryTermId> a,
                     std::span<const StoryTermId> b);

// Returns whether a word such as "not" stands in the stretch.
bool is_negated(const Line& line, TokenRange stretch);

// Returns whether the two lines may say the same to a reader: they are of different voices; and if
// there are references, one of the two is a reference's, and the other is not.
bool are_comparable(const Story& story, LineId a, LineId b);

// Returns the rarity of what stands in `holding` of `all` statements: 1 + ln((all + 1) / (holding +
// 1/2)), rounded to a millionth, so that the last bit of a processor's logarithm decides nothing.
double rarity(size_t all, size_t holding);

}  // namespace reprise::detail
