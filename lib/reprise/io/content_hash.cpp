#include "reprise/io/content_hash.h"

#include <xxhash.h>

#include <new>

namespace reprise::detail {

struct ContentHasher::State {
  XXH3_state_t* xxhash = XXH3_createState();
  uint64_t size = 0;

  State() {
    if (xxhash == nullptr) {
      throw std::bad_alloc();
    }
    XXH3_64bits_reset(xxhash);
  }
  ~State() { XXH3_freeState(xxhash); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

ContentHasher::ContentHasher() : state_(std::make_unique<State>()) {}
ContentHasher::~ContentHasher() = default;

void ContentHasher::add(std::string_view bytes) {
  XXH3_64bits_update(state_->xxhash, bytes.data(), bytes.size());
  state_->size += bytes.size();
}

ContentHash ContentHasher::value() const {
  return {state_->size, XXH3_64bits_digest(state_->xxhash)};
}

}  // namespace reprise::detail
