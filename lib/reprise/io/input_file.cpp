// One round of reading is step(): it fills the buffer `raw` from the disk, and gives bytes of it as
// they are, or through zlib or libzstd. Everything else is repeated calls of it.
//
//     1. The first round looks at the first bytes: 1f 8b is gzip, 28 b5 2f fd is Zstandard.
//     2. Bytes wait in `raw` until they are copied or inflated; then `raw` is filled anew.
//     3. Between two members or frames the file may end. Inside of one it is cut.
//
// Example: "\x1f\x8b…" of 40 bytes, cut from 60. The file ends, `raw` is drained, and a member is
// open: what came out so far was given, and damage() says "the gzip data ends too early".
// Counter-example: zeros behind the last member, as tapes leave them, are no damage.
//
// Cost: one copy of what is not compressed, none where a reader's buffer is large; else that of
// zlib or libzstd.
// Sources: RFC 1952 (gzip), RFC 8878 (Zstandard; skippable frames are those of section 3.1.2).
#include "reprise/io/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include "reprise/error.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

constexpr size_t buffer_size = size_t{256} << 10;

[[noreturn]] void fail(const std::string& path, const std::string& what,
                       const std::string& remedy) {
  throw Error(ErrorKind::system, {path, what, remedy, true});
}

const char* remedy_for_opening(int code) {
  switch (code) {
    case EACCES: return "allow yourself to read it";
    case EMFILE:
    case ENFILE: return "allow more open files, as with ulimit -n";
    default: return "check the path";
  }
}

enum class Coding { unknown, plain, gzip, zstandard };

Coding coding_of(std::string_view head) {
  if (head.starts_with("\x1f\x8b")) {
    return Coding::gzip;
  }
  if (head.starts_with("\x28\xb5\x2f\xfd")) {
    return Coding::zstandard;
  }
  // A skippable Zstandard frame: 0x184D2A50 to 0x184D2A5F, little-endian.
  if (head.size() >= 4 && (head[0] & 0xF0) == 0x50 && head.substr(1).starts_with("\x2a\x4d\x18")) {
    return Coding::zstandard;
  }
  return Coding::plain;
}

// Returns what reads frames with windows as large as the format of today has them (zstd --long=31);
// it takes as much memory as a frame asks for. nullptr: there is none.
ZSTD_DStream* new_zstandard_stream() {
  ZSTD_DStream* stream = ZSTD_createDStream();
  if (stream) {
    const ZSTD_bounds windows = ZSTD_dParam_getBounds(ZSTD_d_windowLogMax);
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, windows.upperBound);
  }
  return stream;
}

std::string zstandard_damage(size_t status) {
  if (ZSTD_getErrorCode(status) == ZSTD_error_memory_allocation) {
    return "the Zstandard data needs a window that is larger than the memory";
  }
  return std::string("the Zstandard data is damaged (") + ZSTD_getErrorName(status) + ")";
}

FileVersion version_from(const struct stat& status) {
  FileVersion version{status.st_dev, status.st_ino, 0, 0};
  if (S_ISREG(status.st_mode)) {
    version.size = static_cast<uint64_t>(status.st_size);
    version.modified = status.st_mtim.tv_sec * int64_t{1'000'000'000} + status.st_mtim.tv_nsec;
  }
  return version;
}

}  // namespace

FileVersion version_of(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 ? version_from(status) : FileVersion{};
}

FileVersion version_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? version_from(status) : FileVersion{};
}

struct InputFile::State {
  std::string path;
  int descriptor = -1;
  Coding coding = Coding::unknown;
  std::vector<char> raw;              // sized when the reading begins
  size_t raw_begin = 0, raw_end = 0;  // the bytes of `raw` that wait to be inflated
  bool at_end = false;                // of the file as it lies on disk
  bool between_frames = true;         // no gzip member or Zstandard frame is open
  std::optional<std::string> damage;
  z_stream gzip{};
  ZSTD_DStream* zstandard = nullptr;
  std::string head;                        // bytes of the content that peek() has shown
  size_t head_given = 0;                   // of these by read()
  std::unique_ptr<ContentHasher> on_disk;  // if it is wanted

