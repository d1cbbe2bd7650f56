#include "reprise/extract/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "reprise/extract/html_tokens.h"
#include "reprise/extract/json_ld.h"
#include "reprise/extract/written_date.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_title = 500;
constexpr size_t longest_name = 120;

// clang-format off
// Where a page's <meta> has a field, best first.
constexpr std::array<std::string_view, 5> title_names{
    "og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title"};
constexpr std::array<std::string_view, 20> date_names{
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "publish-date", "publishdate", "publication_date", "pubdate", "datecreated", "date",
    "cxenseparse:recs:publishtime"};
constexpr std::array<std::string_view, 6> source_names{
    "og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name",
    "apple-mobile-web-app-title"};
constexpr std::array<std::string_view, 4> url_names{
    "canonical", "og:url", "twitter:url", "dc.identifier"};
constexpr std::array<std::string_view, 8> author_names{
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "citation_author"};
// What parts the name of a site from a title; the first ones stand in no headline.
constexpr std::array<std::string_view, 6> sure_parts{" | ", " :: ", " » ", " « ", " · ", " • "};
constexpr std::array<std::string_view, 3> likely_parts{" - ", " – ", " — "};
// clang-format on

// Returns the first value under one of the names that `fits`.
template <size_t N, typename Fits>
std::string first_meta(const HtmlPage& page, const std::array<std::string_view, N>& names,
                       Fits fits) {
  for (const std::string_view name : names) {
    for (const HtmlMeta& meta : page.metas) {
      if (meta.name == name && fits(meta.value)) {
        return meta.value;
      }
    }
  }
  return "";
}

bool is_url(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_name && !is_url(text);
}

// Returns letters and digits of ASCII alone, small: what a site's name and its host share.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : lower_ascii(text)) {
    const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c < 0;
    if (counts) {
      out += c;
    }
  }
  return out;
}

