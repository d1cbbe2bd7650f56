// Steps of a run:
//   1. rows of the tables are summed and normalised
//   2. for each layer: queries, keys and values of all pieces by one product; how much each piece
//      looks at each other (a product and a softmax, for each head); what it sees (a product); two
//      products with a bend between them; what came in is added to what comes out, twice
//   3. the rows are pooled
//
// Each product is a primitive of oneDNN, which compiles it for its sizes; those for one number of
// pieces are a Plan, made once and kept. Weights are packed when the model is loaded. A call runs
// on its own thread alone: oneDNN is told so, for sums that are split among threads would depend on
// how many there are.
//
//     5 pieces, width 384, 12 heads
//     look      5 × 384 → 5 × 1152     queries | keys | values
//     scores    12 heads of 5 × 5      from columns of the above, without a copy
//     seen      5 × 384
//
// Source: the layout of BERT, Devlin et al. 2019; oneDNN, https://oneapi-src.github.io/oneDNN.
#include "reprise/meaning/network.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <oneapi/dnnl/dnnl.hpp>
#include <string>
#include <utility>

#include "reprise/error.h"
#include "reprise/meaning/one_thread.h"
#include "reprise/meaning/packed_network.h"

namespace reprise::detail {
namespace {

using dnnl::memory;
using Tag = memory::format_tag;

constexpr auto f32 = memory::data_type::f32;

template <class Function>
auto translating_errors(const Function& function) {
  try {
    return function();
  } catch (const dnnl::error& error) {
    if (error.status == dnnl_out_of_memory) {
      throw std::bad_alloc();
    }
    throw Error(ErrorKind::system, {"", std::string("oneDNN gave up: ") + error.what(),
                                    "run without a model, or on another machine", false});
  }
}

// One text on its way through the network.
class Run {
 public:
  Run(const PackedNetwork& network, std::span<const uint32_t> pieces)
      : network_(network),
        pieces_(pieces),
        plan_(network.plan_of(static_cast<int64_t>(pieces.size()))),
        stream_(network.engine),
        scratch_(room(plan_.scratch / sizeof(float) + 1)) {}

  std::vector<float> vector() {
    const NetworkShape& shape = network_.shape;
    const size_t rows = pieces_.size();
    const memory state = room(rows * shape.width);
    const memory looks = room(3 * rows * shape.width);
    const memory scores = room(rows * rows * shape.heads);
    const memory seen = room(rows * shape.width);
    const memory inner = room(rows * shape.inner);
    embed(numbers(state));
    normalise(state, network_.norm);
    for (const Layer& layer : network_.layers) {
      multiply(plan_.look, layer.look, state, looks);
      attend(looks, scores, seen);
      multiply(plan_.attended, layer.attended, seen, state);
      normalise(state, layer.attended_norm);
      multiply(plan_.up, layer.up, state, inner);
      multiply(plan_.down, layer.down, inner, state);
      normalise(state, layer.norm);
    }
    stream_.wait();
    return pooled(numbers(state));
  }

 private:
  memory room(size_t numbers) const {
    return {{{static_cast<int64_t>(numbers)}, f32, Tag::a}, network_.engine};
  }

  static float* numbers(const memory& of) { return static_cast<float*>(of.get_data_handle()); }

  // Returns the numbers from `offset` on as what is described.
  memory view(const memory::desc& description, const memory& of, size_t offset = 0) const {
    return {description, network_.engine, numbers(of) + offset};
  }

  // Writes what words and places are in their tables, a row a piece.
  void embed(float* rows) const {
    const size_t width = network_.shape.width;
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const float* word = network_.words.data() + pieces_[i] * width;
      const float* place = network_.places.data() + i * width;
      for (size_t k = 0; k < width; ++k) {
        rows[i * width + k] = word[k] + place[k];
      }
    }
  }

  template <class Kind>
  void execute(const Made<Kind>& made, std::unordered_map<int, memory> arguments) {
    arguments.emplace(DNNL_ARG_SCRATCHPAD, view(made.description.scratchpad_desc(), scratch_));
    made.primitive.execute(stream_, arguments);
  }

  void multiply(const Product& product, const Dense& dense, const memory& in, const memory& out) {
    execute(product, {{DNNL_ARG_SRC, view(product.description.src_desc(), in)},
                      {DNNL_ARG_WEIGHTS, dense.weight},
                      {DNNL_ARG_BIAS, dense.bias},
                      {DNNL_ARG_DST, view(product.description.dst_desc(), out)}});
  }

  // Each piece sees the values of all, as much of each as its query is like their key.
  void attend(const memory& looks, const memory& scores, const memory& seen) {
    const size_t width = network_.shape.width;
    const auto& score = plan_.scores.description;
    const memory scored = view(score.dst_desc(), scores);
    execute(plan_.scores, {{DNNL_ARG_SRC, view(score.src_desc(), looks)},
                           {DNNL_ARG_WEIGHTS, view(score.weights_desc(), looks, width)},
                           {DNNL_ARG_DST, scored}});
    execute(plan_.softmax, {{DNNL_ARG_SRC, scored}, {DNNL_ARG_DST, scored}});
    const auto& see = plan_.seen.description;
    execute(plan_.seen, {{DNNL_ARG_SRC, scored},
                         {DNNL_ARG_WEIGHTS, view(see.weights_desc(), looks, 2 * width)},
                         {DNNL_ARG_DST, view(see.dst_desc(), seen)}});
  }

  void normalise(const memory& rows, const Norm& norm) {
    const memory both = view(plan_.norm.description.src_desc(), rows);
    execute(plan_.norm, {{DNNL_ARG_SRC, both},
                         {DNNL_ARG_SCALE, norm.scale},
                         {DNNL_ARG_SHIFT, norm.shift},
                         {DNNL_ARG_DST, both}});
  }

  std::vector<float> pooled(const float* rows) const {
    const size_t width = network_.shape.width;
    const size_t counted = network_.shape.pooling == Pooling::mean ? pieces_.size() : 1;
    std::vector<double> sums(width);
    for (size_t i = 0; i < counted * width; ++i) {
      sums[i % width] += rows[i];
    }
    double square = 0;
    for (double& sum : sums) {
      sum /= static_cast<double>(counted);
      square += sum * sum;
    }
    const double length = network_.shape.normalised ? std::max(std::sqrt(square), 1e-12) : 1;
    std::vector<float> vector;
    for (const double sum : sums) {
      vector.push_back(static_cast<float>(sum / length));
    }
    return vector;
  }

  const PackedNetwork& network_;
  std::span<const uint32_t> pieces_;
  const Plan& plan_;
  dnnl::stream stream_;
  memory scratch_;
};

}  // namespace

Network::Network(const NetworkShape& shape, NetworkWeights weights) {
  const OneThread alone;
  packed_ = translating_errors(
      [&] { return std::make_unique<PackedNetwork>(shape, std::move(weights)); });
}

Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

std::string Network::made_by() {
  const dnnl_version_t* const version = dnnl_version();
  const auto instructions = static_cast<unsigned>(dnnl::get_effective_cpu_isa());
  return std::to_string(version->major) + "." + std::to_string(version->minor) + "." +
         std::to_string(version->patch) + " " + std::to_string(instructions);
}

std::vector<float> Network::run(std::span<const uint32_t> pieces) const {
  const OneThread alone;
  return translating_errors([&] { return Run(*packed_, pieces).vector(); });
}

}  // namespace reprise::detail
