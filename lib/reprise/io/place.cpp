#include "reprise/io/place.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "reprise/error.h"

namespace reprise::detail {

std::string system_message(int code) {
  return std::generic_category().message(code);
}

size_t most_open_files(size_t share, size_t most) {
  rlimit limit{};
  const bool is_known = getrlimit(RLIMIT_NOFILE, &limit) == 0;
  return is_known ? std::min<size_t>(limit.rlim_cur / share, most) : most;
}

void throw_not_written(const std::string& name, int code) {
  const auto remedy = [code] {
    switch (code) {
      case ENOSPC: return "make room on the disk";
      case EFBIG: return "allow larger files, as with ulimit -f";
      case EMFILE:
      case ENFILE: return "allow more open files, as with ulimit -n";
      default: return "name a place that can be written";
    }
  };
  throw Error(ErrorKind::system, {name, "can't be written: " + system_message(code), remedy()});
}

size_t read_at(int descriptor, uint64_t place, std::span<char> buffer, const std::string& name) {
  size_t filled = 0;
  while (filled < buffer.size()) {
    const ssize_t got = pread(descriptor, buffer.data() + filled, buffer.size() - filled,
                              static_cast<off_t>(place + filled));
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got < 0) {
      throw Error(ErrorKind::system, {name, "can't be read: " + system_message(errno),
                                      "check the file and its disk", true});
    }
    if (got == 0) {
      break;
    }
    filled += static_cast<size_t>(got);
  }
  return filled;
}

int write_at(int descriptor, uint64_t place, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n < 0) {
      return errno;
    }
    bytes.remove_prefix(static_cast<size_t>(n));
    place += static_cast<uint64_t>(n);
  }
  return 0;
}

}  // namespace reprise::detail
