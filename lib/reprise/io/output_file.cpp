#include "reprise/io/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "reprise/base/problem.h"

namespace reprise {
namespace {

// Returns the path with its links followed; a link that leads nowhere yet gives the place it points at.
std::filesystem::path resolved(std::filesystem::path path) {
  std::error_code ignored;
  for (int links = 0; links < 40 && std::filesystem::is_symlink(path, ignored); ++links) {
    const auto target = std::filesystem::read_symlink(path, ignored);
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  return path;
}

}  // namespace

OutputFile::OutputFile(const std::string& path) : name_(path) {
  if (path == "-") {
    name_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  struct stat status {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor_ = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    if (exists && access(path.c_str(), W_OK) != 0) fail(errno);
    const std::filesystem::path place = resolved(path);
    final_ = place.string();
    temporary_ = (place.parent_path() / ("." + place.filename().string() + ".XXXXXX")).string();
    descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
    if (descriptor_ < 0) {
      temporary_.clear();
    } else {
      const mode_t mask = umask(0);
      umask(mask);
      fchmod(descriptor_, exists ? status.st_mode & 07777 : 0666 & ~mask);
    }
  }
  if (descriptor_ < 0) fail(errno);
}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) throw ClosedPipe{};
    if (n < 0) fail(errno);
    bytes.remove_prefix(static_cast<size_t>(n));
  }
}

void OutputFile::commit() {
  if (final_.empty()) return;
  const int descriptor = std::exchange(descriptor_, -1);
  if (fsync(descriptor) != 0 || close(descriptor) != 0) fail(errno);
  if (rename(temporary_.c_str(), final_.c_str()) != 0) fail(errno);
  temporary_.clear();
}

void OutputFile::fail(int code) const {
  throw Error({name_, "can't be written: " + std::generic_category().message(code),
               code == ENOSPC ? "make room on the disk" : "name a place that can be written"});
}

}  // namespace reprise
