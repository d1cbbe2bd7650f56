#include "reprise/report/json/json.h"
#include "reprise/version.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>

#include "reprise/base/utf8.h"
#include "reprise/language/figures/figures.h"
#include "reprise/report/json/broken_runs.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/json/json_passages.h"
#include "reprise/report/json/json_text.h"
#include "reprise/report/json/shown_text.h"
#include "reprise/result/matrices.h"
#include "reprise/result/options_table.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

using Json = nlohmann::ordered_json;

// Every text is made valid UTF-8 below; should one have been forgotten, it is repaired rather than
// refused.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<std::string> dump_each(const Json& list) {
  std::vector<std::string> lines;
  for (const Json& entry : list) {
    lines.push_back(dump(entry));
  }
  return lines;
}

// Adds a key to the text of an object; its value is to follow.
void add_key(std::string& object, std::string_view key) {
  object += object.size() > 1 ? ",\n\"" : "\n\"";
  object.append(key) += "\": ";
}

void add(std::string& object, std::string_view key, const std::string& value) {
  add_key(object, key);
  object += value;
}

// The same for a list, a line for each entry. Used-up lines give their memory back: a report may be
// large.
void add_list(std::string& object, std::string_view key, std::vector<std::string> lines) {
  add_key(object, key);
  object += "[";
  for (size_t i = 0; i < lines.size(); ++i) {
    object.append(i > 0 ? ",\n" : "\n").append(lines[i]);
    std::string().swap(lines[i]);
  }
  object += lines.empty() ? "]" : "\n]";
}

// Takes each option as for_each_option hands it out.
struct OptionsWriter {
  Json json;

  void operator()(const char* name, const auto& value) { json[name] = value; }
  void operator()(const char* name, const std::string& value) {
    json[name] = value.empty() ? Json(nullptr) : Json(value);
  }
  void operator()(const char* name, Joining joining) { json[name] = joining == Joining::chain; }
  void operator()(const char* name, auto choice, std::span<const std::string_view> names) {
    json[name] = names[static_cast<size_t>(choice)];
  }
};

// Writes the parts of one result, which keep asking for the places of its spans.
class Writer {
 public:
  Writer(const Result& result, const JsonOptions& json)
      : result_(result), json_(json), places_(result) {}

  std::string report() {
    const Parts& parts = result_.options.parts;
    std::string report = "{";
    add(report, "schema", dump("reprise.report/1"));
    add(report, "version", dump(std::string(version())));
    add(report, "options", dump(options()));
    add_list(report, "documents", documents());
    add_list(report, "problems", dump_each(problems()));
    if (parts.matrices) {
      add(report, "banding", dump(banding()));
      add_list(report, "matrices", dump_each(matrices()));
      add_list(report, "pairs", dump_each(pairs()));
      add_list(report, "clusters", dump_each(clusters()));
    }
    if (parts.passages) {
      add_list(report, "passages", json_of_passages(result_, places_));
      add_list(report, "passage_clusters", json_of_passage_clusters(result_, places_));
      add_list(report, "suppressed", json_of_suppressed(result_, places_));
    }
    if (parts.points) {
      add_list(report, "points", dump_each(points()));
    }
    if (!json_.timings.empty()) {
      add(report, "timings", dump(std::map(json_.timings.begin(), json_.timings.end())));
    }
    report += "\n}\n";
    return report;
  }

 private:
  Json options() const {
    OptionsWriter writer;
    for_each_option(result_.options, writer);
    writer.json["floor"] = json_.floor;
    return std::move(writer.json);
  }

