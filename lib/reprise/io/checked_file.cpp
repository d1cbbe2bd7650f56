// Writing: bytes fill a block; a full block gets its checksum and joins others that go to the disk
// together; at the end come the checksums and the footer. Reading: the file is mapped; the footer
// is read from its end; each block is held against its checksum when it is first asked for.
//
//     content of 5,000 bytes     2 blocks, the second with 3,192 zeros; 2 checksums; footer
//
// Cost and source: the head of checked_file.h.
#include "reprise/io/checked_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "reprise/base/hash.h"
#include "reprise/error.h"

namespace reprise::detail {
namespace {

constexpr uint64_t block_size = 4096;
constexpr size_t write_size = size_t{1} << 20;

// As it lies on disk, little-endian.
struct Footer {
  uint64_t mark = 0;
  uint32_t kind = 0;
  uint32_t format = 0;
  uint64_t series = 0;
  uint64_t size = 0;
  std::array<uint64_t, 2> numbers{};
  uint64_t checksums = 0;  // the checksum of the checksums
  uint64_t own = 0;        // of the bytes before it
};
static_assert(sizeof(Footer) == 64);

uint64_t seed_of(const CheckedFileType& type, uint64_t block) {
  return mix(mix(type.series ^ uint64_t{type.kind} << 56) ^ block);
}

std::string_view as_bytes(std::span<const uint64_t> numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

uint64_t own_checksum(const Footer& footer) {
  return hash_bytes({reinterpret_cast<const char*>(&footer), offsetof(Footer, own)});
}

uint64_t blocks_of(uint64_t size) {
  return (size + block_size - 1) / block_size;
}

std::string words_of_error(int code) {
  return std::generic_category().message(code);
}

}  // namespace

void CheckedBytes::flush() {
  put_(ready_);
  ready_.clear();
}

void CheckedBytes::end_block() {
  block_.resize(block_size);
  checksums_.push_back(hash_bytes(block_, seed_of(type_, checksums_.size())));
  ready_ += block_;
  block_.clear();
  if (ready_.size() >= write_size) {
    flush();
  }
}

void CheckedBytes::write(std::string_view bytes) {
  size_ += bytes.size();
  while (!bytes.empty()) {
    const size_t part = std::min<size_t>(bytes.size(), block_size - block_.size());
    block_.append(bytes.substr(0, part));
    bytes.remove_prefix(part);
    if (block_.size() == block_size) {
      end_block();
    }
  }
}

void CheckedBytes::write_numbers(std::span<const uint64_t> numbers) {
  write(as_bytes(numbers));
}

void CheckedBytes::finish(std::array<uint64_t, 2> numbers) {
  const uint64_t size = size_;
  if (!block_.empty()) {
    end_block();
  }
  flush();
  put_(as_bytes(checksums_));
  Footer footer;
  footer.mark = type_.mark;
  footer.kind = type_.kind;
  footer.format = type_.format;
  footer.series = type_.series;
  footer.size = size;
  footer.numbers = numbers;
  footer.checksums = hash_bytes(as_bytes(checksums_), type_.series);
  footer.own = own_checksum(footer);
  put_({reinterpret_cast<const char*>(&footer), sizeof footer});
}

CheckedFile::CheckedFile(std::string path, const CheckedFileType& type)
    : path_(std::move(path)), type_(type) {
  const int descriptor = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    refuse(errno == ENOENT ? "is missing" : "can't be read: " + words_of_error(errno));
  }
  struct stat about {};
  const bool is_file = fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode);
  mapped_ = is_file ? static_cast<uint64_t>(about.st_size) : 0;
  void* map = MAP_FAILED;
  if (mapped_ >= sizeof(Footer)) {
    map = mmap(nullptr, mapped_, PROT_READ, MAP_SHARED, descriptor, 0);
  }
  const int code = errno;
  close(descriptor);
  if (mapped_ < sizeof(Footer)) {
    refuse("is cut short");
  }
  if (map == MAP_FAILED) {
    refuse("can't be read: " + words_of_error(code));
  }
  map_ = static_cast<const char*>(map);
  try {
    read_footer();
  } catch (...) {
    munmap(map, mapped_);
    throw;
  }
}

CheckedFile::~CheckedFile() {
  munmap(const_cast<char*>(map_), mapped_);
}

void CheckedFile::refuse(const std::string& why) const {
  throw Error(ErrorKind::input, {path_, why, type_.remedy, false});
}

void CheckedFile::read_footer() {
  Footer footer;
  std::memcpy(&footer, map_ + mapped_ - sizeof footer, sizeof footer);
  if (footer.mark != type_.mark || footer.own != own_checksum(footer)) {
    refuse("is damaged or cut short");
  }
  if (footer.format != type_.format) {
    refuse("has format " + std::to_string(footer.format) + ", which this version can't read");
  }
  blocks_ = blocks_of(footer.size);
  const bool fits = footer.size <= mapped_ &&
                    mapped_ == blocks_ * (block_size + sizeof(uint64_t)) + sizeof footer;
  const bool is_this = footer.kind == type_.kind && footer.series == type_.series && fits;
  if (!is_this) {
    refuse("is the file of another segment or part, or damaged");
  }
  const std::string_view checksums(map_ + blocks_ * block_size, blocks_ * sizeof(uint64_t));
  if (hash_bytes(checksums, type_.series) != footer.checksums) {
    refuse("is damaged: its checksums are not as written");
  }
  size_ = footer.size;
  numbers_ = footer.numbers;
  checked_ = std::make_unique<std::atomic<uint8_t>[]>(blocks_);
}

void CheckedFile::check_block(uint64_t block) const {
  uint64_t expected = 0;
  std::memcpy(&expected, map_ + blocks_ * block_size + block * sizeof expected, sizeof expected);
  const std::string_view bytes(map_ + block * block_size, block_size);
  if (hash_bytes(bytes, seed_of(type_, block)) != expected) {
    refuse("is damaged in the 4,096 bytes from byte " + std::to_string(block * block_size) + " on");
  }
  checked_[block].store(1, std::memory_order_relaxed);
}

std::string_view CheckedFile::bytes(uint64_t begin, uint64_t count) const {
  if (begin > size_ || count > size_ - begin) {
    refuse("is damaged: something should stand behind its end");
  }
  const uint64_t end = blocks_of(begin + count);
  for (uint64_t block = begin / block_size; count > 0 && block < end; ++block) {
    if (checked_[block].load(std::memory_order_relaxed) == 0) {
      check_block(block);
    }
  }
  return {map_ + begin, count};
}

std::span<const uint64_t> CheckedFile::numbers_at(uint64_t begin, uint64_t count) const {
  if (count > size_ / sizeof(uint64_t)) {
    refuse("is damaged: something should stand behind its end");
  }
  const std::string_view found = bytes(begin, count * sizeof(uint64_t));
  return {reinterpret_cast<const uint64_t*>(found.data()), count};
}

void CheckedFile::check_all() const {
  for (uint64_t block = 0; block < blocks_; ++block) {
    check_block(block);
  }
}

}  // namespace reprise::detail
