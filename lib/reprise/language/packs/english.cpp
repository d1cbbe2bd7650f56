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
    {FigureRole::numbered, "page pages chapter number no flight room section article line level aged age type version route"},
    {FigureRole::auxiliary, "is are was were be been being has have had now already"},
    {FigureRole::states, "put puts stands stood stand hit hits set left sits sat remains remain reach began came comes"},
    {FigureRole::verb_shaped, "funding building financing housing offering holding meeting training ring painting"},
    {FigureRole::fate, "dead missing killed injured wounded"},
    {FigureRole::company, "crew"},
    {FigureRole::degree, "degree degrees"}};

// "twenty five", "a hundred and twelve".
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  const bool tens = rest >= 20 && rest % 10 == 0 && next < 10;
  const bool hundreds = rest == 0 && next < 100;
  return hundreds || (!conjunction && tens);
}

}  // namespace

constinit const LanguagePack english_pack{
    .function_words =
        // articles, determiners, quantifiers
    "a an the this that these those some any each every all both such own other another same no "
    "nor not only very "
    "too also just even more most much many few less least so than then "
    // pronouns
    "i me my mine myself we us our ours ourselves you your yours yourself he him his himself she "
    "her hers herself "
    "it its itself they them their theirs themselves who whom whose which what there here one ones "
    // prepositions and conjunctions
    "of in on at by for from to with without within into onto upon about above across after "
    "against among amid "
    "around as before behind below between beyond during down off out over through toward towards "
    "under until up "
    "via and but or if because while although though since unless when where why how whether yet "
    "however thus "
    "therefore once again still already now "
    // auxiliaries
    "am is are was were be been being have has had having do does did doing can could will would "
    "shall should may "
    "might must ought "
    // what apostrophes leave
    "i'm you're he's she's it's we're they're i've you've we've they've i'd he'd she'd we'd they'd "
    "i'll you'll "
    "he'll she'll it'll we'll they'll isn't aren't wasn't weren't hasn't haven't hadn't don't "
    "doesn't didn't won't "
    "wouldn't can't cannot couldn't shouldn't that's there's what's who's let's s t",
    .negations = "cannot neither never no nobody none nor not nothing without",
    .negation_ending = "n't",
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
