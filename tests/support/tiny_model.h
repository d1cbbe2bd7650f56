// A model of a few thousand numbers, as a folder that sentence-transformers could have written: for
// tests of whatever reads one. It means nothing, but computes as large ones do.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "support/files.h"

namespace reprise::detail::support {

struct TinyTensor {
  std::vector<uint64_t> shape;
  std::vector<float> numbers;
};

struct TinyModel {
  uint32_t width = 16;
  uint32_t heads = 4;
  uint32_t inner = 24;
  uint32_t layers = 2;
  uint32_t places = 32;
  std::vector<std::string> pieces;
  std::map<std::string, TinyTensor> tensors;
};

// Returns a model whose numbers come from the seed.
TinyModel make_tiny_model(uint64_t seed = 1);

// Returns the bytes of a safetensors file.
std::string safetensors_of(const std::map<std::string, TinyTensor>& tensors);

// Writes the model's files into the folder.
void write_tiny_model(const TinyModel& model, const TempFolder& folder);

}  // namespace reprise::detail::support
