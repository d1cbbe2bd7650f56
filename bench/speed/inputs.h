// What the benchmarks read: texts made from fixed seeds, the same on every machine.
//
// Words come from tests/support/generator.h, which the tests use too. Added here is what only speed
// asks for: texts of a given script, and articles that tell one story with figures in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "reprise/language/unit.h"
#include "reprise/sketch/minhash.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail::bench {

enum class Script {
  ascii,    // prose without any accent: the fast path
  accents,  // about one word in three holds é or ü
  chinese,  // no spaces: a dictionary finds the words
  thai,
};

// Returns prose of at least `bytes` bytes, and hardly more: sentences, with empty lines between
// paragraphs.
std::string make_prose(Script script, size_t bytes);

// Returns articles of `sentences` sentences each. Every tenth article begins another story; those
// of one story share statements, reworded, and figures, some of which differ.
std::vector<std::string> make_articles(size_t count, size_t sentences);

// Returns documents of `words` words of which every third holds a passage of a tenth of the words
// from another one, with 5 % of its words edited.
std::vector<std::string> make_copying_documents(size_t count, size_t words);

// Returns the texts as units with words and sentences. The views point into `texts`, which must
// live as long.
std::vector<TextUnit> make_units(const std::vector<std::string>& texts);

// Returns sets of `size` shingles: in groups of `copies`, of which each shares nine in ten shingles
// with its group, and a few chance shingles with everyone.
std::vector<ShingleSet> make_sets(size_t count, size_t copies, size_t size);

std::vector<Sketch> make_sketches(const std::vector<ShingleSet>& sets);

// A file in the temporary folder that goes when the object goes.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace reprise::detail::bench
