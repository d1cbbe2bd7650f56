// Any bytes as the vocabulary of a model, as a tokenizer.json and as a list; what follows the first
// line feed is a text too. The vocabulary is refused, or every text becomes numbers that it knows.
// And as what the model says of how much it counts: refused, or numbers in bounds.
#include <cmath>
#include <string>

#include "fuzz/require.h"
#include "reprise/error.h"
#include "reprise/meaning/learnt_weights.h"
#include "reprise/meaning/word_pieces.h"

namespace {

using namespace reprise::detail;
using fuzz::require;

constexpr uint32_t words = 64;

void check(PieceVocabulary vocabulary, std::string_view text) {
  const WordPieces pieces(std::move(vocabulary), words, "vocabulary");
  for (const size_t most : {size_t{2}, size_t{7}, size_t{1000}}) {
    const std::vector<uint32_t> found = pieces.of(text, most);
    require(found.size() >= 2 && found.size() <= most);
    for (const uint32_t piece : found) {
      require(piece < words);
    }
  }
}

template <class Read>
void try_to(const Read& read, std::string_view bytes, std::string_view text) {
  try {
    check(read(std::string(bytes), "vocabulary"), text);
  } catch (const reprise::Error& error) {
    require(error.problem().where.starts_with("vocabulary"));
  }
}

void try_weights(std::string_view bytes) {
  try {
    const LearntWeights learnt = read_learnt_weights(std::string(bytes), "vocabulary");
    for (const Evidences& weights : {learnt.prose, learnt.statements}) {
      for (const double weight : weights) {
        require(std::abs(weight) <= 1000);
      }
    }
  } catch (const reprise::Error& error) {
    require(error.problem().where.starts_with("vocabulary"));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view text = bytes.substr(std::min(bytes.find('\n'), bytes.size()));
  try_to(read_tokenizer_json, bytes, text);
  try_to(read_piece_list, bytes, text);
  // Whatever it is: with the pieces that it needs.
  try_to(read_piece_list, "[UNK]\n[CLS]\n[SEP]\n" + std::string(bytes), bytes);
  try_weights(bytes);
  return 0;
}
