#include "reprise/report/json/read_points.h"

#include "reprise/report/json/point_shapes.h"

namespace reprise::detail {

void read_points(const JsonNode& root, Reading& reading) {
  const JsonNode points = root["points"];
  points.each([&](const JsonNode& node, size_t) {
    Point& point = reading.result.points.emplace_back();
    reading.point = &point;
    read_object(node, point_shape, point, reading);
  });
}

}  // namespace reprise::detail
