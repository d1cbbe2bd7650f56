// A matrix as a picture, from its squares outwards.
//
//     1. the order of the documents, and how many of them share a square
//     2. of each row of squares the largest values; a run of one shade is one shape:
//        0.9 0.9 0 of a row y becomes M0 yh2v1h-2z in the path of its shade
//     3. values in the squares or names at the sides, as far as there is room
//     4. the scale, and around all that the head, whose size is known now
//
// Cost: a row of the matrix at a time.
#include "reprise/report/tables/matrix_svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <tuple>

#include "reprise/report/json/json_names.h"
#include "reprise/report/tables/unique_names.h"
#include "reprise/report/tables/xml.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/result/matrices.h"
#include "reprise/sketch/shingle.h"

namespace reprise::detail {
namespace {

constexpr size_t shades = 20;           // without white
constexpr size_t most_written = 20;     // documents up to which values stand in the squares
constexpr size_t most_labelled = 500;   // documents up to which their ids stand at the sides
constexpr size_t most_squares = 1000;   // on a side
constexpr size_t longest_label = 40;    // columns
constexpr size_t gap = 4, margin = 16;  // pixels
constexpr size_t scale_width = 200, scale_height = 12, caption_size = 13;

// What a picture says of the measure that it shows.
struct Legend {
  std::string title, meaning;
};

Legend legend_of(MatrixMeasure measure, const CompareOptions& options) {
  const std::string runs = what_shingles_are(options.shingles);
  switch (measure) {
    case MatrixMeasure::jaccard:
      return {"Jaccard similarity", "share of two documents' " + runs + " that both have"};
    case MatrixMeasure::containment:
      return {"Containment", "share of a row's " + runs + " that the column has too"};
    case MatrixMeasure::passages:
      return {"Reuse", "share of a row's words that stand in passages which the column has too"};
    case MatrixMeasure::points: break;
  }
  return {"Talking points in common", "number of points that two documents both state"};
}

// From white, through what is seen beside it, to a blue that is as dark as black in print.
std::string colour_of(size_t shade) {
  static constexpr std::array<double, 3> dark{12, 36, 86};
  const double depth = shade == 0 ? 0 : 0.08 + 0.92 * static_cast<double>(shade) / shades;
  std::array<unsigned, 3> c{};
  for (size_t i = 0; i < c.size(); ++i) {
    c[i] = static_cast<unsigned>(std::lround(255 - (255 - dark[i]) * depth));
  }
  char text[32];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", c[0], c[1], c[2]);
  return text;
}

double largest_of(const Matrix& matrix) {
  if (matrix.measure != MatrixMeasure::points) {
    return 1;
  }
  double largest = 1;  // entries are never larger than what stands on the diagonal
  for (const double own : matrix.diagonal) {
    largest = std::max(largest, own);
  }
  return largest;
}

std::string written(double value, bool whole) {
  char text[32];
  std::snprintf(text, sizeof text, whole || value == 1 ? "%.0f" : "%.2f", value);
  return text;
}

class Picture {
 public:
  Picture(const Result& result, MatrixMeasure measure)
      : result_(result),
        matrix_(matrix_of(result, measure)),
        legend_(legend_of(measure, result.options)),
        whole_(measure == MatrixMeasure::points),
        largest_(largest_of(matrix_)),
        order_(drawing_order(result)),
        block_(std::max(size_t{1}, (order_.size() + most_squares - 1) / most_squares)),
        squares_((order_.size() + block_ - 1) / block_),
        labelled_(order_.size() <= most_labelled) {
    // Large squares for few documents, and for many none too small for a label beside it.
    square_ = std::clamp(size_t{1000} / std::max(squares_, size_t{1}),
                         labelled_ ? size_t{8} : size_t{1}, size_t{28});
    font_ = std::min(square_ - square_ / 5, size_t{12});
    if (labelled_) {
      make_labels();
    }
  }

  std::string draw() {
    std::string body = squares();
    if (labelled_) {
      body += labels();
    }
    body += scale();
    return head() + body + "</svg>\n";
  }

