#include "reprise/corpus/input_size.h"

#include <filesystem>

#include "reprise/io/pack.h"

namespace reprise::detail {

uint64_t total_size(std::span<const InputPath> inputs) {
  uint64_t total = 0;
  for (const InputPath& input : inputs) {
    std::error_code error;
    const uint64_t size = input.path == "-" ? 0 : std::filesystem::file_size(input.path, error);
    const bool known = !error && size > 0 && packing_of(input.path) == Packing::none;
    if (!known) {
      return 0;
    }
    total += size;
  }
  return total;
}

}  // namespace reprise::detail
