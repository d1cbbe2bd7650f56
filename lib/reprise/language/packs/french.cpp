// What is known of French: the words of figures, cues and names, and the pack itself.
//
// Elided articles and prepositions are taken off before the look-up: "d'euros" is "euros" here.
// Numbers are written as several words, which `joins` puts together; some count on past the tens:
//
//     "vingt et un"           "et" joins tens with 1 and 11 alone: 21
//     "soixante dix sept"     60 and 10 and 7: 77
//     "cent douze"            a whole hundred and what is less: 112
#include "reprise/language/packs/french_everyday.h"
#include "reprise/language/packs/french_opposition.h"
#include "reprise/language/packs/packs.h"

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
    {FigureRole::degree, "degré degrés"},
    {FigureRole::died,
     "décédé décédées décédés décès mort morte mortes morts tué tuée tuées tuer tués"},
    {FigureRole::hurt, "blessé blessée blessées blesser blessés"},
    {FigureRole::toll,
     "arrestations cas disparus évacués infections maisons patients "
     "survivants"},
    {FigureRole::people, "gens personnes victimes vies"},
    {FigureRole::vote, "suffrages voix vote votes"},
    {FigureRole::age, "âge âgé âgée âgées âgés"}};

// "vingt et un", "soixante et onze"; "quatre vingts", "cent vingt"; "vingt cinq", "cent douze",
// "soixante dix", "dix sept".
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  const bool whole_ten = rest >= 20 && rest % 10 == 0;
  if (conjunction) {
    return whole_ten && (next == 1 || next == 11);
  }
  if (rest == 0) {
    return next < 100;
  }
  if (next == 20) {
    return rest == 4;
  }
  if (whole_ten && next < 10) {
    return true;
  }
  if (rest == 60 || rest == 80) {
    return next < 20;
  }
  const bool ends_in_ten = rest == 10 || rest == 70 || rest == 90;
  return ends_in_ten && next >= 7 && next <= 9;
}

// clang-format off
constexpr CueRow cue_roles[] = {
    {CueRole::says,
     "affirme affirmé annoncé assure assuré averti dit déclare déclaré estime estimé explique "
     "expliqué indique indiqué précise précisé prétend soutient"},
    {CueRole::says_beside, "ajoute ajouté"},
    {CueRole::hearsay, "apparemment prétendument soi-disant"},
    {CueRole::determiner, "ce ces cette des du l la le les leur leurs sa ses son un une"},
    {CueRole::subject_pronoun, "elles ils je nous on"},
    {CueRole::subject_pronoun | CueRole::person_pronoun, "elle il"},
    {CueRole::be, "est sont étaient était été"},
    {CueRole::helper, "a aussi avaient avait déjà encore ensuite ont"},
    {CueRole::bar, "car comme dont et lorsque mais ou où parce quand qui si"},
    {CueRole::preposition, "après avant avec chez dans de en lors par pour selon sur à"},
    {CueRole::time, "dimanche hier jeudi lundi mardi mercredi samedi vendredi"},
    {CueRole::claim_noun,
     "accusation accusations affirmation affirmations information informations rapport rumeur "
     "rumeurs"},
    {CueRole::that, "que"},
    {CueRole::modal, "jamais ne pas"},
    {CueRole::of_the, "des du"},
};

constexpr CuePhraseRow denials[] = {
    {ScopeSide::behind,
     "aucune preuve|conteste que|contesté que|doute que|dément|démentent|démenti|"
     "n'y a aucune preuve|nie|nient|nié|pas de preuve|réfute|réfuté"},
    {ScopeSide::before,
     "pas ? confirmée|pas été ? confirmé|pas été ? confirmée|pas été ? vérifié|sans fondement"},
    {ScopeSide::verdict,
     "% ? fausse|% ? faux|% ? infondé|% ? infondée|% un ? mensonge|% un ? mythe|n'est pas ? vrai"},
};

constexpr NameRow name_roles[] = {
    {NameRole::title,
     "madame mademoiselle maire ministre mlle mme monsieur premier président présidente"},
    {NameRole::institution, "sa"},
    {NameRole::place, "saint"},
    {NameRole::calendar, "avril février janvier juillet juin octobre"},
    {NameRole::connector | NameRole::particle, "de du"},
};

constexpr CountryRow countries[] = {
    {"united states", "états unis"}, {"united kingdom", "royaume uni"}, {"china", "chine"},
    {"russia", "russie"}, {"germany", "allemagne"}, {"spain", "espagne"}, {"italy", "italie"},
    {"japan", "japon"}, {"india", "inde"}, {"mexico", "mexique"}, {"brazil", "brésil"},
    {"colombia", "colombie"}, {"australia", "australie"}, {"south korea", "corée du sud"},
    {"north korea", "corée du nord"}, {"israel", "israël"}, {"syria", "syrie"},
    {"lebanon", "liban"}, {"turkey", "turquie"}, {"egypt", "égypte"}, {"morocco", "maroc"},
    {"poland", "pologne"}, {"netherlands", "pays bas"}, {"belgium", "belgique"},
    {"switzerland", "suisse"}, {"austria", "autriche"}, {"sweden", "suède"}, {"norway", "norvège"},
    {"denmark", "danemark"}, {"finland", "finlande"}, {"ireland", "irlande"}, {"greece", "grèce"},
    {"hungary", "hongrie"}, {"european union", "union européenne"}, {"africa", "afrique"},
    {"asia", "asie"},
};
// clang-format on

}  // namespace

