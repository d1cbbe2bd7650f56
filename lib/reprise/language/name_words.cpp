#include "reprise/language/name_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "reprise/language/function_words.h"
#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

struct RoleList {
  uint32_t roles;
  std::string_view words;
};

constexpr RoleList role_lists[] = {
    {title_word,
     "mr mrs ms miss mx dr prof professor president vice prime premier minister ministers "
     "chancellor secretary senator "
     "sen rep representative congressman congresswoman gov governor mayor ambassador deputy acting "
     "former attorney ceo "
     "cfo cto coo chairman chairwoman chairperson chair chief executive officer director founder "
     "cofounder head "
     "spokesman spokeswoman spokesperson captain capt lieutenant lt colonel col sergeant sgt "
     "brigadier admiral adm gen "
     "commander constable inspector detective sheriff sir dame lady rev reverend father sister "
     "rabbi imam sheikh "
     "ayatollah justice councillor commissioner analyst economist coach pres hon messrs mp mep "
     "lord "
     "herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin "
     "bundespräsident ministerin "
     "ministerpräsident ministerpräsidentin aussenminister aussenministerin finanzminister "
     "finanzministerin "
     "innenminister innenministerin bürgermeister bürgermeisterin sprecher sprecherin chef chefin "
     "monsieur madame mademoiselle mme mlle président présidente ministre premier maire "
     "señor señora sr sra don doña presidente presidenta ministro ministra alcalde alcaldesa"},
    {weak_title,
     "king queen prince princess pope judge bishop archbishop major general marshal duke duchess "
     "baron earl"},
    {no_title_before,
     "motors electric mills dynamics assembly election court league street road avenue club"},
    {portfolio_word,
     "state defense defence finance health justice education energy commerce labor labour "
     "transport agriculture "
     "interior trade treasury foreign home war environment culture culture's economy prime vice "
     "deputy general "
     "technology operating financial executive staff"},
    {institution_word,
     "bank banks university college school institute academy department ministry agency office "
     "bureau commission "
     "committee council court house senate congress parliament assembly board union federation "
     "association society "
     "league party church museum hospital foundation trust fund group company corporation corp inc "
     "ltd llc plc gmbh ag "
     "sa co bros partners holdings industries systems technologies motors airlines airways railway "
     "railways energy "
     "press post times news journal tribune gazette herald courier observer guardian radio "
     "television network "
     "authority administration service services centre center republic kingdom empire state states "
     "city county "
     "province district region isle island islands gulf bay cape sea ocean river lake valley "
     "mountain mountains "
     "street road avenue square bridge tower airport station harbour harbor stadium park palace "
     "cup games award prize "
     "act bill treaty agreement accord war day people's lords commons army navy force forces "
     "police guard"},
    {place_word,
     "new old north south east west northern southern eastern western central upper lower greater "
     "great little san "
     "santa saint st los las el la port fort mount mt lake cape cap isle bay radio royal national "
     "international "
     "university bank federal european united world air hotel casa villa rio"},
    {calendar_word,
     "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
     "sat sun january "
     "february april june july september october november december jan feb mar apr jun jul aug sep "
     "sept oct nov dec "
     "christmas easter montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar "
     "märz mai juni juli "
     "oktober dezember weihnachten ostern janvier février avril juin juillet octobre"},
    {calendar_word | calendar_name, "may march august"},
    {connector_word, "of"},
    {connector_word | particle_word, "de van von da di du del bin ibn der den dos das"},
    {connector_word, "al la las los el y"},
    {suffix_word, "jr jnr snr sr ii iii iv"},
    {family_name,
     "xi li liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao liang zheng luo song "
     "wang zhang tang deng "
     "kim park lee choi jung kang cho yoon moon han nguyen tran pham modi abe kishida suga"},
};

struct Country {
  std::string_view key, forms;  // forms are separated by |
};

