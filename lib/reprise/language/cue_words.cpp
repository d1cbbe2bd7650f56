#include "reprise/language/cue_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <unordered_map>

#include "reprise/base/utf8.h"
#include "reprise/language/function_words.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

struct RoleList {
  uint32_t roles;
  std::string_view words;
};

constexpr std::string_view english_be = "is are was were be been being isn't wasn't aren't weren't";

constexpr RoleList english[] = {
    {says,
     "said says insisted insists argued argues claimed warned stated asserted asserts alleged "
     "alleges contended "
     "contends maintained maintains declared declares conceded concedes admitted admits "
     "acknowledged quipped remarked "
     "vowed boasted boasts complained complains testified predicted predicts promised explained "
     "explains concluded "
     "concludes wrote tweeted posted commented believes thinks"},
    {says | tells, "told tells"},
    {says_perhaps,
     "claims reports reported estimates estimated warns notes noted states suggests suggested "
     "announced revealed "
     "reveals "
     "confirmed confirms observed remarks found finds showed shows recalled recalls"},
    {says_beside, "added adds continued replied answered asked"},
    {says_of_many,
     "say claim argue insist warn believe report estimate allege contend maintain predict fear "
     "think"},
    {hearsay, "reportedly allegedly supposedly purportedly ostensibly"},
    {passive_says, "said reported believed alleged claimed understood rumoured rumored estimated"},
    {speaker_word,
     "spokesman spokeswoman spokesperson official company firm government ministry minister "
     "president report paper "
     "newspaper study agency police union court lawyer expert analyst researcher bank office board "
     "operator owner "
     "mayor director manager source statement group party department council authority survey "
     "document email memo"},
    {speaker_word | plural_speaker,
     "officials sources experts analysts researchers lawyers critics supporters opponents reports "
     "papers studies "
     "scientists economists police authorities ministers residents witnesses investigators "
     "prosecutors doctors workers "
     "owners managers spokesmen leaders members people media newspapers companies engineers unions "
     "observers insiders "
     "documents figures"},
    {plural_speaker | subject_pronoun, "they we some many others most several"},
    {subject_pronoun, "i you he she it who"},
    {determiner,
     "the a an this that these those his her its their our my your any no every each some"},
    {be_word, english_be},
    {helper_word,
     "has have had also later then now once again first still already since only even just "
     "repeatedly publicly "
     "previously reportedly recently earlier himself herself itself themselves all"},
    {bar_word,
     "but while because although though when whereas if as since after before and or until unless "
     "whether "
     "than where why how which"},
    {bar_word | relative_word, "who"},
    {preposition_word,
     "in on at by for from with of about to under over during after before without against among "
     "through around near "
     "ahead via following off"},
    {time_word,
     "yesterday today tonight early late earlier later afterwards last this monday tuesday "
     "wednesday thursday friday "
     "saturday "
     "sunday january february march april may june july august september october november "
     "december"},
    {claim_noun,
     "claim claims report reports allegation allegations rumour rumours rumor rumors accusation "
     "accusations statement "
     "statements suggestion suggestions assertion assertions story stories charge charges notion "
     "idea theory theories "
     "account accounts figure figures number numbers"},
    {that_word, "that"},
    {modal_word,
     "to not would could can cannot will should might may must did didn't does doesn't don't never "
     "won't wouldn't "
     "can't "
     "couldn't let nor neither without"},
};
constexpr RoleList german[] = {
    {says,
     "sagte sagt sagten sagen erklärte erklärt behauptete behauptet meinte meint betonte betont "
     "warnte warnt "
     "versicherte "
     "versichert berichtete berichtet berichten berichteten kritisierte schrieb schreibt teilte"},
    {says_beside, "fügte ergänzte"},
    {hearsay, "angeblich mutmasslich"},
    {postposed, "zufolge"},
    {determiner,
     "der die das den dem des ein eine einen einem einer eines sein seine ihr ihre dieser diese "
     "dieses"},
    {subject_pronoun, "er sie es wir ich man"},
    {be_word, "ist sind war waren sei seien"},
    {helper_word, "hat haben hatte auch später dann noch wieder"},
    {bar_word, "aber während weil obwohl als wenn und oder ob bevor nachdem"},
    {preposition_word,
     "in im an am auf aus bei mit nach von vom vor zu zum zur über für gegen laut seit"},
    {time_word, "gestern heute montag dienstag mittwoch donnerstag freitag samstag sonntag"},
    {claim_noun,
     "behauptung behauptungen bericht berichte vorwurf vorwürfe gerücht gerüchte aussage aussagen "
     "meldung"},
    {that_word, "dass"},
    {modal_word, "nicht nie weder"},
};
constexpr RoleList french[] = {
    {says,
     "dit déclaré déclare affirmé affirme assuré assure expliqué explique estimé estime prétend "
     "soutient annoncé "
     "indiqué indique précisé précise averti"},
    {says_beside, "ajouté ajoute"},
    {hearsay, "prétendument soi-disant apparemment"},
    {determiner, "le la les l un une des du son sa ses ce cette ces leur leurs"},
    {subject_pronoun, "il elle ils elles on nous je"},
    {be_word, "est sont était étaient été"},
    {helper_word, "a ont avait avaient aussi ensuite encore déjà"},
    {bar_word, "mais et ou car parce quand lorsque comme si qui dont où"},
    {preposition_word, "de à en dans sur par pour avec selon après avant chez lors"},
    {time_word, "hier lundi mardi mercredi jeudi vendredi samedi dimanche"},
    {claim_noun,
     "affirmation affirmations rumeur rumeurs accusation accusations information informations "
     "rapport"},
    {that_word, "que"},
    {modal_word, "pas jamais ne"},
};
constexpr RoleList spanish[] = {
    {says,
     "dijo dice dijeron dicen afirmó afirma afirman afirmaron declaró declara aseguró asegura "
     "aseguran explicó explica "
     "sostiene sostuvo advirtió advierte señaló señala indicó indica informó anunció insistió"},
    {says_beside, "añadió agregó"},
    {hearsay, "presuntamente supuestamente"},
    {determiner, "el la los las un una unos unas su sus este esta estos estas ese esa"},
    {subject_pronoun, "él ella ellos ellas yo nosotros"},
    {be_word, "es son era fue fueron está están sido"},
    {helper_word, "ha han había también después ya"},
    {bar_word, "pero y o porque cuando como si aunque mientras quien donde"},
    {preposition_word, "de en a con por para sobre según tras desde durante"},
    {time_word, "ayer hoy lunes martes miércoles jueves viernes sábado domingo"},
    {claim_noun,
     "afirmación afirmaciones rumor rumores acusación acusaciones informe informes noticia "
     "versión"},
    {that_word, "que"},
    {modal_word, "no nunca"},
};

