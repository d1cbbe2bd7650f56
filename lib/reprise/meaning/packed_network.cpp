// Steps: the numbers of the model are copied to where oneDNN wants them; of the first layer, whose
// sizes are those of all, the primitives are made when a number of pieces is met first.
//
// Queries are divided by the root of a head's size once and for all, so that scores need not be.
// Which packing suits a product depends on the width of its weights alone, so that one packing
// serves all numbers of pieces.
#include "reprise/meaning/packed_network.h"

#include <algorithm>
#include <cmath>

namespace reprise::detail {
namespace {

using dnnl::memory;
using Dims = memory::dims;
using Tag = memory::format_tag;

constexpr auto f32 = memory::data_type::f32;

memory::desc rows_of(Dims dims) {
  return {std::move(dims), f32, Tag::ab};
}

// A view of columns: of each head, `rows` vectors of `size` numbers, `stride` numbers apart.
memory::desc heads_of(int64_t heads, int64_t rows, int64_t size, int64_t stride) {
  return {{heads, rows, size}, f32, Dims{size, stride, 1}};
}

dnnl::primitive_attr attributes(After after) {
  dnnl::post_ops operations;
  if (after == After::bend) {
    operations.append_eltwise(1.0F, dnnl::algorithm::eltwise_gelu_erf, 0.0F, 0.0F);
  }
  if (after == After::add) {
    operations.append_sum();
  }
  dnnl::primitive_attr attributes;
  attributes.set_post_ops(operations);
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  return attributes;
}

dnnl::matmul::primitive_desc dense_product(const dnnl::engine& engine, int64_t rows, int64_t in,
                                           int64_t out, const memory::desc& weight, After after) {
  const dnnl::matmul::desc wanted(rows_of({rows, in}), weight, rows_of({1, out}),
                                  rows_of({rows, out}));
  return {wanted, attributes(after), engine};
}

template <class... Kinds>
size_t scratch_of(const Made<Kinds>&... made) {
  return std::max({made.description.scratchpad_desc().get_size()...});
}

}  // namespace

// Returns a copy of the numbers that oneDNN owns.
memory PackedNetwork::kept(std::span<const float> values) const {
  memory copy({{static_cast<int64_t>(values.size())}, f32, Tag::a}, engine);
  std::copy(values.begin(), values.end(), static_cast<float*>(copy.get_data_handle()));
  return copy;
}

Norm PackedNetwork::kept_norm(const NormWeights& weights) const {
  return {kept(weights.scale), kept(weights.shift)};
}

Dense PackedNetwork::pack(const DenseWeights& weights, int64_t in, After after) const {
  constexpr int64_t usual_rows = 32;  // which packing suits does not depend on it
  Dense dense;
  dense.in = in;
  dense.out = static_cast<int64_t>(weights.bias.size());
  dense.after = after;
  const memory::desc any({in, dense.out}, f32, Tag::any);
  dense.packed = dense_product(engine, usual_rows, in, dense.out, any, after).weights_desc();
  dense.weight = memory(dense.packed, engine);
  const memory::desc plain({in, dense.out}, f32, Tag::ba);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): it is only read
  memory source(plain, engine, const_cast<float*>(weights.weight.data()));
  dnnl::stream packing(engine);
  dnnl::reorder(source, dense.weight).execute(packing, source, dense.weight);
  packing.wait();
  dense.bias = memory(rows_of({1, dense.out}), engine);
  std::copy(weights.bias.begin(), weights.bias.end(),
            static_cast<float*>(dense.bias.get_data_handle()));
  return dense;
}

PackedNetwork::PackedNetwork(const NetworkShape& wanted, NetworkWeights weights) : shape(wanted) {
  words = std::move(weights.words);
  places = std::move(weights.places);
  // The one kind of sentence that there is stands in each place.
  for (size_t i = 0; i < places.size(); ++i) {
    places[i] += weights.kind[i % shape.width];
  }
  norm = kept_norm(weights.norm);
  const int64_t width = shape.width;
  // Scores are divided by the root of a head's size: so are the queries.
  const float scale = 1 / std::sqrt(static_cast<float>(shape.width / shape.heads));
  for (LayerWeights& layer : weights.layers) {
    const auto queries = static_cast<std::ptrdiff_t>(width);
    const auto scaled = [scale](float value) {
      return value * scale;
    };
    auto& [weight, bias] = layer.look;
    std::transform(weight.begin(), weight.begin() + queries * queries, weight.begin(), scaled);
    std::transform(bias.begin(), bias.begin() + queries, bias.begin(), scaled);
    Layer packed;
    packed.look = pack(layer.look, width, After::nothing);
    packed.attended = pack(layer.attended, width, After::add);
    packed.up = pack(layer.up, width, After::bend);
    packed.down = pack(layer.down, shape.inner, After::add);
    packed.attended_norm = kept_norm(layer.attended_norm);
    packed.norm = kept_norm(layer.norm);
    layers.push_back(std::move(packed));
    layer = {};  // packed, it is needed no more
  }
}

Product PackedNetwork::product(int64_t rows, const Dense& dense) const {
  return Product(dense_product(engine, rows, dense.in, dense.out, dense.packed, dense.after));
}

std::unique_ptr<const Plan> PackedNetwork::make_plan(int64_t rows) const {
  auto plan = std::make_unique<Plan>();
  const Layer& layer = layers.front();
  plan->look = product(rows, layer.look);
  plan->attended = product(rows, layer.attended);
  plan->up = product(rows, layer.up);
  plan->down = product(rows, layer.down);

  const int64_t heads = shape.heads;
  const int64_t width = shape.width;
  const int64_t size = width / heads;
  const memory::desc looks = heads_of(heads, rows, size, 3 * width);
  const memory::desc keys({heads, size, rows}, f32, Dims{size, 1, 3 * width});
  const memory::desc scores({heads, rows, rows}, f32, Tag::abc);
  const dnnl::primitive_attr plain = attributes(After::nothing);
  plan->scores = Product({dnnl::matmul::desc(looks, keys, scores), plain, engine});
  const memory::desc seen = heads_of(heads, rows, size, width);
  plan->seen = Product({dnnl::matmul::desc(scores, looks, seen), plain, engine});

  const auto inference = dnnl::prop_kind::forward_inference;
  plan->softmax = Made<dnnl::softmax_forward>(
      {dnnl::softmax_forward::desc(inference, scores, 2), plain, engine});
  const auto flags = dnnl::normalization_flags::use_scale | dnnl::normalization_flags::use_shift;
  const dnnl::layer_normalization_forward::desc normalising(inference, rows_of({rows, width}),
                                                            shape.epsilon, flags);
  plan->norm = Made<dnnl::layer_normalization_forward>({normalising, plain, engine});
  plan->scratch = scratch_of(plan->look, plan->attended, plan->up, plan->down, plan->scores,
                             plan->seen, plan->softmax, plan->norm);
  return plan;
}

const Plan& PackedNetwork::plan_of(int64_t rows) const {
  const std::lock_guard lock(plans_mutex_);
  std::unique_ptr<const Plan>& plan = plans_[rows];
  if (!plan) {
    plan = make_plan(rows);
  }
  return *plan;
}

}  // namespace reprise::detail
