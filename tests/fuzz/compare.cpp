// Any bytes as a few documents: the whole comparison holds, and its report is JSON whose places lie
// in the documents.
#include <nlohmann/json.hpp>

#include "fuzz/corpus.h"
#include "fuzz/require.h"
#include "reprise/compare.h"
#include "reprise/report.h"

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CompareOptions options;
  options.passages = {.seed = 1, .least_words = 2, .least_weight = 0};
  if (size % 2 == 1) {
    options.passages.seed_unit = SeedUnit::characters;
  }
  options.threads = 1;
  const Result result = compare(fuzz::corpus_of(bytes), options);
  const auto json = nlohmann::json::parse(to_json(result, {}));
  to_terminal(result, {.width = 40, .colour = true});
  const auto check = [&](const nlohmann::json& place) {
    const auto& document = json["documents"][place["document"].get<size_t>()];
    const bool inside = place.value("field", "") == "title" || place["end"] <= document["bytes"];
    require(inside && place["begin"] <= place["end"] && place["begin_char"] <= place["end_char"]);
  };
  for (const auto& passage : json["passages"]) {
    check(passage["a"]);
    check(passage["b"]);
  }
  for (const auto& cluster : json["passage_clusters"]) {
    for (const auto& span : cluster["spans"]) {
      check(span);
    }
  }
  for (const auto& point : json["points"]) {
    for (const auto& mention : point["mentions"]) {
      check(mention);
    }
  }
  return 0;
}