struct PhraseList {
  ScopeSide place;
  std::string_view phrases;  // separated by |
};

constexpr PhraseList english_denials[] = {
    {ScopeSide::behind,
     "denied|denies|denying|deny|refuted|refutes|debunked|debunks|disputed that|disputes "
     "that|disputed "
     "whether|rejected "
     "suggestions|dismissed suggestions|rebutted|disproved|disproves|no ? evidence|no ? proof|no ? "
     "truth in|no truth "
     "to|no basis for|no indication|no sign|false ? claims|false ? claim|false ? reports|false ? "
     "report|baseless ? "
     "claims|baseless ? claim|unfounded ? claims|unfounded ? claim|bogus ? claims|bogus ? "
     "claim|debunked ? claims|"
     "debunked ? claim|misleading ? claims|misleading ? claim|unverified ? claims|unverified ? "
     "claim|unverified ? "
     "reports|unconfirmed ? reports|unproven ? claims|false ? rumours|false ? rumors|false ? "
     "allegations|baseless ? "
     "allegations|unfounded ? rumours|unfounded ? rumors|doubt that|doubts that|doubted "
     "that|doubts about whether|cast "
     "doubt on|casts doubt on|questioned whether|sceptical that|skeptical that|not the case "
     "that|the myth that|the lie "
     "that|untrue that|lied about|lied when"},
    {ScopeSide::of_claim,
     "rejected|rejects|rejecting|dismissed|dismisses|dismissing|disputed|disputes|disputing|"
     "contested|contests|"
     "contradicted|contradicts|questioned|questions"},
    {ScopeSide::before,
     "yet to be ? verified|yet to be ? confirmed|yet to be ? proven|yet to be proved|remain ? "
     "unverified|remains ? "
     "unverified|remained ? unverified|remain ? unconfirmed|remains ? unconfirmed|remained ? "
     "unconfirmed|remains ? "
     "unproven|remain ? unproven|not been ? verified|not been ? confirmed|not been ? proven|never "
     "been ? "
     "verified|never "
     "been ? confirmed|never been ? proven|never been ? proved|not be ? verified|not be ? "
     "confirmed|cannot be ? "
     "verified|can't be ? verified|couldn't be ? verified|hasn't been ? verified|hasn't been ? "
     "confirmed|turned out to "
     "be ? false|turned out to be ? wrong|turned out to be ? untrue|turns out to be ? false|turns "
     "out to be ? wrong|"
     "proved to be ? wrong|proved to be ? false|proved ? wrong|proved ? false|proved ? "
     "unfounded|is ? "
     "denied by|are ? denied by|not the case|has no basis|have no basis|makes no sense|is ? "
     "disputed|are ? disputed"},
    {ScopeSide::verdict,
     "% ? false|% ? untrue|% ? wrong|% ? incorrect|% ? inaccurate|% ? baseless|% ? unfounded|% ? "
     "unconfirmed|% ? "
     "unverified|% ? unproven|% ? debunked|% ? disproved|% ? disproven|% ? refuted|% ? "
     "fabricated|% ? fake|% ? bogus|% "
     "? "
     "misleading|% ? groundless|% a ? myth|% a ? hoax|% a ? lie|% a ? fabrication|% ? fiction|% ? "
     "nonsense|% not ? "
     "true|% "
     "not ? correct|% not ? accurate|isn't ? true|wasn't ? true|aren't ? true|weren't ? true"},
    {ScopeSide::of_claim_before, "% ? denied|% ? rejected|% ? dismissed|% ? contested"},
};
constexpr PhraseList german_denials[] = {
    {ScopeSide::behind,
     "bestreitet|bestritt|bestreiten|dementiert|dementierte|dementierten|leugnet|leugnete|keine ? "
     "beweise dafür|keine "
     "? "
     "belege dafür|keine ? beweise|keine ? belege|keinen ? beweis|bezweifelt|bezweifelte"},
    {ScopeSide::before,
     "nicht ? bestätigt|nicht ? belegt|nicht ? bewiesen|unbestätigt|stimmt nicht|stimmten "
     "nicht|stimmt so nicht"},
    {ScopeSide::verdict,
     "% ? falsch|% ? unwahr|% ? widerlegt|% nicht ? wahr|% ? eine lüge|% ? erfunden|% ? haltlos"},
    {ScopeSide::of_claim, "zurückgewiesen|widerlegte|widerlegt"},
};
constexpr PhraseList french_denials[] = {
    {ScopeSide::behind,
     "dément|démenti|démentent|nie|nié|nient|conteste que|contesté que|aucune preuve|pas de "
     "preuve|doute que|réfute|"
     "réfuté|n'y a aucune preuve"},
    {ScopeSide::before,
     "pas été ? confirmé|pas été ? confirmée|pas été ? vérifié|sans fondement|pas ? confirmée"},
    {ScopeSide::verdict,
     "% ? faux|% ? fausse|% ? infondé|% ? infondée|n'est pas ? vrai|% un ? mensonge|% un ? mythe"},
};
constexpr PhraseList spanish_denials[] = {
    {ScopeSide::behind,
     "niega|negó|niegan|negaron|desmintió|desmiente|desmienten|no hay ? pruebas|no existen ? "
     "pruebas|sin ? pruebas de "
     "que|duda que|dudan que|refutó"},
    {ScopeSide::before,
     "sin confirmar|no ha sido ? confirmado|no ha sido ? confirmada|no se ha ? confirmado"},
    {ScopeSide::verdict,
     "% ? falso|% ? falsa|% ? falsos|% ? falsas|no % ? cierto|no % ? verdad|% un ? mito|% un ? "
     "bulo|% una ? mentira"},
    {ScopeSide::of_claim, "rechazó|rechaza|rechazaron"},
};

