// A file between two phases of dedup: a head that says what it was made by and of, and sections of
// numbers.
//
//     head       lines of text: the phase, the version, the options, the corpus, which part
//     sections   numbers of one size each, at multiples of 16 bytes
//     directory  where each section begins, and how many bytes it has
//
// It is a checked file (io/checked_file.h) whose two numbers are where the directory begins and how
// many sections there are. It appears whole or not at all. Whoever opens one says which head it
// must have: what another version made, or other options, or another corpus, is refused.
//
// Thread safety: one thread writes, any number reads. Mapped, so that a look costs what it touches.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "reprise/io/checked_file.h"
#include "reprise/io/output_file.h"

namespace reprise::detail {

enum class PhaseFileKind : uint32_t {
  keys = 1,          // of a shard: its documents, and the keys by which they meet
  sets = 2,          // of a shard: what its documents are compared by
  buckets = 3,       // of a range of keys: which documents meet
  pairs = 4,         // of a range of keys and a round: which documents to compare
  similarities = 5,  // of some shards and a round
  states = 6,        // of some shards and a round: which documents stay
  filtered = 7       // of a shard: that its output stands, and where
};

// Returns "keys", "sets", …: the ending of its name.
const char* name_of(PhaseFileKind kind);

struct PhaseHead {
  std::string options;  // phase_options_line()
  std::string corpus;   // what it was made of: a hash, or nothing if it is made of a shard
  std::string of;       // which part it is: "shard 17", "keys 3/8, round 2"
};

class PhaseFileWriter {
 public:
  // Opens the place. Throws Error.
  PhaseFileWriter(const std::string& path, PhaseFileKind kind, const PhaseHead& head);

  // Begins the next section; append() adds to it.
  void begin_section();
  template <class Number>
  void append(std::span<const Number> numbers) {
    bytes_.write({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()});
  }

  // A section of these numbers.
  template <class Numbers>
  void add(const Numbers& numbers) {
    begin_section();
    append(std::span<const typename Numbers::value_type>(numbers));
  }

  // Puts the file in its place. Throws Error.
  void commit();

 private:
  void end_section();

  OutputFile file_;
  CheckedBytes bytes_;
  std::vector<uint64_t> directory_;
};

class PhaseFile {
 public:
  // Opens the file, and checks what it says of itself. Throws Error of kind `input` that says what
  // is wrong and what to do.
  PhaseFile(const std::string& path, PhaseFileKind kind, const PhaseHead& head);

  const std::string& path() const { return file_.path(); }

  // Returns how many numbers a section has. Throws Error if there is no such section, or one of
  // numbers of another size.
  template <class Number>
  uint64_t count(size_t section) const {
    return bytes_of(section, sizeof(Number)) / sizeof(Number);
  }

  // Returns `count` numbers of a section from the `first` on. Throws Error if they are damaged, or
  // not there.
  template <class Number>
  std::span<const Number> part(size_t section, uint64_t first, uint64_t count) const {
    return {reinterpret_cast<const Number*>(part_of(section, sizeof(Number), first, count)), count};
  }

  // Returns one of them, or all.
  template <class Number>
  const Number& at(size_t section, uint64_t place) const {
    return part<Number>(section, place, 1).front();
  }
  template <class Number>
  std::span<const Number> all(size_t section) const {
    return part<Number>(section, 0, count<Number>(section));
  }

  // Returns the place of the first entry of a section whose key is not below the value. REQUIRES:
  // keys ascend. Cost: a look into some twenty blocks.
  template <class Entry, class Value, class Key = std::identity>
  uint64_t lower_bound(size_t section, uint64_t begin, uint64_t end, const Value& value,
                       const Key& key = {}) const {
    while (begin < end) {
      const uint64_t middle = begin + (end - begin) / 2;
      if (std::invoke(key, at<Entry>(section, middle)) < value) {
        begin = middle + 1;
      } else {
        end = middle;
      }
    }
    return begin;
  }

  // Throws Error: what is at this path can't be trusted.
  [[noreturn]] void refuse(const std::string& why) const { file_.refuse(why); }

 private:
  uint64_t bytes_of(size_t section, size_t size) const;
  const char* part_of(size_t section, size_t size, uint64_t first, uint64_t count) const;
  void read_directory();
  void check_head(PhaseFileKind kind, const PhaseHead& head) const;

  CheckedFile file_;
  std::vector<uint64_t> directory_;
};

// Returns whether there is such a file at the path with this head: work that was done already.
bool is_done(const std::string& path, PhaseFileKind kind, const PhaseHead& head);

}  // namespace reprise::detail
