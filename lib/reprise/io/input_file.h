// A file read from front to back, inflated on the way where it is gzip or Zstandard.
//
// What a file is, its first bytes say, not its name: standard input may be compressed as well.
// Several gzip members or Zstandard frames one after another are one file. A file cut off in the
// middle gives all that could be inflated, and then says so.
//
//     InputFile file("news.jsonl.zst");
//     while (size_t n = file.read(buffer)) use(buffer.first(n));
//     if (auto damage = file.damage()) report(*damage);
//
// Memory: a buffer of 256 KiB and the state of the inflater (of Zstandard the window that a frame
// asks for: mostly 8 MiB or less, up to 2 GiB where zstd --long=31 has written it). One thread at a
// time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reprise/io/content_hash.h"

namespace reprise::detail {

// Which file it was, and in which state: two are equal if nobody has written to it in between, as
// far as the system's clock can tell. Of pipes and devices only which one it was.
struct FileVersion {
  uint64_t device = 0, inode = 0, size = 0;
  int64_t modified = 0;  // nanoseconds
  friend bool operator==(const FileVersion&, const FileVersion&) = default;
};

// Returns the version of an open file, or of the file that a path leads to, as it is now.
FileVersion version_of(int descriptor);
FileVersion version_of(const std::string& path);

// Whether a hash is made of the bytes as they lie on disk.
enum class OnDisk { ignored, hashed };

class InputFile {
 public:
  // Opens the file; "-" is standard input. Throws Error if it can't be opened or is a folder.
  explicit InputFile(const std::string& path, OnDisk on_disk = OnDisk::ignored);
  ~InputFile();
  InputFile(InputFile&&) noexcept;
  InputFile& operator=(InputFile&&) noexcept;

  // Fills the buffer from its front and returns how many bytes it wrote: as many as fit, fewer only
  // at the end. Throws Error if the system fails to read.
  size_t read(std::span<char> buffer);

  // Returns the first bytes of the content, inflated: `size` of them, or all if there are fewer.
  // read() gives them all the same. The view holds until the next call. REQUIRES: nothing was read
  // yet. Throws Error if the system fails to read. Memory: these bytes, until they are read.
  std::string_view peek(size_t size);

  // Returns what is wrong with the compressed data, once read() has returned 0: "the gzip data ends
  // too early".
  std::optional<std::string> damage() const;

  // Returns whether a byte that was read can be read again at its place: of a regular file that is
  // not compressed. Known after the first read() or peek().
  bool is_seekable() const;

  // Returns the hash of the bytes that were read from the disk so far: of all of them, unless they
  // are damaged. REQUIRES: it was opened for this.
  ContentHash on_disk() const;

  // Returns the version of the open file as it is now.
  FileVersion version() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Returns all bytes that the file still gives. Throws Error, which names it as `path`, also if
// there are more than `limit` bytes.
std::string read_rest(InputFile& file, const std::string& path, size_t limit = UINT32_MAX);

// Returns all bytes of the file at the path. `damage` gets what InputFile::damage says. Throws
// Error, also if there are more than `limit` bytes.
std::string read_whole(const std::string& path, std::optional<std::string>& damage,
                       size_t limit = UINT32_MAX);

}  // namespace reprise::detail
