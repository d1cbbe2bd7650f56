#include "reprise/io/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
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

// The temporary files that exist now, for remove_unfinished(). A slot is a name on the heap, or null.
constexpr size_t most_unfinished = 64;
std::array<std::atomic<char*>, most_unfinished> unfinished;

void remember(const std::string& path) {
  char* copy = strdup(path.c_str());
  for (auto& slot : unfinished) {
    char* none = nullptr;
    if (slot.compare_exchange_strong(none, copy)) return;
  }
  free(copy);  // more files at once than anybody opens: this one would survive a signal
}

void forget(const std::string& path) {
  for (auto& slot : unfinished) {
    char* name = slot.load();
    if (name && path == name && slot.compare_exchange_strong(name, nullptr)) return free(name);
  }
}

}  // namespace

void OutputFile::remove_unfinished() noexcept {
  for (auto& slot : unfinished) {
    if (const char* name = slot.load()) unlink(name);
  }
}

OutputFile::OutputFile(const std::string& path) : name_(path) {
  if (path == "-") {
    name_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return;
  }
  if (path.empty()) {
    name_ = "an empty path";
    fail(ENOENT);
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
      remember(temporary_);
      const mode_t mask = umask(0);
      umask(mask);
      fchmod(descriptor_, exists ? status.st_mode & 07777 : 0666 & ~mask);
    }
  }
  if (descriptor_ < 0) fail(errno);
}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (temporary_.empty()) return;
  unlink(temporary_.c_str());
  forget(temporary_);
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
  forget(temporary_);
  temporary_.clear();
}

void OutputFile::fail(int code) const {
  throw Error({name_, "can't be written: " + std::generic_category().message(code),
               code == ENOSPC ? "make room on the disk" : "name a place that can be written"});
}

}  // namespace reprise
