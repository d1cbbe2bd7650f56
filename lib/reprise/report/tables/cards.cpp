// Cards, from the result to HTML.
//
//     1. the passages of each document, on its side, the longest first; one that lies in a longer
//        one, as of a second copy of the source, says nothing more
//     2. a card: the share in a bar, a table of the documents it shares with, the passages
//     3. the index, by the share
//
// A side of a passage is written word by word where edits fall, and else as it stands:
//
//     the quay <u>closed</u> for nine days
//
// Example: "a b" of 2 words of which 2 stand in "c" has the card "100 %", a row for c, a passage.
#include "reprise/report/tables/cards.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "reprise/corpus/references.h"
#include "reprise/report/tables/passage_exports.h"
#include "reprise/report/tables/unique_names.h"
#include "reprise/report/tables/xml.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

constexpr size_t most_passages = 6;  // of a card: with them it is about a page
constexpr size_t most_sources = 12;  // rows
constexpr uint32_t most_words = 90;  // of a passage that are shown

constexpr const char* style =
    "body{font:11pt/1.45 Georgia,serif;max-width:48em;margin:2em auto;padding:0 1em;color:#222;"
    "background:#fff}"
    "h1{font-size:1.5em;margin:0 0 .2em;overflow-wrap:anywhere}h2{font-size:1.1em;margin:1.4em 0 "
    ".4em}"
    ".share{font-size:1.2em}.bar{height:.6em;background:#e6e6e6;margin:.5em 0}"
    ".bar div{height:100%;background:#b3541e}"
    "table{border-collapse:collapse;width:100%;font-size:.92em}"
    "th,td{text-align:left;padding:.25em .6em .25em 0;border-bottom:1px solid #ddd;"
    "overflow-wrap:anywhere}td.n,th.n{text-align:right;white-space:nowrap}"
    ".two{display:grid;grid-template-columns:1fr 1fr;gap:1.2em;break-inside:avoid;"
    "font-size:.88em}.two p{margin:.2em 0}.where{color:#666}"
    "u{text-decoration-color:#b3541e;text-decoration-thickness:2px}"
    "footer{margin-top:2em;color:#666;font-size:.8em}"
    "@media print{body{margin:0;max-width:none}@page{margin:18mm}}";

// A passage on the side of the card's document.
struct CardPassage {
  const Passage* passage = nullptr;
  bool is_a = false;  // the card's side

  PassageSide own() const {
    return is_a ? PassageSide{passage->unit_a, passage->a}
                : PassageSide{passage->unit_b, passage->b};
  }
  PassageSide other() const { return CardPassage{passage, !is_a}.own(); }
};

class CardWriter {
 public:
  explicit CardWriter(const Result& result)
      : result_(result), places_(result), names_(unique_names(result, xml_text)) {
    name_files();
    gather_passages();
  }

  std::vector<NamedFile> files() {
    std::vector<NamedFile> files{{"index.html", index()}};
    for (const DocumentId document : ordered()) {
      files.push_back({file_of_[document], card(document)});
    }
    return files;
  }

 private:
  bool has_card(DocumentId document) const {
    return !is_reference(document, result_.first_reference);
  }

  void name_files() {
    UniqueNames unique(true);
    unique.take("index", "-", ".html");
    file_of_.resize(result_.documents.size());
    for (DocumentId d{0}; d < result_.documents.size(); ++d) {
      if (has_card(d)) {
        file_of_[d] = unique.take(file_stem(names_[d]), "-", ".html");
      }
    }
  }

  void gather_passages() {
    passages_of_.resize(result_.documents.size());
    for (const Passage& passage : result_.passages) {
      for (const bool is_a : {true, false}) {
        const CardPassage one{&passage, is_a};
        passages_of_[result_.units[one.own().unit].document].push_back(one);
      }
    }
    for (auto& passages : passages_of_) {
      std::stable_sort(passages.begin(), passages.end(), [](const auto& x, const auto& y) {
        return x.own().range.size() > y.own().range.size();
      });
    }
  }

  double share_of(DocumentId document, uint32_t words) const {
    return result_.words[document] == 0 ? 0 : static_cast<double>(words) / result_.words[document];
  }

  // Returns the documents with cards, those that have most of others first.
  std::vector<DocumentId> ordered() const {
    std::vector<DocumentId> documents;
    for (DocumentId d{0}; d < result_.documents.size(); ++d) {
      if (has_card(d)) {
        documents.push_back(d);
      }
    }
    std::stable_sort(documents.begin(), documents.end(), [&](DocumentId x, DocumentId y) {
      return share_of(x, result_.reuse[x].words) > share_of(y, result_.reuse[y].words);
    });
    return documents;
  }

  static std::string percent(double share) {
    const auto whole = static_cast<int>(100 * share + 0.5);
    return share > 0 && whole == 0 ? "under 1 %" : std::to_string(whole) + " %";
  }

  static std::string begin_of(const std::string& title) {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
           xml_escaped(title) + "</title>\n<style>" + style + "</style></head>\n<body>\n";
  }

  static std::string cell(const std::string& text, bool is_number = false) {
    return (is_number ? "<td class=\"n\">" : "<td>") + text + "</td>";
  }