  ~State() {
    if (coding == Coding::gzip) {
      inflateEnd(&gzip);
    }
    if (zstandard) {
      ZSTD_freeDStream(zstandard);
    }
    if (descriptor > STDIN_FILENO) {
      close(descriptor);
    }
  }

  // Reads what the system gives at once; 0 at the end.
  size_t read_straight(std::span<char> out) {
    while (true) {
      const ssize_t got = ::read(descriptor, out.data(), out.size());
      if (got < 0 && errno == EINTR) {
        continue;
      }
      if (got < 0) {
        fail(path, "can't be read: " + system_message(errno), "check the file and its disk");
      }
      at_end = got == 0;
      if (on_disk) {
        on_disk->add({out.data(), static_cast<size_t>(got)});
      }
      return static_cast<size_t>(got);
    }
  }

  // Reads until `raw` is full or the file ends.
  void refill() {
    std::memmove(raw.data(), raw.data() + raw_begin, raw_end - raw_begin);
    raw_end -= raw_begin;
    raw_begin = 0;
    while (raw_end < raw.size() && !at_end) {
      raw_end += read_straight(std::span(raw).subspan(raw_end));
    }
  }

  void start() {
    // A small file needs no more than its size, and a byte to see its end.
    const uint64_t size = version_of(descriptor).size;
    raw.resize(size > 0 ? std::min<uint64_t>(size + 1, buffer_size) : buffer_size);
    refill();
    coding = coding_of({raw.data(), raw_end});
    if (coding == Coding::gzip && inflateInit2(&gzip, 15 + 16) != Z_OK) {
      throw std::bad_alloc();
    }
    if (coding == Coding::zstandard) {
      zstandard = new_zstandard_stream();
      if (!zstandard) {
        throw std::bad_alloc();
      }
    }
  }

  size_t copy(std::span<char> out) {
    const size_t n = std::min(out.size(), raw_end - raw_begin);
    std::memcpy(out.data(), raw.data() + raw_begin, n);
    raw_begin += n;
    return n;
  }

  size_t inflate_gzip(std::span<char> out) {
    if (between_frames) {  // zeros are padding: tapes and block devices leave them
      while (raw_begin < raw_end && raw[raw_begin] == '\0') {
        ++raw_begin;
      }
      if (raw_begin == raw_end) {
        return 0;
      }
    }
    if (between_frames && raw[raw_begin] != '\x1f') {
      damage = "holds something that is no gzip data after its last member";
      return 0;
    }
    gzip.next_in = reinterpret_cast<Bytef*>(raw.data() + raw_begin);
    gzip.avail_in = static_cast<uInt>(raw_end - raw_begin);
    gzip.next_out = reinterpret_cast<Bytef*>(out.data());
    gzip.avail_out = static_cast<uInt>(out.size());
    between_frames = false;
    const int status = inflate(&gzip, Z_NO_FLUSH);
    raw_begin = raw_end - gzip.avail_in;
    if (status == Z_STREAM_END) {
      between_frames = true;
      inflateReset(&gzip);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      damage = "the gzip data is damaged";
    }
    return out.size() - gzip.avail_out;
  }