  // Returns each document as a line of JSON.
  std::vector<std::string> documents() const {
    std::vector<std::string> lines;
    for (size_t d = 0; d < result_.documents.size(); ++d) {
      const Document& document = result_.documents[d];
      JsonObject entry;
      const auto put = [&](const char* key, const std::optional<std::string>& value) {
        value ? entry.text(key, repaired_utf8(*value)) : entry.index_or_null(key, std::nullopt);
      };
      entry.open();
      entry.text("id", repaired_utf8(document.id));
      entry.text("where", document.where);
      put("title", document.title);
      put("source", document.source);
      put("date", document.date);
      put("url", document.url);
      entry.number("bytes", result_.bytes[d]);
      entry.number("words", result_.words[d]);
      entry.index_or_null("cluster",
                          result_.options.parts.matrices ? result_.cluster_of[d] : std::nullopt);
      if (result_.options.parts.points || result_.options.parts.matrices) {
        entry.number("story", result_.stories[d]);
      }
      if (d >= result_.first_reference) {
        entry.flag("reference", true);
      }
      if (result_.options.parts.passages) {
        entry.json("reuse", json_of_reuse(result_, static_cast<uint32_t>(d)));
      }
      put_origin(entry, d);
      entry.json(
          "extra",
          document.extra);  // as it was written: its numbers may be larger than those of a computer
      if (json_.text) {
        entry.text("text", repaired_utf8(document.text));
      }
      entry.close();
      lines.push_back(std::move(entry.raw()));
    }
    return lines;
  }

  // Says what the text alone does not: how its bytes lay on disk, and which document it is a copy
  // of.
  void put_origin(JsonObject& entry, size_t d) const {
    const Document& document = result_.documents[d];
    if (document.encoding != Encoding::utf8) {
      entry.text("encoding", names_of_encodings[static_cast<size_t>(document.encoding)]);
    }
    if (const std::vector<Span> runs = broken_runs(document.text); json_.text && !runs.empty()) {
      entry.list("broken", runs, [&](const Span& run) {
        entry.raw() += '[';
        append_json_number(entry.raw(), uint64_t{run.begin});
        entry.raw() += ',';
        append_json_number(entry.raw(), uint64_t{run.size()});
        entry.raw() += ']';
      });
    }
    if (result_.original[d] != d) {
      entry.number("same_as", result_.original[d]);
    }
  }

  Json problems() const {
    Json list = Json::array();
    for (const Problem& p : result_.problems) {
      list.push_back({{"where", repaired_utf8(p.where)},
                      {"what", repaired_utf8(p.what)},
                      {"remedy", p.remedy},
                      {"rejected", p.rejected}});
    }
    return list;
  }

  Json banding() const {
    const Banding& b = result_.banding;
    return {{"bands", b.bands},
            {"rows", b.rows},
            {"threshold", b.threshold},
            {"expected_recall", b.expected_recall}};
  }

  Json matrices() const {
    Json list = Json::array();
    for (const Matrix& matrix : result_.matrices) {
      Json entry{{"measure", matrix.measure}, {"symmetric", matrix.symmetric}};
      if (result_.documents.size() <= json_.most_dense) {
        entry["values"] = dense_rows(matrix);
      } else {
        entry["entries"] = sparse_entries(matrix);
        if (matrix.measure == "points") {
          entry["diagonal"] = std::vector<uint64_t>(matrix.diagonal.begin(), matrix.diagonal.end());
        }
      }
      list.push_back(std::move(entry));
    }
    return list;
  }

  // Whole numbers are written as such: a count of points is no 3.0.
  static Json number(const Matrix& matrix, double value) {
    return matrix.measure == "points" ? Json(static_cast<uint64_t>(value)) : Json(value);
  }

