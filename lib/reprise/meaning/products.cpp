#include "reprise/meaning/products.h"

#include <oneapi/dnnl/dnnl.hpp>

#include <cmath>
#include <string>

#include "reprise/error.h"
#include "reprise/meaning/one_thread.h"

namespace reprise::detail {

std::vector<float> products(const Vectors& vectors, size_t begin, size_t end, size_t count) {
  const OneThread alone;
  std::vector<float> result((end - begin) * count);
  const auto width = static_cast<dnnl_dim_t>(vectors.width);
  const auto columns = static_cast<dnnl_dim_t>(count);
  const dnnl::status status =
      dnnl::sgemm('N', 'T', static_cast<dnnl_dim_t>(end - begin), columns, width, 1.0F,
                  vectors.row(begin).data(), width, vectors.numbers.data(), width, 0.0F,
                  result.data(), columns);
  if (status != dnnl::status::success) {
    throw Error(ErrorKind::system,
                {"", "oneDNN gave up, status " + std::to_string(static_cast<int>(status)),
                 "run without a model", false});
  }
  return result;
}

void take_off(std::span<const float> off, Vectors& vectors) {
  for (size_t i = 0; i < vectors.size(); ++i) {
    const std::span<float> row = vectors.row(i);
    double square = 0;
    for (size_t k = 0; k < row.size(); ++k) {
      row[k] -= off[k];
      square += static_cast<double>(row[k]) * row[k];
    }
    if (square > 0) {
      const double length = std::sqrt(square);
      for (float& number : row) {
        number = static_cast<float>(number / length);
      }
    }
  }
}

}  // namespace reprise::detail
