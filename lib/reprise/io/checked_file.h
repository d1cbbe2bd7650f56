// A file that is written once, never changed, and trusted block by block: what the segments of an
// archive and the files between the phases of dedup are made of.
//
//     content      up to whole blocks of 4,096 bytes, zeros behind it
//     checksums    64 bits for each block
//     footer       64 bytes: what it is, how long the content is, two numbers of the caller's, the
//                  checksum of the checksums, and its own
//
// Opening it checks the footer and the checksums against the footer's; a block is checked when it
// is first touched. So a flipped bit is found before it is believed, and a query of a file of
// gigabytes reads no more than it needs. Kind and series (the number of the segment) go into every
// checksum: a file in the place of another is no good one.
//
// Cost: 0.2 % of space, 0.2 µs for the first touch of a block. Thread safety: one thread writes;
// any number reads. Mapped: a file that is cut short while it is open ends the process; nobody but
// its writer touches these files, and it only ever removes whole ones. Source: XXH3 (base/hash.h).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

// What a file is said to be, and has to be.
struct CheckedFileType {
  uint64_t mark = 0;        // eight letters, little-endian
  uint32_t kind = 0;        // of those with this mark
  uint32_t format = 1;      // version of how it lies on disk
  uint64_t series = 0;      // which of its kind
  const char* remedy = "";  // what to do about one that can't be trusted
};

// Makes the bytes of such a file, and hands them on in their order.
class CheckedBytes {
 public:
  using Put = std::function<void(std::string_view)>;

  CheckedBytes(const CheckedFileType& type, Put put) : type_(type), put_(std::move(put)) {}

  // Appends to the content.
  void write(std::string_view bytes);
  void write_numbers(std::span<const uint64_t> numbers);
  uint64_t size() const { return size_; }  // of the content so far

  // Hands on the rest.
  void finish(std::array<uint64_t, 2> numbers);

 private:
  void end_block();
  void flush();

  CheckedFileType type_;
  Put put_;
  uint64_t size_ = 0;
  std::string block_;                // that is filled now
  std::string ready_;                // whole blocks on their way to the disk
  std::vector<uint64_t> checksums_;  // of whole blocks
};

class CheckedFile {
 public:
  // Opens the file, and checks what says how it is to be read. Throws Error of kind `input` that
  // names it if it is missing, cut or not what it should be.
  CheckedFile(std::string path, const CheckedFileType& type);
  ~CheckedFile();
  CheckedFile(const CheckedFile&) = delete;
  CheckedFile& operator=(const CheckedFile&) = delete;

  const std::string& path() const { return path_; }
  uint64_t size() const { return size_; }
  uint64_t bytes_on_disk() const { return mapped_; }
  std::array<uint64_t, 2> numbers() const { return numbers_; }

  // Returns part of the content, once its blocks are known to be good. Throws Error if one is not,
  // or if it lies beyond the content.
  std::string_view bytes(uint64_t begin, uint64_t count) const;

  // The same of numbers from byte `begin` on. REQUIRES: begin is a multiple of 8.
  std::span<const uint64_t> numbers_at(uint64_t begin, uint64_t count) const;

  // Checks every block, those too that were checked before. Throws Error for the first bad one.
  void check_all() const;

  // Throws Error: what is at this path can't be trusted.
  [[noreturn]] void refuse(const std::string& why) const;

 private:
  void check_block(uint64_t block) const;
  void read_footer();

  std::string path_;
  CheckedFileType type_;
  const char* map_ = nullptr;
  uint64_t mapped_ = 0;
  uint64_t size_ = 0;
  uint64_t blocks_ = 0;
  std::array<uint64_t, 2> numbers_{};
  // Of each block, whether it was checked.
  mutable std::unique_ptr<std::atomic<uint8_t>[]> checked_;
};

}  // namespace reprise::detail
