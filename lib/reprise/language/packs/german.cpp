// What is known of German: the words of figures, cues and names, and the pack itself.
//
// Sharp s is folded to ss. Numbers are mostly written as one word, which number_in_one_word takes
// apart at "tausend", then at "hundert", then at "und":
//
//     "zweihundertfünfundzwanzig"   zwei, hundert, fünf, und, zwanzig: 2 * 100 + 5 + 20
//     "zweitausend"                 zwei, tausend, nothing: 2 * 1000
//     "tausendfach"                 what stands behind is no number: none
//
// Cost: a few passes over the table of numbers for each long word.
#include "reprise/language/packs/german_clauses.h"
#include "reprise/language/packs/german_everyday.h"
#include "reprise/language/packs/german_furniture.h"
#include "reprise/language/packs/german_opposition.h"
#include "reprise/language/packs/packs.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

constexpr ValueRow numbers[] = {{"ein eins eine einen einer einem", 1},
                                {"zwei zwo", 2},
                                {"drei", 3},
                                {"vier", 4},
                                {"fünf", 5},
                                {"sechs", 6},
                                {"sieben", 7},
                                {"acht", 8},
                                {"neun", 9},
                                {"zehn", 10},
                                {"elf", 11},
                                {"zwölf", 12},
                                {"dreizehn", 13},
                                {"vierzehn", 14},
                                {"fünfzehn", 15},
                                {"sechzehn", 16},
                                {"siebzehn", 17},
                                {"achtzehn", 18},
                                {"neunzehn", 19},
                                {"zwanzig", 20},
                                {"dreissig", 30},
                                {"vierzig", 40},
                                {"fünfzig", 50},
                                {"sechzig", 60},
                                {"siebzig", 70},
                                {"achtzig", 80},
                                {"neunzig", 90},
                                {"anderthalb eineinhalb", 1.5},
                                {"zweieinhalb", 2.5},
                                {"dreieinhalb", 3.5}};

constexpr ValueRow scales[] = {{"dutzend", 12},
                               {"hundert", 1e2},
                               {"tausend tsd k", 1e3},
                               {"million millionen mio m", 1e6},
                               {"milliarde milliarden mrd", 1e9},
                               {"billion billionen", 1e12}};

constexpr ValueRow many[] = {{"dutzende dutzenden", 12},
                             {"hunderte hunderten", 1e2},
                             {"tausende tausenden", 1e3},
                             {"zehntausende zehntausenden", 1e4},
                             {"hunderttausende hunderttausenden", 1e5},
                             {"millionen", 1e6},
                             {"milliarden", 1e9},
                             {"billionen", 1e12}};

constexpr ValueRow ratios[] = {{"halb hälfte", 0.5},
                               {"doppelt doppelte zweimal zweifach verdoppelt", 2},
                               {"dreimal dreifach dreifache verdreifacht", 3},
                               {"viermal vierfach vierfache", 4},
                               {"fünfmal fünffach fünffache", 5},
                               {"zehnmal zehnfach zehnfache", 10}};

constexpr ValueRow parts[] = {{"drittel", 3},  {"viertel", 4}, {"fünftel", 5},
                              {"sechstel", 6}, {"achtel", 8},  {"zehntel", 10}};

constexpr UnitRow units[] = {
    {"dollar", {FigureKind::money, "USD"}},
    {"usd", {FigureKind::money, "USD", 1, true}},
    {"euro euros", {FigureKind::money, "EUR"}},
    {"eur", {FigureKind::money, "EUR", 1, true}},
    {"pfund", {FigureKind::money, "GBP"}},
    {"yuan renminbi", {FigureKind::money, "CNY"}},
    {"rmb cny", {FigureKind::money, "CNY", 1, true}},
    {"yen", {FigureKind::money, "JPY"}},
    {"rupie rupien", {FigureKind::money, "INR"}},
    {"franken", {FigureKind::money, "CHF"}},
    {"chf", {FigureKind::money, "CHF", 1, true}},
    {"peso pesos", {FigureKind::money, "MXN"}},
    {"rubel", {FigureKind::money, "RUB"}},
    {"prozent prozentpunkte", {FigureKind::percent, "%"}},
    {"sekunde sekunden", {FigureKind::duration, "second"}},
    {"minute minuten", {FigureKind::duration, "minute"}},
    {"stunde stunden", {FigureKind::duration, "hour"}},
    {"tag tage tagen", {FigureKind::duration, "day"}},
    {"woche wochen", {FigureKind::duration, "day", 7}},
    {"monat monate monaten", {FigureKind::duration, "month"}},
    {"jahr jahre jahren", {FigureKind::duration, "year"}},
    {"jahrzehnt jahrzehnte jahrzehnten", {FigureKind::duration, "year", 10}},
    {"jahrhundert jahrhunderte jahrhunderten", {FigureKind::duration, "year", 100}}};