 private:
  void make_labels() {
    size_t columns = 0;
    const std::vector<std::string> names = unique_names(result_, on_one_line);
    for (const DocumentId d : order_) {
      const std::string label = cut_to(names[d], longest_label);
      columns = std::max(columns, columns_of(label));
      labels_.push_back(xml_escaped(label));
    }
    side_ += text_width(columns, font_) + gap;
  }

  // Returns the pixels that so many columns take: letters of a common font are narrower than 0.6 of
  // their height.
  static size_t text_width(size_t columns, size_t font) { return columns * font * 6 / 10 + 1; }

  size_t grid() const { return squares_ * square_; }
  size_t scale_top() const { return side_ + grid() + 2 * margin; }

  std::string caption() const { return legend_.title + ": " + legend_.meaning; }

  std::string head() const {
    const size_t width =
        std::max(side_ + grid(), margin + text_width(caption().size(), caption_size)) + margin;
    const size_t height = scale_top() + scale_height + 3 * caption_size + margin;
    const std::string w = std::to_string(width), h = std::to_string(height);
    // Several pictures may come to stand on one page, which knows an id once.
    const std::string measure(word_for(matrix_.measure));
    const std::string title = measure + "-title";
    const std::string description = measure + "-description";
    std::string text = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + w + "\" height=\"" +
                       h + "\" viewBox=\"0 0 " + w + " " + h +
                       "\" role=\"img\" aria-labelledby=\"" + title + " " + description +
                       "\" font-family=\"sans-serif\">\n";
    text += "<title id=\"" + title + "\">" + legend_.title + " of " +
            counted(order_.size(), "document") + "</title>\n";
    text +=
        "<desc id=\"" + description + "\">A matrix: " + legend_.meaning +
        ", from white (0) to dark blue (" + written(largest_, whole_) +
        "). Documents of one story, and near-duplicates, stand side by side." +
        (block_ > 1 ? " Each square stands for the largest value among " + std::to_string(block_) +
                          " by " + std::to_string(block_) + " documents."
                    : "") +
        "</desc>\n";
    return text + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
  }

  size_t shade_of(double value) const {
    return std::min(shades, static_cast<size_t>(std::ceil(value / largest_ * shades)));
  }

  // Draws the squares: a path for each shade, a shape for each run in a row.
  std::string squares() {
    MatrixRows rows(matrix_, result_);
    std::array<std::string, shades + 1> paths;
    std::string values;
    std::vector<double> line(squares_);
    for (size_t y = 0; y < squares_; ++y) {
      std::fill(line.begin(), line.end(), 0);
      for (size_t i = y * block_; i < std::min((y + 1) * block_, order_.size()); ++i) {
        const std::vector<double>& row = rows.row(order_[i]);
        for (size_t j = 0; j < order_.size(); ++j) {
          line[j / block_] = std::max(line[j / block_], row[order_[j]]);
        }
      }
      add_runs(y, line, paths);
      if (squares_ <= most_written) {
        values += values_of(y, line);
      }
    }
    std::string all = "<g transform=\"translate(" + std::to_string(side_) + " " +
                      std::to_string(side_) + ") scale(" + std::to_string(square_) +
                      ")\" shape-rendering=\"crispEdges\">\n";
    for (size_t shade = 1; shade <= shades; ++shade) {
      if (!paths[shade].empty()) {
        all += "<path fill=\"" + colour_of(shade) + "\" d=\"" + paths[shade] + "\"/>\n";
      }
    }
    return all + "</g>\n" + frame(side_, side_, grid(), grid()) +
           (values.empty() ? ""
                           : "<g font-size=\"10\" text-anchor=\"middle\">\n" + values + "</g>\n");
  }

  void add_runs(size_t y, const std::vector<double>& line,
                std::array<std::string, shades + 1>& paths) const {
    for (size_t x = 0; x < line.size();) {
      const size_t shade = shade_of(line[x]), begin = x;
      while (x < line.size() && shade_of(line[x]) == shade) {
        ++x;
      }
      const std::string run = std::to_string(x - begin);
      if (shade > 0) {
        paths[shade] +=
            "M" + std::to_string(begin) + " " + std::to_string(y) + "h" + run + "v1h-" + run + "z";
      }
    }
  }