constexpr PhraseList english_sources[] = {{ScopeSide::behind, "according to|in the words of"}};
constexpr PhraseList german_sources[] = {
    {ScopeSide::behind, "laut|nach angaben von|nach angaben|nach aussage von|gemäss"}};
constexpr PhraseList french_sources[] = {{ScopeSide::behind, "selon|d'après"}};
constexpr PhraseList spanish_sources[] = {{ScopeSide::behind, "según|de acuerdo con"}};

using Roles = std::unordered_map<std::string_view, uint32_t>;
using Phrases = std::unordered_map<std::string_view, std::vector<CuePhrase>>;

struct Tables {
  Roles roles;
  Phrases denials, sources;
};

Phrases make_phrases(std::span<const PhraseList> lists, const Roles& roles) {
  Phrases table;
  const auto add = [&](const CuePhrase& phrase) {
    table[phrase.words[0]].push_back(phrase);
  };
  for (const PhraseList& list : lists) {
    for_each_part(list.phrases, '|', [&](std::string_view text) {
      CuePhrase phrase{{}, list.place};
      for_each_part(text, ' ', [&](std::string_view word) { phrase.words.push_back(word); });
      if (phrase.words[0] != "%") {
        return add(phrase);
      }
      for (const auto& [word, bits] : roles) {
        if (!(bits & be_word)) {
          continue;
        }
        phrase.words[0] = word;
        add(phrase);
      }
    });
  }
  for (auto& [word, phrases] : table) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const CuePhrase& a, const CuePhrase& b) {
      return a.words.size() > b.words.size();
    });
  }
  return table;
}