constexpr DollarRow dollars[] = {{"australische", "AUD"}, {"kanadische", "CAD"}};

constexpr HedgeRow hedges[] = {
    {"weniger als,nicht mehr als,höchstens,maximal,bis zu,unter,kleiner als", Hedge::below},
    {"mehr als,mindestens,wenigstens,über,nicht weniger als,grösser als,gut über", Hedge::above},
    {"knapp,fast,nahezu,beinahe,kurz vor,knapp unter", Hedge::just_under},
    {"gut,etwas mehr als,etwas über,knapp über", Hedge::just_over},
    {"rund,etwa,ungefähr,circa,ca,zirka,an die,gegen,in etwa,schätzungsweise,kaum", Hedge::about}};

constexpr HedgeRow hedges_behind[] = {{"oder mehr,und mehr", Hedge::above},
                                      {"oder weniger", Hedge::below}};

constexpr RoleRow roles[] = {
    {FigureRole::article, "ein eine einen einer einem"},
    {FigureRole::one, "ein eins eine einen einer einem"},
    {FigureRole::of, "von an der des"},
    {FigureRole::in, "an"},
    {FigureRole::by, "um"},
    {FigureRole::is, "ist war waren betrug beträgt bei"},
    {FigureRole::to, "bis"},
    {FigureRole::conjunction, "und"},
    {FigureRole::choice, "oder"},
    {FigureRole::between, "zwischen"},
    {FigureRole::from, "von"},
    {FigureRole::filler,
     "nur lediglich bloss rund etwa insgesamt geschätzt geschätzten gerade mal einmal"},
    {FigureRole::vague, "mehrere mehreren einige einigen"},
    {FigureRole::couple, "paar"},
    {FigureRole::half, "halb halbe halben halber halbes"},
    {FigureRole::fraction, "bruchteil"},
    {FigureRole::times, "mal"},
    {FigureRole::fold, "fach fache"},
    {FigureRole::compares,
     "der die des von mehr wie das so weniger höher grösser schneller billiger dessen davon aller"},
    {FigureRole::out, "aus"},
    {FigureRole::every, "jeder jede"},
    {FigureRole::person, "menschen leute tote toten verletzte verletzten"},
    {FigureRole::time,
     "montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen pro "
     "jährlich "
     "weltweit"},
    {FigureRole::dated, "im seit ab bis ende anfang mitte vom zum"},
    {FigureRole::clock, "uhr"},
    {FigureRole::definite, "der die das den dem des am zum beim vom"},
    {FigureRole::country,
     "us amerikanische kanadische australische schweizer britische britischer hongkong"},
    {FigureRole::change_ends, "bis auf"},
    {FigureRole::degree, "grad"},
    {FigureRole::died,
     "getötet getötete gestorben starben todesopfer todesopfern tot tote toten tötete töteten"},
    {FigureRole::hurt, "verletzt verletzte verletzten verwundet verwundete verwundeten"},
    {FigureRole::toll,
     "evakuierte fälle festnahmen häuser infektionen patienten überlebende "
     "vermisste"},
    {FigureRole::people, "leute menschen opfer personen"},
    {FigureRole::vote, "stimme stimmen"},
    {FigureRole::age, "alt alte alten alter jährige jähriger jährigen"}};

// "hundert zwölf"; what is written as one word is read by number_in_one_word.
bool joins(int sum, int next, bool conjunction) {
  return !conjunction && sum % 100 == 0 && next < 100;
}

