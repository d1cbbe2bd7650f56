#include "reprise/extract/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "reprise/extract/html_text.h"
#include "reprise/extract/html_tokens.h"

namespace reprise::detail {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t longest_script = size_t{1} << 20;
constexpr size_t most_objects = 2000;
constexpr int most_deep = 8;
constexpr size_t most_authors = 10;

// All objects of a script, outer ones first, and those that have a name by their @id.
struct Objects {
  std::vector<object> all;
  std::unordered_map<std::string_view, object> by_id;

  void gather(const element& value, int depth) {
    if (depth > most_deep || all.size() >= most_objects) {
      return;
    }
    array items;
    if (value.get(items) == simdjson::SUCCESS) {
      for (const element item : items) {
        gather(item, depth + 1);
      }
      return;
    }
    object members;
    if (value.get(members) != simdjson::SUCCESS) {
      return;
    }
    all.push_back(members);
    std::string_view id;
    const bool is_named =
        members["@id"].get(id) == simdjson::SUCCESS && members["name"].error() == simdjson::SUCCESS;
    if (is_named) {
      by_id.emplace(id, members);
    }
    for (const auto member : members) {
      gather(member.value, depth + 1);
    }
  }
};

// Returns the type that a name of schema.org means: the last of several, without its address.
bool is_type(const object& members, std::string_view ending) {
  const auto matches = [&](const element& value) {
    std::string_view name;
    return value.get(name) == simdjson::SUCCESS && name.ends_with(ending);
  };
  element type;
  if (members["@type"].get(type) != simdjson::SUCCESS) {
    return false;
  }
  array list;
  if (type.get(list) != simdjson::SUCCESS) {
    return matches(type);
  }
  return std::any_of(list.begin(), list.end(), matches);
}

bool is_article(const object& members) {
  for (const char* ending : {"Article", "Posting", "Report", "Recipe", "Review", "ClaimReview"}) {
    if (is_type(members, ending)) {
      return true;
    }
  }
  return false;
}

std::string text_at(const object& members, const char* key) {
  std::string_view text;
  return members[key].get(text) == simdjson::SUCCESS ? html_text_of(text) : "";
}

// Returns the name that a value stands for: a text, an object's name, or that of its @id.
std::string name_of(const element& value, const Objects& objects) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    return html_text_of(text);
  }
  object members;
  if (value.get(members) != simdjson::SUCCESS) {
    return "";
  }
  std::string name = text_at(members, "name");
  std::string_view id;
  if (!name.empty() || members["@id"].get(id) != simdjson::SUCCESS) {
    return name;
  }
  const auto found = objects.by_id.find(id);
  return found == objects.by_id.end() ? "" : text_at(found->second, "name");
}

// Returns the names of a value, or of the items of a list, between commas.
std::string names_at(const object& members, const char* key, const Objects& objects) {
  element value;
  if (members[key].get(value) != simdjson::SUCCESS) {
    return "";
  }
  array list;
  if (value.get(list) != simdjson::SUCCESS) {
    return name_of(value, objects);
  }
  std::string names;
  size_t count = 0;
  for (const element item : list) {
    const std::string name = name_of(item, objects);
    if (name.empty() || ++count > most_authors) {
      continue;
    }
    names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) {
    field = std::move(value);
  }
}

void take_article(const object& members, const Objects& objects, JsonLd& found) {
  set_if_empty(found.headline, text_at(members, "headline"));
  set_if_empty(found.headline, text_at(members, "name"));
  set_if_empty(found.published, text_at(members, "datePublished"));
  set_if_empty(found.published, text_at(members, "dateCreated"));
  set_if_empty(found.publisher, names_at(members, "publisher", objects));
  set_if_empty(found.author, names_at(members, "author", objects));
  set_if_empty(found.url, text_at(members, "url"));
  element page;
  object of_page;
  if (members["mainEntityOfPage"].get(page) == simdjson::SUCCESS) {
    const bool is_object = page.get(of_page) == simdjson::SUCCESS;
    set_if_empty(found.url, is_object ? text_at(of_page, "@id") : name_of(page, objects));
  }
}

// Returns the script without the wrapping of older pages, and with its raw line ends as blanks:
// JSON has none inside of strings, but scripts that people write do.
std::string repaired(std::string_view script) {
  constexpr std::string_view section = "<![CDATA[";
  const size_t opened = script.find(section);
  if (opened != script.npos) {
    const size_t closed = std::min(script.rfind("]]>"), script.size());
    const size_t content = opened + section.size();
    script = script.substr(content, closed < content ? 0 : closed - content);
  }
  const size_t begin = std::min(script.find_first_of("{["), script.size());
  const size_t last = script.find_last_of("}]");
  const size_t end = last == script.npos ? script.size() : last + 1;
  std::string out(script.substr(begin, end < begin ? 0 : end - begin));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return out;
}

}  // namespace

JsonLd read_json_ld(std::span<const std::string_view> scripts) {
  simdjson::dom::parser parser;
  JsonLd found;
  for (const std::string_view script : scripts) {
    if (script.size() > longest_script) {
      continue;
    }
    element root;
    simdjson::padded_string text(script);
    if (parser.parse(text).get(root) != simdjson::SUCCESS) {
      text = simdjson::padded_string(repaired(script));
      if (parser.parse(text).get(root) != simdjson::SUCCESS) {
        continue;
      }
    }
    Objects objects;
    objects.gather(root, 0);
    const auto article = std::find_if(objects.all.begin(), objects.all.end(), is_article);
    const bool is_first = found.headline.empty();
    if (article != objects.all.end() && is_first) {
      take_article(*article, objects, found);
    }
    for (const object& members : objects.all) {
      if (is_type(members, "WebSite")) {
        set_if_empty(found.site, text_at(members, "name"));
      }
    }
  }
  return found;
}

}  // namespace reprise::detail
