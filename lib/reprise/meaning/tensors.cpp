// Steps: the size of the header is held against that of the file; each table's offsets against the
// data and its shape; and numbers of two bytes become such of four when they are taken.
//
//     {"a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}    6 numbers, 24 bytes
//     "data_offsets": [0, 25]        refused: a shape of 24 bytes
//     "shape": [4294967296, 4294967296]    refused: no such number of bytes can be counted
#include "reprise/meaning/tensors.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

#include "reprise/error.h"
#include "reprise/io/json_tree.h"

namespace reprise::detail {
namespace {

constexpr uint64_t size_bytes = 8;
constexpr uint64_t most_header = 100'000'000;  // as the format has it

constexpr const char* get_it_again = "get the model again: the file is damaged or cut off";

[[noreturn]] void refuse_file(const std::string& where, const std::string& what) {
  throw Error(ErrorKind::input, {where, what, get_it_again, false});
}

NumberType type_of(std::string_view name) {
  if (name == "F32") {
    return NumberType::f32;
  }
  if (name == "F16") {
    return NumberType::f16;
  }
  return name == "BF16" ? NumberType::bf16 : NumberType::other;
}

// Returns the bytes of such a table; nothing if no 64 bits count them.
std::optional<uint64_t> bytes_of(const TensorEntry& entry) {
  uint64_t bytes = entry.type == NumberType::f32 ? 4 : 2;
  for (const uint64_t size : entry.shape) {
    if (__builtin_mul_overflow(bytes, size, &bytes)) {
      return std::nullopt;
    }
  }
  return bytes;
}

TensorEntry read_entry(const JsonNode& node, uint64_t data) {
  TensorEntry entry;
  entry.type = type_of(node["dtype"].text());
  const JsonNode shape = node["shape"];
  shape.each([&](const JsonNode& size, size_t) { entry.shape.push_back(size.count(UINT64_MAX)); });
  const JsonNode offsets = node["data_offsets"];
  const auto [begin, end] = offsets.items<2>();
  entry.begin = begin.count(data);
  entry.end = end.count(data);
  if (entry.begin > entry.end) {
    offsets.fail("ends before it begins", get_it_again);
  }
  if (entry.type != NumberType::other && bytes_of(entry) != entry.end - entry.begin) {
    offsets.fail("are not as many bytes as the shape has", get_it_again);
  }
  return entry;
}

std::string header_of(std::string_view bytes, const std::string& where) {
  uint64_t size = 0;
  if (bytes.size() < size_bytes) {
    refuse_file(where, "is no safetensors file: it is too short");
  }
  std::memcpy(&size, bytes.data(), size_bytes);
  if (size > most_header || size > bytes.size() - size_bytes) {
    refuse_file(where, "is no safetensors file, or it is cut off: its header does not fit into it");
  }
  return std::string(bytes.substr(size_bytes, size));
}

float from_bf16(uint16_t bits) {
  return std::bit_cast<float>(uint32_t{bits} << 16);
}

// IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction.
float from_f16(uint16_t bits) {
  const uint32_t fraction = bits & 0x3ffU;
  const uint32_t exponent = bits >> 10 & 0x1fU;
  const float sign = (bits & 0x8000U) != 0 ? -1.0F : 1.0F;
  if (exponent == 0x1fU) {
    return fraction == 0 ? sign * INFINITY : NAN;
  }
  if (exponent == 0) {
    return sign * std::ldexp(static_cast<float>(fraction), -24);
  }
  return sign * std::ldexp(static_cast<float>(fraction | 0x400U), static_cast<int>(exponent) - 25);
}

std::vector<float> numbers_of(std::string_view bytes, NumberType type) {
  if (type == NumberType::f32) {
    std::vector<float> numbers(bytes.size() / sizeof(float));
    std::memcpy(numbers.data(), bytes.data(), bytes.size());
    return numbers;
  }
  std::vector<float> numbers(bytes.size() / sizeof(uint16_t));
  for (size_t i = 0; i < numbers.size(); ++i) {
    uint16_t bits = 0;
    std::memcpy(&bits, bytes.data() + i * sizeof(bits), sizeof(bits));
    numbers[i] = type == NumberType::f16 ? from_f16(bits) : from_bf16(bits);
  }
  return numbers;
}

std::string in_words(std::span<const uint64_t> shape) {
  std::string text;
  for (const uint64_t size : shape) {
    text += (text.empty() ? "" : " × ") + std::to_string(size);
  }
  return text;
}

}  // namespace

std::map<std::string, TensorEntry> read_tensor_header(std::string header, uint64_t data,
                                                      const std::string& where) {
  std::map<std::string, TensorEntry> entries;
  const JsonTree tree(std::move(header), where, {});
  tree.root().each_member([&](std::string_view name, const JsonNode& node) {
    if (name != "__metadata__") {
      entries.emplace(name, read_entry(node, data));
    }
  });
  return entries;
}

TensorFile::TensorFile(std::string bytes, std::string where)
    : bytes_(std::move(bytes)), where_(std::move(where)) {
  std::string header = header_of(bytes_, where_);
  data_ = std::string_view(bytes_).substr(size_bytes + header.size());
  entries_ = read_tensor_header(std::move(header), data_.size(), where_);
}

std::vector<float> TensorFile::take(const std::string& name,
                                    std::span<const uint64_t> shape) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) {
    throw Error(ErrorKind::input, {where_, "has no table \"" + name + "\"",
                                   "take a model of the BERT family, whole", false});
  }
  const TensorEntry& entry = found->second;
  if (entry.type == NumberType::other) {
    throw Error(ErrorKind::input,
                {where_, "the numbers of \"" + name + "\" are of another type",
                 "save the model with numbers of the type F32, F16 or BF16", false});
  }
  if (!std::ranges::equal(entry.shape, shape)) {
    throw Error(ErrorKind::input,
                {where_,
                 "\"" + name + "\" is a table of " + in_words(entry.shape) + " numbers, not of " +
                     in_words(shape) + " as the model's config.json says",
                 "take all files of one model", false});
  }
  std::vector<float> numbers =
      numbers_of(data_.substr(entry.begin, entry.end - entry.begin), entry.type);
  if (!std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); })) {
    refuse_file(where_, "\"" + name + "\" holds a number that is none (NaN or infinite)");
  }
  return numbers;
}

}  // namespace reprise::detail
