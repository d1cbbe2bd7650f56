// What stands for oneDNN in a build that has none (REPRISE_MODELS=OFF): a model is refused with a
// word, and so nothing else is ever called.
#include "reprise/error.h"
#include "reprise/meaning/network.h"
#include "reprise/meaning/products.h"

namespace reprise::detail {
namespace {

[[noreturn]] void refuse() {
  throw Error(ErrorKind::usage,
              {"--model", "this build runs no models of language: oneDNN is missing",
               "build with it: libdnnl-dev, and REPRISE_MODELS=ON"});
}

}  // namespace

struct PackedNetwork {};

Network::Network(const NetworkShape&, NetworkWeights) {
  refuse();
}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

std::vector<float> Network::run(std::span<const uint32_t>) const {
  refuse();
}

std::string Network::made_by() {
  return "no models";
}

std::vector<float> products(const Vectors&, size_t, size_t, size_t) {
  refuse();
}

void take_off(std::span<const float>, Vectors&) {
  refuse();
}

}  // namespace reprise::detail
