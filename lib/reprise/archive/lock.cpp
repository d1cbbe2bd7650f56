#include "reprise/archive/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include "reprise/error.h"

namespace reprise::detail {
namespace {

constexpr auto between_tries = std::chrono::milliseconds(50);

std::string holder_of(int descriptor) {
  std::array<char, 256> said{};
  const ssize_t size = pread(descriptor, said.data(), said.size(), 0);
  return size > 0 ? std::string(said.data(), static_cast<size_t>(size)) : "another process";
}

std::string this_process() {
  std::array<char, 128> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) {
    host.front() = '?';
  }
  return "process " + std::to_string(getpid()) + " on " + host.data();
}

}  // namespace

WriterLock::WriterLock(const std::string& path, double patience) {
  constexpr int mode = 0644;
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, mode);
  if (descriptor_ < 0) {
    throw Error(ErrorKind::system,
                {path, "can't be written: " + std::generic_category().message(errno),
                 "make the archive writable, or work on a copy", false});
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(patience);
  while (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) {
      const std::string why = std::generic_category().message(errno);
      close(descriptor_);
      throw Error(ErrorKind::system, {path, "can't be locked: " + why,
                                      "keep archives on a disk of this machine", false});
    }
    if (std::chrono::steady_clock::now() >= end) {
      const std::string holder = holder_of(descriptor_);
      close(descriptor_);
      throw Error(ErrorKind::system,
                  {path, "is held by " + holder + ", which writes to the archive",
                   "wait until it has ended, and try again", false});
    }
    std::this_thread::sleep_for(between_tries);
  }
  const std::string own = this_process();
  // For messages alone: that it can't be written harms nobody.
  if (ftruncate(descriptor_, 0) == 0) {
    static_cast<void>(pwrite(descriptor_, own.data(), own.size(), 0));
  }
}

WriterLock::~WriterLock() {
  close(descriptor_);
}

}  // namespace reprise::detail
