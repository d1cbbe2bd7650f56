// Any bytes as a file of tables: it is refused, or what it says lies inside of it and each table
// that is asked for has the numbers of its shape, all finite.
#include <cmath>
#include <string>
#include <vector>

#include "fuzz/require.h"
#include "reprise/error.h"
#include "reprise/meaning/tensors.h"

namespace {

using namespace reprise::detail;
using fuzz::require;

void check(const std::string& bytes) {
  const TensorFile file(bytes, "model.safetensors");
  for (const char* name : {"a", "b", "embeddings.word_embeddings.weight"}) {
    for (const std::vector<uint64_t>& shape :
         {std::vector<uint64_t>{2}, std::vector<uint64_t>{2, 3}, std::vector<uint64_t>{}}) {
      try {
        const std::vector<float> numbers = file.take(name, shape);
        uint64_t size = 1;
        for (const uint64_t each : shape) {
          size *= each;
        }
        require(file.has(name) && numbers.size() == size);
        for (const float number : numbers) {
          require(std::isfinite(number));
        }
      } catch (const reprise::Error&) {
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    check(std::string(reinterpret_cast<const char*>(data), size));
  } catch (const reprise::Error& error) {
    require(error.problem().where.starts_with("model.safetensors"));
  }
  return 0;
}
