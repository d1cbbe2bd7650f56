// Vectors kept from one run to the next, in a file: whoever compares the same articles again
// encodes only what is new.
//
//     head      what it is, the model and the machine that its vectors are of, their width and
//               number
//     entries   128 bits of a hash of the text, and the numbers of its vector
//     tail      a hash of everything before
//
// A file that is damaged, or of another model, is passed over, said, and written anew; one that is
// no such file at all is refused, and stays as it is. It never grows beyond its bound: the entries
// that the last run has used stay first.
//
// Cost: that of reading and writing it, 1.5 KB a text. Memory: the same. Any number of threads may
// ask and add.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/error.h"

namespace reprise::detail {

// What the vectors of a cache must have in common with those that are made now.
struct VectorKind {
  uint64_t hash = 0;  // of the model, the program and what it runs on
  uint32_t width = 0;
};

class VectorCache {
 public:
  static constexpr uint64_t usual_bytes = uint64_t{1} << 30;

  // Reads the file, if it is there. Throws Error (usage) if it is something else, or can't be read.
  VectorCache(std::string path, VectorKind kind, uint64_t most_bytes = usual_bytes);

  // What was wrong with the file that was there.
  const std::optional<Problem>& problem() const { return problem_; }

  // Copies the text's vector to `vector`; returns false if there is none.
  bool find(std::string_view text, std::span<float> vector);
  void add(std::string_view text, std::span<const float> vector);

  // Writes the file, if anything was added. Returns what was in the way.
  std::optional<Problem> save() const;

 private:
  using Key = std::pair<uint64_t, uint64_t>;
  struct Entry {
    std::vector<float> vector;
    bool is_used = false;  // in this run
  };
  static Key key_of(std::string_view text);
  void read(std::string_view bytes);
  std::string bytes() const;

  std::string path_;
  VectorKind kind_;
  uint64_t most_bytes_;
  std::optional<Problem> problem_;
  bool has_news_ = false;
  std::mutex mutex_;
  std::map<Key, Entry> entries_;
};

}  // namespace reprise::detail
