#include "reprise/io/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "reprise/error.h"

namespace reprise::detail {

FolderWatch::FolderWatch(const std::string& folder)
    : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0) {
    throw Error(ErrorKind::system,
                {folder, "can't be watched: " + std::generic_category().message(errno),
                 "raise fs.inotify.max_user_instances, or end other programs that watch", false});
  }
  try {
    add(folder);
  } catch (...) {
    close(descriptor_);
    throw;
  }
}

FolderWatch::~FolderWatch() {
  close(descriptor_);
}

void FolderWatch::add(const std::string& folder) {
  const uint32_t what = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR;
  const int number = inotify_add_watch(descriptor_, folder.c_str(), what);
  if (number < 0 && errno == ENOENT) {
    return;  // it was there a moment ago
  }
  if (number < 0) {
    throw Error(ErrorKind::system,
                {folder, "can't be watched: " + std::generic_category().message(errno),
                 "check the folder, or raise fs.inotify.max_user_watches", false});
  }
  folders_[number] = folder;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      add(entry.path().string());
    }
  }
}

bool FolderWatch::wait(int milliseconds) const {
  pollfd asked{descriptor_, POLLIN, 0};
  return poll(&asked, 1, milliseconds) > 0;
}

FolderWatch::Changes FolderWatch::take() {
  Changes changes;
  alignas(inotify_event) std::array<char, 65536> buffer{};
  while (true) {
    const ssize_t size = read(descriptor_, buffer.data(), buffer.size());
    if (size <= 0) {
      return changes;
    }
    for (size_t at = 0; at < static_cast<size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += sizeof event + event.len;
      const auto folder = folders_.find(event.wd);
      if ((event.mask & IN_Q_OVERFLOW) != 0 || folder == folders_.end()) {
        changes.all = true;
        continue;
      }
      const std::string path = folder->second + "/" + (event.len > 0 ? name : "");
      if ((event.mask & IN_ISDIR) != 0) {
        changes.all = true;
        add(path);
      } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
        changes.files.insert(path);
      }
    }
  }
}

}  // namespace reprise::detail
