// The structures of the Arrow C data interface, so that tables come and go without a link to Arrow.
//
// Their members are laid down by Arrow's specification, and are the same in every library that
// speaks it: arrow.apache.org/docs/format/CDataInterface.html. Whoever holds one calls `release`
// once, which sets itself to nullptr; a structure without it is empty.
#pragma once

#include <cstdint>

extern "C" {

struct ArrowSchema {
  const char* format;  // "U": texts with 64-bit offsets; "+s": a struct
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;  // -1: not counted
  int64_t offset;      // in values, of all buffers
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;  // the first one has a bit for each value that is there, or is nullptr
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);  // one that is released is the end
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};
}

namespace reprise::python {

inline constexpr int64_t arrow_nullable = 2;  // a flag of schemas

// Owns a structure, and releases it.
template <class Structure>
class Owned {
 public:
  Owned() = default;
  // Takes the structure over; what it was taken from is empty.
  explicit Owned(Structure& taken) : held_(taken) { taken.release = nullptr; }
  Owned(Owned&& other) noexcept : held_(other.held_) { other.held_.release = nullptr; }
  Owned& operator=(Owned&& other) noexcept {
    reset();
    held_ = other.held_;
    other.held_.release = nullptr;
    return *this;
  }
  ~Owned() { reset(); }

  Structure& get() { return held_; }
  const Structure& get() const { return held_; }
  Structure* operator->() { return &held_; }
  const Structure* operator->() const { return &held_; }

 private:
  void reset() {
    if (held_.release != nullptr) {
      held_.release(&held_);
    }
  }

  Structure held_{};
};

}  // namespace reprise::python
