// Passages as PAN's files.
//
//     1. what documents are called: PAN's document00001.txt becomes a part of two names
//     2. the passages of each two documents, whose texts they stand in, as features
//     3. a file for each two documents, and the list of these
//
// A passage of "a b.txt" that stands in "c.txt" first: file "a_b-c.xml", and in `pairs` the line
// "a%20b.txt c.txt".
//
// Cost: all files in memory. Source: see the header.
#include "reprise/report/tables/pan.h"

#include <map>

#include "reprise/base/utf8.h"
#include "reprise/report/tables/passage_exports.h"
#include "reprise/report/tables/unique_names.h"
#include "reprise/report/tables/xml.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

// Returns whether the character separates words in a list: white space or a control character.
bool is_space(char32_t c) {
  const bool is_control = c <= ' ' || c == 0x7F || c == 0x85;
  const bool is_wide = c >= 0x2000 && c <= 0x200A;
  const bool is_line_end = c == 0x2028 || c == 0x2029;
  const bool is_other = c == 0xA0 || c == 0x1680 || c == 0x202F || c == 0x205F || c == 0x3000;
  return is_control || is_wide || is_line_end || is_other;
}

// Returns the name as a column of `pairs`.
std::string column(const std::string& name) {
  static const char* const digits = "0123456789ABCDEF";
  std::string out;
  for (size_t at = 0; at < name.size();) {
    const Decoded c = decode(name, at);
    for (const char byte : std::string_view(name).substr(at, c.size)) {
      const auto value = static_cast<unsigned char>(byte);
      if (is_space(c.code) || byte == '%') {
        out.append({'%', digits[value >> 4], digits[value & 15]});
      } else {
        out += byte;
      }
    }
    at += c.size;
  }
  return out;
}

struct Pair {
  uint32_t suspicious = 0, source = 0;
  friend auto operator<=>(const Pair&, const Pair&) = default;
};

std::string feature(const DirectedPassage& sides, const std::string& source, Places& places,
                    const Result& result) {
  const auto place = [&](const PassageSide& side, const char* offset, const char* length) {
    const Span span = bytes_of(result.units[side.unit], side.range);
    const size_t begin = places.of(side.unit, span.begin).character;
    return xml_attribute(offset, begin) +
           xml_attribute(length, places.of(side.unit, span.end).character - begin);
  };
  return "<feature name=\"detected-plagiarism\"" +
         place(sides.later, "this_offset", "this_length") +
         xml_attribute("source_reference", source) +
         place(sides.earlier, "source_offset", "source_length") + "/>\n";
}

}  // namespace

std::vector<NamedFile> pan_files(const Result& result) {
  const std::vector<std::string> names = unique_names(result, xml_text);
  Places places(result);
  std::map<Pair, std::string> features;
  for (const Passage& passage : result.passages) {
    const DirectedPassage sides = directed(passage, result);
    const TextUnit& target = result.units[sides.later.unit];
    const TextUnit& source = result.units[sides.earlier.unit];
    if (target.field != Field::text || source.field != Field::text) {
      continue;
    }
    features[{target.document, source.document}] +=
        feature(sides, names[source.document], places, result);
  }
  std::vector<NamedFile> files;
  std::string pairs;
  UniqueNames unique(true);
  for (const auto& [pair, lines] : features) {
    const std::string &suspicious = names[pair.suspicious], &source = names[pair.source];
    files.push_back({unique.take(file_stem(suspicious) + "-" + file_stem(source), "-", ".xml"),
                     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<document" +
                         xml_attribute("reference", suspicious) + ">\n" + lines + "</document>\n"});
    pairs += column(suspicious) + " " + column(source) + "\n";
  }
  files.push_back({"pairs", pairs});
  return files;
}

}  // namespace reprise::detail
