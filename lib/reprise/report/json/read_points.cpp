#include "reprise/report/json/read_points.h"

#include "reprise/report/json/dispute_shapes.h"

namespace reprise::detail {

void read_points(const JsonNode& root, Reading& reading) {
  const JsonNode points = root["points"];
  points.each([&](const JsonNode& node, size_t) {
    Point& point = reading.result.points.emplace_back();
    reading.point = &point;
    read_object(node, point_shape, point, reading);
    check_label(node["label"], point, reading);
  });
  if (!root.holds("disputes")) {
    return;  // of a report from before they were sought
  }
  root["disputes"].each([&](const JsonNode& node, size_t) {
    read_object(node, dispute_shape, reading.result.disputes.emplace_back(), reading);
  });
}

}  // namespace reprise::detail
