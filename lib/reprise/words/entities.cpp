// Entities are found from ampersand to ampersand; between two, the text is copied as it is.
//
//     source    don&amp;#39;t      one entity at 3, since &amp; makes #39; one more
//     text      don't              in_source(3) = 3, in_source(4) = 12, behind the semicolon
//
// Cost: linear; a name is looked up by its hash.
#include "reprise/words/entities.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

// Characters with numbers that follow one another, by name.
struct Row {
  char32_t first;
  std::string_view names;
};

// clang-format off
constexpr Row rows[] = {
    {0x22, "quot"}, {0x26, "amp apos"}, {0x3C, "lt"}, {0x3E, "gt"},
    {0xA0, "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr "
           "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 "
           "frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc "
           "Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times "
           "Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml "
           "aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde "
           "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn "
           "yuml"},
    {0x152, "OElig oelig"}, {0x160, "Scaron scaron"}, {0x178, "Yuml"},
    {0x192, "fnof"}, {0x2C6, "circ"}, {0x2DC, "tilde"},
    {0x391, "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi "
            "Rho"},
    {0x3A3, "Sigma Tau Upsilon Phi Chi Psi Omega"},
    {0x3B1, "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi "
            "rho sigmaf sigma tau upsilon phi chi psi omega"},
    {0x3D1, "thetasym upsih"},
    {0x3D6, "piv"}, {0x2002, "ensp emsp"}, {0x2009, "thinsp"}, {0x200C, "zwnj zwj lrm rlm"},
    {0x2013, "ndash mdash"}, {0x2018, "lsquo rsquo sbquo"}, {0x201C, "ldquo rdquo bdquo"},
    {0x2020, "dagger Dagger bull"}, {0x2026, "hellip"}, {0x2030, "permil"},
    {0x2032, "prime Prime"}, {0x2039, "lsaquo rsaquo"}, {0x203E, "oline"}, {0x2044, "frasl"},
    {0x20AC, "euro"}, {0x2111, "image"}, {0x2118, "weierp"}, {0x211C, "real"},
    {0x2122, "trade"}, {0x2135, "alefsym"}, {0x2190, "larr uarr rarr darr harr"},
    {0x21B5, "crarr"}, {0x21D0, "lArr uArr rArr dArr hArr"}, {0x2200, "forall"},
    {0x2202, "part exist"}, {0x2205, "empty"}, {0x2207, "nabla isin notin"}, {0x220B, "ni"},
    {0x220F, "prod"}, {0x2211, "sum minus"}, {0x2217, "lowast"}, {0x221A, "radic"},
    {0x221D, "prop infin"}, {0x2220, "ang"}, {0x2227, "and or cap cup int"}, {0x2234, "there4"},
    {0x223C, "sim"}, {0x2245, "cong"}, {0x2248, "asymp"}, {0x2260, "ne equiv"},
    {0x2264, "le ge"}, {0x2282, "sub sup nsub"}, {0x2286, "sube supe"}, {0x2295, "oplus"},
    {0x2297, "otimes"}, {0x22A5, "perp"}, {0x22C5, "sdot"},
    {0x2308, "lceil rceil lfloor rfloor"}, {0x2329, "lang rang"}, {0x25CA, "loz"},
    {0x2660, "spades"}, {0x2663, "clubs"}, {0x2665, "hearts diams"},
};

// What bytes 0x80 to 0x9F are in Windows-1252; five of them are nothing.
constexpr std::u32string_view windows_1252 =
    U"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021"
    U"\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
    U"\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
    U"\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
// clang-format on

using Names = std::unordered_map<std::string_view, char32_t>;

