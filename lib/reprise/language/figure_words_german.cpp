#include "reprise/language/figure_words.h"

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
     "us amerikanische kanadische australische schweizer britische britischer hongkong"}};

}  // namespace

const FigureVocabulary& german_figure_words() {
  static constexpr FigureVocabulary vocabulary{
      .numbers = numbers,
      .scales = scales,
      .many = many,
      .ratios = ratios,
      .parts = parts,
      .units = units,
      .hedges = hedges,
      .hedges_behind = hedges_behind,
      .roles = roles,
      .months = {"januar jänner jan", "februar feb", "märz", "april apr", "mai", "juni", "juli",
                 "august aug", "september sept", "oktober okt", "november nov", "dezember dez"},
      .rises =
          "stieg stiegen gestiegen steigt wuchs wuchsen gewachsen wächst kletterte zugelegt "
          "zulegte legte gewann",
      .falls =
          "fiel fielen gefallen fällt sank sanken gesunken sinkt stürzte stürzten gestürzt verlor "
          "verloren "
          "schrumpfte brach sackte rutschte",
      .amounts =
          "kostet kostete kosten kosteten gekostet investiert investierte zahlt zahlte bezahlt "
          "ausgegeben",
      .decimal_sign = ','};
  return vocabulary;
}

}  // namespace reprise::detail