  std::string values_of(size_t y, const std::vector<double>& line) const {
    std::string all;
    for (size_t x = 0; x < line.size(); ++x) {
      if (line[x] == 0) {
        continue;
      }
      const bool dark = shade_of(line[x]) > shades / 2;
      all += "<text" + xml_attribute("x", middle(x)) + xml_attribute("y", middle(y)) +
             " dy=\".35em\" fill=\"" + (dark ? "#ffffff" : "#000000") + "\">" +
             written(line[x], whole_) + "</text>\n";
    }
    return all;
  }

  size_t middle(size_t square) const { return side_ + square * square_ + square_ / 2; }

  static std::string frame(size_t x, size_t y, size_t width, size_t height) {
    return "<rect" + xml_attribute("x", x) + xml_attribute("y", y) + xml_attribute("width", width) +
           xml_attribute("height", height) + " fill=\"none\" stroke=\"#808080\"/>\n";
  }

  std::string labels() const {
    std::string rows = "<g" + xml_attribute("font-size", font_) + " text-anchor=\"end\">\n",
                columns = "<g" + xml_attribute("font-size", font_) + ">\n";
    for (size_t i = 0; i < labels_.size(); ++i) {
      rows += "<text" + xml_attribute("x", side_ - gap) + xml_attribute("y", middle(i)) +
              " dy=\".35em\">" + labels_[i] + "</text>\n";
      columns += "<text dy=\".35em\" transform=\"translate(" + std::to_string(middle(i)) + " " +
                 std::to_string(side_ - gap) + ") rotate(-90)\">" + labels_[i] + "</text>\n";
    }
    return rows + "</g>\n" + columns + "</g>\n";
  }

  // Draws the shades from white to the darkest, with their ends and what they mean.
  std::string scale() const {
    const size_t step = scale_width / (shades + 1), width = step * (shades + 1), top = scale_top();
    std::string all;
    for (size_t shade = 0; shade <= shades; ++shade) {
      all += "<rect" + xml_attribute("x", margin + shade * step) + xml_attribute("y", top) +
             xml_attribute("width", step) + xml_attribute("height", scale_height) + " fill=\"" +
             colour_of(shade) + "\"/>\n";
    }
    all += frame(margin, top, width, scale_height);
    const auto text = [&](size_t x, size_t line, const char* anchor, const std::string& what) {
      all += "<text" + xml_attribute("x", x) +
             xml_attribute("y", top + scale_height + line * (caption_size + gap)) +
             xml_attribute("font-size", caption_size) +
             xml_attribute("text-anchor", std::string_view(anchor)) + ">" + what + "</text>\n";
    };
    text(margin, 1, "start", "0");
    text(margin + width, 1, "end", written(largest_, whole_));
    text(margin, 2, "start", caption());
    return all;
  }

  const Result& result_;
  const Matrix& matrix_;
  const Legend legend_;
  const bool whole_;      // counts, no shares
  const double largest_;  // what the darkest shade stands for
  const std::vector<DocumentId> order_;
  const size_t block_;    // documents on a side of a square
  const size_t squares_;  // on a side
  const bool labelled_;
  size_t square_ = 0, font_ = 0;  // pixels
  size_t side_ = margin;          // pixels before the squares, left and above
  std::vector<std::string> labels_;
};

}  // namespace

std::vector<DocumentId> drawing_order(const Result& result) {
  std::vector<std::tuple<StoryId, DocumentId, DocumentId>>
      places;  // story, first of the cluster, document
  for (DocumentId d; d < result.documents.size(); ++d) {
    const auto& cluster = result.cluster_of[d];
    const DocumentId first = cluster ? result.clusters[*cluster].cluster.documents.front() : d;
    places.emplace_back(result.stories[first], first, d);
  }
  std::sort(places.begin(), places.end());
  std::vector<DocumentId> order;
  for (const auto& place : places) {
    order.push_back(std::get<2>(place));
  }
  return order;
}

void write_matrix_svg(const Result& result, MatrixMeasure measure, OutputFile& file) {
  file.write(Picture(result, measure).draw());
}

}  // namespace reprise::detail