// The value of a word in the table; 0 if it isn't there.
double simple_number(std::string_view word) {
  double value = 0;
  for (const ValueRow& row : numbers) {
    for_each_part(row.words, ' ', [&](std::string_view known) {
      if (known == word) {
        value = row.value;
      }
    });
  }
  return value;
}

// Of a word below a hundred: "drei", "dreizehn", "dreissig", "dreiunddreissig".
std::optional<double> below_hundred(std::string_view word) {
  if (word == "ein" || word == "eins") {
    return 1;
  }
  if (const double value = simple_number(word); value >= 1) {
    return value;
  }
  const size_t joint = word.find("und");
  if (joint == word.npos || joint == 0) {
    return std::nullopt;
  }
  const double unit = simple_number(word.substr(0, joint));
  const double ten = simple_number(word.substr(joint + 3));
  if (unit < 1 || unit > 9 || ten < 20) {
    return std::nullopt;
  }
  return unit + ten;
}

std::optional<double> below_thousand(std::string_view word) {
  const size_t hundred = word.find("hundert");
  if (hundred == word.npos) {
    return below_hundred(word);
  }
  const auto front = hundred == 0 ? std::optional(1.0) : below_hundred(word.substr(0, hundred));
  std::string_view rest = word.substr(hundred + 7);
  if (rest.starts_with("und") && below_hundred(rest.substr(3))) {
    rest.remove_prefix(3);
  }
  const auto back = rest.empty() ? std::optional(0.0) : below_hundred(rest);
  if (!front || !back || *front > 9) {
    return std::nullopt;
  }
  return *front * 100 + *back;
}

// Numbers from 13 to 999,999: "zweihundertfünfundzwanzig", "zweitausend". None is "hunderte" or
// "tausendfach".
std::optional<double> number_in_one_word(std::string_view word) {
  if (word.size() < 8) {
    return std::nullopt;
  }
  const size_t thousand = word.find("tausend");
  if (thousand == word.npos) {
    return word.ends_with("zig") || word.ends_with("ssig") || word.find("hundert") != word.npos
               ? below_thousand(word)
               : std::nullopt;
  }
  const auto front = thousand == 0 ? std::optional(1.0) : below_thousand(word.substr(0, thousand));
  const std::string_view rest = word.substr(thousand + 7);
  const auto back = rest.empty() ? std::optional(0.0) : below_thousand(rest);
  if (!front || !back) {
    return std::nullopt;
  }
  return *front * 1000 + *back;
}

// clang-format off
constexpr CueRow cue_roles[] = {
    {CueRole::says,
     "behauptet behauptete berichten berichtet berichtete berichteten betont betonte erklärt "
     "erklärte kritisierte meint meinte sagen sagt sagte sagten schreibt schrieb teilte "
     "versichert versicherte warnt warnte"},
    {CueRole::says_beside, "ergänzte fügte"},
    {CueRole::hearsay, "angeblich mutmasslich"}, {CueRole::postposed, "zufolge"},
    {CueRole::determiner,
     "das dem den der des die diese dieser dieses ein eine einem einen einer eines ihr ihre sein "
     "seine"},
    {CueRole::subject_pronoun, "es ich man sie wir"},
    {CueRole::subject_pronoun | CueRole::person_pronoun, "er"},
    {CueRole::be, "ist sei seien sind war waren"},
    {CueRole::helper, "auch dann haben hat hatte noch später wieder"},
    {CueRole::bar, "aber als bevor nachdem ob obwohl oder und weil wenn während"},
    {CueRole::preposition,
     "am an auf aus bei für gegen im in laut mit nach seit vom von vor zu zum zur über"},
    {CueRole::time, "dienstag donnerstag freitag gestern heute mittwoch montag samstag sonntag"},
    {CueRole::claim_noun,
     "aussage aussagen behauptung behauptungen bericht berichte gerücht gerüchte meldung vorwurf "
     "vorwürfe"},
    {CueRole::that, "dass"},
    {CueRole::modal, "nicht nie weder"},
    {CueRole::quotes, "so"},
    {CueRole::compares, "wie"},
    {CueRole::leads_on, "aus der des dieser einer eines für im in und vom von"},
};