Tables make_tables(std::span<const RoleList> words, std::span<const PhraseList> denials,
                   std::span<const PhraseList> sources) {
  Tables tables;
  for (const RoleList& list : words) {
    for_each_part(list.words, ' ',
                  [&](std::string_view word) { tables.roles[word] |= list.roles; });
  }
  tables.denials = make_phrases(denials, tables.roles);
  tables.sources = make_phrases(sources, tables.roles);
  for (const Phrases* phrases : {&tables.denials, &tables.sources}) {
    for (const auto& [word, list] : *phrases) {
      tables.roles[word] |= phrase_begin;
    }
  }
  return tables;
}

const Tables& tables_of(Language language) {
  static const Tables of_english = make_tables(english, english_denials, english_sources);
  static const Tables of_german = make_tables(german, german_denials, german_sources);
  static const Tables of_french = make_tables(french, french_denials, french_sources);
  static const Tables of_spanish = make_tables(spanish, spanish_denials, spanish_sources);
  switch (language) {
    case Language::german: return of_german;
    case Language::french: return of_french;
    case Language::spanish: return of_spanish;
    default: return of_english;
  }
}

std::span<const CuePhrase> phrases_from(const Phrases& table, std::string_view word) {
  const auto it = table.find(word);
  return it == table.end() ? std::span<const CuePhrase>() : std::span<const CuePhrase>(it->second);
}

}  // namespace

uint32_t cue_roles(std::string_view word, Language language) {
  const Roles& roles = tables_of(language).roles;
  const auto it = roles.find(word);
  return it == roles.end() ? 0 : it->second;
}

std::span<const CuePhrase> denials_from(std::string_view word, Language language) {
  return phrases_from(tables_of(language).denials, word);
}

std::span<const CuePhrase> sources_from(std::string_view word, Language language) {
  return phrases_from(tables_of(language).sources, word);
}

CueWords::CueWords(const TextUnit& unit, const Sentence& sentence, Language language)
    : unit_(unit), language_(language), first_(sentence.first_token), last_(sentence.last_token) {
  folded_.resize(last_ - first_);
  roles_.reserve(last_ - first_);
  for (uint32_t i = first_; i < last_; ++i) {
    std::string& word = folded_[i - first_];
    fold_word(bytes(i), {}, word);
    if (word.ends_with("'s")) {
      word.resize(word.size() - 2);
    }
    roles_.push_back(cue_roles(word, language));
  }
}

bool CueWords::is_content(uint32_t i) const {
  return !is_function_word(word(i), language_);
}

bool CueWords::capital(uint32_t i) const {
  return holds(i) && u_isupper(static_cast<UChar32>(decode(bytes(i), 0).code));
}

bool CueWords::all_capitals(uint32_t i) const {
  const std::string_view s = bytes(i);
  return std::none_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string_view CueWords::gap(uint32_t i) const {
  if (i <= first_ || i >= last_) {
    return {};
  }
  const uint32_t from = unit_.tokens[i - 1].span.end;
  return unit_.text.substr(from, unit_.tokens[i].span.begin - from);
}

bool CueWords::parted(uint32_t i) const {
  return gap(i).find_first_not_of(" \t\r\n-.'") != std::string_view::npos;
}

bool CueWords::opened(uint32_t i) const {
  const std::string_view g = gap(i);
  for (const std::string_view mark : {":", " \"", " “", " „", " «", " ‘"}) {
    if (g.find(mark) != g.npos) {
      return true;
    }
  }
  return false;
}

bool CueWords::quoted_before(uint32_t i) const {
  const std::string_view g = gap(i);
  for (const std::string_view mark : {"\"", "”", "“", "»", "’", "«"}) {
    if (g.find(mark) < 2) {
      return true;
    }
  }
  return false;
}

uint32_t CueWords::end_of(const CuePhrase& phrase, uint32_t i, size_t from) const {
  for (size_t w = from; w < phrase.words.size(); ++w, ++i) {
    const std::string_view wanted = phrase.words[w];
    if (wanted == "?") {
      if (const uint32_t without = end_of(phrase, i, w + 1)) {
        return without;
      }
      if (is(i, modal_word | bar_word)) {
        return 0;
      }
      continue;
    }
    if (i >= last_ || (w > 0 && parted(i))) {
      return 0;
    }
    if (wanted == "%" ? !is(i, be_word) : word(i) != wanted) {
      return 0;
    }
  }
  return i;
}

Span CueWords::bytes_of(TokenRange range) const {
  return {unit_.tokens[range.begin].span.begin, unit_.tokens[range.end - 1].span.end};
}

}  // namespace reprise::detail
