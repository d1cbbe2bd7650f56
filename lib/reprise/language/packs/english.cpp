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
    {FigureRole::degree, "degree degrees"}};

// "twenty five", "a hundred and twelve".
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  const bool tens = rest >= 20 && rest % 10 == 0 && next < 10;
  const bool hundreds = rest == 0 && next < 100;
  return hundreds || (!conjunction && tens);
}

// clang-format off
constexpr CueRow cue_roles[] = {
    {CueRole::says,
     "acknowledged admits admitted alleged alleges argued argues asserted asserts believes "
     "boasted boasts claimed commented complained complains conceded concedes concluded concludes "
     "contended contends declared declares explained explains insisted insists maintained "
     "maintains posted predicted predicts promised quipped remarked said says stated testified "
     "thinks tweeted vowed warned wrote"},
    {CueRole::says | CueRole::tells, "tells told"},
    {CueRole::says_perhaps,
     "announced claims confirmed confirms estimated estimates finds found noted notes observed "
     "recalled recalls remarks reported reports revealed reveals showed shows states suggested "
     "suggests warns"},
    {CueRole::says_beside, "added adds answered asked continued replied"},
    {CueRole::says_of_many,
     "allege argue believe claim contend estimate fear insist maintain predict report say think "
     "warn"},
    {CueRole::hearsay, "allegedly ostensibly purportedly reportedly supposedly"},
    {CueRole::passive_says,
     "alleged believed claimed estimated reported rumored rumoured said understood"},
    {CueRole::speaker,
     "agency analyst authority bank board company council court department director document "
     "email expert firm government group lawyer manager mayor memo minister ministry newspaper "
     "office official operator owner paper party police president report researcher source "
     "spokesman spokesperson spokeswoman statement study survey union"},
    {CueRole::speaker | CueRole::plural_speaker,
     "analysts authorities companies critics doctors documents economists engineers experts "
     "figures insiders investigators lawyers leaders managers media members ministers newspapers "
     "observers officials opponents owners papers people police prosecutors reports researchers "
     "residents scientists sources spokesmen studies supporters unions witnesses workers"},
    {CueRole::plural_speaker | CueRole::subject_pronoun, "many most others several some they we"},
    {CueRole::subject_pronoun, "he i it she who you"},
    {CueRole::determiner,
     "a an any each every her his its my no our some that the their these this those your"},
    {CueRole::be, "are aren't be been being is isn't was wasn't were weren't"},
    {CueRole::helper,
     "again all already also earlier even first had has have herself himself itself just later "
     "now once only previously publicly recently repeatedly reportedly since still themselves then"},
    {CueRole::bar,
     "after although and as because before but how if or since than though unless until when "
     "where whereas whether which while why"},
    {CueRole::bar | CueRole::relative, "who"},
    {CueRole::preposition,
     "about after against ahead among around at before by during following for from in near of "
     "off on over through to under via with without"},
    {CueRole::time,
     "afterwards april august december earlier early february friday january july june last late "
     "later march may monday november october saturday september sunday this thursday today "
     "tonight tuesday wednesday yesterday"},
    {CueRole::claim_noun,
     "account accounts accusation accusations allegation allegations assertion assertions charge "
     "charges claim claims figure figures idea notion number numbers report reports rumor rumors "
     "rumour rumours statement statements stories story suggestion suggestions theories theory"},
    {CueRole::that, "that"},
    {CueRole::modal,
     "can can't cannot could couldn't did didn't does doesn't don't let may might must neither "
     "never nor not should to will without won't would wouldn't"},
    {CueRole::relative_thing, "where which whom whose"},
    {CueRole::of, "of"},
    {CueRole::the, "the"},
    {CueRole::to, "to"},
    {CueRole::it, "it"},
    {CueRole::as, "as"},
    {CueRole::this_word, "this"},
    {CueRole::pointer, "it neither none that these they this those"},
    {CueRole::points_at, "such that the these this those"},
    {CueRole::stands_for, "nothing something what who"},
    {CueRole::turn, "although but however though"},
    {CueRole::late_turn, "however"},
    {CueRole::refuses, "denied denies deny denying"},
    {CueRole::refused, "access bail boarding entry her him permission service them"},
    {CueRole::joins_denials, "nobody nor or"},
    {CueRole::weak_negation, "no"},
    {CueRole::goes_with, "to with"},
};