// clang-format off
constinit const LanguagePack french_pack{
    .telling_words =
        "après aussi aux avait avant avec c'est ces cet cette chez d'un d'une dans depuis deux "
        "elle encore entre est faire fait ils j'ai l'on les leur leurs moins n'a n'est nous ont "
        "pas pour qu'elle qu'il qu'ils qu'un qu'une qui s'est sans selon ses sont sous très une "
        "vous étaient était été être",
    .common_words =
        "a au ce comme de des du en et il je la le mais même ne on ou où par plus que sa se son "
        "sur tout un y",
    .function_words =
        "a afin ai aient ainsi ait alors après as au aucun aucune aujourd'hui aura auraient "
        "aurait auront aussi autre autres aux avaient avais avait avant avec avez avoir avons "
        "ayant bien c car ce ceci cela celle celles celui cependant ces cet cette ceux chaque "
        "chez comme comment contre d dans de depuis derrière des devait devant devrait doit "
        "doivent donc dont du dès déjà elle elles en encore entre es est et eu eux faire fait "
        "font furent fut hors ici il ils j jamais je jusqu jusque l la laquelle le lequel les "
        "lesquelles lesquels leur leurs lorsque lui là ma mais malgré me mes moi moins mon même "
        "mêmes n ne ni nos notre nous on ont or ou où par parce parmi pas pendant peu peut "
        "peuvent plus plusieurs pour pourquoi pourraient pourrait pouvait puis puisque qu quand "
        "que quelque quelques qui quoi rien s sa sans se selon sera seraient serait seront ses "
        "seulement si soi soient soit sommes son sont sous suis sur ta tandis te tel telle telles "
        "tels tes toi ton tous tout toute toutefois toutes trop très tu un une va vers vont vos "
        "votre vous y à ça étaient étais était étant étions été êtes être",
    .everyday_words = french::everyday_words,
    .negations = "aucun aucune aucunes aucuns jamais n ne ni pas rien sans",
    .negation_beginning = "n'",
    .elisions = "c' d' j' jusqu' l' lorsqu' m' n' puisqu' qu' s' t'",
    .lead_ins = "de des dont et mais ou que qui tandis à",
    .before_names = "mlle mme",
    .scales_with_full_stop = "mds",
    .quotation_marks = "«» “” ‹›",
    .clauses = {
        .auxiliaries =
            "a ai ait aura auraient aurait auront avaient avait avons devait devra devraient "
            "devrait doit doivent est fallait faut furent fut ont peut peuvent pourra "
            "pourraient pourrait sera seraient serait seront soit sommes sont suis va veulent "
            "veut vont voulait étaient était",
        .finite_verbs =
            "accuse annonce appelle arrive assure commence concerne confirme connaît continue "
            "coûte craint croit demande devient disent dit donne dénonce espère explique fait "
            "font indique laisse lance met mettent meurt montre obtient ouvre parle passe "
            "pense perd permet porte prend prennent propose prévient prévoit quitte refuse "
            "rend représente reste reçoit sait savent semble souhaite tient tombe touche "
            "trouve utilise veut viennent vient vit voit",
        .verb_endings =
            "aient ait era erait eront irent ut èrent",
        .participle_endings = "ant",
        .subordinators =
            "dont lorsque où parce quand que qui si",
        .pronouns =
            "c' elle elles il ils j' je nous on qu'il vous",
        .leaning_words =
            "ainsi alors car ce cela ces cet cette ceux comme dont et leur leurs lorsque lui "
            "mais or ou parce puis quand que qui sa selon ses si son tandis"},
    .furniture = {
        .beginning =
            "a lire|abonnez vous|abonnez-vous|cliquez ici|crédit photo|inscrivez vous|"
            "inscrivez-vous|laisser un commentaire|lire aussi|lire la suite|partager sur|"
            "suivez nous|suivez-nous|voir aussi|à lire|à lire aussi",
        .anywhere =
            "champs obligatoires|nos newsletters|notre newsletter|"
            "notre politique de confidentialité|suivez nous sur|suivez-nous sur|"
            "tous droits réservés|utilisation de cookies|utilise des cookies|"
            "utilisons des cookies|vous désabonner|vous désinscrire",
        .hints =
            "abonnement|cgu|conditions générales|cookies|mentions légales|newsletter|"
            "politique de confidentialité|publicité|se désabonner",
        .address =
            "nos notre nous vos votre vous",
        .buttons =
            "commentaires connexion contact envoyer facebook imprimer instagram linkedin "
            "menu partager recherche twitter whatsapp youtube",
        .lists =
            "a lire aussi|articles liés|articles similaires|dans la même rubrique|"
            "les plus lus|lire aussi|sur le même sujet|sur le même thème|voir aussi|"
            "à lire aussi|à lire également"},
    .cues = {
        .roles = cue_roles,
        .denials = denials,
        .sources = "selon|d'après",
        .helpers_go_before_speaker = true,
        .apposition_needs_no_comma = true},
    .names = {
        .roles = name_roles,
        .countries = countries,
        .articles = "au aux ce ces cette des du la le les un une",
        .openers = "cinq demain deux dix enfin ensuite hier quatre selon trois"},
    // clang-format on
    .opposition = french::opposition,
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
        .name_of_dead = "morts",
        .name_of_injured = "blessés",
        .joins = joins,
        .noun_comes_first = true}};

}  // namespace reprise::detail
