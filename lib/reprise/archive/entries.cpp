#include "reprise/archive/entries.h"

#include <algorithm>
#include <array>
#include <bit>

namespace reprise::detail {
namespace {

constexpr uint64_t entries_of_a_part = 64;  // about, of the directory's parts
constexpr uint32_t most_bits = 28;

uint32_t bits_for(uint64_t entries) {
  const auto wanted = static_cast<uint32_t>(std::bit_width(entries / entries_of_a_part));
  return std::min(wanted, most_bits);
}

uint64_t part_of(uint64_t entry, uint32_t bits) {
  return bits == 0 ? 0 : entry >> (64 - bits);
}

}  // namespace

// By radix, from the lowest of the key's bits up.
void sort_by_key(std::vector<uint64_t>& entries) {
  constexpr uint32_t digit_bits = 11;
  constexpr size_t digits = size_t{1} << digit_bits;
  std::vector<uint64_t> sorted(entries.size());
  for (uint32_t shift = 32; shift < 64; shift += digit_bits) {
    std::array<size_t, digits + 1> begin{};
    for (const uint64_t entry : entries) {
      ++begin[(entry >> shift) % digits + 1];
    }
    for (size_t d = 1; d <= digits; ++d) {
      begin[d] += begin[d - 1];
    }
    for (const uint64_t entry : entries) {
      sorted[begin[(entry >> shift) % digits]++] = entry;
    }
    entries.swap(sorted);
  }
}

EntriesWriter::EntriesWriter(const std::string& path, SegmentFileKind kind, uint64_t segment,
                             uint64_t most)
    : file_(path, kind, segment), bits_(bits_for(most)) {}

void EntriesWriter::add(std::span<const uint64_t> entries) {
  for (size_t i = 0; i < entries.size(); ++i) {
    if (const uint64_t part = part_of(entries[i], bits_); directory_.size() <= part) {
      directory_.resize(part + 1, count_ + i);
    }
  }
  count_ += entries.size();
  file_.write_numbers(entries);
}

void EntriesWriter::finish() {
  directory_.resize((uint64_t{1} << bits_) + 1, count_);
  file_.write_numbers(directory_);
  file_.finish({count_, bits_});
}

Entries::Entries(const std::string& path, SegmentFileKind kind, uint64_t segment)
    : file_(path, type_of(kind, segment)) {
  const auto [count, bits] = file_.numbers();
  const bool can_be = bits <= most_bits && count <= file_.size() / sizeof(uint64_t) &&
                      file_.size() == (count + (uint64_t{1} << bits) + 1) * sizeof(uint64_t);
  if (!can_be) {
    file_.refuse("is damaged: its numbers contradict one another");
  }
  count_ = count;
  bits_ = static_cast<uint32_t>(bits);
}

std::span<const uint64_t> Entries::of(uint32_t key) const {
  const uint64_t first = uint64_t{key} << 32;
  const uint64_t place = (count_ + part_of(first, bits_)) * sizeof(uint64_t);
  const std::span<const uint64_t> part = file_.numbers_at(place, 2);
  if (part[0] > part[1] || part[1] > count_) {
    file_.refuse("is damaged: its directory is out of order");
  }
  const std::span<const uint64_t> entries = slice(part[0], part[1] - part[0]);
  const auto begin = std::lower_bound(entries.begin(), entries.end(), first);
  const auto end = std::upper_bound(begin, entries.end(), first | UINT32_MAX);
  return {begin, end};
}

}  // namespace reprise::detail
