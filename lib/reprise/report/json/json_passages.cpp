#include "reprise/report/json/json_passages.h"

#include <algorithm>

#include "reprise/base/parallel.h"
#include "reprise/passages/suppress.h"
#include "reprise/report/json/json_names.h"
#include "reprise/report/json/json_text.h"

namespace reprise::detail {
namespace {

class PassageWriter {
 public:
  PassageWriter(const Result& result, Places& places) : result_(result), places_(places) {}

  std::string passage(const Passage& p, size_t id) const {
    JsonObject object;
    object.open();
    object.number("id", id);
    object.key("a"), put_span(object, {p.unit_a, p.a});
    object.key("b"), put_span(object, {p.unit_b, p.b});
    object.number("matched", p.matched);
    object.real("identity", p.identity);
    object.number("informative", p.informative);
    object.flag("quoted", p.quoted);
    object.text("text", text_of({p.unit_a, p.a}));
    object.text("before", places_.before(p.unit_a, p.a));
    object.text("after", places_.after(p.unit_a, p.a));
    object.list("edits", p.edits, [&](const Edit& edit) { put_edit(object, p, edit); });
    object.index_or_null("cluster", p.cluster);
    object.number("near", p.near);
    object.close();
    return std::move(object.raw());
  }

  std::string suppressed(const SuppressedPassages& s) const {
    JsonObject object;
    object.open();
    object.text("reason", name_of(s.reason));
    object.number("count", s.count);
    object.text("example", text_of(s.example));
    object.key("at"), put_span(object, s.example);
    object.close();
    return std::move(object.raw());
  }

  std::string cluster(const PassageCluster& cluster) const {
    JsonObject object;
    object.open();
    object.list("spans", cluster.spans, [&](const PassageSpan& span) { put_span(object, span); });
    object.text("core", text_of(cluster.core));
    std::vector<uint32_t> documents;
    for (const PassageSpan& span : cluster.spans) {
      documents.push_back(result_.units[span.unit].document);
    }
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    if (const auto first = first_documents(documents, result_)) {
      object.list("first", *first,
                  [&](uint32_t d) { append_json_number(object.raw(), uint64_t{d}); });
    } else {
      object.index_or_null("first", std::nullopt);
    }
    object.close();
    return std::move(object.raw());
  }

 private:
  void put_span(JsonObject& object, const PassageSpan& span) const {
    const TextUnit& unit = result_.units[span.unit];
    const Span bytes = bytes_of(unit, span.range);
    const auto begin = places_.of(span.unit, bytes.begin), end = places_.of(span.unit, bytes.end);
    object.open();
    object.number("document", unit.document);
    if (unit.field == Field::title) {
      object.text("field", "title");
    }
    object.number("begin", begin.byte);
    object.number("end", end.byte);
    object.number("begin_char", begin.character);
    object.number("end_char", end.character);
    object.number("words", span.range.size());
    object.close();
  }

  void put_edit(JsonObject& object, const Passage& p, const Edit& edit) const {
    object.open();
    object.text("kind", names_of_edits[static_cast<size_t>(edit.kind)]);
    object.key("a"), put_range(object, p.unit_a, edit.a);
    object.key("b"), put_range(object, p.unit_b, edit.b);
    if (edit.near) {
      object.flag("near", true);
    }
    object.close();
  }

  void put_range(JsonObject& object, uint32_t unit, TokenRange range) const {
    const Span span = bytes_of(result_.units[unit], range);
    std::string& out = object.raw();
    out += '[';
    append_json_number(out, uint64_t{places_.of(unit, span.begin).byte});
    out += ',';
    append_json_number(out, uint64_t{places_.of(unit, span.end).byte});
    out += ']';
  }

  std::string text_of(const PassageSpan& span) const {
    return places_.text(span.unit, bytes_of(result_.units[span.unit], span.range));
  }

  const Result& result_;
  Places& places_;
};

}  // namespace

std::vector<std::string> json_of_passages(const Result& result, Places& places) {
  std::vector<uint32_t> units;
  for (const Passage& p : result.passages) {
    units.insert(units.end(), {p.unit_a, p.unit_b});
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  places.prepare(units);
  PassageWriter writer(result, places);
  std::vector<std::string> lines(result.passages.size());
  parallel_for(lines.size(), [&](size_t i) { lines[i] = writer.passage(result.passages[i], i); });
  return lines;
}

std::vector<std::string> json_of_passage_clusters(const Result& result, Places& places) {
  const PassageWriter writer(
      result, places);  // the units of clusters are those of passages, which are prepared
  std::vector<std::string> lines(result.passage_clusters.size());
  parallel_for(lines.size(),
               [&](size_t i) { lines[i] = writer.cluster(result.passage_clusters[i]); });
  return lines;
}

std::vector<std::string> json_of_suppressed(const Result& result, Places& places) {
  const PassageWriter writer(result, places);
  std::vector<std::string> lines;
  for (const SuppressedPassages& s : result.suppressed) {
    lines.push_back(writer.suppressed(s));
  }
  return lines;
}

std::string json_of_reuse(const Result& result, uint32_t document) {
  const Reuse& reuse = result.reuse[document];
  const auto share = [&](uint32_t words) {
    return words == 0 ? 0.0 : static_cast<double>(words) / result.words[document];
  };
  JsonObject object;
  object.open();
  object.number("words", reuse.words);
  object.real("share", share(reuse.words));
  object.list("sources", reuse.sources, [&](const Reuse::Source& source) {
    object.open();
    object.number("document", source.document);
    object.number("words", source.words);
    object.real("share", share(source.words));
    object.close();
  });
  object.close();
  return std::move(object.raw());
}

}  // namespace reprise::detail
