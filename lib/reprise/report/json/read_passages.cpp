#include "reprise/report/json/read_passages.h"

#include "reprise/report/json/passage_shapes.h"

namespace reprise::detail {

void read_passages(const JsonNode& root, Reading& reading) {
  Result& result = reading.result;
  const JsonNode clusters = root["passage_clusters"];
  const JsonNode passages = root["passages"];
  const JsonNode suppressed = root["suppressed"];
  list(object<passage_cluster_shape>).read(clusters, result.passage_clusters, reading);
  list(object<passage_shape>).read(passages, result.passages, reading);
  list(object<suppressed_shape>).read(suppressed, result.suppressed, reading);
}

}  // namespace reprise::detail