  std::string index() const {
    std::string html = begin_of("What stands elsewhere") + "<h1>What stands elsewhere</h1>\n";
    html +=
        "<table><tr><th>document</th><th class=\"n\">words</th>"
        "<th class=\"n\">elsewhere</th><th>most of it in</th></tr>\n";
    for (const DocumentId document : ordered()) {
      const Reuse& reuse = result_.reuse[document];
      const std::string most =
          reuse.sources.empty() ? "" : xml_escaped(names_[reuse.sources.front().document]);
      html += "<tr>" +
              cell("<a" + xml_attribute("href", "./" + address_of(file_of_[document])) + ">" +
                   xml_escaped(names_[document]) + "</a>") +
              cell(std::to_string(result_.words[document]), true) +
              cell(percent(share_of(document, reuse.words)), true) + cell(most) + "</tr>\n";
    }
    return html + "</table>\n</body></html>\n";
  }

  // Returns the name of a file as a part of an address: a browser would take # for its end.
  static std::string address_of(const std::string& file) {
    std::string address;
    for (const char c : file) {
      if (c == '%') {
        address += "%25";
      } else if (c == '#') {
        address += "%23";
      } else {
        address += c;  // file_stem() leaves no ?
      }
    }
    return address;
  }

  std::string card(DocumentId document) {
    const Reuse& reuse = result_.reuse[document];
    const std::optional<std::string>& title = result_.documents[document].title;
    const double share = share_of(document, reuse.words);
    std::string html =
        begin_of(names_[document]) + "<h1>" + xml_escaped(names_[document]) + "</h1>\n";
    if (title) {
      html += "<p class=\"where\">" + xml_escaped(xml_text(*title)) + "</p>\n";
    }
    html += "<p class=\"share\"><b>" + percent(share) + "</b> of its " +
            std::to_string(result_.words[document]) + " words stand in other documents.</p>\n";
    html += "<div class=\"bar\"><div style=\"width:" +
            std::to_string(static_cast<int>(100 * share + 0.5)) + "%\"></div></div>\n";
    const DocumentId original = result_.original[document];
    if (original != document) {
      html += "<p>Its text is that of " + xml_escaped(names_[original]) + ".</p>\n";
    }
    return html + sources(document) + passages(document) + "</body></html>\n";
  }

  std::string sources(DocumentId document) const {
    const std::vector<Reuse::Source>& sources = result_.reuse[document].sources;
    if (sources.empty()) {
      return "";
    }
    std::string html =
        "<h2>Where</h2>\n<table><tr><th>document</th><th class=\"n\">words</th>"
        "<th class=\"n\">share</th></tr>\n";
    for (size_t i = 0; i < std::min(sources.size(), most_sources); ++i) {
      html += "<tr>" + cell(xml_escaped(names_[sources[i].document])) +
              cell(std::to_string(sources[i].words), true) +
              cell(percent(share_of(document, sources[i].words)), true) + "</tr>\n";
    }
    html += "</table>\n";
    if (sources.size() > most_sources) {
      html +=
          "<p class=\"where\">and " + std::to_string(sources.size() - most_sources) + " more</p>\n";
    }
    return html;
  }

  // Returns the longest passages, without those that lie in one that is shown.
  std::vector<CardPassage> shown_passages(DocumentId document) const {
    std::vector<CardPassage> shown;
    for (const CardPassage& one : passages_of_[document]) {
      const bool lies_in_one = std::any_of(shown.begin(), shown.end(), [&](const auto& longer) {
        return longer.own().unit == one.own().unit &&
               longer.own().range.begin <= one.own().range.begin &&
               longer.own().range.end >= one.own().range.end;
      });
      if (!lies_in_one) {
        shown.push_back(one);
      }
      if (shown.size() == most_passages) {
        break;
      }
    }
    return shown;
  }

  std::string passages(DocumentId document) {
    const std::vector<CardPassage> shown = shown_passages(document);
    std::string html = shown.empty() ? "" : "<h2>The longest passages</h2>\n";
    for (const CardPassage& one : shown) {
      const DocumentId other = result_.units[one.other().unit].document;
      html += "<div class=\"two\"><div><p class=\"where\">" +
              std::to_string(one.own().range.size()) + " words here</p><p>" + side(one) +
              "</p></div><div><p class=\"where\">as in " + xml_escaped(names_[other]) + "</p><p>" +
              side({one.passage, !one.is_a}) + "</p></div></div>\n";
    }
    return html;
  }

  // Returns the words of the side, those that the other side lacks underlined.
  std::string side(const CardPassage& one) {
    const PassageSide own = one.own();
    const uint32_t end = own.range.begin + std::min(own.range.size(), most_words);
    std::string html;
    uint32_t at = own.range.begin;
    for (const Edit& edit : one.passage->edits) {
      const TokenRange range = one.is_a ? edit.a : edit.b;
      if (range.size() == 0 || range.begin >= end) {
        continue;
      }
      html += words(own.unit, {at, range.begin});
      html += "<u>" + words(own.unit, {range.begin, std::min(range.end, end)}) + "</u> ";
      at = std::min(range.end, end);
    }
    html += words(own.unit, {at, end});
    if (end < own.range.end) {
      html += "… and " + std::to_string(own.range.end - end) + " words more";
    }
    return html;
  }

  // Returns the words with a blank behind them, and what stands between.
  std::string words(UnitId unit, TokenRange range) {
    if (range.size() == 0) {
      return "";
    }
    std::string text = places_.text(unit, bytes_of(result_.units[unit], range));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return xml_escaped(text) + " ";
  }

  const Result& result_;
  Places places_;
  std::vector<std::string> names_;
  std::vector<std::string> file_of_;
  std::vector<std::vector<CardPassage>> passages_of_;
};

}  // namespace

std::vector<NamedFile> card_files(const Result& result) {
  return CardWriter(result).files();
}

}  // namespace reprise::detail
