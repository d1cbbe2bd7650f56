// What left the texts, part by part, for the list that people ask for; in a temporary file.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "reprise/dedup.h"
#include "reprise/io/temporary_file.h"
#include "reprise/span.h"

namespace reprise::detail {

// Places are bytes of the texts as they were read.
struct RemovedPart {
  uint32_t record = 0;
  Span span;
  uint32_t first_record = 0;
  Span first;
  PartKind kind = PartKind::paragraphs;
};

class RemovalLog {
 public:
  RemovalLog() : file_(std::make_unique<TemporaryFile>(temporary_folder())) {}

  void append(std::span<const RemovedPart> parts) {
    file_->append({reinterpret_cast<const char*>(parts.data()), parts.size_bytes()});
    count_ += parts.size();
  }

  uint64_t count() const { return count_; }

  // Calls on_part(part) for each, in the order in which they were appended.
  template <class OnPart>
  void for_each(const OnPart& on_part) const {
    constexpr uint64_t at_once = 4096;
    std::vector<RemovedPart> parts;
    for (uint64_t done = 0; done < count_; done += parts.size()) {
      parts.resize(std::min(at_once, count_ - done));
      file_->read(done * sizeof(RemovedPart),
                  {reinterpret_cast<char*>(parts.data()), parts.size() * sizeof(RemovedPart)});
      for (const RemovedPart& part : parts) {
        on_part(part);
      }
    }
  }

 private:
  std::unique_ptr<TemporaryFile> file_;
  uint64_t count_ = 0;
};

}  // namespace reprise::detail