constexpr CuePhraseRow denials[] = {
    {ScopeSide::behind,
     "bestreiten|bestreitet|bestritt|bezweifelt|bezweifelte|dementiert|dementierte|dementierten|"
     "keine ? belege|keine ? belege dafür|keine ? beweise|keine ? beweise dafür|keinen ? beweis|"
     "leugnet|leugnete"},
    {ScopeSide::before,
     "nicht ? belegt|nicht ? bestätigt|nicht ? bewiesen|stimmt nicht|stimmt so nicht|"
     "stimmten nicht|unbestätigt"},
    {ScopeSide::verdict,
     "% ? eine lüge|% ? erfunden|% ? falsch|% ? haltlos|% ? unwahr|% ? widerlegt|% nicht ? wahr"},
    {ScopeSide::of_claim, "widerlegt|widerlegte|zurückgewiesen"},
};

constexpr NameRow name_roles[] = {
    {NameRole::title,
     "aussenminister aussenministerin bundeskanzler bundeskanzlerin bundespräsident bürgermeister "
     "bürgermeisterin chef chefin finanzminister finanzministerin frau herr innenminister "
     "innenministerin kanzler kanzlerin ministerin ministerpräsident ministerpräsidentin "
     "präsident präsidentin sprecher sprecherin"},
    {NameRole::institution, "ag gmbh"},
    {NameRole::calendar,
     "dezember dienstag donnerstag februar freitag januar juli juni mai mittwoch montag märz "
     "oktober ostern samstag sonntag weihnachten"},
    {NameRole::connector | NameRole::particle, "von"},
    {NameRole::connector | NameRole::particle | NameRole::second_connector, "das den der"},
};

constexpr CountryRow countries[] = {
    {"united states", "vereinigte staaten"}, {"united kingdom", "grossbritannien"},
    {"china", "volksrepublik china"}, {"russia", "russland"}, {"germany", "deutschland"},
    {"france", "frankreich"}, {"spain", "spanien"}, {"italy", "italien"}, {"india", "indien"},
    {"canada", "kanada"}, {"mexico", "mexiko"}, {"brazil", "brasilien"},
    {"argentina", "argentinien"}, {"colombia", "kolumbien"}, {"cuba", "kuba"},
    {"australia", "australien"}, {"new zealand", "neuseeland"}, {"south korea", "südkorea"},
    {"north korea", "nordkorea"}, {"singapore", "singapur"}, {"indonesia", "indonesien"},
    {"iraq", "irak"}, {"syria", "syrien"}, {"saudi arabia", "saudi arabien"}, {"qatar", "katar"},
    {"yemen", "jemen"}, {"turkey", "türkei"}, {"egypt", "ägypten"}, {"south africa", "südafrika"},
    {"kenya", "kenia"}, {"ethiopia", "äthiopien"}, {"morocco", "marokko"}, {"poland", "polen"},
    {"netherlands", "niederlande"}, {"belgium", "belgien"}, {"switzerland", "schweiz"},
    {"austria", "österreich"}, {"sweden", "schweden"}, {"norway", "norwegen"},
    {"denmark", "dänemark"}, {"finland", "finnland"}, {"ireland", "irland"},
    {"greece", "griechenland"}, {"hungary", "ungarn"}, {"czech republic", "tschechien"},
    {"romania", "rumänien"}, {"european union", "europäische union"}, {"europe", "europa"},
    {"africa", "afrika"}, {"asia", "asien"},
};
// clang-format on

}  // namespace

