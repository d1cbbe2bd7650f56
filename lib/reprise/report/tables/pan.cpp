#include "reprise/report/tables/pan.h"

#include <cstring>
#include <map>

#include "reprise/base/utf8.h"
#include "reprise/report/tables/passage_exports.h"
#include "reprise/report/tables/unique_names.h"
#include "reprise/report/tables/xml.h"
#include "reprise/result/places.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_stem =
    100;  // two of them, a number and ".xml" stay below the 255 bytes of a file name

// Returns the name as a column of `pairs`.
std::string column(const std::string& name) {
  static const char* const digits = "0123456789ABCDEF";
  std::string out;
  for (size_t at = 0; at < name.size();) {
    const Decoded c = decode(name, at);
    const bool space = c.code <= ' ' || c.code == 0x7F || c.code == 0x85 || c.code == 0xA0 ||
                       c.code == 0x1680 || (c.code >= 0x2000 && c.code <= 0x200A) ||
                       c.code == 0x2028 || c.code == 0x2029 || c.code == 0x202F ||
                       c.code == 0x205F || c.code == 0x3000;
    for (const char byte : std::string_view(name).substr(at, c.size)) {
      const auto value = static_cast<unsigned char>(byte);
      space || byte == '%' ? out.append({'%', digits[value >> 4], digits[value & 15]})
                           : out.append(1, byte);
    }
    at += c.size;
  }
  return out;
}

// Returns the name as a part of a file's name.
std::string stem_of(std::string_view name) {
  if (name.size() > 4 && name.ends_with(".txt")) {
    name.remove_suffix(4);
  }
  std::string stem;
  for (size_t at = 0; at < name.size();) {
    const Decoded c = decode(name, at);
    const bool taken = c.code > 0xA0
                           ? c.code != replacement_character && c.code != 0x2028 && c.code != 0x2029
                           : c.code > ' ' && c.code < 0x7F &&
                                 !std::strchr("/\\<>:\"|?*", static_cast<int>(c.code));
    std::string next;
    append_utf8(next, taken && !(at == 0 && c.code == '.') ? c.code : U'_');
    if (stem.size() + next.size() > longest_stem) {
      break;
    }
    stem += next;
    at += c.size;
  }
  return stem.empty() ? "_" : stem;
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
    files.push_back({unique.take(stem_of(suspicious) + "-" + stem_of(source), "-", ".xml"),
                     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<document" +
                         xml_attribute("reference", suspicious) + ">\n" + lines + "</document>\n"});
    pairs += column(suspicious) + " " + column(source) + "\n";
  }
  files.push_back({"pairs", pairs});
  return files;
}

}  // namespace reprise::detail
