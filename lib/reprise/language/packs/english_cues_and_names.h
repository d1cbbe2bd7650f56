// The cues and the names of English, which are many. Of english.cpp alone.
#pragma once

#include "reprise/language/pack.h"

namespace reprise::detail::english {

// clang-format off
inline constexpr CueRow cue_roles[] = {
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
    {CueRole::subject_pronoun, "i it who you"},
    {CueRole::subject_pronoun | CueRole::person_pronoun, "he she"},
    {CueRole::determiner,
     "a an any each every her his its my no our some that the their these this those your"},
    {CueRole::be, "are aren't be been being is isn't was wasn't were weren't"},
    {CueRole::helper,
     "again all already also earlier even first had has have herself himself itself just later "
     "now once only previously publicly recently repeatedly reportedly since still themselves "
     "then"},
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

inline constexpr CuePhraseRow denials[] = {
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

inline constexpr NameRow name_roles[] = {
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

inline constexpr CountryRow countries[] = {
    {"united states",
     "us|usa|united states of america|the united states|america|american|americans"},
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

}  // namespace reprise::detail::english
