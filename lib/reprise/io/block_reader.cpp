#include "reprise/io/block_reader.h"

#include <algorithm>
#include <cstring>

namespace reprise::detail {

std::string_view BlockReader::next(std::string& buffer) {
  size_t filled = rest_.size(), searched = 0;
  size_t wanted = std::max(block_size_, 2 * filled);
  buffer.resize(std::max(buffer.size(), wanted + padding));
  std::copy(rest_.begin(), rest_.end(), buffer.begin());
  rest_.clear();
  while (true) {
    const size_t got = file_.read(std::span(buffer).subspan(filled, wanted - filled));
    filled += got;
    if (filled < wanted) {
      return {buffer.data(), filled};  // the end of the file
    }
    const void* last = memrchr(buffer.data() + searched, '\n', filled - searched);
    if (last) {
      const auto size = static_cast<size_t>(static_cast<const char*>(last) - buffer.data()) + 1;
      rest_.assign(buffer.data() + size, buffer.data() + filled);
      return {buffer.data(), size};
    }
    searched = filled;
    wanted = 2 * filled;
    buffer.resize(std::max(buffer.size(), wanted + padding));
  }
}

}  // namespace reprise::detail
