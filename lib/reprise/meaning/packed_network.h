// The network as oneDNN wants it: weights packed once, and primitives for each number of pieces.
//
//     packed.plan_of(30).look    the product of 30 rows with queries, keys and values
//
// Cost: packing, a copy of the weights; a plan, some milliseconds. Plans may be asked for by any
// number of threads. REQUIRES: OneThread (one_thread.h), around whatever is called here.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <oneapi/dnnl/dnnl.hpp>
#include <span>
#include <utility>
#include <vector>

#include "reprise/meaning/network.h"

namespace reprise::detail {

// A primitive with what is known of its sizes.
template <class Kind>
struct Made {
  typename Kind::primitive_desc description;
  dnnl::primitive primitive;

  Made() = default;
  explicit Made(typename Kind::primitive_desc wanted)
      : description(std::move(wanted)), primitive(Kind(description)) {}
};
using Product = Made<dnnl::matmul>;

// What comes behind a product.
enum class After { nothing, bend, add };

// Weights and bias of a product, packed as it wants them.
struct Dense {
  int64_t in = 0;
  int64_t out = 0;
  After after = After::nothing;
  dnnl::memory::desc packed;
  dnnl::memory weight;
  dnnl::memory bias;
};

// All that is made for one number of pieces.
struct Plan {
  Product look, attended, up, down;
  Product scores, seen;
  Made<dnnl::softmax_forward> softmax;
  Made<dnnl::layer_normalization_forward> norm;
  size_t scratch = 0;  // bytes that the greediest of them wants for what it holds in between
};

struct Norm {
  dnnl::memory scale;
  dnnl::memory shift;
};

struct Layer {
  Dense look, attended, up, down;
  Norm attended_norm, norm;
};

struct PackedNetwork {
  NetworkShape shape;
  std::vector<float> words;   // a row a word
  std::vector<float> places;  // a row a place, with the one kind of sentence that there is
  dnnl::engine engine{dnnl::engine::kind::cpu, 0};
  Norm norm;
  std::vector<Layer> layers;

  PackedNetwork(const NetworkShape& wanted, NetworkWeights weights);

  const Plan& plan_of(int64_t rows) const;

 private:
  dnnl::memory kept(std::span<const float> values) const;
  Norm kept_norm(const NormWeights& weights) const;
  Dense pack(const DenseWeights& weights, int64_t in, After after) const;
  Product product(int64_t rows, const Dense& dense) const;
  std::unique_ptr<const Plan> make_plan(int64_t rows) const;

  mutable std::mutex plans_mutex_;
  mutable std::map<int64_t, std::unique_ptr<const Plan>> plans_;  // by number of pieces
};

}  // namespace reprise::detail