Names read_rows() {
  Names names;
  for (const Row& row : rows) {
    std::string_view rest = row.names;
    for (char32_t code = row.first; !rest.empty(); ++code) {
      const size_t end = std::min(rest.find(' '), rest.size());
      names.emplace(rest.substr(0, end), code);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return names;
}

// A character, and behind which byte its entity ends.
struct Found {
  char32_t code = 0;
  size_t end = 0;
};

// Returns what a digit is worth; 16 if it is none.
uint32_t digit_value(char c) {
  if (c >= '0' && c <= '9') {
    return static_cast<uint32_t>(c - '0');
  }
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? static_cast<uint32_t>(small - 'a' + 10) : 16;
}

char32_t character_of(uint32_t number) {
  if (number >= 0x80 && number < 0xA0) {
    return windows_1252[number - 0x80];
  }
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  const bool is_character = number > 0 && number <= 0x10FFFF && !surrogate;
  return is_character ? static_cast<char32_t>(number) : replacement_character;
}

// Reads "39;" or "x27;", which begins at `at`.
std::optional<Found> read_number(std::string_view text, size_t at) {
  uint32_t base = 10;
  if (at < text.size() && (text[at] == 'x' || text[at] == 'X')) {
    base = 16;
    ++at;
  }
  constexpr size_t most_digits = 12;
  constexpr uint32_t too_large = 0x110000;
  uint32_t number = 0;
  const size_t first = at;
  while (at < text.size() && at < first + most_digits && digit_value(text[at]) < base) {
    number = std::min(number * base + digit_value(text[at]), too_large);
    ++at;
  }
  if (at == first || at == text.size() || text[at] != ';') {
    return std::nullopt;
  }
  return Found{character_of(number), at + 1};
}

// Reads "nbsp;", which begins at `at`.
std::optional<Found> read_name(std::string_view text, size_t at) {
  static const Names names = read_rows();
  constexpr size_t longest_name = 8;  // thetasym
  const size_t size = text.substr(at, longest_name + 1).find(';');
  if (size == text.npos) {
    return std::nullopt;
  }
  const auto found = names.find(text.substr(at, size));
  if (found == names.end()) {
    return std::nullopt;
  }
  return Found{found->second, at + size + 1};
}

// Reads what stands behind an ampersand.
std::optional<Found> read_reference(std::string_view text, size_t at) {
  const bool is_number = at < text.size() && text[at] == '#';
  return is_number ? read_number(text, at + 1) : read_name(text, at);
}

// Reads the entity at the ampersand at `at`; one that means an ampersand may make another of what
// follows it.
std::optional<Found> read_entity(std::string_view text, size_t at) {
  std::optional<Found> found = read_reference(text, at + 1);
  while (found && found->code == '&') {
    const std::optional<Found> inner = read_reference(text, found->end);
    if (!inner) {
      break;
    }
    found = inner;
  }
  return found;
}

}  // namespace

std::shared_ptr<const DecodedText> DecodedText::of(std::string_view source) {
  std::shared_ptr<DecodedText> decoded;
  size_t copied = 0;
  size_t at = source.find('&');
  while (at != source.npos) {
    const std::optional<Found> found = read_entity(source, at);
    if (!found) {
      at = source.find('&', at + 1);
      continue;
    }
    if (!decoded) {
      decoded.reset(new DecodedText(source));
    }
    std::string& text = decoded->text_;
    text += source.substr(copied, at - copied);
    const auto begin = static_cast<uint32_t>(text.size());
    append_utf8(text, found->code);
    const Span in_source{static_cast<uint32_t>(at), static_cast<uint32_t>(found->end)};
    decoded->entities_.push_back({in_source, {begin, static_cast<uint32_t>(text.size())}});
    copied = found->end;
    at = source.find('&', copied);
  }
  if (decoded) {
    decoded->text_ += source.substr(copied);
  }
  return decoded;
}

uint32_t DecodedText::in_source(uint32_t at) const {
  const auto behind =
      std::partition_point(entities_.begin(), entities_.end(),
                           [&](const Entity& entity) { return entity.text.end <= at; });
  if (behind != entities_.end() && behind->text.begin <= at) {
    return behind->source.begin;
  }
  if (behind == entities_.begin()) {
    return at;
  }
  const Entity& last = *std::prev(behind);
  return last.source.end + (at - last.text.end);
}

std::optional<uint32_t> DecodedText::in_text(uint32_t at) const {
  const auto behind =
      std::partition_point(entities_.begin(), entities_.end(),
                           [&](const Entity& entity) { return entity.source.end <= at; });
  if (behind != entities_.end() && behind->source.begin < at) {
    return std::nullopt;
  }
  if (behind == entities_.begin()) {
    return at;
  }
  const Entity& last = *std::prev(behind);
  return last.text.end + (at - last.source.end);
}

std::string_view read_entities(std::string_view text, std::string& buffer) {
  const std::shared_ptr<const DecodedText> decoded = DecodedText::of(text);
  if (!decoded) {
    return text;
  }
  buffer = decoded->text();
  return buffer;
}

}  // namespace reprise::detail
