#include "reprise/language/packs/packs.h"

// Elided articles and prepositions are taken off before the look-up: "d'euros" is "euros" here.

namespace reprise::detail {
namespace {

constexpr ValueRow numbers[] = {{"un une", 1},
                                {"deux", 2},
                                {"trois", 3},
                                {"quatre", 4},
                                {"cinq", 5},
                                {"six", 6},
                                {"sept", 7},
                                {"huit", 8},
                                {"neuf", 9},
                                {"dix", 10},
                                {"onze", 11},
                                {"douze", 12},
                                {"treize", 13},
                                {"quatorze", 14},
                                {"quinze", 15},
                                {"seize", 16},
                                {"vingt vingts", 20},
                                {"trente", 30},
                                {"quarante", 40},
                                {"cinquante", 50},
                                {"soixante", 60},
                                {"septante", 70},
                                {"huitante octante", 80},
                                {"nonante", 90},
                                {"dizaine", 10},
                                {"quinzaine", 15},
                                {"vingtaine", 20},
                                {"trentaine", 30},
                                {"cinquantaine", 50}};

constexpr ValueRow scales[] = {{"douzaine", 12},
                               {"cent cents centaine", 1e2},
                               {"mille millier k", 1e3},
                               {"million millions mln m", 1e6},
                               {"milliard milliards md mds mrd", 1e9},
                               {"billion billions", 1e12}};

constexpr ValueRow many[] = {{"dizaines", 10},  {"douzaines", 12}, {"centaines", 1e2},
                             {"milliers", 1e3}, {"millions", 1e6}, {"milliards", 1e9}};

constexpr ValueRow ratios[] = {
    {"moitié", 0.5}, {"double doublé", 2}, {"triple triplé", 3}, {"quadruple", 4}, {"décuple", 10}};

constexpr ValueRow parts[] = {{"tiers", 3},   {"quart", 4},    {"cinquième", 5},
                              {"sixième", 6}, {"dixième", 10}, {"centième", 100}};

constexpr ValueRow plural_parts[] = {
    {"quarts", 4}, {"cinquièmes", 5}, {"sixièmes", 6}, {"dixièmes", 10}};

constexpr UnitRow units[] = {{"dollar dollars", {FigureKind::money, "USD"}},
                             {"usd", {FigureKind::money, "USD", 1, true}},
                             {"euro euros", {FigureKind::money, "EUR"}},
                             {"eur", {FigureKind::money, "EUR", 1, true}},
                             {"livre livres", {FigureKind::money, "GBP"}},
                             {"yuan yuans renminbi", {FigureKind::money, "CNY"}},
                             {"rmb cny", {FigureKind::money, "CNY", 1, true}},
                             {"yen yens", {FigureKind::money, "JPY"}},
                             {"roupie roupies", {FigureKind::money, "INR"}},
                             {"franc francs", {FigureKind::money, "CHF"}},
                             {"chf", {FigureKind::money, "CHF", 1, true}},
                             {"peso pesos", {FigureKind::money, "MXN"}},
                             {"rouble roubles", {FigureKind::money, "RUB"}},
                             {"pourcent", {FigureKind::percent, "%"}},
                             {"seconde secondes", {FigureKind::duration, "second"}},
                             {"minute minutes", {FigureKind::duration, "minute"}},
                             {"heure heures", {FigureKind::duration, "hour"}},
                             {"jour jours", {FigureKind::duration, "day"}},
                             {"semaine semaines", {FigureKind::duration, "day", 7}},
                             {"mois", {FigureKind::duration, "month"}},
                             {"an ans année années", {FigureKind::duration, "year"}},
                             {"décennie décennies", {FigureKind::duration, "year", 10}},
                             {"siècle siècles", {FigureKind::duration, "year", 100}}};

constexpr DollarRow dollars[] = {{"australiens", "AUD"}, {"canadiens", "CAD"}};

constexpr HedgeRow hedges[] = {
    {"pas plus de,moins de,au plus,jusqu'à,à jusqu'à,maximum de", Hedge::below},
    {"pas moins de,plus de,au moins,au minimum,supérieur à,dépassant", Hedge::above},
    {"près de,presque,à peine moins de,un peu moins de,quasiment", Hedge::just_under},
    {"un peu plus de,à peine plus de", Hedge::just_over},
    {"environ,autour de,quelque,quelques,à peu près,approximativement,aux alentours de,de l'ordre "
     "de,à peine",
     Hedge::about}};

constexpr HedgeRow hedges_behind[] = {{"ou plus,au moins", Hedge::above},
                                      {"ou moins,au plus", Hedge::below}};

constexpr RoleRow roles[] = {
    {FigureRole::article, "un une"},
    {FigureRole::one, "un une"},
    {FigureRole::of, "de du des"},
    {FigureRole::in, "en"},
    {FigureRole::by, "de"},
    {FigureRole::is, "est était à"},
    {FigureRole::to, "à"},
    {FigureRole::conjunction, "et"},
    {FigureRole::choice, "ou"},
    {FigureRole::between, "entre"},
    {FigureRole::from, "de"},
    {FigureRole::filler, "seulement quelque environ près de plus moins total"},
    {FigureRole::vague, "plusieurs quelques"},
    {FigureRole::half, "demi demie"},
    {FigureRole::fraction, "fraction"},
    {FigureRole::times, "fois"},
    {FigureRole::compares, "de du des plus moins la le les que celui celle"},
    {FigureRole::out, "sur"},
    {FigureRole::per, "pour"},
    {FigureRole::cent, "cent"},
    {FigureRole::person, "morts blessés"},
    {FigureRole::time,
     "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain dernier dernière"},
    {FigureRole::dated, "en depuis fin début mi dès jusqu'en avant après"},
    {FigureRole::definite, "le la les"},
    {FigureRole::country, "américains canadiens australiens suisses sterling"},
    {FigureRole::change_ends, "à"},
    {FigureRole::auxiliary, "a est ont s se sont était étaient été"},
    {FigureRole::states, "atteint monte montent élevait élève élèvent"},
    {FigureRole::degree, "degré degrés"}};

// "vingt et un", "soixante et onze"; "quatre vingts", "cent vingt"; "vingt cinq", "cent douze",
// "soixante dix", "dix sept".
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  const bool whole_ten = rest >= 20 && rest % 10 == 0;
  if (conjunction) {
    return whole_ten && (next == 1 || next == 11);
  }
  if (next == 20) {
    return rest == 4 || rest == 0;
  }
  if (rest == 0) {
    return next < 100;
  }
  const bool with_unit = whole_ten && next < 10;
  const bool with_teen = (rest == 60 || rest == 80) && next < 20;
  const bool teen_itself = (rest == 10 || rest == 70 || rest == 90) && next >= 7 && next <= 9;
  return with_unit || with_teen || teen_itself;
}

}  // namespace

