// Files without a name, for what doesn't fit into memory.
//
// Steps: at the first append a file is made that no folder lists, so that it is gone when the
// process is; where the file system knows no such files, one is named and the name removed at once.
// An append takes its place by one addition, and writes there; threads don't wait for one another.
//
//     size 0    two threads append 10 and 20 bytes: places 0 and 10, or 20 and 0
//
// Cost: that of the system's writes and reads.
#include "reprise/io/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "reprise/error.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

// Not every file system makes files without a name; there the name goes at once.
int open_nameless(const std::string& folder) {
  const int descriptor = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
    return descriptor;
  }
  std::string name = folder + "/reprise-XXXXXX";
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) {
    unlink(name.c_str());
  }
  return named;
}

int make_in(const std::string& folder) {
  const int descriptor = open_nameless(folder);
  if (descriptor >= 0) {
    return descriptor;
  }
  throw Error(ErrorKind::system,
              {folder, "temporary files can't be written here: " + system_message(errno),
               "name another folder with the environment variable TMPDIR"});
}

}  // namespace

std::string temporary_folder() {
  const char* given = std::getenv("TMPDIR");
  return given && *given ? given : "/tmp";
}

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
}

uint64_t TemporaryFile::append(std::string_view bytes) {
  std::call_once(made_, [this] { descriptor_ = make_in(folder_); });
  const uint64_t place = size_.fetch_add(bytes.size());
  if (const int code = write_at(descriptor_, place, bytes)) {
    throw Error(ErrorKind::system,
                {folder_, "a temporary file can't be written: " + system_message(code),
                 "make room there, or name another folder with the environment variable TMPDIR"});
  }
  return place;
}

void TemporaryFile::read(uint64_t place, std::span<char> buffer) const {
  if (read_at(descriptor_, place, buffer, folder_) < buffer.size()) {
    throw Error(ErrorKind::system,
                {folder_, "a temporary file is shorter than what was written", "check the disk"});
  }
}

}  // namespace reprise::detail
