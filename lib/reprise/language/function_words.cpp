#include "reprise/language/function_words.h"

#include <array>

#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

constexpr std::string_view english =
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
    "wouldn't can't cannot couldn't shouldn't that's there's what's who's let's s t";

constexpr std::string_view german =
    "der die das den dem des ein eine einer einen einem eines dieser diese dieses diesen diesem "
    "jener jene jenes "
    "jeder jede jedes jeden jedem alle allem allen aller alles andere anderen anderer anderes "
    "einige einigen manche "
    "solche solchen viele vielen wenige beide beiden mehr weniger kein keine keiner keinen keinem "
    "keines nicht "
    "nichts nur auch sehr so noch schon bereits etwa sogar doch ja nein ich mich mir mein meine "
    "wir uns unser "
    "unsere du dich dir dein ihr euch er ihn ihm sein seine seiner seinen seinem sie ihre ihrer "
    "ihren ihrem es sich "
    "man wer wen wem was welche welcher welches wessen da dort hier in im an am auf aus bei beim "
    "mit nach von vom "
    "vor zu zum zur um über unter für durch gegen ohne seit bis zwischen während wegen trotz "
    "hinter neben innerhalb "
    "ausserhalb ab ins ans laut und oder aber denn sondern weil dass ob wenn als wie obwohl damit "
    "bevor nachdem "
    "falls sowie sowohl weder dann also jedoch deshalb dabei dazu davon daran darauf dafür dagegen "
    "darin darüber wo "
    "wann warum wieder immer nun jetzt bin bist ist sind war waren wäre wären sei seien gewesen "
    "habe hast hat haben "
    "hatte hatten hätte hätten werde wird werden wurde wurden würde würden worden geworden kann "
    "können konnte "
    "konnten könnte könnten muss müssen musste mussten soll sollen sollte sollten will wollen "
    "wollte wollten darf "
    "dürfen durfte mag mögen möchte";

constexpr std::string_view french =
    "le la les un une des du de d l au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre "
    "nos votre vos "
    "leur leurs tout toute tous toutes autre autres même mêmes quelque quelques chaque plusieurs "
    "aucun aucune tel "
    "telle tels telles ne n pas plus moins jamais rien très trop aussi ainsi encore déjà seulement "
    "peu bien je j me "
    "moi tu te toi il ils elle elles on nous vous lui se s soi eux en y qui que quoi dont où "
    "lequel laquelle "
    "lesquels lesquelles celui celle ceux celles ceci cela ça ici là à dans par pour sur sous avec "
    "sans vers chez "
    "entre contre depuis pendant avant après devant derrière dès jusque jusqu selon malgré parmi "
    "hors et ou mais "
    "donc or ni car si comme quand lorsque puisque parce afin alors puis tandis cependant "
    "toutefois c qu comment "
    "pourquoi suis es est sommes êtes sont étais était étaient étions fut furent sera seront "
    "serait seraient soit "
    "soient été être étant ai as a avons avez ont avais avait avaient aura auront aurait auraient "
    "ait aient eu "
    "avoir ayant peut peuvent pouvait pourrait pourraient doit doivent devait devrait fait font "
    "faire va vont "
    "aujourd'hui";

constexpr std::string_view spanish =
    "el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel "
    "aquella aquellos "
    "aquellas mi mis tu tus su sus nuestro nuestra nuestros nuestras todo toda todos todas otro "
    "otra otros otras "
    "mismo misma mismos mismas algún alguno alguna algunos algunas ningún ninguno ninguna cada "
    "varios varias tal "
    "tales mucho mucha muchos muchas poco pocos pocas no ni nunca jamás más menos muy tan tanto "
    "también tampoco "
    "solo sólo ya aún todavía sí así casi apenas yo me mí tú te ti él ella ello ellos ellas "
    "nosotros usted ustedes "
    "le les se nos que qué quien quién quienes cual cuál cuales cuyo cuya donde dónde cuando "
    "cuándo como cómo aquí "
    "allí ahí de a en con por para sin sobre entre hasta desde hacia contra tras ante bajo durante "
    "mediante según y "
    "e o u pero sino aunque porque pues si mientras entonces luego además embargo soy es somos son "
    "era eran fue "
    "fueron será serán sería serían sea sean sido ser siendo estoy está están estaba estaban "
    "estuvo estar estado he "
    "ha hemos han había habían hubo habrá habría haya hayan haber hay tiene tienen tenía tuvo "
    "puede pueden podía "
    "podría podrían debe deben debía debería hace hacer va van";

// By language; words stand between single spaces.
constexpr std::array<std::string_view, 5> lists{"", english, german, french, spanish};

constexpr std::array<std::string_view, 5> negations{
    "", "not no never without cannot neither nor none nobody nothing",
    "nicht nichts nie niemals niemand ohne weder kein keine keiner keinen keinem keines keinerlei",
    "ne n pas jamais sans aucun aucune aucuns aucunes ni rien",
    "no nunca jamás sin ni tampoco nadie ningún ninguno ninguna ningunos ningunas"};

constexpr std::string_view elisions[] = {"c'", "d'", "j'",  "l'",     "m'",      "n'",
                                         "s'", "t'", "qu'", "jusqu'", "lorsqu'", "puisqu'"};

using WordSet = std::unordered_set<std::string_view>;
using WordSets = std::array<WordSet, lists.size()>;

WordSets make_sets(const std::array<std::string_view, lists.size()>& from) {
  WordSets sets;
  for (size_t i = 0; i < sets.size(); ++i) {
    for_each_part(from[i], ' ', [&](std::string_view word) { sets[i].insert(word); });
  }
  return sets;
}

}  // namespace

const WordSet& function_words(Language language) {
  static const WordSets sets = make_sets(lists);
  return sets[static_cast<size_t>(language)];
}

bool is_function_word(std::string_view folded, Language language) {
  if (function_words(language).contains(folded)) {
    return true;
  }
  return language == Language::french &&
         function_words(language).contains(folded.substr(elision_of(folded)));
}

bool is_negation(std::string_view folded, Language language) {
  static const WordSets sets = make_sets(negations);
  if (sets[static_cast<size_t>(language)].contains(folded)) {
    return true;
  }
  if (language == Language::english) {
    return folded.ends_with("n't");
  }
  if (language != Language::french) {
    return false;
  }
  return folded.starts_with("n'") ||
         sets[static_cast<size_t>(language)].contains(folded.substr(elision_of(folded)));
}

size_t elision_of(std::string_view folded) {
  const size_t mark = folded.find('\'');
  if (mark == folded.npos || mark + 1 == folded.size()) {
    return 0;
  }
  const bool known = std::find(std::begin(elisions), std::end(elisions),
                               folded.substr(0, mark + 1)) != std::end(elisions);
  return known ? mark + 1 : 0;
}

}  // namespace reprise::detail