constexpr Country countries[] = {
    {"united states",
     "us|usa|united states of america|the united states|america|american|americans|vereinigte "
     "staaten|états unis|"
     "estados unidos|eeuu"},
    {"united kingdom",
     "uk|gb|britain|great britain|british|briton|britons|grossbritannien|royaume uni|reino unido"},
    {"china", "chinese|prc|people's republic of china|mainland china|chine|volksrepublik china"},
    {"russia", "russian|russians|russian federation|russland|russie|rusia"},
    {"germany", "german|germans|deutschland|allemagne|alemania"},
    {"france", "french|frenchman|frankreich|francia"},
    {"spain", "spanish|spaniard|spaniards|spanien|espagne|españa"},
    {"italy", "italian|italians|italien|italie|italia"},
    {"japan", "japanese|japon|japón"},
    {"india", "indian|indians|indien|inde"},
    {"canada", "canadian|canadians|kanada"},
    {"mexico", "mexican|mexicans|mexiko|mexique|méxico"},
    {"brazil", "brazilian|brazilians|brasilien|brésil|brasil"},
    {"argentina", "argentine|argentinian|argentines|argentinien|argentine"},
    {"chile", "chilean|chileans"},
    {"colombia", "colombian|colombians|kolumbien|colombie"},
    {"peru", "peruvian|peruvians|perú"},
    {"venezuela", "venezuelan|venezuelans"},
    {"cuba", "cuban|cubans|kuba"},
    {"australia", "australian|australians|australien|australie"},
    {"new zealand", "new zealander|new zealanders|neuseeland"},
    {"south korea", "south korean|south koreans|südkorea|corée du sud|corea del sur"},
    {"north korea", "north korean|north koreans|dprk|nordkorea|corée du nord|corea del norte"},
    {"taiwan", "taiwanese"},
    {"hong kong", "hong konger|hong kongers"},
    {"singapore", "singaporean|singaporeans|singapur"},
    {"indonesia", "indonesian|indonesians|indonesien"},
    {"malaysia", "malaysian|malaysians"},
    {"thailand", "thai|thais"},
    {"vietnam", "vietnamese"},
    {"philippines", "filipino|filipinos|philippine"},
    {"pakistan", "pakistani|pakistanis"},
    {"bangladesh", "bangladeshi|bangladeshis"},
    {"afghanistan", "afghan|afghans"},
    {"iran", "iranian|iranians|islamic republic of iran"},
    {"iraq", "iraqi|iraqis|irak"},
    {"israel", "israeli|israelis|israël"},
    {"palestine", "palestinian|palestinians"},
    {"syria", "syrian|syrians|syrien|syrie|siria"},
    {"lebanon", "lebanese|libanon|liban"},
    {"saudi arabia", "saudi|saudis|saudi arabian|saudi arabien"},
    {"united arab emirates", "uae|emirati|emiratis|emirates"},
    {"qatar", "qatari|qataris|katar"},
    {"yemen", "yemeni|yemenis|jemen"},
    {"turkey", "turkish|turk|turks|türkiye|türkei|turquie|turquía"},
    {"egypt", "egyptian|egyptians|ägypten|égypte|egipto"},
    {"south africa", "south african|south africans|südafrika"},
    {"nigeria", "nigerian|nigerians"},
    {"kenya", "kenyan|kenyans|kenia"},
    {"ethiopia", "ethiopian|ethiopians|äthiopien"},
    {"sudan", "sudanese"},
    {"morocco", "moroccan|moroccans|marokko|maroc|marruecos"},
    {"ukraine", "ukrainian|ukrainians|ucrania"},
    {"poland", "polish|pole|poles|polen|pologne|polonia"},
    {"netherlands", "dutch|holland|niederlande|pays bas"},
    {"belgium", "belgian|belgians|belgien|belgique"},
    {"switzerland", "swiss|schweiz|suisse|suiza"},
    {"austria", "austrian|austrians|österreich|autriche"},
    {"sweden", "swedish|swede|swedes|schweden|suède|suecia"},
    {"norway", "norwegian|norwegians|norwegen|norvège|noruega"},
    {"denmark", "danish|dane|danes|dänemark|danemark"},
    {"finland", "finnish|finn|finns|finnland|finlande"},
    {"ireland", "irish|republic of ireland|irland|irlande|irlanda"},
    {"portugal", "portuguese"},
    {"greece", "greek|greeks|griechenland|grèce|grecia"},
    {"hungary", "hungarian|hungarians|ungarn|hongrie"},
    {"czech republic", "czech|czechs|czechia|tschechien"},
    {"romania", "romanian|romanians|rumänien"},
    {"european union", "eu|europäische union|union européenne|unión europea"},
    {"europe", "european|europeans|europa"},
    {"africa", "african|africans|afrika|afrique"},
    {"asia", "asian|asians|asien|asie"},
};

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find(' '));
}

