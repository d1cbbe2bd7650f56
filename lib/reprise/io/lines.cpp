#include "reprise/io/lines.h"

#include <cstring>

namespace reprise::detail {

std::optional<std::string_view> LineReader::next() {
  size_t searched = begin_;
  while (true) {
    const char* from = buffer_.data() + searched;
    if (const void* found = std::memchr(from, '\n', end_ - searched)) {
      const size_t stop = searched + static_cast<size_t>(static_cast<const char*>(found) - from);
      const std::string_view line(buffer_.data() + begin_, stop - begin_);
      begin_ = stop + 1;
      return line;
    }
    if (at_end_) {
      if (begin_ == end_) {
        return std::nullopt;
      }
      const std::string_view line(buffer_.data() + begin_, end_ - begin_);
      begin_ = end_;
      return line;
    }
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    searched = end_;
    if (buffer_.size() - padding - end_ < block / 2) {
      buffer_.resize(2 * buffer_.size());
    }
    const size_t room = buffer_.size() - padding - end_;
    const size_t got = file_.read(std::span(buffer_).subspan(end_, room));
    end_ += got;
    at_end_ = got < room;
  }
}

}  // namespace reprise::detail
