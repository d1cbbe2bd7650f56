// A model of the BERT family as a function: numbers of word pieces in, one vector out.
//
//     pieces   101 1996 8030 6107 102          [CLS] the ferry sails [SEP]
//     1. each piece is the sum of what its word, its place and its kind are in a table
//     2. each layer lets every piece look at all others (attention), then thinks it over by itself
//     3. the vectors of the pieces are pooled to one, whose length becomes 1
//
// Texts run one by one: no padding, no batch, so that what a text gives depends on nothing beside
// it, and threads change no byte. Another kind of processor sums in another order: it may change
// the seventh digit.
//
// Cost: 2 operations a weight and piece, some 8 ms for 30 pieces of a model of six layers of 384;
// of a length that was not met before, some milliseconds more. Memory: that of the weights. Any
// number of threads may run one network.
// Source: Vaswani et al. 2017; Devlin et al. 2019 (BERT); Reimers, Gurevych 2019 (pooling).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace reprise::detail {

// How the vectors of the pieces become one.
enum class Pooling { mean, first };

struct NetworkShape {
  uint32_t width = 0;  // of a piece's vector
  uint32_t heads = 0;  // of the attention; they share the width
  uint32_t inner = 0;  // width inside of a layer's second half
  uint32_t layers = 0;
  uint32_t words = 0;  // rows of the tables
  uint32_t places = 0;
  float epsilon = 0;  // added to variances
  Pooling pooling = Pooling::mean;
  bool normalised = true;  // whether vectors have the length 1
};

// y = weight x + bias; a row of `weight` for each output.
struct DenseWeights {
  std::vector<float> weight;
  std::vector<float> bias;
};

struct NormWeights {
  std::vector<float> scale;
  std::vector<float> shift;
};

struct LayerWeights {
  DenseWeights look;  // queries, keys and values, one below the other
  DenseWeights attended;
  NormWeights attended_norm;
  DenseWeights up;
  DenseWeights down;
  NormWeights norm;
};

struct NetworkWeights {
  std::vector<float> words;   // a row a word
  std::vector<float> places;  // a row a place
  std::vector<float> kind;    // of the first sentence: the only one there is
  NormWeights norm;
  std::vector<LayerWeights> layers;
};

struct PackedNetwork;

class Network {
 public:
  // REQUIRES: the weights have the sizes that the shape says, and are finite. Throws Error (system)
  // if oneDNN can't do it on this processor.
  Network(const NetworkShape& shape, NetworkWeights weights);
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  // Returns the vector of the pieces, `width` numbers. REQUIRES: there are pieces, no more than
  // shape.places, each less than shape.words.
  std::vector<float> run(std::span<const uint32_t> pieces) const;

  // Returns what makes the last digits of vectors: the version of oneDNN, and which instructions it
  // uses here.
  static std::string made_by();

 private:
  std::unique_ptr<const PackedNetwork> packed_;
};

}  // namespace reprise::detail
