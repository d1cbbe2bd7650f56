#include "reprise/report/json/read_passages.h"

#include "reprise/report/json/passage_shapes.h"
#include "reprise/report/json/read_places.h"

namespace reprise::detail {

void read_passages(const JsonNode& root, Reading& reading) {
  Result& result = reading.result;
  const JsonNode clusters = root["passage_clusters"];
  const JsonNode passages = root["passages"];
  const JsonNode suppressed = root["suppressed"];
  list(object<passage_cluster_shape>).read(clusters, result.passage_clusters, reading);
  list(object<passage_shape>).read(passages, result.passages, reading);
  list(object<suppressed_shape>).read(suppressed, result.suppressed, reading);
  if (root.holds("ignored")) {
    root["ignored"].each([&](const JsonNode& span, size_t) {
      result.ignored.push_back(reading.places->words(span));
    });
  }
}

}  // namespace reprise::detail
