// The bytes are hashed as they pass by, up to where the first reading came: of a damaged archive it
// came no further than to the damage.
#include "reprise/dedup/copy_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/io/place.h"

namespace reprise::detail {
namespace {

// An open file, closed at the end.
struct Source {
  explicit Source(const std::string& path) : descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor < 0) {
      throw_not_opened_again(path, errno);
    }
  }
  ~Source() { close(descriptor); }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  int descriptor;
};

}  // namespace

void copy_file(const Shard& shard, uint32_t number, OutputFile& output) {
  constexpr size_t piece_size = size_t{1} << 18;
  const std::string& path = shard.files[number].path;
  const ContentHash& expected = shard.contents[number];
  const FileVersion& version = shard.versions[number];
  const Source source(path);
  const std::string name = repaired_utf8(path);
  ContentHasher hasher;
  std::vector<char> buffer(piece_size);
  uint64_t copied = 0;
  while (const size_t got = read_at(source.descriptor, copied, buffer, name)) {
    const std::string_view bytes(buffer.data(), got);
    const uint64_t known = expected.size - std::min(expected.size, copied);
    hasher.add(bytes.substr(0, std::min<uint64_t>(known, got)));
    output.write(bytes);
    copied += got;
  }
  const bool is_same = hasher.value() == expected && copied == version.size &&
                       version_of(source.descriptor) == version && version_of(path) == version;
  if (!is_same) {
    throw_changed(path);
  }
}

}  // namespace reprise::detail