std::unordered_map<std::string_view, uint32_t> make_roles() {
  std::unordered_map<std::string_view, uint32_t> table;
  for (const RoleList& list : role_lists) {
    for_each_part(list.words, ' ', [&](std::string_view word) { table[word] |= list.roles; });
  }
  for (const Country& country : countries) {
    table[first_word(country.key)] |= country_begin;
    for_each_part(country.forms, '|',
                  [&](std::string_view form) { table[first_word(form)] |= country_begin; });
  }
  return table;
}

using Words = std::unordered_set<std::string_view>;

Words words_of(std::string_view list) {
  Words words;
  for_each_part(list, ' ', [&](std::string_view word) { words.insert(word); });
  return words;
}

constexpr std::string_view english_openers =
    "former yesterday today tomorrow meanwhile earlier later last next late early local officials "
    "critics experts "
    "according despite instead indeed perhaps maybe nearly almost recently finally first second "
    "two three four five "
    "six seven eight nine ten dear like unlike given asked speaking following including whatever "
    "whoever whenever "
    "several neither either nobody nothing everyone everybody someone something yes ok okay please "
    "thanks hello i'll "
    "i'd here's where's how's mostly sometimes often never always ever soon long short read watch "
    "see say says said";
constexpr std::string_view german_openers =
    "heute gestern morgen millionen milliarden prozent euro dollar uhr anfang ende mitte rund zwei "
    "drei vier fünf zehn "
    "kurz zuletzt zudem ausserdem insgesamt allerdings";
constexpr std::string_view french_openers =
    "hier demain deux trois quatre cinq dix selon enfin ensuite";
constexpr std::string_view spanish_openers =
    "hoy ayer mañana dos tres cuatro cinco diez según además";

}  // namespace

uint32_t name_roles(std::string_view word) {
  static const auto table = make_roles();
  const auto it = table.find(word);
  return it == table.end() ? 0 : it->second;
}

bool begins_sentences(std::string_view word, Language language) {
  static const Words english = words_of(english_openers), german = words_of(german_openers);
  static const Words french = words_of(french_openers), spanish = words_of(spanish_openers);
  switch (language) {
    case Language::german: return german.contains(word) || is_function_word(word, language);
    case Language::french: return french.contains(word) || is_function_word(word, language);
    case Language::spanish: return spanish.contains(word) || is_function_word(word, language);
    default: return english.contains(word) || is_function_word(word) || word.starts_with("i'");
  }
}

bool is_article(std::string_view word, Language language) {
  static const Words english = words_of("a an the");
  static const Words german = words_of(
      "der die das den dem des ein eine einen einem einer eines im am vom zum zur beim ins ans "
      "kein keine keinen "
      "keiner dieser diese dieses diesen diesem jeder jede jedes sein seine seinen seiner ihr ihre "
      "ihren ihrer unsere "
      "viele alle mehr einige zwei drei");
  static const Words french = words_of("le la les un une des du au aux ce cette ces");
  static const Words spanish = words_of("el la los las un una unos unas del al este esta");
  switch (language) {
    case Language::german: return german.contains(word);
    case Language::french: return french.contains(word);
    case Language::spanish: return spanish.contains(word);
    default: return english.contains(word);
  }
}

std::string_view country_of(std::string_view words) {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const Country& country : countries) {
      made.emplace(country.key, country.key);
      for_each_part(country.forms, '|',
                    [&](std::string_view form) { made.emplace(form, country.key); });
    }
    return made;
  }();
  const auto it = table.find(words);
  return it == table.end() ? std::string_view() : it->second;
}

}  // namespace reprise::detail
