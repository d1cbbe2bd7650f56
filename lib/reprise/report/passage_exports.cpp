#include "reprise/report/passage_exports.h"

#include <nlohmann/json.hpp>

#include "reprise/base/utf8.h"
#include "reprise/corpus/date.h"
#include "reprise/io/csv.h"
#include "reprise/report/json_text.h"
#include "reprise/report/places.h"

namespace reprise {
namespace {

using Json = nlohmann::ordered_json;
using Row = std::vector<std::pair<std::string, Json>>;

constexpr size_t piece = size_t{1} << 18;

bool is_earlier(const Document& a, const Document& b) {
  const auto date_a = a.date ? parse_date(*a.date) : std::nullopt, date_b = b.date ? parse_date(*b.date) : std::nullopt;
  return date_a && date_b && surely_before(*date_a, *date_b);
}

// Returns whether the first of two documents is the source of what they share.
bool is_source(uint32_t a, uint32_t b, const Result& result) {
  const bool a_is_reference = a >= result.first_reference, b_is_reference = b >= result.first_reference;
  if (a_is_reference != b_is_reference) return a_is_reference;
  const Document &x = result.documents[a], &y = result.documents[b];
  return is_earlier(x, y) || (a < b && !is_earlier(y, x));
}

Json text_or_null(const std::optional<std::string>& text) { return text ? Json(repaired_utf8(*text)) : Json(nullptr); }

// The year as it is written, for programs that sort by nothing finer.
Json year_of(const Document& document) {
  if (!document.date || !parse_date(*document.date)) return nullptr;
  return std::stoi(document.date->substr(0, 4));
}

// Makes the rows of one result.
class Rows {
 public:
  explicit Rows(const Result& result) : result_(result), places_(result) {}

  Row row(size_t id) {
    const Passage& p = result_.passages[id];
    const DirectedPassage sides = directed(p, result_);
    Row row{{"passage_id", id},       {"cluster", p.cluster ? Json(*p.cluster) : Json(nullptr)},
            {"identity", p.identity}, {"matched", p.matched},
            {"near", p.near},         {"informative", p.informative},
            {"quoted", p.quoted}};
    add_side(row, "source_", sides.source);
    add_side(row, "target_", sides.target);
    return row;
  }

 private:
  void add_side(Row& row, const std::string& side, const PassageSide& place) {
    const TextUnit& unit = result_.units[place.unit];
    const auto put = [&](const char* name, Json value) { row.emplace_back(side + name, std::move(value)); };
    add_document(put, result_.documents[unit.document]);
    const Span span = bytes_of(unit, place.range);
    const OffsetMap::Place begin = places_.of(place.unit, span.begin), end = places_.of(place.unit, span.end);
    put("field", unit.field == Field::title ? "title" : "text");
    put("start_byte", begin.byte);
    put("end_byte", end.byte);
    put("start_char", begin.character);
    put("end_char", end.character);
    put("passage_length", place.range.size());
    put("context_before", places_.before(place.unit, place.range));
    put("passage", places_.text(place.unit, span));
    put("context_after", places_.after(place.unit, place.range));
  }

  template <class Put>
  static void add_document(const Put& put, const Document& document) {
    put("doc_id", repaired_utf8(document.id));
    put("filename", repaired_utf8(document.where));
    put("title", text_or_null(document.title));
    put("series", text_or_null(document.source));
    put("date", text_or_null(document.date));
    put("year", year_of(document));
    put("url", text_or_null(document.url));
  }

  const Result& result_;
  Places places_;
};

// Returns the names of the columns, which a table without rows has too.
std::vector<std::string> column_names() {
  Result one;
  one.documents.resize(1);
  one.units.resize(1);
  one.units[0].tokens.resize(1);
  Passage passage;
  passage.a = passage.b = {0, 1};
  one.passages.push_back(passage);
  std::vector<std::string> names;
  for (auto& [name, value] : Rows(one).row(0)) names.push_back(std::move(name));
  return names;
}

// Writes a line for each passage, in pieces.
template <class ToLine>
void write_rows(const Result& result, OutputFile& file, std::string text, const ToLine& append_line) {
  Rows rows(result);
  for (size_t id = 0; id < result.passages.size(); ++id) {
    append_line(text, rows.row(id));
    if (text.size() < piece) continue;
    file.write(text);
    text.clear();
  }
  file.write(text);
}

void append_csv_cell(std::string& line, const Json& value) {
  if (value.is_string()) return append_csv_field(line, value.get_ref<const std::string&>());
  if (!value.is_null()) line += value.dump();
}

void append_json(std::string& line, const Json& value) {
  if (value.is_string()) return append_json_string(line, value.get_ref<const std::string&>());
  line += value.dump();
}

}  // namespace

DirectedPassage directed(const Passage& passage, const Result& result) {
  const PassageSide a{passage.unit_a, passage.a}, b{passage.unit_b, passage.b};
  if (is_source(result.units[a.unit].document, result.units[b.unit].document, result)) return {a, b};
  return {b, a};
}

void write_passages_jsonl(const Result& result, OutputFile& file) {
  write_rows(result, file, "", [](std::string& text, const Row& row) {
    const char* separator = "{";
    for (const auto& [name, value] : row) {
      text.append(separator).append("\"").append(name).append("\":");
      append_json(text, value);
      separator = ",";
    }
    text += "}\n";
  });
}

void write_passages_csv(const Result& result, OutputFile& file) {
  std::string head;
  for (const std::string& name : column_names()) head += (head.empty() ? "" : ",") + name;
  write_rows(result, file, head + "\r\n", [](std::string& text, const Row& row) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      append_csv_cell(text, row[i].second);
    }
    text += "\r\n";
  });
}

}  // namespace reprise
