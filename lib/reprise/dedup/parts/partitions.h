// Rows that are too many for memory, in a temporary file, parted by a key: each part is worked on
// alone.
//
// Rows of a part come back in no order that counts: what is made of them must not depend on it.
// Memory: a buffer of 6 KiB a part and writer, and 12 bytes for 256 rows.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "reprise/io/temporary_file.h"

namespace reprise::detail {

template <class Row>
class Partitions {
 public:
  explicit Partitions(size_t count)
      : file_(std::make_unique<TemporaryFile>(temporary_folder())),
        mutex_(std::make_unique<std::mutex>()),
        parts_(count) {}

  size_t count() const { return parts_.size(); }

  // Takes rows; one a thread.
  class Writer {
   public:
    explicit Writer(Partitions& partitions)
        : partitions_(partitions), buffers_(partitions.count()) {}

    void add(size_t part, const Row& row) {
      std::vector<Row>& buffer = buffers_[part];
      buffer.push_back(row);
      if (buffer.size() == rows_at_once) {
        write(part);
      }
    }

    // To be called at the end.
    void finish() {
      for (size_t part = 0; part < buffers_.size(); ++part) {
        write(part);
      }
    }

   private:
    void write(size_t part) {
      partitions_.append(part, buffers_[part]);
      buffers_[part].clear();
    }

    Partitions& partitions_;
    std::vector<std::vector<Row>> buffers_;
  };

  // Calls on_rows(rows) with all rows of the part, some at a time.
  template <class OnRows>
  void for_each(size_t part, const OnRows& on_rows) const {
    std::vector<Row> rows;
    for (const Chunk& chunk : parts_[part]) {
      rows.resize(chunk.rows);
      file_->read(chunk.place, {reinterpret_cast<char*>(rows.data()), rows.size() * sizeof(Row)});
      on_rows(std::span<const Row>(rows));
    }
  }

 private:
  static constexpr size_t rows_at_once = 256;

  struct Chunk {
    uint64_t place = 0;
    uint32_t rows = 0;
  };

  void append(size_t part, const std::vector<Row>& rows) {
    if (rows.empty()) {
      return;
    }
    const uint64_t place =
        file_->append({reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)});
    const std::lock_guard lock(*mutex_);
    parts_[part].push_back({place, static_cast<uint32_t>(rows.size())});
  }

  std::unique_ptr<TemporaryFile> file_;
  std::unique_ptr<std::mutex> mutex_;
  std::vector<std::vector<Chunk>> parts_;
};

}  // namespace reprise::detail
