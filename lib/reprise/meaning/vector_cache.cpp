// Steps of reading: what the file begins with says whether it is a cache; its size must be that of
// its entries, its hash that of its bytes, and its kind the one that is wanted.
//
//     "reprise.vectors1" | kind 8 | width 4 | count 8 | (16 + 4 width) each | hash 8
//
// Cost: see the header.
#include "reprise/meaning/vector_cache.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>

#include "reprise/base/hash.h"
#include "reprise/io/input_file.h"
#include "reprise/io/output_file.h"

namespace reprise::detail {
namespace {

constexpr std::string_view magic = "reprise.vectors1";
constexpr uint64_t second_seed = 0x5eed;
constexpr size_t head_bytes = magic.size() + 8 + 4 + 8;
constexpr size_t tail_bytes = 8;
constexpr size_t key_bytes = 16;

template <class Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof(number)];
  std::memcpy(raw, &number, sizeof(number));
  bytes.append(raw, sizeof(number));
}

// Takes numbers off the front of bytes.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}

  template <class Number>
  Number take() {
    Number number;
    std::memcpy(&number, bytes_.data(), sizeof(number));
    bytes_.remove_prefix(sizeof(number));
    return number;
  }

  void take(std::span<float> numbers) {
    std::memcpy(numbers.data(), bytes_.data(), numbers.size_bytes());
    bytes_.remove_prefix(numbers.size_bytes());
  }

 private:
  std::string_view bytes_;
};

bool is_finite(std::span<const float> vector) {
  return std::ranges::all_of(vector, [](float number) { return std::isfinite(number); });
}

}  // namespace

VectorCache::VectorCache(std::string path, VectorKind kind, uint64_t most_bytes)
    : path_(std::move(path)), kind_(kind), most_bytes_(most_bytes) {
  std::error_code error;
  if (!std::filesystem::exists(path_, error)) {
    return;
  }
  std::optional<std::string> damage;
  const std::string bytes = read_whole(path_, damage);
  const std::string_view begin = std::string_view(bytes).substr(0, magic.size());
  if (!bytes.empty() && begin != magic) {
    throw Error(ErrorKind::usage,
                {path_, "is no cache of vectors", "name a file that may be overwritten", false});
  }
  read(bytes);
}

VectorCache::Key VectorCache::key_of(std::string_view text) {
  return {hash_bytes(text), hash_bytes(text, second_seed)};
}

void VectorCache::read(std::string_view bytes) {
  const auto pass_over = [this](const char* what) {
    problem_ = Problem{path_, what, "it is made anew", false};
  };
  if (bytes.size() < head_bytes + tail_bytes) {
    return pass_over("the cache of vectors is cut off");
  }
  Taker head(bytes.substr(magic.size()));
  const auto hash = head.take<uint64_t>();
  const auto width = head.take<uint32_t>();
  const auto count = head.take<uint64_t>();
  const std::string_view whole = bytes.substr(0, bytes.size() - tail_bytes);
  if (Taker(bytes.substr(whole.size())).take<uint64_t>() != hash_bytes(whole)) {
    return pass_over("the cache of vectors is damaged");
  }
  if (hash != kind_.hash || width != kind_.width) {
    return pass_over("the cache holds the vectors of another model, program or machine");
  }
  const size_t each = key_bytes + sizeof(float) * width;
  if (count != (whole.size() - head_bytes) / each || (whole.size() - head_bytes) % each != 0) {
    return pass_over("the cache of vectors is damaged");
  }
  Taker entries(whole.substr(head_bytes));
  for (uint64_t i = 0; i < count; ++i) {
    const auto first = entries.take<uint64_t>();
    const auto second = entries.take<uint64_t>();
    Entry entry{std::vector<float>(width), false};
    entries.take(entry.vector);
    if (is_finite(entry.vector)) {
      entries_.emplace(Key(first, second), std::move(entry));
    }
  }
}

bool VectorCache::find(std::string_view text, std::span<float> vector) {
  const Key key = key_of(text);
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end()) {
    return false;
  }
  found->second.is_used = true;
  std::ranges::copy(found->second.vector, vector.begin());
  return true;
}

void VectorCache::add(std::string_view text, std::span<const float> vector) {
  const Key key = key_of(text);
  const std::lock_guard lock(mutex_);
  entries_[key] = {std::vector<float>(vector.begin(), vector.end()), true};
  has_news_ = true;
}

// Returns the file, without the entries that it has no room for.
std::string VectorCache::bytes() const {
  const size_t each = key_bytes + sizeof(float) * kind_.width;
  const size_t room =
      most_bytes_ > head_bytes + tail_bytes ? (most_bytes_ - head_bytes - tail_bytes) / each : 0;
  const uint64_t count = std::min(room, entries_.size());
  std::string bytes(magic);
  bytes.reserve(head_bytes + count * each + tail_bytes);
  append(bytes, kind_.hash);
  append(bytes, kind_.width);
  append(bytes, count);
  uint64_t written = 0;
  for (const bool used : {true, false}) {
    for (const auto& [key, entry] : entries_) {
      if (entry.is_used != used || written == count) {
        continue;
      }
      append(bytes, key.first);
      append(bytes, key.second);
      for (const float number : entry.vector) {
        append(bytes, number);
      }
      ++written;
    }
  }
  append(bytes, hash_bytes(bytes));
  return bytes;
}

std::optional<Problem> VectorCache::save() const {
  if (!has_news_) {
    return std::nullopt;
  }
  try {
    OutputFile file(path_, Durability::buffered);
    file.write(bytes());
    file.commit();
  } catch (const Error& error) {
    return Problem{path_, "the cache of vectors was not written: " + error.problem().what,
                   error.problem().remedy, false};
  }
  return std::nullopt;
}

}  // namespace reprise::detail