constinit const LanguagePack french_pack{
    .function_words =
        "le la les un une des du de d l au aux ce cet cette ces mon ma mes ton ta tes son sa ses "
        "notre "
        "nos votre vos "
        "leur leurs tout toute tous toutes autre autres même mêmes quelque quelques chaque "
        "plusieurs "
        "aucun aucune tel "
        "telle tels telles ne n pas plus moins jamais rien très trop aussi ainsi encore déjà "
        "seulement "
        "peu bien je j me "
        "moi tu te toi il ils elle elles on nous vous lui se s soi eux en y qui que quoi dont où "
        "lequel laquelle "
        "lesquels lesquelles celui celle ceux celles ceci cela ça ici là à dans par pour sur sous "
        "avec "
        "sans vers chez "
        "entre contre depuis pendant avant après devant derrière dès jusque jusqu selon malgré "
        "parmi "
        "hors et ou mais "
        "donc or ni car si comme quand lorsque puisque parce afin alors puis tandis cependant "
        "toutefois c qu comment "
        "pourquoi suis es est sommes êtes sont étais était étaient étions fut furent sera seront "
        "serait seraient soit "
        "soient été être étant ai as a avons avez ont avais avait avaient aura auront aurait "
        "auraient "
        "ait aient eu "
        "avoir ayant peut peuvent pouvait pourrait pourraient doit doivent devait devrait fait "
        "font "
        "faire va vont "
        "aujourd'hui",
    .negations = "aucun aucune aucunes aucuns jamais n ne ni pas rien sans",
    .negation_beginning = "n'",
    .elisions = "c' d' j' jusqu' l' lorsqu' m' n' puisqu' qu' s' t'",
    .figures = {
        .numbers = numbers,
        .scales = scales,
        .many = many,
        .ratios = ratios,
        .parts = parts,
        .plural_parts = plural_parts,
        .units = units,
        .dollars = dollars,
        .hedges = hedges,
        .hedges_behind = hedges_behind,
        .roles = roles,
        .months = {"janvier janv", "février févr", "mars", "avril", "mai", "juin", "juillet juil",
                   "août aout", "septembre sept", "octobre oct", "novembre nov", "décembre déc"},
        .rises = "augmenté augmente augmentait grimpé grimpe progressé progresse bondi bondit "
                 "gagné gagne "
                 "hausse crû",
        .falls = "baissé baisse chuté chute chutait reculé recule perdu perd plongé plonge diminué "
                 "diminue dégringolé cédé "
                 "cède recul",
        .amounts = "coûte coûté coûtait coûtent dépensé investi investit levé payé vaut",
        .decimal_sign = ',',
        .costs = "coût",
        .percentage_points = "point",
        .day_endings = "er",
        .plural_endings = "s x",
        .singular_endings = "ss us is 's",
        .participle_endings = "é ée ées és",
        .joins = joins,
        .noun_comes_first = true}};

}  // namespace reprise::detail
