// Markup goes by token after token. Between <item> and </item>, the first element of a field
// opens it, and its end closes it; what stands between is the field, as it is written. So a field
// may hold text, references to markup, a CDATA section, or elements of XHTML:
//
//     <title>A &amp;amp; B</title>                         A & B
//     <content:encoded><![CDATA[<p>One</p>]]>              <p>One</p>
//     <content type="xhtml"><div><p>One</p></div>          <div><p>One</p></div>
#include "reprise/extract/feed.h"

#include <algorithm>
#include <array>

#include "reprise/base/character_references.h"
#include "reprise/extract/html.h"
#include "reprise/extract/html_charset.h"
#include "reprise/extract/html_text.h"
#include "reprise/extract/html_tokens.h"
#include "reprise/extract/written_date.h"

namespace reprise::detail {
namespace {

enum class Field { none, title, link, id, body, date, updated, author, source };

struct FieldRow {
  std::string_view name;
  Field field;
};

// clang-format off
constexpr std::array field_rows = std::to_array<FieldRow>({
    {"title", Field::title},
    {"link", Field::link}, {"guid", Field::id}, {"id", Field::id},
    {"description", Field::body}, {"summary", Field::body}, {"content", Field::body},
    {"content:encoded", Field::body}, {"fullitem", Field::body}, {"xhtml:body", Field::body},
    {"pubdate", Field::date}, {"published", Field::date}, {"issued", Field::date},
    {"dc:date", Field::date}, {"updated", Field::updated}, {"modified", Field::updated},
    {"author", Field::author}, {"dc:creator", Field::author},
    {"source", Field::source}, {"dc:source", Field::source},
});
constexpr std::array<std::string_view, 5> roots{"rss", "feed", "rdf:rdf", "channel", "atom:feed"};
// clang-format on

constexpr size_t longest_field = 1000;  // of title, address, author

template <size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view known) { return same_name(name, known); });
}

bool is_item(std::string_view name) {
  return is_one_of(name, std::array<std::string_view, 3>{"item", "entry", "atom:entry"});
}

Field field_of(std::string_view name) {
  name = name.substr(name.starts_with("atom:") ? 5 : 0);
  for (const FieldRow& row : field_rows) {
    if (same_name(name, row.name)) {
      return row.field;
    }
  }
  return Field::none;
}

// Returns what a field means: sections as they are, references read, elements kept.
std::string meaning_of(std::string_view field) {
  std::string out;
  while (!field.empty()) {
    const size_t begin = std::min(field.find("<![CDATA["), field.size());
    out += without_references(field.substr(0, begin));
    field.remove_prefix(begin);
    if (!field.empty()) {
      field.remove_prefix(9);
      const size_t end = std::min(field.find("]]>"), field.size());
      out += field.substr(0, end);
      field.remove_prefix(std::min(end + 3, field.size()));
    }
  }
  return out;
}

