// Documents with a known truth, made from a seed: the same seed gives the same documents on every
// machine, for ever.
//
//     Random random(7);
//     const Vocabulary vocabulary;
//     const Words original = make_words(300, vocabulary, random);
//     const EditedCopy copy = edited_copy(original, 0.02, vocabulary, random);
//     const Text text = write_text(copy.words, random);
//
// copy.edits says what was changed, text.words where each word stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "reprise/span.h"

namespace reprise::detail::support {

// Numbers without end. std's distributions differ between libraries, so they are not used.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next();
  // The bias of % is far below what tests can see.
  uint64_t below(uint64_t n) { return next() % n; }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool chance(double probability) { return unit() < probability; }

  template <class Container>
  const auto& pick(const Container& container) {
    return container[below(container.size())];
  }

 private:
  uint64_t state_;
};

using Words = std::vector<std::string>;

// Different words of two or more small letters, some with accents. The i-th is drawn with a
// probability that falls as 1 / (i + 3), as words in real texts do: a few are everywhere, most are
// rare.
class Vocabulary {
 public:
  explicit Vocabulary(size_t size = 5000, uint64_t seed = 1);
  const std::string& draw(Random& random) const;
  const Words& words() const { return words_; }

 private:
  Words words_;
  std::vector<double> cumulated_;
};

Words make_words(size_t count, const Vocabulary& vocabulary, Random& random);

// Words written as a text: sentences with capital letters and full stops, paragraphs with empty
// lines between them.
struct Text {
  std::string bytes;
  std::vector<Span> words;  // where each word stands
};
Text write_text(std::span<const std::string> words, Random& random);

// What was done to a word of the original.
struct Edit {
  enum class Kind { replace, drop, insert };  // insert: behind the word
  Kind kind = Kind::replace;
  size_t place = 0;  // of the word in the original

  friend bool operator==(const Edit&, const Edit&) = default;
};

struct EditedCopy {
  Words words;
  std::vector<Edit> edits;  // ascending by place
};

// Returns a copy in which each word is edited with probability `rate`; the three kinds are equally
// likely. A word is never replaced by itself.
EditedCopy edited_copy(const Words& original, double rate, const Vocabulary& vocabulary,
                       Random& random);

// A passage that two texts share.
struct Planted {
  Text source, target;
  Span in_source, in_target;  // bytes of the texts; full stops behind the last word not included
};

// Copies `count` words of the source, from `from` on, into the target, before its word `at`; then
// writes both. REQUIRES: from + count <= source.size(), at <= target.size(), count > 0.
Planted plant_passage(const Words& source, size_t from, size_t count, const Words& target,
                      size_t at, Random& random);

// Originals and their edited copies, shuffled. Documents of different groups share single words
// only, by chance.
struct Groups {
  std::vector<Words> documents;
  std::vector<uint32_t> group;  // of each document
};
Groups make_groups(size_t groups, size_t copies, size_t words, double rate,
                   const Vocabulary& vocabulary, Random& random);

}  // namespace reprise::detail::support
