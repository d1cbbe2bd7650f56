// Texts to vectors that lie near each other where the texts mean the same.
//
//     const Encoder encoder("all-MiniLM-L6-v2/");
//     encoder.encode("the ferry stays in port") · encoder.encode("no boat will sail")     0.5
//     encoder.encode("the ferry stays in port") · encoder.encode("onions are dear")       0.0
//
// A text is encoded by itself, so that its vector depends on nothing but the text, the model, and,
// in the seventh digit, the kind of processor. What is longer than the model reads is cut off at
// its end, and the vector is that of the begin.
//
// Cost: that of loading (model_folder.h, network.h), and of each text. Any number of threads may
// use one encoder.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/meaning/model_folder.h"
#include "reprise/meaning/network.h"
#include "reprise/meaning/vector_cache.h"
#include "reprise/meaning/word_pieces.h"

namespace reprise::detail {

// A row of `width` numbers for each text.
struct Vectors {
  size_t width = 0;
  std::vector<float> numbers;

  size_t size() const { return width > 0 ? numbers.size() / width : 0; }
  std::span<const float> row(size_t i) const {
    return std::span(numbers).subspan(i * width, width);
  }
  std::span<float> row(size_t i) { return std::span(numbers).subspan(i * width, width); }
};

class Encoder {
 public:
  // Loads the model. Throws Error (input), which names the file and what is wrong with it.
  explicit Encoder(const std::string& folder);

  size_t width() const { return width_; }
  // Of everything that says what the model's vectors are.
  uint64_t hash() const { return hash_; }
  uint32_t most_pieces() const { return most_pieces_; }
  // How much its likenesses count, if the model says so; else null.
  const LearntWeights* learnt_weights() const { return learnt_ ? &*learnt_ : nullptr; }

  // Returns the numbers of the text's pieces, as many as the model reads. `is_cut` gets whether
  // there were more.
  std::vector<uint32_t> pieces_of(std::string_view text, bool& is_cut) const;

  // Returns the vector of the pieces, or the text's. Throws Error (input) if the model gives
  // numbers that are none.
  std::vector<float> encode(std::span<const uint32_t> pieces) const;
  std::vector<float> encode(std::string_view text) const;

  // Looks vectors up in the file first, and keeps new ones for save_cache(). Throws Error (usage)
  // if the file is no cache of vectors.
  void use_cache(const std::string& path);
  // Writes the cache, if there is one. Returns what was wrong with it, before or now.
  std::vector<Problem> save_cache() const;

  // Returns those of all texts, in their order, out of the cache where it has them; of equal texts
  // one is encoded, and texts run in parallel.
  Vectors encode_all(std::span<const std::string_view> texts) const;

 private:
  Encoder(Model model, std::string folder);

  std::string folder_;
  size_t width_;
  uint64_t hash_;
  uint32_t most_pieces_;
  std::optional<LearntWeights> learnt_;
  WordPieces pieces_;
  Network network_;
  std::unique_ptr<VectorCache> cache_;
};

}  // namespace reprise::detail
