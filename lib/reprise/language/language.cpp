#include "reprise/language/language.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

constexpr size_t languages = 5;
constexpr uint32_t most_words = 1000;

struct Evidence {
  uint8_t telling = 0;  // a bit for each language
  uint8_t common = 0;
};

using EvidenceTable = std::unordered_map<std::string_view, Evidence>;

uint8_t bit_of(Language language) {
  return static_cast<uint8_t>(1u << static_cast<unsigned>(language));
}

struct LanguageWords {
  Language language;
  std::string_view telling;
  std::string_view common;
};

constexpr LanguageWords language_words[] = {
    {Language::english,
     "the and that with from this have which their would they who not by its it said says than "
     "into about after could "
     "when what how you she does did should because these those them only been being our your my "
     "if were has had "
     "his there where while through during against between both each other another such just don't "
     "didn't isn't it's "
     "won't can't doesn't cannot whose whom every very much many some any being according",
     "of to is in for was on at as be an are or will he we but more no a so her him all up out "
     "over under one can may "
     "do new now also"},
    {Language::german,
     "der und das nicht ist ein eine einer einen einem eines dem mit auf für von sich auch im wird "
     "werden sind wurde "
     "wurden nach bei aus oder aber über dass hat haben hatte noch wie zum zur durch sie ich wir "
     "ihr ihre seine mehr "
     "unter gegen zwischen diese dieser dieses keine kein wenn weil nur schon sehr seit mehr rund "
     "etwa habe sei",
     "die den des es zu er als um so man an in am was war will bis da vor sein hier dann alle"},
    {Language::french,
     "les est une dans qui pour pas avec aux cette ses ont été elle nous vous leur leurs sont être "
     "avait chez depuis "
     "après avant très aussi selon moins cet ces était étaient fait faire d'un d'une c'est qu'il "
     "qu'elle n'est l'on "
     "n'a qu'un qu'une s'est j'ai qu'ils deux ils sous entre sans encore",
     "le la de et des du au ce que sur plus par ne il un en se son sa mais ou où a on y je tout "
     "même comme"},
    {Language::spanish,
     "el los las y más pero está son fue han sus también hasta muy cuando donde ya hay según ese "
     "así años porque "
     "desde sin ha sido cada tras durante están había qué cómo uno todos otros esos estos unos "
     "quien contra",
     "de la que en un una por con para del se su como al lo es no sobre entre esta este le o a si "
     "les nos ser todo"},
    {Language::other,
     // Dutch, Afrikaans
     "het een van niet zijn voor dat ook wordt werd naar deze maar nog bij uit aan hij heeft "
     "hebben worden geen zich "
     // Italian
     "il che di gli della sono non è nel alla dei delle anche più questo dal degli nella ha sono "
     "perché "
     // Portuguese, Catalan, Romanian
     "não uma são pelo pela também foi seu sua isso com das dos em ao os às até já "
     "amb els és dels aquest són però și este pentru din sunt că "
     // Serbian, Croatian, Polish, Czech
     "je koji koja koje što nije ili kao ali od za sa iz samo može na da su bio bila "
     "się jest że przez oraz nie jsou který jako také "
     // Danish, Norwegian, Swedish
     "og och det att af ikke inte som på är til för blev jag "
     // Finnish, Hungarian, Turkish, Indonesian, Latin
     "että ja ei oli hogy az és egy nem ve bir için ile olarak yang dan untuk dengan quod sunt "
     "esse",
     ""},
};

EvidenceTable make_table() {
  EvidenceTable table;
  const auto add = [&](std::string_view words, uint8_t Evidence::*kind, Language language) {
    for_each_part(words, ' ', [&](std::string_view word) {
      Evidence& evidence = table[word];
      evidence.*kind = static_cast<uint8_t>(evidence.*kind | bit_of(language));
    });
  };
  for (const LanguageWords& words : language_words) {
    add(words.telling, &Evidence::telling, words.language);
    add(words.common, &Evidence::common, words.language);
  }
  return table;
}

struct LanguageNames {
  Language language;
  std::array<std::string_view, 4>
      names;  // Snowball's first; of ISO 639-2 both codes, where there are two
};

constexpr LanguageNames language_names[] = {{Language::english, {"english", "en", "eng", "eng"}},
                                            {Language::german, {"german", "de", "deu", "ger"}},
                                            {Language::french, {"french", "fr", "fra", "fre"}},
                                            {Language::spanish, {"spanish", "es", "spa", "spa"}}};

char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

Language language_of(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(), small_letter);
  for (const LanguageNames& row : language_names) {
    if (std::find(row.names.begin(), row.names.end(), small) != row.names.end()) {
      return row.language;
    }
  }
  return Language::other;
}

std::string_view stemmer_of(Language language) {
  for (const LanguageNames& row : language_names) {
    if (row.language == language) {
      return row.names[0];
    }
  }
  return {};
}

Language recognise_language(std::string_view text, std::span<const Token> tokens) {
  static const EvidenceTable table = make_table();
  tokens = tokens.first(std::min<size_t>(tokens.size(), most_words));
  std::array<size_t, languages> points{};
  uint8_t told = 0;
  std::string word;
  for (const Token& token : tokens) {
    fold_word(token.span.in(text), {}, word);
    const auto found = table.find(word);
    if (found == table.end()) {
      continue;
    }
    const auto [telling, common] = found->second;
    told = static_cast<uint8_t>(told | telling);
    for (size_t i = 0; i < languages; ++i) {
      points[i] += 2 * (telling >> i & 1u) + (common >> i & 1u);
    }
  }
  const auto best = std::max_element(points.begin(), points.end());
  const auto winner = static_cast<Language>(best - points.begin());
  const bool alone = std::count(points.begin(), points.end(), *best) == 1;
  return alone && (told & bit_of(winner)) && *best * 10 >= tokens.size() ? winner : Language::other;
}

}  // namespace reprise::detail
