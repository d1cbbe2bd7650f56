// A result as the page's data, section by section.
//
//     1. documents, problems, and at the end the texts: always whole
//     2. what was found, each part in the room that the others leave: ranked pairs a fifth of it,
//        matrices a fifth of the rest, passages half of the rest where there are points
//     3. "<" becomes \u003c, so that no text can end the script element that it stands in
//
// A document: ["wire.txt","Ferry stays",null,"2031-03-01",null,22704,22705,310,12,0,null,0,0,""],
// where 22704 and 22705 are the days on which its date begins and ends.
//
// Cost: linear in the texts and in what is shown.
#include "reprise/report/page/html_data.h"

#include <algorithm>

#include "reprise/corpus/date.h"
#include "reprise/corpus/references.h"
#include "reprise/passages/suppress.h"
#include "reprise/report.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/page/html_rows.h"
#include "reprise/report/terminal/layout.h"
#include "reprise/result/places.h"
#include "reprise/sketch/shingle.h"
#include "reprise/version.h"

namespace reprise::detail {
namespace {

// Returns the language of each document, as stemmers are called ("english"); empty: unknown.
std::vector<std::string> languages_of_documents(const Result& result) {
  std::vector<std::string> languages(result.documents.size());
  for (const TextUnit& unit : result.units) {
    languages[unit.document] = unit.language.stemmer;
  }
  return languages;
}

std::string documents(const Result& result) {
  const std::vector<std::string> languages = languages_of_documents(result);
  JsonRows rows;
  rows.open();
  for (DocumentId d; d < result.documents.size(); ++d) {
    const Document& document = result.documents[d];
    const auto date = document.date ? parse_date(*document.date) : std::nullopt;
    rows.open();
    rows.text(document.id);
    for (const auto& field : {document.title, document.source, document.date, document.url}) {
      rows.text_or_null(field);
    }
    if (date) {
      rows.signed_number(date->begin);
      rows.signed_number(date->end);
    } else {
      rows.null();
      rows.null();
    }
    rows.number(result.words[d]);
    rows.number(uint64_t{result.reuse.empty() ? 0 : result.reuse[d].words});
    rows.number(result.original[d]);
    rows.number_or_null(result.options.parts.matrices ? result.cluster_of[d] : std::nullopt);
    rows.number(result.stories.empty() ? StoryId() : result.stories[d]);
    rows.number(is_reference(d, result.first_reference));
    rows.text(document.extracted);
    rows.text(languages[result.original[d]]);
    rows.close();
  }
  rows.close();
  return rows.json();
}

// A copy has the text of its original.
std::string texts(const Result& result) {
  JsonRows rows;
  rows.open();
  for (DocumentId d; d < result.documents.size(); ++d) {
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

size_t bytes_of_texts(const Result& result) {
  size_t bytes = 0;
  for (const Document& document : result.documents) {
    bytes += document.text.size();
  }
  return bytes;
}

// The keys of the page's data, one after another.
class PageData {
 public:
  // `room`: bytes that what is found may take.
  explicit PageData(size_t room) : room_(room) {}

  // Adds a value that the page can't do without.
  void add(std::string_view key, std::string_view value) {
    json_ += json_.size() > 1 ? ",\"" : "\"";
    json_.append(key).append("\":").append(value);
  }
  void add_text(std::string_view key, std::string_view value) {
    std::string quoted;
    append_json_string(quoted, value);
    add(key, quoted);
  }

  // Adds what was found. What one part does not need is left to the next.
  void add_found(std::string_view key, const std::string& rows) {
    room_ -= std::min(room_, rows.size());
    add(key, rows);
  }

  size_t room() const { return room_; }
  std::string json() const { return json_ + "}"; }

 private:
  size_t room_;
  std::string json_ = "{";
};

size_t room_for(const Result& result, const HtmlOptions& options) {
  const auto texts = static_cast<double>(bytes_of_texts(result));
  return std::max(options.least_data, static_cast<size_t>(options.data_per_text * texts));
}

std::string sentences(const std::vector<std::string>& left_out) {
  JsonRows rows;
  rows.open();
  for (const std::string& sentence : left_out) {
    rows.text(sentence);
  }
  rows.close();
  return rows.json();
}

}  // namespace

HtmlData html_data(const Result& result, const HtmlOptions& options) {
  const Parts& parts = result.options.parts;
  std::vector<std::string> left_out;
  PageData data(room_for(result, options));
  std::string threshold;
  append_json_number(threshold, result.options.threshold);
  data.add_text("version", version());
  data.add_text("measure", what_shingles_are(result.options.shingles));
  data.add("threshold", threshold);
  data.add("documents", documents(result));
  data.add("problems", problems(result));
  data.add_text("rank", word_for(result.options.rank));
  if (parts.matrices || parts.passages) {
    data.add_found("ranking", html_ranking(result, data.room() / 5, left_out));
  }
  if (parts.matrices) {
    data.add_found("copies", copies(result));
    data.add_found("matrices", html_matrices(result, data.room() / 5, left_out));
  }
  if (parts.passages) {
    data.add_found("suppressed", suppressed(result));
    const size_t room = parts.points ? data.room() / 2 : data.room();
    const HtmlPassages found = html_passages(result, room, left_out);
    data.add_found("clusters", found.clusters);
    data.add_found("passages", found.passages);
  }
  if (parts.points) {
    data.add_found("points", html_points(result, data.room(), left_out));
    data.add_found("disputes", html_disputes(result, data.room(), left_out));
  }
  data.add("leftOut", sentences(left_out));
  data.add("texts", texts(result));
  return {without_markup(data.json()), std::move(left_out)};
}

}  // namespace reprise::detail