  size_t inflate_zstandard(std::span<char> out) {
    ZSTD_inBuffer in{raw.data() + raw_begin, raw_end - raw_begin, 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    const size_t status = ZSTD_decompressStream(zstandard, &to, &in);
    raw_begin += in.pos;
    between_frames = status == 0;
    if (ZSTD_isError(status)) {
      damage = zstandard_damage(status);
    }
    return to.pos;
  }

  size_t inflate_some(std::span<char> out) {
    return coding == Coding::gzip ? inflate_gzip(out) : inflate_zstandard(out);
  }

  // What step() does for a file that is not compressed.
  size_t step_plain(std::span<char> out) {
    if (raw_begin == raw_end && !at_end) {
      if (out.size() >= raw.size()) {
        return read_straight(out);
      }
      refill();
    }
    return copy(out);
  }

  // What step() does for one that is.
  size_t step_inflating(std::span<char> out) {
    while (!damage) {
      if (raw_begin == raw_end && !at_end) {
        refill();
      }
      const bool drained = raw_begin == raw_end;
      if (drained && between_frames) {
        return 0;
      }
      const size_t n = inflate_some(out);
      if (n > 0) {
        return n;
      }
      const bool cut = drained && at_end && !between_frames;
      if (cut && !damage) {
        damage = coding == Coding::gzip ? "the gzip data ends too early"
                                        : "the Zstandard data ends too early";
      }
    }
    return 0;
  }

  // Returns what one round of reading gives; 0 at the end, and only there.
  size_t step(std::span<char> out) {
    if (coding == Coding::unknown) {
      start();
    }
    return coding == Coding::plain ? step_plain(out) : step_inflating(out);
  }

  // Reads until the buffer is full or the content ends; returns how many bytes that were.
  size_t fill(std::span<char> buffer) {
    constexpr size_t most = size_t{1} << 30;  // zlib counts in 32 bits
    size_t filled = 0;
    while (filled < buffer.size()) {
      const size_t n = step(buffer.subspan(filled, std::min(buffer.size() - filled, most)));
      if (n == 0) {
        break;
      }
      filled += n;
    }
    return filled;
  }

  // Gives out again what peek() has shown.
  size_t give_head(std::span<char> buffer) {
    const size_t n = std::min(buffer.size(), head.size() - head_given);
    std::memcpy(buffer.data(), head.data() + head_given, n);
    head_given += n;
    if (head_given == head.size()) {
      head = {};
      head_given = 0;
    }
    return n;
  }
};

InputFile::InputFile(const std::string& path, OnDisk on_disk) : state_(std::make_unique<State>()) {
  state_->path = path;
  if (on_disk == OnDisk::hashed) {
    state_->on_disk = std::make_unique<ContentHasher>();
  }
  state_->descriptor = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (state_->descriptor < 0) {
    const int code = errno;
    fail(path, "can't be opened: " + system_message(code), remedy_for_opening(code));
  }
  struct stat status {};
  if (fstat(state_->descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    fail(path, "is a folder, not a file", "name a file");
  }
}

InputFile::~InputFile() = default;
InputFile::InputFile(InputFile&&) noexcept = default;
InputFile& InputFile::operator=(InputFile&&) noexcept = default;

bool InputFile::is_seekable() const {
  struct stat status {};
  return state_->coding == Coding::plain && fstat(state_->descriptor, &status) == 0 &&
         S_ISREG(status.st_mode);
}

ContentHash InputFile::on_disk() const {
  return state_->on_disk->value();
}

FileVersion InputFile::version() const {
  return version_of(state_->descriptor);
}

size_t InputFile::read(std::span<char> buffer) {
  const size_t shown = state_->head.empty() ? 0 : state_->give_head(buffer);
  return shown + state_->fill(buffer.subspan(shown));
}

std::string_view InputFile::peek(size_t size) {
  std::string& head = state_->head;
  const size_t shown = head.size();
  if (shown < size) {
    head.resize(size);
    head.resize(shown + state_->fill(std::span(head).subspan(shown)));
  }
  return std::string_view(head).substr(0, size);
}

std::optional<std::string> InputFile::damage() const {
  return state_->damage;
}

std::string read_rest(InputFile& file, const std::string& path, size_t limit) {
  std::string bytes;
  size_t size = 0;
  const uint64_t on_disk = file.version().size;
  size_t room = on_disk > 0 ? std::min<uint64_t>(on_disk + 1, limit) : buffer_size;
  while (true) {
    bytes.resize(size + room);
    const size_t got = file.read(std::span(bytes).subspan(size));
    size += got;
    if (size > limit) {
      fail(path, "is longer than " + std::to_string(limit) + " bytes",
           "split it into several texts");
    }
    if (got < room) {
      break;
    }
    room = std::max(room, size);  // doubles, so that the cost stays linear
  }
  bytes.resize(size);
  if (bytes.capacity() > 2 * size) {
    bytes.shrink_to_fit();
  }
  return bytes;
}

std::string read_whole(const std::string& path, std::optional<std::string>& damage, size_t limit) {
  InputFile file(path);
  std::string bytes = read_rest(file, path, limit);
  damage = file.damage();
  return bytes;
}

}  // namespace reprise::detail