// clang-format off
constinit const LanguagePack german_pack{
    .telling_words =
        "aber auch auf aus bei das dass dem der diese dieser dieses durch ein eine einem einen "
        "einer eines etwa für gegen habe haben hat hatte ich ihr ihre im ist kein keine mehr mit "
        "nach nicht noch nur oder rund schon sehr sei seine seit sich sie sind und unter von weil "
        "wenn werden wie wir wird wurde wurden zum zur zwischen über",
    .common_words =
        "alle als am an bis da dann den des die er es hier in man sein so um vor war was will zu",
    .function_words =
        "ab aber alle allem allen aller alles als also am an andere anderen anderer anderes ans "
        "auch auf aus ausserhalb bei beide beiden beim bereits bevor bin bis bist da dabei dafür "
        "dagegen damit dann daran darauf darf darin darüber das dass davon dazu dein dem den denn "
        "der des deshalb dich die diese diesem diesen dieser dieses dir doch dort du durch durfte "
        "dürfen ein eine einem einen einer eines einige einigen er es etwa euch falls für gegen "
        "gewesen geworden habe haben hast hat hatte hatten hier hinter hätte hätten ich ihm ihn "
        "ihr ihre ihrem ihren ihrer im immer in innerhalb ins ist ja jede jedem jeden jeder jedes "
        "jedoch jene jener jenes jetzt kann kein keine keinem keinen keiner keines konnte konnten "
        "können könnte könnten laut mag man manche mehr mein meine mich mir mit muss musste "
        "mussten möchte mögen müssen nach nachdem neben nein nicht nichts noch nun nur ob obwohl "
        "oder ohne schon sehr sei seien sein seine seinem seinen seiner seit sich sie sind so "
        "sogar solche solchen soll sollen sollte sollten sondern sowie sowohl trotz um und uns "
        "unser unsere unter viele vielen vom von vor wann war waren warum was weder wegen weil "
        "welche welcher welches wem wen wenige weniger wenn wer werde werden wessen wie wieder "
        "will wir wird wo wollen wollte wollten worden wurde wurden während wäre wären würde "
        "würden zu zum zur zwischen über",
    .everyday_words = german::everyday_words,
    .negations =
        "kein keine keinem keinen keiner keinerlei keines nicht nichts nie niemals niemand ohne "
        "weder",
    .lead_ins = "aber dass daß doch oder sowie und weil während",
    .before_names = "bzw ca d.h frau hr z.b",
    .starters = "aber auch damit das der die dies doch ein eine er es ich im in sie und wir",
    .scales_with_full_stop = "mio mrd tsd",
    .quotation_marks = "»« „“ ›‹",
    .nouns_are_capital = true,
    .clauses = german::clauses,
    .furniture = german::furniture,
    .cues = {
        .roles = cue_roles,
        .denials = denials,
        .sources = "laut|nach angaben von|nach angaben|nach aussage von|gemäss"},
    .names = {
        .roles = name_roles,
        .countries = countries,
        .articles =
            "alle am ans beim das dem den der des die diese diesem diesen dieser dieses drei ein "
            "eine einem einen einer eines einige ihr ihre ihren ihrer im ins jede jeder jedes "
            "kein keine keinen keiner mehr sein seine seinen seiner unsere viele vom zum zur zwei",
        .openers =
            "allerdings anfang ausserdem dollar drei ende euro fünf gestern heute insgesamt kurz "
            "milliarden millionen mitte morgen prozent rund uhr vier zehn zudem zuletzt zwei"},
    // clang-format on
    .opposition = german::opposition,
    .figures = {
        .numbers = numbers,
        .scales = scales,
        .many = many,
        .ratios = ratios,
        .parts = parts,
        .units = units,
        .dollars = dollars,
        .hedges = hedges,
        .hedges_behind = hedges_behind,
        .roles = roles,
        .months = {"januar jänner jan", "februar feb", "märz", "april apr", "mai", "juni", "juli",
                   "august aug", "september sept", "oktober okt", "november nov", "dezember dez"},
        .rises = "stieg stiegen gestiegen steigt wuchs wuchsen gewachsen wächst kletterte zugelegt "
                 "zulegte legte gewann",
        .falls = "fiel fielen gefallen fällt sank sanken gesunken sinkt stürzte stürzten gestürzt "
                 "verlor verloren schrumpfte brach sackte rutschte",
        .amounts =
            "kostet kostete kosten kosteten gekostet investiert investierte zahlt zahlte bezahlt "
            "ausgegeben",
        .decimal_sign = ',',
        .costs = "kost gekost",
        .fold_endings = "fach",
        .possessive_endings = "'s s'",
        .name_of_dead = "tote",
        .name_of_injured = "verletzte",
        .joins = joins,
        .number_in_one_word = number_in_one_word,
        .full_stop_makes_ordinals = true,
        .months_are_capital = true}};

}  // namespace reprise::detail
