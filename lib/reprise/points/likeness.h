// Sources of likeness, side by side: what makes two stretches of text say the same.
//
// Words and characters are one (word_likeness.h). The vectors of a model of language are another
// (meaning_likeness.h): they see that "the ferry stays in port" and "no boat will sail" say the
// same, though they share no word. So no source stands in another's way: each proposes lines and
// stretches by itself, and whether two stretches are alike enough is asked of all together.
//
//     which lines      candidates()   the union of what each source proposes
//     which stretches  best()         what the first source proposes that sees something
//     how alike        likeness()     the mean of what the sources say, each times its weight:
//                                     words 0.1, vectors 0.6, weights 1 and 1  ->  0.35
//
// The mean, not the highest: two stretches that share words and differ in meaning are less alike
// than such as share both. Where nothing was measured but the mean decides, evidence.h weighs what
// each source says by itself.
//
// To add one, derive from LikenessSource, and name it in likeness_sources() below.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "reprise/meaning/learnt_weights.h"
#include "reprise/points/story.h"
#include "reprise/points/stretch.h"

namespace reprise::detail {

class Encoder;

// A stretch of one of the story's lines.
struct LineStretch {
  LineId line;
  StretchId stretch;
};

// One source, for one story. Its functions are called in the order in which they stand here; the
// table of stretches is the same in all of them. Const ones are called by several threads at once.
class LikenessSource {
 public:
  virtual ~LikenessSource() = default;

  // Returns what it counts in the mean; above 0.
  virtual double weight() const = 0;

  // Returns whether it looks at what the texts mean, and not at their words.
  virtual bool sees_meaning() const { return false; }

  // Returns the lines that may say the same, ascending, each pair once. REQUIRES of the source: all
  // of them are comparable (story.h).
  virtual std::vector<LinePair> candidates() const = 0;

  // Returns the stretches of two lines that are the most alike; nothing if the source sees nothing
  // in common. The lines may be another source's candidates.
  virtual std::optional<StretchPair> best(LinePair lines, const StretchTable& stretches) const = 0;

  // Makes ready what likeness() needs to know of these stretches, each named once or more: all that
  // the sources have proposed.
  virtual void prepare(std::span<const LineStretch> stretches, const StretchTable& table) = 0;

  // Returns how much the pieces of evidence count with this source; null: as the library has it.
  virtual const LearntWeights* learnt_weights() const { return nullptr; }

  // Returns the likeness of each of these pairs of stretches of two lines, in [0, 1]. A source may
  // give 0 for what is below `least`.
  virtual std::vector<double> likeness(LinePair lines, std::span<const StretchPair> pairs,
                                       const StretchTable& stretches, double least) const = 0;
};

using LikenessSources = std::vector<std::unique_ptr<LikenessSource>>;

// Returns the sources for a story: words, and with an encoder meaning. The arguments must outlive
// them.
LikenessSources likeness_sources(const Story& story, std::span<const TextUnit> units,
                                 const PointOptions& options, const Encoder* encoder = nullptr);

// Returns the candidates of all sources, ascending, each once.
std::vector<LinePair> all_candidates(const LikenessSources& sources);

// How alike two stretches are, over all sources and by those that see meaning; in [0, 1].
struct Likeness {
  double all = 0;
  double meaning = 0;
  friend bool operator==(const Likeness&, const Likeness&) = default;
};

// Returns the likeness of each pair of stretches. Cost: that of the sources.
std::vector<Likeness> combined_likeness(const LikenessSources& sources, LinePair lines,
                                        std::span<const StretchPair> pairs,
                                        const StretchTable& stretches, double least);

}  // namespace reprise::detail
