#include "reprise/archive/segment_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "reprise/error.h"

namespace reprise::detail {
namespace {

constexpr uint64_t segment_mark = 0x31746e656d676573u;  // "segment1"
constexpr uint32_t segment_format = 1;

}  // namespace

std::string_view name_of(SegmentFileKind kind) {
  switch (kind) {
    case SegmentFileKind::near: return "near";
    case SegmentFileKind::grams: return "grams";
    case SegmentFileKind::texts: return "texts";
    case SegmentFileKind::words: return "words";
  }
  return "";
}

CheckedFileType type_of(SegmentFileKind kind, uint64_t segment) {
  return {segment_mark, static_cast<uint32_t>(kind), segment_format, segment,
          "reprise archive check names all that is damaged; put the file back from a copy, or "
          "make the archive again from its inputs"};
}

SegmentFileWriter::SegmentFileWriter(std::string path, SegmentFileKind kind, uint64_t segment)
    : path_(std::move(path)),
      bytes_(type_of(kind, segment), [this](std::string_view bytes) { put(bytes); }) {
  constexpr int mode = 0644;
  descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (descriptor_ < 0) {
    fail(errno);
  }
}

SegmentFileWriter::~SegmentFileWriter() {
  if (descriptor_ >= 0) {
    close(descriptor_);
  }
  if (!finished_) {
    unlink(path_.c_str());
  }
}

void SegmentFileWriter::fail(int code) const {
  throw Error(ErrorKind::system,
              {path_, "can't be written: " + std::generic_category().message(code),
               "nothing was added since the last word; make room, and run it again"});
}

void SegmentFileWriter::put(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      fail(errno);
    }
    bytes.remove_prefix(static_cast<size_t>(std::max<ssize_t>(written, 0)));
  }
}

void SegmentFileWriter::finish(std::array<uint64_t, 2> numbers) {
  bytes_.finish(numbers);
  if (fsync(descriptor_) != 0) {
    fail(errno);
  }
  const int closed = close(descriptor_);
  descriptor_ = -1;
  if (closed != 0) {
    fail(errno);
  }
  finished_ = true;
}

}  // namespace reprise::detail
