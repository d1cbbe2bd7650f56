#include "reprise/io/block_reader.h"

#include <algorithm>
#include <cstring>

namespace reprise::detail {

size_t size_of_lines(std::string_view bytes) {
  const void* last = memrchr(bytes.data(), '\n', bytes.size());
  return last ? static_cast<size_t>(static_cast<const char*>(last) - bytes.data()) + 1 : 0;
}

std::string_view BlockReader::next(std::string& buffer) {
  size_t filled = rest_.size();
  size_t wanted = std::max(block_size_, filled);
  buffer.resize(std::max(buffer.size(), wanted + padding));
  std::copy(rest_.begin(), rest_.end(), buffer.begin());
  rest_.clear();
  passed_over_ = 0;
  while (true) {
    const size_t missing = wanted - filled;
    const size_t got = file_.read(std::span(buffer).subspan(filled, missing));
    filled += got;
    if (got < missing) {
      return {buffer.data(), filled};  // the end of the file
    }
    const size_t size = size_of_records_({buffer.data(), filled});
    if (size > 0) {
      rest_.assign(buffer.data() + size, buffer.data() + filled);
      return {buffer.data(), size};
    }
    if (filled >= longest_) {
      return pass_over(buffer, filled);
    }
    wanted = std::min(2 * filled, longest_);
    buffer.resize(std::max(buffer.size(), wanted + padding));
  }
}

// Reads on to the end of the line that fills the buffer, of which a block's length is kept, and
// keeps what stands behind it. The room is given back: one long line must not hold it for good.
std::string_view BlockReader::pass_over(std::string& buffer, size_t filled) {
  const size_t kept = std::min(block_size_, longest_);
  buffer.resize(kept + padding);
  buffer.shrink_to_fit();
  passed_over_ = filled - kept;
  std::vector<char> piece(block_size_);
  while (true) {
    const size_t got = file_.read(piece);
    const void* found = got > 0 ? std::memchr(piece.data(), '\n', got) : nullptr;
    if (found != nullptr) {
      const auto size = static_cast<size_t>(static_cast<const char*>(found) - piece.data()) + 1;
      passed_over_ += size;
      rest_.assign(piece.data() + size, piece.data() + got);
      break;
    }
    passed_over_ += got;
    if (got < piece.size()) {
      break;  // the end of the file
    }
  }
  return {buffer.data(), kept};
}

}  // namespace reprise::detail
