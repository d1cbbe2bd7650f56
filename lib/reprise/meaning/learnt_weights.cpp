#include "reprise/meaning/learnt_weights.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "reprise/io/json_tree.h"

namespace reprise::detail {
namespace {

constexpr std::array<std::string_view, std::tuple_size_v<Evidences>> evidence_names{
    "none",  "likeness", "sentences", "shared",  "relative", "support",
    "place", "distance", "opposed",   "meaning", "surplus"};

// Log odds beyond this are sure whatever else speaks against it.
constexpr double largest = 1000;

Evidences read_evidences(const JsonNode& node) {
  Evidences weights{};
  node.each_member([&](std::string_view key, const JsonNode& value) {
    const auto name = std::ranges::find(evidence_names, key);
    if (name == evidence_names.end()) {
      node.fail("has \"" + std::string(key) + "\", which is no piece of evidence",
                "learn the weights again with tools/train");
    }
    weights[static_cast<size_t>(name - evidence_names.begin())] = value.real(-largest, largest);
  });
  return weights;
}

}  // namespace

LearntWeights read_learnt_weights(std::string bytes, const std::string& path) {
  const JsonTree tree(std::move(bytes), path, {});
  const JsonNode evidence = tree.root()["evidence"];
  return {read_evidences(evidence["prose"]), read_evidences(evidence["statements"])};
}

}  // namespace reprise::detail