  Json dense_rows(const Matrix& matrix) const {
    const std::vector<double> values = dense_values(matrix, result_);
    const size_t n = result_.documents.size();
    Json rows = Json::array();
    for (size_t i = 0; i < n; ++i) {
      Json row = Json::array();
      for (size_t j = 0; j < n; ++j) {
        row.push_back(number(matrix, values[i * n + j]));
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  Json sparse_entries(const Matrix& matrix) const {
    Json entries = Json::array();
    for (const Matrix::Entry& e : matrix.entries) {
      if (e.value <= json_.floor || (matrix.symmetric && e.from > e.to)) {
        continue;
      }
      entries.push_back(Json::array({e.from, e.to, number(matrix, e.value)}));
    }
    return entries;
  }

  Json pairs() const {
    Json list = Json::array();
    for (const Similarity& s : result_.pairs) {
      list.push_back({{"a", s.pair.a},
                      {"b", s.pair.b},
                      {"jaccard", s.jaccard},
                      {"containment", {s.a_in_b, s.b_in_a}}});
    }
    return list;
  }

  Json clusters() const {
    Json list = Json::array();
    for (const MeasuredCluster& c : result_.clusters) {
      list.push_back({{"documents", c.cluster.documents},
                      {"kept", c.cluster.kept},
                      {"similarity", c.similarity}});
    }
    return list;
  }

  // Adds begin, end, begin_char and end_char, and the field if it is not the text.
  void put_place(Json& entry, uint32_t unit, Span span) {
    const auto begin = places_.of(unit, span.begin), end = places_.of(unit, span.end);
    if (result_.units[unit].field == Field::title) {
      entry["field"] = "title";
    }
    entry["begin"] = begin.byte;
    entry["end"] = end.byte;
    entry["begin_char"] = begin.character;
    entry["end_char"] = end.character;
  }

  Json mentions(const Point& point) {
    Json list = Json::array();
    for (const Mention& m : point.mentions) {
      Json entry{{"document", result_.units[m.unit].document}};
      put_place(entry, m.unit, m.span);
      entry["text"] = places_.text(m.unit, m.span);
      entry["attributed"] =
          m.attributed ? Json(places_.text(m.unit, *m.attributed)) : Json(nullptr);
      entry["denied"] = m.denied;
      if (m.attributed && nearest_shown(result_.units[m.unit], places_.text(m.unit, *m.attributed),
                                        m.span.begin) != m.attributed) {
        put_place(entry["attributed_at"], m.unit, *m.attributed);
      }
      list.push_back(std::move(entry));
    }
    return list;
  }

  Json figures(const Point& point) {
    Json list = Json::array();
    for (const MentionedFigure& f : point.figures) {
      const uint32_t unit = point.mentions[f.mention].unit;
      Json entry{{"mention", f.mention}};
      put_place(entry, unit, f.figure.span);
      entry["text"] = places_.text(unit, f.figure.span);
      entry["kind"] = name_of(f.figure.kind);
      entry["unit"] = f.figure.unit.empty() ? Json(nullptr) : Json(f.figure.unit);
      entry["low"] = f.figure.low ? Json(*f.figure.low) : Json(nullptr);
      entry["high"] = f.figure.high ? Json(*f.figure.high) : Json(nullptr);
      entry["of"] = f.figure.of.empty() ? Json(nullptr) : Json(f.figure.of);
      list.push_back(std::move(entry));
    }
    return list;
  }

  static Json words_of(const std::vector<BindingTerm>& terms) {
    Json list = Json::array();
    for (const BindingTerm& term : terms) {
      list.push_back(term.word);
    }
    return list;
  }

  Json points() {
    Json list = Json::array();
    for (const Point& point : result_.points) {
      const Mention& label = point.mentions[point.label];
      const bool disagree = !point.disagreements.empty(),
                 updated = disagree && is_updated(point, result_);
      const auto first = first_documents(point.documents, result_);
      list.push_back({{"id", list.size()},
                      {"label", places_.text(label.unit, label.span)},
                      {"terms", words_of(point.terms)},
                      {"score", point.score},
                      {"class", names_of_classes[static_cast<size_t>(point.kind)]},
                      {"documents", point.documents.size()},
                      {"sources", point.voices},
                      {"first", first ? Json(*first) : Json(nullptr)},
                      {"disagree", disagree && !updated},
                      {"updated", updated},
                      {"mentions", mentions(point)},
                      {"figures", figures(point)},
                      {"story", point.story},
                      {"likeness", point.likeness},
                      {"disagreements", point.disagreements}});
      if (const uint32_t of_label = first_of_words(point, label); of_label != point.label) {
        list.back()["label_mention"] = point.label;
      }
    }
    return list;
  }

  // Returns the first mention with the words of this one.
  uint32_t first_of_words(const Point& point, const Mention& like) const {
    const std::string words = places_.text(like.unit, like.span);
    const auto same = [&](const Mention& m) {
      return places_.text(m.unit, m.span) == words;
    };
    return static_cast<uint32_t>(std::find_if(point.mentions.begin(), point.mentions.end(), same) -
                                 point.mentions.begin());
  }

  const Result& result_;
  const JsonOptions& json_;
  Places places_;
};

}  // namespace

std::string to_json(const Result& result, const JsonOptions& options) {
  return Writer(result, options).report();
}

}  // namespace reprise::detail
