// What is known of English: the words of figures, and the pack itself. The words of cues and names
// stand in english_cues_and_names.h.
//
// Numbers are written as several words, which `joins` puts together:
//
//     "twenty five"               tens and a unit: 25
//     "a hundred and twelve"      a whole hundred and what is less: 112
//     "twenty and five"           not joined: no "and" stands behind tens
#include "reprise/language/packs/english_clauses.h"
#include "reprise/language/packs/english_cues_and_names.h"
#include "reprise/language/packs/english_everyday.h"
#include "reprise/language/packs/english_furniture.h"
#include "reprise/language/packs/english_opposition.h"
#include "reprise/language/packs/packs.h"

namespace reprise::detail {
namespace {

constexpr ValueRow numbers[] = {
    {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
    {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
    {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
    {"eighty", 80},  {"ninety", 90}};

constexpr ValueRow scales[] = {{"dozen", 12},           {"hundred", 1e2},
                               {"thousand k", 1e3},     {"million m mn mln", 1e6},
                               {"billion bn bln", 1e9}, {"trillion tn trn", 1e12}};

constexpr ValueRow many[] = {{"tens", 10},      {"dozens", 12},     {"scores", 20},
                             {"hundreds", 1e2}, {"thousands", 1e3}, {"millions", 1e6},
                             {"billions", 1e9}, {"trillions", 1e12}};

constexpr ValueRow ratios[] = {{"half", 0.5},
                               {"twice double doubled", 2},
                               {"thrice triple tripled", 3},
                               {"quadruple quadrupled", 4},
                               {"twofold", 2},
                               {"threefold", 3},
                               {"fourfold", 4},
                               {"fivefold", 5},
                               {"sixfold", 6},
                               {"tenfold", 10},
                               {"hundredfold", 100}};

constexpr ValueRow parts[] = {{"third", 3}, {"quarter fourth", 4}, {"fifth", 5},
                              {"sixth", 6}, {"seventh", 7},        {"eighth", 8},
                              {"ninth", 9}, {"tenth", 10},         {"hundredth", 100}};

constexpr ValueRow plural_parts[] = {{"thirds", 3},  {"quarters fourths", 4}, {"fifths", 5},
                                     {"sixths", 6},  {"sevenths", 7},         {"eighths", 8},
                                     {"tenths", 10}, {"hundredths", 100}};

constexpr ValueRow glued_scales[] = {{"b", 1e9}};

constexpr UnitRow units[] = {{"dollar dollars", {FigureKind::money, "USD"}},
                             {"usd", {FigureKind::money, "USD", 1, true}},
                             {"euro euros", {FigureKind::money, "EUR"}},
                             {"eur", {FigureKind::money, "EUR", 1, true}},
                             {"pound pounds sterling", {FigureKind::money, "GBP"}},
                             {"gbp", {FigureKind::money, "GBP", 1, true}},
                             {"yuan renminbi", {FigureKind::money, "CNY"}},
                             {"rmb cny", {FigureKind::money, "CNY", 1, true}},
                             {"yen", {FigureKind::money, "JPY"}},
                             {"jpy", {FigureKind::money, "JPY", 1, true}},
                             {"rupee rupees", {FigureKind::money, "INR"}},
                             {"inr rs", {FigureKind::money, "INR", 1, true}},
                             {"franc francs", {FigureKind::money, "CHF"}},
                             {"chf", {FigureKind::money, "CHF", 1, true}},
                             {"peso pesos", {FigureKind::money, "MXN"}},
                             {"won", {FigureKind::money, "KRW"}},
                             {"rouble roubles ruble rubles", {FigureKind::money, "RUB"}},
                             {"aud", {FigureKind::money, "AUD", 1, true}},
                             {"cad", {FigureKind::money, "CAD", 1, true}},
                             {"percent percentage pct", {FigureKind::percent, "%"}},
                             {"seconds", {FigureKind::duration, "second"}},
                             {"minute minutes", {FigureKind::duration, "minute"}},
                             {"hour hours", {FigureKind::duration, "hour"}},
                             {"day days", {FigureKind::duration, "day"}},
                             {"week weeks", {FigureKind::duration, "day", 7}},
                             {"fortnight fortnights", {FigureKind::duration, "day", 14}},
                             {"month months", {FigureKind::duration, "month"}},
                             {"year years", {FigureKind::duration, "year"}},
                             {"decade decades", {FigureKind::duration, "year", 10}},
                             {"century centuries", {FigureKind::duration, "year", 100}}};

constexpr DollarRow dollars[] = {{"australian", "AUD"}, {"canadian", "CAD"}, {"singapore", "SGD"}};

constexpr HedgeRow hedges[] = {
    {"no more than,not more than,fewer than,less than,smaller than,up to,at most,as many as,as "
     "much as,below,maximum "
     "of",
     Hedge::below},
    {"no fewer than,no less than,not less than,more than,greater than,larger than,at least,upwards "
     "of,upward of,"
     "in excess of,well over,over,above,exceeding,exceeded,topped,surpassed,minimum of",
     Hedge::above},
    {"just under,a little under,slightly under,just below,just shy of,slightly less than,a little "
     "less than,nearly,"
     "almost,under,approaching,not quite",
     Hedge::just_under},
    {"just over,a little over,slightly over,just above,slightly more than,a little more than",
     Hedge::just_over},
    {"close to,about,around,roughly,approximately,some,barely,circa,ca,as little as,as few "
     "as,somewhere around,or so,"
     "estimated,an estimated,in the region of,on the order of",
     Hedge::about}};

constexpr HedgeRow hedges_behind[] = {{"or more,or higher,or above,and counting", Hedge::above},
                                      {"or less,or fewer,or below,at most", Hedge::below},
                                      {"at least", Hedge::above},
                                      {"or so,or thereabouts", Hedge::about}};

constexpr RoleRow roles[] = {
    {FigureRole::article, "a an"},
    {FigureRole::one, "one"},
    {FigureRole::of, "of"},
    {FigureRole::in, "in"},
    {FigureRole::by, "by"},
    {FigureRole::is, "is was were at"},
    {FigureRole::to, "to"},
    {FigureRole::conjunction, "and"},
    {FigureRole::choice, "or"},
    {FigureRole::between, "between"},
    {FigureRole::from, "from"},
    {FigureRole::filler,
     "just only merely mere some a an the estimated reported reportedly roughly approximately "
     "about "
     "nearly around total whopping staggering"},
    {FigureRole::vague, "several few"},
    {FigureRole::couple, "couple"},
    {FigureRole::half, "half"},
    {FigureRole::fraction, "fraction"},
    {FigureRole::times, "times"},
    {FigureRole::fold, "fold"},
    {FigureRole::compares,
     "of as the its their his her that what more this those these all our higher larger bigger "
     "greater faster cheaper less lower smaller fewer longer over stronger slower better"},
    {FigureRole::out, "out"},
    {FigureRole::every, "every"},
    {FigureRole::per, "per"},
    {FigureRole::cent, "cent"},
    {FigureRole::person,
     "people men women children dead killed injured wounded missing troops staff personnel police "
     "fish sheep aircraft"},
    {FigureRole::time,
     "last next ago later earlier yesterday today tomorrow monday tuesday wednesday thursday "
     "friday "
     "saturday sunday yet yes annually per worldwide globally overall alone including compared "
     "according says said went goes came comes made makes took takes gave gives"},
    {FigureRole::dated,
     "in since until by last early late mid this next from through of before after"},
    {FigureRole::clock, "a.m p.m am pm o'clock"},
    {FigureRole::definite, "the"},
    {FigureRole::country,
     "us u.s american australian canadian singapore chinese swiss british indian japanese "
     "mexican"},
    {FigureRole::change_ends, "to"},
    {FigureRole::numbered,
     "age aged article chapter flight level line no number page pages room route section type "
     "version"},
    {FigureRole::auxiliary, "is are was were be been being has have had now already"},
    {FigureRole::states,
     "began came comes hit hits left put puts reach remain remains sat set sits stand stands "
     "stood"},
    {FigureRole::verb_shaped,
     "building financing funding holding housing meeting offering painting ring training"},
    {FigureRole::fate, "dead missing killed injured wounded"},
    {FigureRole::company, "crew"},
    {FigureRole::degree, "degree degrees"},
    {FigureRole::died,
     "dead death deaths die died dies dying fatalities kill killed killing kills slain toll"},
    {FigureRole::hurt, "hurt hurting injured injures injuring injuries wounded wounding wounds"},
    {FigureRole::toll,
     "arrests bodies cases casualties evacuees homes houses infections "
     "missing patients residents survivors"},
    {FigureRole::people, "lives people persons victims"},
    {FigureRole::vote, "ballot ballots vote votes"},
    {FigureRole::age, "age aged old"}};

// "twenty five", "a hundred and twelve".
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  const bool tens = rest >= 20 && rest % 10 == 0 && next < 10;
  const bool hundreds = rest == 0 && next < 100;
  return hundreds || (!conjunction && tens);
}

}  // namespace

// clang-format off
constinit const LanguagePack english_pack{
    .telling_words =
        "about according after against and another any because been being between both by can't "
        "cannot could did didn't does doesn't don't during each every from had has have his how "
        "if into isn't it it's its just many much my not only other our said says she should some "
        "such than that the their them there these they this those through very were what when "
        "where which while who whom whose with won't would you your",
    .common_words =
        "a all also an are as at be but can do for he her him in is may more new no now of on one "
        "or out over so to under up was we will",
    .function_words =
        // articles, determiners, quantifiers
        "a all also an another any both each even every few just least less many more most much "
        "no nor not only other own same so some such than that the then these this those too very "
        // pronouns
        "he her here hers herself him himself his i it its itself me mine my myself one ones our "
        "ours ourselves she their theirs them themselves there they us we what which who whom "
        "whose you your yours yourself "
        // prepositions and conjunctions
        "about above across after again against already although amid among and around as at "
        "because before behind below between beyond but by down during for from how however if in "
        "into now of off on once onto or out over since still therefore though through thus to "
        "toward towards under unless until up upon via when where whether while why with within "
        "without yet "
        // auxiliaries
        "am are be been being can could did do does doing had has have having is may might must "
        "ought shall should was were will would "
        // what apostrophes leave
        "aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's "
        "i'd i'll i'm i've isn't it'll it's let's s she'd she'll she's shouldn't t that's there's "
        "they'd they'll they're they've wasn't we'd we'll we're we've weren't what's who's won't "
        "wouldn't you'll you're you've",
    .everyday_words = english::everyday_words,
    .negations = "cannot neither never no nobody none nor not nothing without",
    .negation_ending = "n't",
    .joining_words =
        "about after against although amid and as at because before but by despite for from if in "
        "into of on or over since so than that though through to under when where whereas which "
        "while who whose with within without yet",
    .lead_ins = "and as but of or so that to which while who yet",
    .before_names =
        "approx capt cf col dr e.g fig figs fr gen gov hon i.e jr lt messrs mr mrs ms nos pp pres "
        "prof rep rev sen sgt sr st vol vs",
    .may_end_sentences =
        "apr assn aug ave blvd bros co corp dec dept est etc feb fri inc jan jul jun llc ltd mar "
        "mon nov oct plc rd sat sep sept sun thu thur thurs tue tues univ wed",
    .starters =
        "a about according after almost although an and another as at because before both but by "
        "despite during each earlier fewer for from he her his how however i if in it its last "
        "later less many meanwhile more most nearly no not now on once one or our several she "
        "since so some that the their then there these they this those though three to two until "
        "we what when where while who why with yet you",
    .number_sign = "no",
    .quotation_marks = "“”",
    .elided_words =
        "ave bout cause cos e em er ere gainst im is kay less n neath nother ome ouse round s d ll "
        "m re t ve tain til till tis twas tween twere twill twixt twould un",
    .clauses = english::clauses,
    .furniture = english::furniture,
    .cues = {
        .roles = english::cue_roles,
        .denials = english::denials,
        .sources = "according to|in the words of",
        .adverb_ending = "ly",
        .ending_of_both = "s",
        .be_makes_participles = true,
        .long_phrases_precede_verbs = true,
        .verbs_need_a_subject = true,
        .turns_deny_what_went_before = true},
    .names = {
        .roles = english::name_roles,
        .countries = english::countries,
        .articles = "a an the",
        .openers =
            "according almost always asked critics dear despite earlier early eight either ever "
            "everybody everyone experts finally first five following former four given hello "
            "here's how's i'd i'll including indeed instead last late later like local long maybe "
            "meanwhile mostly nearly neither never next nine nobody nothing officials often ok "
            "okay perhaps please read recently said say says second see seven several short six "
            "someone something sometimes soon speaking ten thanks three today tomorrow two unlike "
            "watch whatever whenever where's whoever yes yesterday",
        .opening_elision = "i'"},
    // clang-format on
    .opposition = english::opposition,
    .figures = {
        .numbers = numbers,
        .scales = scales,
        .many = many,
        .ratios = ratios,
        .parts = parts,
        .plural_parts = plural_parts,
        .glued_scales = glued_scales,
        .units = units,
        .dollars = dollars,
        .hedges = hedges,
        .hedges_behind = hedges_behind,
        .roles = roles,
        .months = {"january jan", "february feb", "march mar", "april apr", "may", "june jun",
                   "july jul", "august aug", "september sept sep", "october oct", "november nov",
                   "december dec"},
        .rises =
            "rise rises rose risen rising grow grows grew grown growing increase increases "
            "increased "
            "increasing climb "
            "climbs climbed climbing jump jumps jumped jumping gain gains gained gaining surge "
            "surges surged surging "
            "soar soars soared soaring advance advanced advances up rally rallied expand expanded",
        .falls =
            "fall falls fell fallen falling drop drops dropped dropping plunge plunges plunged "
            "plunging plummet "
            "plummets plummeted plummeting decline declines declined declining decrease decreased "
            "decreases sink sinks "
            "sank sunk sinking tumble tumbles tumbled tumbling slide slides slid sliding slump "
            "slumps slumped slumping "
            "shrink shrank shrunk lose loses lost losing shed sheds down dip dipped dips cut cuts "
            "cutting slip slipped",
        .amounts =
            "cost costs costing spend spends spent spending raise raised raises raising pay pays "
            "paid paying invest "
            "invested invests investing worth valued earn earned earns",
        .decimal_sign = '.',
        .costs = "cost",
        .percentage_points = "point",
        .day_endings = "st nd rd th",
        .fold_endings = "fold",
        .plural_endings = "s",
        .singular_endings = "ss us is 's",
        .possessive_endings = "'s s'",
        .adverb_endings = "ly",
        .gerund_endings = "ing",
        .participle_endings = "ed",
        .not_participles = "eed",
        .name_of_costs = "cost",
        .name_of_dead = "dead",
        .name_of_injured = "injured",
        .joins = joins,
        .blanks_part_thousands = false,
        .letter_may_be_a_metre = false,
        .scales_begin_numbers = false,
        .scales_take_a_full_stop = false,
        .one_counts_units = true,
        .halves_stand_alone = true,
        .parts_have_plurals = true,
        .share_is_in = true,
        .day_may_follow_month = true,
        .months_are_capital = true,
        .country_may_follow_unit = false,
        .nouns_stand_without_articles = true,
        .nouns_compound = true,
        .nouns_are_added = true}};

}  // namespace reprise::detail
