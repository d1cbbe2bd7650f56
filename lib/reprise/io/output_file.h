// A file that appears whole or not at all.
//
// A regular file is written beside its final place under a hidden name and renamed by commit(); links are followed, the
// mode of a file that was there is kept. Devices and pipes are written straight. Without commit() the destructor removes
// what was written: an exception in the middle leaves nothing behind.
//
// Open outputs before the work, so that a wrong path fails at once.
#pragma once

#include <string>
#include <string_view>

namespace reprise {

class OutputFile {
 public:
  // Opens the place to write; "-" is standard output. Throws Error if it can't be written.
  explicit OutputFile(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Writes all of the bytes. Throws Error (a full disk), or ClosedPipe if nobody reads any longer.
  void write(std::string_view bytes);

  // Puts the file in its place. Nothing may be written afterwards. Throws Error.
  void commit();

  // Removes what all open files of the process have written so far. For a signal handler, and safe in one.
  static void remove_unfinished() noexcept;

 private:
  [[noreturn]] void fail(int code) const;

  std::string name_;       // as the user wrote it, for messages
  std::string final_;      // where the file shall stand; empty: written straight
  std::string temporary_;  // where it stands until then
  int descriptor_ = -1;
};

// Thrown when the reader of a pipe has gone: no error, the program ends in silence.
struct ClosedPipe {};

}  // namespace reprise
