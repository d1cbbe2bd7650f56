// Any bytes as documents whose every field is hostile: the page of the report holds them as data.
// These parse as JSON, say what the documents say, lie inside the texts, and end no script.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fuzz/corpus.h"
#include "fuzz/require.h"
#include "reprise/base/utf8.h"
#include "reprise/compare.h"
#include "reprise/report.h"
#include "reprise/report/page/html_data.h"
#include "reprise/report/page/html_page.h"

namespace {

using namespace reprise;
using namespace reprise::detail;
using fuzz::require;
using Json = nlohmann::json;

// Returns the length of a text as browsers count it, in UTF-16 units.
size_t utf16_units(const std::string& text) {
  size_t units = 0;
  for (size_t at = 0; at < text.size();) {
    const Decoded character = decode(text, at);
    units += character.code > 0xFFFF ? 2 : 1;
    at += character.size;
  }
  return units;
}

class Page {
 public:
  Page(const Json& data, const Result& result) : data_(data), result_(result) {}

  void require_documents() const {
    require(data_["documents"].size() == result_.documents.size());
    for (size_t d = 0; d < result_.documents.size(); ++d) {
      const Document& document = result_.documents[d];
      const Json& row = data_["documents"][d];
      require(row.size() == 15 && row[0] == repaired_utf8(document.id));
      require(row[1] == repaired_utf8(*document.title));
      const bool is_copy = result_.original[d] != d;
      require(data_["texts"][d] == (is_copy ? "" : repaired_utf8(document.text)));
    }
  }

  void require_passages() const {
    for (const Json& row : data_["passages"]) {
      require_place(row[1], row[2], row[3]);
      require_place(row[4], row[5], row[6]);
      require(row[12].size() % 4 == 0);
    }
    for (const Json& row : data_["clusters"]) {
      const Json& spans = row[2];
      for (size_t i = 0; i < spans.size(); i += 3) {
        require_place(spans[i], spans[i + 1], spans[i + 2]);
      }
    }
  }

  void require_points() const {
    for (const Json& point : data_["points"]) {
      const Json& mentions = point[6];
      require(point[0] < mentions.size());
      for (const Json& mention : mentions) {
        require_place(mention[0], mention[1], mention[2]);
        require(mention.size() == 4 || mention.size() == 6);
      }
      for (const Json& figure : point[7]) {
        require(figure[0] < mentions.size());
        require_place(mentions[figure[0].get<size_t>()][0], figure[1], figure[2]);
      }
    }
  }

 private:
  void require_place(size_t document_and_field, size_t begin, size_t end) const {
    const Json& row = data_["documents"][document_and_field / 2];
    const bool in_title = document_and_field % 2 == 1;
    const size_t original = row[9];  // whose text a copy has
    const Json& text = in_title ? row[1] : data_["texts"][original];
    require(begin <= end && end <= utf16_units(text.get<std::string>()));
  }

  const Json& data_;
  const Result& result_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  CompareOptions options;
  options.passages = {.seed = 1, .least_words = 2, .least_weight = 0};
  options.threads = 1;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result result = compare(fuzz::corpus_of(bytes), options);
  const HtmlData made = html_data(result, {});
  require(made.json.find('<') == made.json.npos);
  const Json json = Json::parse(made.json);
  const Page page(json, result);
  page.require_documents();
  page.require_passages();
  page.require_points();
  const std::string html = to_html(result, {}).html;
  require(html.size() == html_before_data.size() + made.json.size() + html_after_data.size());
  return 0;
}
