#include "reprise/report/page/html_data.h"

#include <algorithm>

#include "reprise/corpus/date.h"
#include "reprise/passages/suppress.h"
#include "reprise/report/json/json.h"
#include "reprise/report/page/html_rows.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/result/places.h"
#include "reprise/sketch/shingle.h"
#include "reprise/version.h"

namespace reprise::detail {
namespace {

std::string documents(const Result& result) {
  JsonRows rows;
  rows.open();
  for (uint32_t d = 0; d < result.documents.size(); ++d) {
    const Document& document = result.documents[d];
    const auto date = document.date ? parse_date(*document.date) : std::nullopt;
    rows.open();
    rows.text(document.id);
    for (const auto& field : {document.title, document.source, document.date, document.url}) {
      rows.text_or_null(field);
    }
    date ? (rows.signed_number(date->begin), rows.signed_number(date->end))
         : (rows.null(), rows.null());
    rows.number(result.words[d]);
    rows.number(uint64_t{result.reuse.empty() ? 0 : result.reuse[d].words});
    rows.number(result.original[d]);
    rows.number_or_null(result.options.parts.matrices ? result.cluster_of[d] : std::nullopt);
    rows.number(uint64_t{result.stories.empty() ? 0 : result.stories[d]});
    rows.number(d >= result.first_reference);
    rows.close();
  }
  rows.close();
  return rows.json();
}

// A copy has the text of its original.
std::string texts(const Result& result) {
  JsonRows rows;
  rows.open();
  for (uint32_t d = 0; d < result.documents.size(); ++d) {
    rows.text(result.original[d] == d ? std::string_view(result.documents[d].text)
                                      : std::string_view());
  }
  rows.close();
  return rows.json();
}

std::string problems(const Result& result) {
  JsonRows rows;
  rows.open();
  for (const Problem& problem : result.problems) {
    rows.open();
    for (const std::string& text : {problem.where, problem.what, problem.remedy}) {
      rows.text(text);
    }
    rows.number(problem.rejected);
    rows.close();
  }
  rows.close();
  return rows.json();
}

std::string copies(const Result& result) {
  JsonRows rows;
  rows.open();
  for (const MeasuredCluster& c : result.clusters) {
    rows.open();
    rows.number(c.cluster.kept);
    rows.numbers(c.cluster.documents);
    rows.open();
    for (double similarity : c.similarity) {
      rows.number(thousandths(similarity));
    }
    rows.close();
    rows.close();
  }
  rows.close();
  return rows.json();
}

std::string suppressed(const Result& result) {
  constexpr size_t most_columns = 400;  // of an example
  const Places places(result);
  JsonRows rows;
  rows.open();
  for (const SuppressedPassages& s : result.suppressed) {
    rows.open();
    rows.text(name_of(s.reason));
    rows.number(s.count);
    rows.text(
        cut_to(places.text(s.example.unit, bytes_of(result.units[s.example.unit], s.example.range)),
               most_columns));
    rows.close();
  }
  rows.close();
  return rows.json();
}

// A text in a script element ends at "</script>", and its reading changes at "<!--". In JSON, "<"
// stands in strings alone.
std::string without_markup(std::string_view json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 64);
  for (size_t at = 0; at < json.size();) {
    const size_t next = std::min(json.find('<', at), json.size());
    safe.append(json, at, next - at);
    if (next < json.size()) {
      safe += "\\u003c";
    }
    at = next + 1;
  }
  return safe;
}

size_t bytes_of_texts(const Result& result) {
  size_t bytes = 0;
  for (const Document& document : result.documents) {
    bytes += document.text.size();
  }
  return bytes;
}

}  // namespace

HtmlData html_data(const Result& result, const HtmlOptions& options) {
  const Parts& parts = result.options.parts;
  HtmlData data;
  JsonObject object;
  object.open();
  object.text("version", std::string(version()));
  object.text("measure", what_shingles_are(result.options.shingles));
  object.real("threshold", result.options.threshold);
  object.json("documents", documents(result));
  object.json("problems", problems(result));

  // What one part does not need is left to the next.
  size_t left = std::max(
      options.least_data,
      static_cast<size_t>(options.data_per_text * static_cast<double>(bytes_of_texts(result))));
  const auto put = [&](const char* key, const std::string& rows) {
    left -= std::min(left, rows.size());
    object.json(key, rows);
  };
  if (parts.matrices) {
    put("copies", copies(result));
    put("matrices", html_matrices(result, left / 5, data.left_out));
  }
  if (parts.passages) {
    put("suppressed", suppressed(result));
    const HtmlPassages found = html_passages(result, parts.points ? left / 2 : left, data.left_out);
    put("clusters", found.clusters);
    put("passages", found.passages);
  }
  if (parts.points) {
    put("points", html_points(result, left, data.left_out));
  }

  JsonRows left_out;
  left_out.open();
  for (const std::string& sentence : data.left_out) {
    left_out.text(sentence);
  }
  left_out.close();
  object.json("leftOut", left_out.json());
  object.json("texts", texts(result));
  object.close();
  data.json = without_markup(object.raw());
  return data;
}

}  // namespace reprise::detail
