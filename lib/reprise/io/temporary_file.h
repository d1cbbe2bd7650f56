// A file for what memory shouldn't hold, which nobody else ever sees.
//
// It has no name: the system takes its room back when it is closed, whatever ends the process, kill
// -9 included. Nothing is left to clean up. It is made when something is first written, so that one
// that may be needed costs nothing.
//
//     TemporaryFile file(temporary_folder());
//     const uint64_t place = file.append(bytes);
//     file.read(place, buffer);
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace reprise::detail {

// Returns $TMPDIR, or /tmp if that is not set.
std::string temporary_folder();

class TemporaryFile {
 public:
  explicit TemporaryFile(std::string folder) : folder_(std::move(folder)) {}
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // Writes the bytes behind what is there, and returns where they begin. Any thread, several at
  // once. Throws Error (a full disk, or a folder that can't be written).
  uint64_t append(std::string_view bytes);

  // Returns how many bytes were appended.
  uint64_t size() const { return size_; }

  // Fills the buffer with the bytes from `place` on. Any thread. REQUIRES: they were appended.
  // Throws Error.
  void read(uint64_t place, std::span<char> buffer) const;

 private:
  std::string folder_;
  std::once_flag made_;
  int descriptor_ = -1;
  std::atomic<uint64_t> size_ = 0;
};

}  // namespace reprise::detail