constexpr CuePhraseRow denials[] = {
    {ScopeSide::behind,
     "baseless ? allegations|baseless ? claim|baseless ? claims|bogus ? claim|bogus ? claims|"
     "cast doubt on|casts doubt on|debunked|debunked ? claim|debunked ? claims|debunks|denied|"
     "denies|deny|denying|dismissed suggestions|disproved|disproves|disputed that|"
     "disputed whether|disputes that|doubt that|doubted that|doubts about whether|doubts that|"
     "false ? allegations|false ? claim|false ? claims|false ? report|false ? reports|"
     "false ? rumors|false ? rumours|lied about|lied when|misleading ? claim|misleading ? claims|"
     "no ? evidence|no ? proof|no ? truth in|no basis for|no indication|no sign|no truth to|"
     "not the case that|questioned whether|rebutted|refuted|refutes|rejected suggestions|"
     "sceptical that|skeptical that|the lie that|the myth that|unconfirmed ? reports|"
     "unfounded ? claim|unfounded ? claims|unfounded ? rumors|unfounded ? rumours|"
     "unproven ? claims|untrue that|unverified ? claim|unverified ? claims|unverified ? reports"},
    {ScopeSide::of_claim,
     "contested|contests|contradicted|contradicts|dismissed|dismisses|dismissing|disputed|"
     "disputes|disputing|questioned|questions|rejected|rejecting|rejects"},
    {ScopeSide::before,
     "are ? denied by|are ? disputed|can't be ? verified|cannot be ? verified|"
     "couldn't be ? verified|has no basis|hasn't been ? confirmed|hasn't been ? verified|"
     "have no basis|is ? denied by|is ? disputed|makes no sense|never been ? confirmed|"
     "never been ? proved|never been ? proven|never been ? verified|not be ? confirmed|"
     "not be ? verified|not been ? confirmed|not been ? proven|not been ? verified|not the case|"
     "proved ? false|proved ? unfounded|proved ? wrong|proved to be ? false|proved to be ? wrong|"
     "remain ? unconfirmed|remain ? unproven|remain ? unverified|remained ? unconfirmed|"
     "remained ? unverified|remains ? unconfirmed|remains ? unproven|remains ? unverified|"
     "turned out to be ? false|turned out to be ? untrue|turned out to be ? wrong|"
     "turns out to be ? false|turns out to be ? wrong|yet to be ? confirmed|yet to be ? proven|"
     "yet to be ? verified|yet to be proved"},
    {ScopeSide::verdict,
     "% ? baseless|% ? bogus|% ? debunked|% ? disproved|% ? disproven|% ? fabricated|% ? fake|"
     "% ? false|% ? fiction|% ? groundless|% ? inaccurate|% ? incorrect|% ? misleading|"
     "% ? nonsense|% ? refuted|% ? unconfirmed|% ? unfounded|% ? unproven|% ? untrue|"
     "% ? unverified|% ? wrong|% a ? fabrication|% a ? hoax|% a ? lie|% a ? myth|% not ? accurate|"
     "% not ? correct|% not ? true|aren't ? true|isn't ? true|wasn't ? true|weren't ? true"},
    {ScopeSide::of_claim_before, "% ? contested|% ? denied|% ? dismissed|% ? rejected"},
};

constexpr NameRow name_roles[] = {
    {NameRole::title,
     "acting adm admiral ambassador analyst attorney ayatollah brigadier capt captain ceo cfo "
     "chair chairman chairperson chairwoman chancellor chief coach cofounder col colonel "
     "commander commissioner congressman congresswoman constable coo councillor cto dame deputy "
     "detective director dr economist executive father former founder gen gov governor head hon "
     "imam inspector justice lady lieutenant lord lt mayor mep messrs minister ministers miss mp "
     "mr mrs ms mx officer premier pres president prime prof professor rabbi rep representative "
     "rev reverend secretary sen senator sergeant sgt sheikh sheriff sir sister spokesman "
     "spokesperson spokeswoman vice"},
    {NameRole::weak_title,
     "archbishop baron bishop duchess duke earl general judge king major marshal pope prince "
     "princess queen"},
    {NameRole::no_title_before,
     "assembly avenue club court dynamics election electric league mills motors road street"},
    {NameRole::portfolio,
     "agriculture commerce culture culture's defence defense deputy economy education energy "
     "environment executive finance financial foreign general health home interior justice labor "
     "labour operating prime staff state technology trade transport treasury vice war"},
    {NameRole::institution,
     "academy accord act administration agency agreement airlines airport airways army assembly "
     "association authority avenue award bank banks bay bill board bridge bros bureau cape center "
     "centre church city co college commission committee commons company congress corp "
     "corporation council county courier court cup day department district empire energy "
     "federation force forces foundation fund games gazette group guard guardian gulf harbor "
     "harbour herald holdings hospital house inc industries institute island islands isle journal "
     "kingdom lake league llc lords ltd ministry motors mountain mountains museum navy network "
     "news observer ocean office palace park parliament partners party people's plc police post "
     "press prize province radio railway railways region republic river road school sea senate "
     "service services society square stadium state states station street systems technologies "
     "television times tower treaty tribune trust union university valley war"},
    {NameRole::place,
     "air bank bay cap cape central east eastern european federal fort great greater hotel "
     "international isle lake little lower mount mt national new north northern old port radio "
     "royal south southern st united university upper west western world"},
    {NameRole::calendar,
     "apr april aug christmas dec december easter feb february fri friday jan january jul july "
     "jun june mar mon monday nov november oct october sat saturday sep sept september sun sunday "
     "thu thur thurs thursday tue tues tuesday wed wednesday"},
    {NameRole::calendar | NameRole::calendar_name, "august march may"},
    {NameRole::connector | NameRole::of, "of"},
    {NameRole::suffix, "ii iii iv jnr jr snr sr"},
    {NameRole::pronoun_too, "us"},
};