// Returns the text of markup in a line: of titles and names.
std::string line_of(std::string_view markup) {
  std::string out;
  HtmlTextWriter writer(out);
  HtmlTokens tokens(markup);
  HtmlToken token;
  while (tokens.next(token)) {
    if (token.kind == HtmlTokenKind::text) {
      writer.append(token.text, 0, false, false);
    }
  }
  return std::string(first_bytes(out, longest_field));
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// An item as it is read. Views point into the feed.
struct Item {
  std::string title, url, id, date, updated, author, source;
  std::string_view body;
  bool is_body_markup = false;  // type="xhtml": the elements are the body's own
};

class FeedReader {
 public:
  FeedReader(std::string_view text, const std::string& name, const ExtractOptions& options)
      : text_(text), name_(name), options_(options), tokens_(text, Markup::xml) {}

  Extraction read() {
    HtmlToken token;
    while (!is_full_ && tokens_.next(token)) {
      take(token);
    }
    if (field_ != Field::none) {
      close_field(text_.size());
    }
    finish_item();
    if (number_ == 0) {
      refuse("", is_feed_ ? "the feed has no items" : "this is no feed of RSS or Atom");
    }
    return std::move(extraction_);
  }

 private:
  void refuse(const std::string& place, std::string what) {
    extraction_.problems.push_back(
        {name_ + place, std::move(what), "look at the file in a browser", true});
  }

  void take(const HtmlToken& token) {
    if (token.kind == HtmlTokenKind::start) {
      start(token);
    } else if (token.kind == HtmlTokenKind::end) {
      end(token);
    }
  }

  void start(const HtmlToken& token) {
    is_feed_ = is_feed_ || is_one_of(token.name, roots);
    if (is_item(token.name)) {
      finish_item();
      in_item_ = !token.closes_itself;
      return;
    }
    if (field_ != Field::none) {
      const bool is_same = same_name(token.name, field_name_) && !token.closes_itself;
      depth_ += is_same ? 1 : 0;
      return;
    }
    const Field field = field_of(token.name);
    if (field == Field::link && in_item_ && token.has_attribute("href")) {
      take_link(token);
      return;
    }
    // Of the feed itself only the title counts, and that of its picture comes later.
    const bool is_of_feed = !in_item_ && field == Field::title && feed_title_.empty();
    if (field == Field::none || token.closes_itself || !(in_item_ || is_of_feed)) {
      return;
    }
    field_ = field;
    field_name_ = token.name;
    field_begin_ = tokens_.at();
    is_markup_ = same_name(token.attribute("type"), "xhtml");
    is_link_ = !same_name(token.attribute("isPermaLink"), "false");
    depth_ = 1;
  }

  void end(const HtmlToken& token) {
    // The name of an end tag stands behind "</".
    const auto at = static_cast<size_t>(token.name.data() - text_.data()) - 2;
    const bool ends_item = is_item(token.name);
    if (field_ != Field::none && (ends_item || same_name(token.name, field_name_))) {
      --depth_;
      if (depth_ == 0 || ends_item) {
        close_field(at);
      }
    }
    if (ends_item) {
      finish_item();
    }
  }

  // <link rel="alternate" href="…"/> of Atom.
  void take_link(const HtmlToken& token) {
    const std::string_view relation = token.attribute("rel");
    const bool is_page = relation.empty() || same_name(relation, "alternate");
    if (is_page && item_.url.empty()) {
      const std::string url = without_references(token.attribute("href"));
      item_.url = first_bytes(url, longest_field);
    }
  }

  void close_field(size_t end) {
    const std::string_view written = text_.substr(field_begin_, end - field_begin_);
    const Field field = std::exchange(field_, Field::none);
    if (!in_item_) {
      feed_title_ = line_of(meaning_of(written));
      return;
    }
    if (field == Field::body) {
      const bool is_longer = written.size() > item_.body.size();
      item_.is_body_markup = is_longer ? is_markup_ : item_.is_body_markup;
      item_.body = is_longer ? written : item_.body;
      return;
    }
    const std::string line = is_markup_ ? line_of(written) : line_of(meaning_of(written));
    std::string* const place = place_of(field);
    if (place != nullptr && place->empty()) {
      *place = line;
    }
  }

  std::string* place_of(Field field) {
    switch (field) {
      case Field::title: return &item_.title;
      case Field::link: return &item_.url;
      case Field::id: return is_link_ ? &item_.id : nullptr;
      case Field::date: return &item_.date;
      case Field::updated: return &item_.updated;
      case Field::author: return &item_.author;
      case Field::source: return &item_.source;
      case Field::body:
      case Field::none: break;
    }
    return nullptr;
  }

  void finish_item() {
    if (!in_item_) {
      return;
    }
    ++number_;
    in_item_ = false;
    const Item item = std::exchange(item_, {});
    Extracted document;
    document.number = number_;
    document.text = text_of(item);
    fill_in(item, document);
    if (document.text.empty()) {
      refuse(":" + std::to_string(number_), "the item has no text");
      return;
    }
    total_ += document.text.size();
    is_full_ = total_ > options_.most_text;
    if (is_full_) {
      refuse(":" + std::to_string(number_), "from here on the feed has more than " +
                                                std::to_string(options_.most_text) +
                                                " bytes of text");
      return;
    }
    extraction_.documents.push_back(std::move(document));
  }

  // Returns the text of an item's page.
  std::string text_of(const Item& item) const {
    if (trimmed(item.body).empty()) {
      return "";
    }
    ExtractOptions options = options_;
    options.charset = "";
    const std::string html = item.is_body_markup ? std::string(item.body) : meaning_of(item.body);
    // Its bytes were decoded with those of the feed.
    Extraction page = extract_html_as(html, name_, options, "utf-8");
    return page.documents.empty() ? "" : std::move(page.documents[0].text);
  }

  void fill_in(const Item& item, Extracted& document) const {
    if (document.text.empty()) {
      document.text = item.title;
    } else if (!item.title.empty()) {
      document.title = item.title;
    }
    const std::string& url = is_url(item.url) ? item.url : item.id;
    if (is_url(url)) {
      document.url = url;
    }
    const auto date = written_date(item.date);
    document.date = date ? date : written_date(item.updated);
    const std::string& source = item.source.empty() ? feed_title_ : item.source;
    if (!source.empty()) {
      document.source = source;
    }
    if (!item.author.empty()) {
      document.further.emplace_back("author", item.author);
    }
  }

  std::string_view text_;
  const std::string& name_;
  const ExtractOptions& options_;
  HtmlTokens tokens_;
  Extraction extraction_;
  Item item_;
  std::string feed_title_;
  std::string_view field_name_;  // of the field that is open
  Field field_ = Field::none;
  size_t field_begin_ = 0;
  size_t depth_ = 0;  // how many elements of the field's name are open
  size_t total_ = 0;
  uint64_t number_ = 0;
  bool in_item_ = false;
  bool is_feed_ = false;
  bool is_markup_ = false;
  bool is_link_ = true;
  bool is_full_ = false;
};

}  // namespace

Extraction extract_feed(std::string_view bytes, const std::string& name,
                        const ExtractOptions& options) {
  PageText text;
  const bool is_read = read_page_text(bytes, options.charset, "", text);
  Extraction extraction;
  if (is_read) {
    extraction = FeedReader(text.text, name, options).read();
  }
  for (Problem& problem : text.problems) {
    problem.where = name;
    extraction.problems.push_back(std::move(problem));
  }
  return extraction;
}

bool looks_like_feed(std::string_view bytes) {
  constexpr size_t head = 4096;
  HtmlTokens tokens(bytes.substr(0, head), Markup::xml);
  HtmlToken token;
  while (tokens.next(token)) {
    if (token.kind == HtmlTokenKind::start) {
      return is_one_of(token.name, roots);
    }
  }
  return false;
}

}  // namespace reprise::detail
