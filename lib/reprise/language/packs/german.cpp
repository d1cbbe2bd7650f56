#include "reprise/language/packs/packs.h"
#include "reprise/language/word_list.h"

// Sharp s is folded to ss. Numbers that are written as one word, "zweihundertfünf", are read by
// figure_number.cpp.

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
    {FigureRole::degree, "grad"}};

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

}  // namespace

constinit const LanguagePack german_pack{
    .function_words =
        "der die das den dem des ein eine einer einen einem eines dieser diese dieses diesen "
        "diesem "
        "jener jene jenes "
        "jeder jede jedes jeden jedem alle allem allen aller alles andere anderen anderer anderes "
        "einige einigen manche "
        "solche solchen viele vielen wenige beide beiden mehr weniger kein keine keiner keinen "
        "keinem "
        "keines nicht "
        "nichts nur auch sehr so noch schon bereits etwa sogar doch ja nein ich mich mir mein "
        "meine "
        "wir uns unser "
        "unsere du dich dir dein ihr euch er ihn ihm sein seine seiner seinen seinem sie ihre "
        "ihrer "
        "ihren ihrem es sich "
        "man wer wen wem was welche welcher welches wessen da dort hier in im an am auf aus bei "
        "beim "
        "mit nach von vom "
        "vor zu zum zur um über unter für durch gegen ohne seit bis zwischen während wegen trotz "
        "hinter neben innerhalb "
        "ausserhalb ab ins ans laut und oder aber denn sondern weil dass ob wenn als wie obwohl "
        "damit "
        "bevor nachdem "
        "falls sowie sowohl weder dann also jedoch deshalb dabei dazu davon daran darauf dafür "
        "dagegen "
        "darin darüber wo "
        "wann warum wieder immer nun jetzt bin bist ist sind war waren wäre wären sei seien "
        "gewesen "
        "habe hast hat haben "
        "hatte hatten hätte hätten werde wird werden wurde wurden würde würden worden geworden "
        "kann "
        "können konnte "
        "konnten könnte könnten muss müssen musste mussten soll sollen sollte sollten will wollen "
        "wollte wollten darf "
        "dürfen durfte mag mögen möchte",
    .negations =
        "kein keine keinem keinen keiner keinerlei keines nicht nichts nie niemals niemand ohne "
        "weder",
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
                 "verlor "
                 "verloren "
                 "schrumpfte brach sackte rutschte",
        .amounts =
            "kostet kostete kosten kosteten gekostet investiert investierte zahlt zahlte bezahlt "
            "ausgegeben",
        .decimal_sign = ',',
        .costs = "kost gekost",
        .fold_endings = "fach",
        .possessive_endings = "'s s'",
        .joins = joins,
        .number_in_one_word = number_in_one_word,
        .full_stop_makes_ordinals = true,
        .months_are_capital = true,
        .nouns_are_capital = true}};

}  // namespace reprise::detail
