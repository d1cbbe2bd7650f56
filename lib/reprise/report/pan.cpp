#include "reprise/report/pan.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "reprise/base/utf8.h"
#include "reprise/report/passage_exports.h"
#include "reprise/report/places.h"

namespace reprise {
namespace {

constexpr size_t longest_stem = 100;  // two of them, a number and ".xml" stay below the 255 bytes of a file name

// Returns whether XML 1.0 can hold the character.
bool is_xml(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xFFFE) || c > 0xFFFF;  // no surrogates come here
}

// Returns the text with U+FFFD for what XML cannot hold.
std::string xml_text(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Decoded c = decode(text, at);
    append_utf8(out, is_xml(c.code) ? c.code : replacement_character);
    at += c.size;
  }
  return out;
}

std::string attribute(const char* name, const std::string& value) {
  std::string out = std::string(" ") + name + "=\"";
  for (const char c : value) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t':
      case '\n':
      case '\r': out += "&#" + std::to_string(int{c}) + ";"; break;  // readers fold them into blanks otherwise
      default: out += c;
    }
  }
  return out + "\"";
}

std::string attribute(const char* name, size_t value) { return attribute(name, std::to_string(value)); }

// Returns the name as a column of `pairs`.
std::string column(const std::string& name) {
  static const char* const digits = "0123456789ABCDEF";
  std::string out;
  for (size_t at = 0; at < name.size();) {
    const Decoded c = decode(name, at);
    const bool space = c.code <= ' ' || c.code == 0x7F || c.code == 0x85 || c.code == 0xA0 || c.code == 0x1680 ||
                       (c.code >= 0x2000 && c.code <= 0x200A) || c.code == 0x2028 || c.code == 0x2029 ||
                       c.code == 0x202F || c.code == 0x205F || c.code == 0x3000;
    for (const char byte : std::string_view(name).substr(at, c.size)) {
      const auto value = static_cast<unsigned char>(byte);
      space || byte == '%' ? out.append({'%', digits[value >> 4], digits[value & 15]}) : out.append(1, byte);
    }
    at += c.size;
  }
  return out;
}

// Returns the name as a part of a file's name.
std::string stem_of(std::string_view name) {
  if (name.size() > 4 && name.ends_with(".txt")) name.remove_suffix(4);
  std::string stem;
  for (size_t at = 0; at < name.size();) {
    const Decoded c = decode(name, at);
    const bool taken = c.code > 0xA0
                           ? c.code != replacement_character && c.code != 0x2028 && c.code != 0x2029
                           : c.code > ' ' && c.code < 0x7F && !std::strchr("/\\<>:\"|?*", static_cast<int>(c.code));
    std::string next;
    append_utf8(next, taken && !(at == 0 && c.code == '.') ? c.code : U'_');
    if (stem.size() + next.size() > longest_stem) break;
    stem += next;
    at += c.size;
  }
  return stem.empty() ? "_" : stem;
}

// Gives each name once.
class UniqueNames {
 public:
  explicit UniqueNames(bool fold_case) : fold_case_(fold_case) {}

  // Returns the name, with a separator and a number between it and the ending if it was given before.
  std::string take(const std::string& name, const std::string& separator, const std::string& ending) {
    std::string unique = name + ending;
    for (size_t& i = next_[key(unique)]; !taken_.insert(key(unique)).second; ++i) {
      unique = name + separator + std::to_string(i + 2) + ending;
    }
    return unique;
  }

 private:
  std::string key(std::string name) const {
    if (fold_case_)
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name;
  }

  bool fold_case_;
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, size_t> next_;  // the number to try next, so that many equal names stay cheap
};

// Returns what each document is called.
std::vector<std::string> references(const Result& result) {
  std::vector<std::string> names;
  std::unordered_map<std::string, uint32_t> counts;
  for (const Document& document : result.documents) ++counts[names.emplace_back(xml_text(document.id))];
  UniqueNames unique(false);
  // The ids that only one has come first: where something was read must not take one of them away.
  for (std::string& name : names) {
    if (counts[name] == 1) unique.take(name, "~", "");
  }
  for (size_t d = 0; d < names.size(); ++d) {
    if (counts[names[d]] > 1) names[d] = unique.take(xml_text(result.documents[d].where), "~", "");
  }
  return names;
}

struct Pair {
  uint32_t suspicious = 0, source = 0;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

std::string feature(const DirectedPassage& sides, const std::string& source, Places& places, const Result& result) {
  const auto place = [&](const PassageSide& side, const char* offset, const char* length) {
    const Span span = bytes_of(result.units[side.unit], side.range);
    const size_t begin = places.of(side.unit, span.begin).character;
    return attribute(offset, begin) + attribute(length, places.of(side.unit, span.end).character - begin);
  };
  return "<feature name=\"detected-plagiarism\"" + place(sides.target, "this_offset", "this_length") +
         attribute("source_reference", source) + place(sides.source, "source_offset", "source_length") + "/>\n";
}

}  // namespace

std::vector<NamedFile> pan_files(const Result& result) {
  const std::vector<std::string> names = references(result);
  Places places(result);
  std::map<Pair, std::string> features;
  for (const Passage& passage : result.passages) {
    const DirectedPassage sides = directed(passage, result);
    const TextUnit &target = result.units[sides.target.unit], &source = result.units[sides.source.unit];
    if (target.field != Field::text || source.field != Field::text) continue;
    features[{target.document, source.document}] += feature(sides, names[source.document], places, result);
  }
  std::vector<NamedFile> files;
  std::string pairs;
  UniqueNames unique(true);
  for (const auto& [pair, lines] : features) {
    const std::string &suspicious = names[pair.suspicious], &source = names[pair.source];
    files.push_back({unique.take(stem_of(suspicious) + "-" + stem_of(source), "-", ".xml"),
                     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<document" + attribute("reference", suspicious) +
                         ">\n" + lines + "</document>\n"});
    pairs += column(suspicious) + " " + column(source) + "\n";
  }
  files.push_back({"pairs", pairs});
  return files;
}

}  // namespace reprise