constexpr CountryRow countries[] = {
    {"united states", "us|usa|united states of america|the united states|america|american|americans"},
    {"united kingdom", "uk|gb|britain|great britain|british|briton|britons"},
    {"china", "chinese|prc|people's republic of china|mainland china"},
    {"russia", "russian|russians|russian federation"}, {"germany", "german|germans"},
    {"france", "french|frenchman"}, {"spain", "spanish|spaniard|spaniards"},
    {"italy", "italian|italians"}, {"japan", "japanese"}, {"india", "indian|indians"},
    {"canada", "canadian|canadians"}, {"mexico", "mexican|mexicans"},
    {"brazil", "brazilian|brazilians"},
    {"argentina", "argentine|argentinian|argentines|argentine"}, {"chile", "chilean|chileans"},
    {"colombia", "colombian|colombians"}, {"peru", "peruvian|peruvians"},
    {"venezuela", "venezuelan|venezuelans"}, {"cuba", "cuban|cubans"},
    {"australia", "australian|australians"}, {"new zealand", "new zealander|new zealanders"},
    {"south korea", "south korean|south koreans"},
    {"north korea", "north korean|north koreans|dprk"}, {"taiwan", "taiwanese"},
    {"hong kong", "hong konger|hong kongers"}, {"singapore", "singaporean|singaporeans"},
    {"indonesia", "indonesian|indonesians"}, {"malaysia", "malaysian|malaysians"},
    {"thailand", "thai|thais"}, {"vietnam", "vietnamese"},
    {"philippines", "filipino|filipinos|philippine"}, {"pakistan", "pakistani|pakistanis"},
    {"bangladesh", "bangladeshi|bangladeshis"}, {"afghanistan", "afghan|afghans"},
    {"iran", "iranian|iranians|islamic republic of iran"}, {"iraq", "iraqi|iraqis"},
    {"israel", "israeli|israelis"}, {"palestine", "palestinian|palestinians"},
    {"syria", "syrian|syrians"}, {"lebanon", "lebanese|libanon"},
    {"saudi arabia", "saudi|saudis|saudi arabian"},
    {"united arab emirates", "uae|emirati|emiratis|emirates"}, {"qatar", "qatari|qataris"},
    {"yemen", "yemeni|yemenis"}, {"turkey", "turkish|turk|turks|türkiye"},
    {"egypt", "egyptian|egyptians"}, {"south africa", "south african|south africans"},
    {"nigeria", "nigerian|nigerians"}, {"kenya", "kenyan|kenyans"},
    {"ethiopia", "ethiopian|ethiopians"}, {"sudan", "sudanese"}, {"morocco", "moroccan|moroccans"},
    {"ukraine", "ukrainian|ukrainians"}, {"poland", "polish|pole|poles"},
    {"netherlands", "dutch|holland"}, {"belgium", "belgian|belgians"}, {"switzerland", "swiss"},
    {"austria", "austrian|austrians"}, {"sweden", "swedish|swede|swedes"},
    {"norway", "norwegian|norwegians"}, {"denmark", "danish|dane|danes"},
    {"finland", "finnish|finn|finns"}, {"ireland", "irish|republic of ireland"},
    {"portugal", "portuguese"}, {"greece", "greek|greeks"}, {"hungary", "hungarian|hungarians"},
    {"czech republic", "czech|czechs|czechia"}, {"romania", "romanian|romanians"},
    {"european union", "eu"}, {"europe", "european|europeans"}, {"africa", "african|africans"},
    {"asia", "asian|asians"},
};
// clang-format on

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
    .cues = {
        .roles = cue_roles,
        .denials = denials,
        .sources = "according to|in the words of",
        .adverb_ending = "ly",
        .ending_of_both = "s",
        .be_makes_participles = true,
        .long_phrases_precede_verbs = true,
        .verbs_need_a_subject = true,
        .turns_deny_what_went_before = true},
    .names = {
        .roles = name_roles,
        .countries = countries,
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
