// The tables of numbers of a model, from a file in the format safetensors.
//
//     8 bytes   the size of the header
//     header    JSON: {"norm.bias": {"dtype": "F32", "shape": [384], "data_offsets": [0, 1536]}, …}
//     data      the numbers, little-endian; offsets count from here
//
// The file is somebody else's: what it says is checked before it is believed. A number that is none
// (NaN, infinite) is refused, since one of them spoils every vector.
//
// Cost: that of reading the file; memory: its bytes. One thread.
// Source: https://github.com/huggingface/safetensors (the format).
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::detail {

// The type of a table's numbers. Others may stand in a file, and are not asked for.
enum class NumberType { f32, f16, bf16, other };

struct TensorEntry {
  NumberType type = NumberType::other;
  std::vector<uint64_t> shape;
  uint64_t begin = 0;  // bytes of the data
  uint64_t end = 0;
};

// Returns what a header says, by name. `data`: how many bytes stand behind it. Throws Error (input)
// if it is none, or says what can't be.
std::map<std::string, TensorEntry> read_tensor_header(std::string header, uint64_t data,
                                                      const std::string& where);

class TensorFile {
 public:
  // Takes the bytes of a file. Throws Error (input), which names it as `where`.
  TensorFile(std::string bytes, std::string where);

  bool has(const std::string& name) const { return entries_.contains(name); }

  // Returns the numbers of the table. Throws Error (input) if there is none of this name and shape,
  // or a number of it is none.
  std::vector<float> take(const std::string& name, std::span<const uint64_t> shape) const;

 private:
  std::string bytes_;
  std::string where_;
  std::string_view data_;
  std::map<std::string, TensorEntry> entries_;
};

}  // namespace reprise::detail
