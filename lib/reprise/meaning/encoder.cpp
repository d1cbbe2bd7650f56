#include "reprise/meaning/encoder.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "reprise/base/hash.h"
#include "reprise/base/parallel.h"
#include "reprise/error.h"
#include "reprise/version.h"

namespace reprise::detail {

Encoder::Encoder(const std::string& folder) : Encoder(read_model(folder), folder) {}

Encoder::Encoder(Model model, std::string folder)
    : folder_(std::move(folder)),
      width_(model.shape.width),
      hash_(model.hash),
      most_pieces_(model.most_pieces),
      learnt_(model.weights_of_evidence),
      pieces_(std::move(model.vocabulary), model.shape.words, model.vocabulary_path),
      network_(model.shape, std::move(model.weights)) {}

std::vector<uint32_t> Encoder::pieces_of(std::string_view text, bool& is_cut) const {
  std::vector<uint32_t> pieces = pieces_.of(text, most_pieces_ + size_t{1});
  is_cut = pieces.size() > most_pieces_;
  if (is_cut) {
    pieces.erase(pieces.end() - 2);  // the last but the one that ends all
  }
  return pieces;
}

std::vector<float> Encoder::encode(std::span<const uint32_t> pieces) const {
  std::vector<float> vector = network_.run(pieces);
  if (!std::ranges::all_of(vector, [](float number) { return std::isfinite(number); })) {
    throw Error(ErrorKind::input,
                {folder_, "the model gives numbers that are none (NaN or infinite)",
                 "get the model again, or another one", false});
  }
  return vector;
}

std::vector<float> Encoder::encode(std::string_view text) const {
  bool is_cut = false;
  return encode(pieces_of(text, is_cut));
}

void Encoder::use_cache(const std::string& path) {
  // Another version of ours, of oneDNN or of the processor may change the last digits.
  const uint64_t made_by = hash_bytes(std::string(version()) + Network::made_by());
  cache_ = std::make_unique<VectorCache>(
      path, VectorKind{mix(hash_ ^ made_by), static_cast<uint32_t>(width_)});
}

std::vector<Problem> Encoder::save_cache() const {
  std::vector<Problem> problems;
  if (cache_) {
    for (const std::optional<Problem>& problem : {cache_->problem(), cache_->save()}) {
      if (problem) {
        problems.push_back(*problem);
      }
    }
  }
  return problems;
}

Vectors Encoder::encode_all(std::span<const std::string_view> texts) const {
  Vectors vectors{width_, std::vector<float>(texts.size() * width_)};
  std::unordered_map<std::string_view, size_t> first;  // where each text stands first
  std::vector<size_t> distinct;
  for (size_t i = 0; i < texts.size(); ++i) {
    if (first.emplace(texts[i], i).second) {
      distinct.push_back(i);
    }
  }
  parallel_for(distinct.size(), [&](size_t d) {
    const std::string_view text = texts[distinct[d]];
    const std::span<float> row = vectors.row(distinct[d]);
    if (cache_ && cache_->find(text, row)) {
      return;
    }
    std::ranges::copy(encode(text), row.begin());
    if (cache_) {
      cache_->add(text, row);
    }
  });
  for (size_t i = 0; i < texts.size(); ++i) {
    const std::span<const float> row = std::as_const(vectors).row(first.at(texts[i]));
    std::ranges::copy(row, vectors.row(i).begin());
  }
  return vectors;
}

}  // namespace reprise::detail
