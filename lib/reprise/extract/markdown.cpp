// Steps: the first line says which language it is; its end is sought; what stands between must be
// of that language; then each key that we know becomes metadata, by the first of its names that has
// a value.
#include "reprise/extract/markdown.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "reprise/base/utf8.h"
#include "reprise/extract/front_matter.h"
#include "reprise/extract/front_matter_scan.h"
#include "reprise/extract/written_date.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

constexpr size_t most_front_matter = 256 << 10;  // bytes in which it must end
constexpr std::string_view byte_order_mark = "\uFEFF";

// The names of keys, in small letters, the best first.
constexpr std::array title_keys{"title", "headline"};
constexpr std::array date_keys{"date",           "published",     "publishdate", "pubdate",
                               "date_published", "datepublished", "created"};
constexpr std::array url_keys{"canonical", "canonical_url", "canonicalurl",
                              "url",       "permalink",     "link"};
constexpr std::array source_keys{"source", "publisher", "site_name", "site"};
constexpr std::array author_keys{"author", "authors", "author.name", "authors.name", "byline"};

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// A line, and where the next one begins.
struct Line {
  std::string_view text;
  size_t next;
};

Line line_at(std::string_view bytes, size_t at) {
  const size_t end = std::min(bytes.find('\n', at), bytes.size());
  std::string_view text = bytes.substr(at, end - at);
  text = text.substr(0, text.find_last_not_of(" \t\r") + 1);
  return {text, std::min(end + 1, bytes.size())};
}

// What stands between two lines of signs.
struct Fenced {
  std::string_view inside;
  size_t size;  // the closing line included
};

std::optional<Fenced> fenced(std::string_view bytes, std::string_view fence,
                             std::string_view other_end) {
  const Line first = line_at(bytes, 0);
  if (first.text != fence) {
    return std::nullopt;
  }
  const std::string_view head = bytes.substr(0, most_front_matter);
  for (size_t at = first.next; at < head.size();) {
    const Line line = line_at(head, at);
    if (line.text == fence || line.text == other_end) {
      return Fenced{head.substr(first.next, at - first.next), line.next};
    }
    at = line.next;
  }
  return std::nullopt;
}

std::optional<Fenced> json_object(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, most_front_matter);
  const size_t size = head.starts_with('{') ? size_of_closed(head) : head.npos;
  if (size == head.npos || !line_at(head, size).text.empty()) {
    return std::nullopt;
  }
  return Fenced{head.substr(0, size), line_at(head, size).next};
}

// Several values of one key are one, and all are valid UTF-8.
FrontMatterValues joined(const FrontMatterValues& values) {
  FrontMatterValues out;
  std::map<std::string, size_t> places;
  for (const auto& [key, value] : values) {
    const auto [place, is_new] = places.emplace(repaired_utf8(key), out.size());
    if (is_new) {
      out.emplace_back(place->first, repaired_utf8(value));
    } else {
      out[place->second].second += ", " + repaired_utf8(value);
    }
  }
  return out;
}

// Takes the value out of the first of these keys that fits.
template <size_t N, class Fits>
std::optional<std::string> take(FrontMatterValues& values, const std::array<const char*, N>& keys,
                                const Fits& fits) {
  for (const std::string_view key : keys) {
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& one) {
      return lower_ascii(one.first) == key && fits(one.second);
    });
    if (found != values.end()) {
      std::string value = std::move(found->second);
      values.erase(found);
      return value;
    }
  }
  return std::nullopt;
}

std::optional<std::string> on_one_line(std::optional<std::string> text) {
  if (text) {
    std::replace(text->begin(), text->end(), '\n', ' ');
  }
  return text;
}

Extracted metadata_of(FrontMatterValues values) {
  const auto any = [](const std::string&) {
    return true;
  };
  const auto is_date = [](const std::string& text) {
    return written_date(text).has_value();
  };
  Extracted says;
  says.title = on_one_line(take(values, title_keys, any));
  if (const auto date = take(values, date_keys, is_date)) {
    says.date = written_date(*date);
  }
  says.url = take(values, url_keys, is_address);
  if (!says.url) {
    // The address that a page was clipped from is often called its source.
    says.url = take(values, source_keys, is_address);
  }
  if (!says.url) {
    says.url = take(values, url_keys, any);
  }
  says.source = take(values, source_keys, any);
  if (auto author = take(values, author_keys, any)) {
    says.further.emplace_back("author", *std::move(author));
  }
  std::move(values.begin(), values.end(), std::back_inserter(says.further));
  return says;
}

}  // namespace

FrontMatter read_front_matter(std::string_view bytes) {
  const size_t mark = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  bytes.remove_prefix(mark);
  std::optional<Fenced> found;
  std::optional<FrontMatterValues> values;
  if ((found = fenced(bytes, "---", "..."))) {
    values = read_front_yaml(found->inside);
  } else if ((found = fenced(bytes, "+++", "+++"))) {
    values = read_front_toml(found->inside);
  } else if ((found = json_object(bytes))) {
    values = read_front_json(found->inside);
  }
  if (!values) {
    return {};
  }
  return {mark + found->size, metadata_of(joined(*values))};
}

}  // namespace reprise::detail