size_t words_of(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// Whether what stands behind a dash is the site and no part of the headline.
bool names_site(std::string_view tail, std::string_view site, std::string_view host) {
  const std::string name = bare(tail);
  if (name.empty()) {
    return false;
  }
  const bool is_site = !site.empty() && (name == bare(site) || bare(site).starts_with(name));
  return is_site || (name.size() > 2 && bare(host).find(name) != std::string::npos);
}

// Whether a block is the headline of first rank, or stands in it.
bool is_first_heading(const HtmlPage& page, const HtmlBlock& block) {
  uint32_t node = block.node;
  for (int up = 0; up < 3 && page.nodes[node].tag != HtmlTag::h1; ++up) {
    node = page.nodes[node].parent;
  }
  return page.nodes[node].tag == HtmlTag::h1;
}

// Returns the headline: the longest h1 that <title> or Open Graph confirm, or the only one.
std::string headline_of(const HtmlPage& page, std::string_view named, std::string_view site) {
  constexpr size_t least_letters = 8;
  const std::string known = bare(named) + " " + bare(page.title);
  std::string confirmed;
  std::string last;
  size_t count = 0;
  for (const HtmlBlock& block : page.blocks) {
    const std::string_view text = page.text_of(block);
    const bool may_be = text.size() <= longest_title && is_first_heading(page, block);
    const std::string letters = may_be ? bare(text) : "";
    if (letters.empty() || letters == bare(site)) {
      continue;
    }
    const bool is_confirmed = known.find(letters) != std::string::npos;
    if (is_confirmed && letters.size() > std::max(least_letters, confirmed.size())) {
      confirmed = text;
    }
    last = text;
    ++count;
  }
  const bool is_alone = count == 1 && words_of(last) >= 3;
  return confirmed.empty() && is_alone ? last : confirmed;
}

bool shows(const HtmlPage& page, std::string_view text) {
  return std::any_of(page.blocks.begin(), page.blocks.end(),
                     [&](const HtmlBlock& block) { return page.text_of(block) == text; });
}

// Returns what stands before the last dash, if that is a block of the page, of whatever tag: then
// the site stands behind it. Else the whole title.
std::string_view shown_front(const HtmlPage& page, std::string_view title) {
  for (const std::string_view part : likely_parts) {
    const size_t at = title.rfind(part);
    if (at != title.npos && words_of(title.substr(0, at)) >= 3 &&
        shows(page, title.substr(0, at))) {
      return title.substr(0, at);
    }
  }
  return title;
}

std::string title_of(const HtmlPage& page, const JsonLd& json, std::string_view site,
                     std::string_view host) {
  const auto is_title = [](std::string_view text) {
    return text.size() <= longest_title;
  };
  std::string named = json.headline;
  if (named.empty()) {
    named = first_meta(page, title_names, is_title);
  }
  named = without_site(named, site, host);
  std::string headline = headline_of(page, named, site);
  if (!headline.empty()) {
    return headline;
  }
  return std::string(
      shown_front(page, named.empty() ? without_site(page.title, site, host) : named));
}

std::string url_of(const HtmlPage& page, const JsonLd& json) {
  const std::string url = first_meta(page, url_names, is_url);
  return url.empty() && is_url(json.url) ? json.url : url;
}

// Returns the date that a short block shows: the first that is named a date, else the first of
// those around the headline, which is a heading or says the title, rather behind it than before; of
// a page without a headline the first.
std::optional<std::string> shown_date(const HtmlPage& page, std::string_view title) {
  constexpr size_t near = 12;  // blocks
  std::optional<std::string> behind;
  std::optional<std::string> before;
  std::optional<std::string> first;
  std::optional<std::string> last;
  bool has_headline = false;
  size_t since_headline = page.blocks.size();
  size_t since_last = page.blocks.size();
  for (const HtmlBlock& block : page.blocks) {
    ++since_headline;
    ++since_last;
    if (is_first_heading(page, block) || page.text_of(block) == title) {
      since_headline = 0;
      has_headline = true;
      before = since_last < near ? last : before;
    }
    auto date = written_date(page.text_of(block));
    if (!date || date->size() < std::string_view("2031-05-12").size()) {
      continue;
    }
    const HtmlNode& node = page.nodes[block.node];
    const HtmlHints hints = node.hints | page.nodes[node.parent].hints;
    if ((hints & hint_date) != 0) {
      return date;
    }
    behind = since_headline < near && !behind ? date : behind;
    first = first ? first : date;
    last = std::move(date);
    since_last = 0;
  }
  if (!has_headline) {
    return first;
  }
  return behind ? behind : before;
}

std::optional<std::string> date_of(const HtmlPage& page, const JsonLd& json, std::string_view url,
                                   std::string_view title) {
  if (auto date = written_date(json.published)) {
    return date;
  }
  const auto is_date = [](std::string_view text) {
    return written_date(text).has_value();
  };
  std::string date = first_meta(page, date_names, is_date);
  if (date.empty()) {
    date = first_meta(page, std::array<std::string_view, 1>{"time"}, is_date);
  }
  if (!date.empty()) {
    return written_date(date);
  }
  auto found = date_in_url(url);
  return found ? found : shown_date(page, title);
}

// Returns the first name that the host confirms, as "reuters" does of www.reuters.com; else the
// first.
std::string source_of(const HtmlPage& page, const JsonLd& json, std::string_view host) {
  const std::string named = first_meta(page, source_names, is_name);
  std::string first;
  for (const std::string& name : {named, json.publisher, json.site}) {
    if (!is_name(name)) {
      continue;
    }
    if (names_site(name, "", host)) {
      return name;
    }
    first = first.empty() ? name : first;
  }
  return first;
}

std::string author_of(const HtmlPage& page, const JsonLd& json) {
  std::string author = json.author.size() <= longest_title ? json.author : "";
  if (author.empty()) {
    author = first_meta(page, author_names, is_name);
  }
  const std::string small = lower_ascii(author);
  return small.starts_with("by ") ? author.substr(3) : author;
}

}  // namespace

std::string host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == url.npos) {
    return "";
  }
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(host.find('@') == host.npos ? 0 : host.find('@') + 1);
  host = host.substr(0, host.find(':'));
  const std::string small = lower_ascii(host);
  return small.starts_with("www.") ? small.substr(4) : small;
}

std::string_view without_site(std::string_view title, std::string_view site,
                              std::string_view host) {
  for (const std::string_view part : sure_parts) {
    const size_t at = title.rfind(part);
    const bool parts = at != title.npos && at > 0 && words_of(title.substr(at)) <= 6;
    if (parts) {
      return without_site(title.substr(0, at), site, host);
    }
  }
  for (const std::string_view part : likely_parts) {
    const size_t at = title.rfind(part);
    const bool parts =
        at != title.npos && at > 0 && names_site(title.substr(at + part.size()), site, host);
    if (parts) {
      return title.substr(0, at);
    }
  }
  return title;
}

void read_html_metadata(const HtmlPage& page, Extracted& document) {
  const JsonLd json = read_json_ld(page.json_ld);
  const std::string url = url_of(page, json);
  const std::string host = host_of(url);
  const std::string source = source_of(page, json, host);
  const std::string title = title_of(page, json, source, host);
  const std::string author = author_of(page, json);
  document.date = date_of(page, json, url, title);
  if (!title.empty()) {
    document.title = title;
  }
  if (!url.empty()) {
    document.url = url;
  }
  if (!source.empty() || !host.empty()) {
    document.source = source.empty() ? host : source;
  }
  if (!author.empty()) {
    document.further.emplace_back("author", author);
  }
}

}  // namespace reprise::detail
