// What is known of Spanish: the words of figures, cues and names, and the pack itself.
//
// Numbers up to 29 are one word and stand in the table; beyond, `joins` puts words together:
//
//     "treinta y cinco"    "y" joins tens and a unit: 35
//     "ciento doce"        a whole hundred and what is less: 112
//     "veinte cinco"       not joined: "y" is missing
#include "reprise/language/packs/packs.h"
#include "reprise/language/packs/spanish_everyday.h"
#include "reprise/language/packs/spanish_opposition.h"

namespace reprise::detail {
namespace {

constexpr ValueRow numbers[] = {{"un una uno", 1},
                                {"dos", 2},
                                {"tres", 3},
                                {"cuatro", 4},
                                {"cinco", 5},
                                {"seis", 6},
                                {"siete", 7},
                                {"ocho", 8},
                                {"nueve", 9},
                                {"diez", 10},
                                {"once", 11},
                                {"doce", 12},
                                {"trece", 13},
                                {"catorce", 14},
                                {"quince", 15},
                                {"dieciséis", 16},
                                {"diecisiete", 17},
                                {"dieciocho", 18},
                                {"diecinueve", 19},
                                {"veinte", 20},
                                {"veintiuno veintiún veintiuna", 21},
                                {"veintidós", 22},
                                {"veintitrés", 23},
                                {"veinticuatro", 24},
                                {"veinticinco", 25},
                                {"veintiséis", 26},
                                {"veintisiete", 27},
                                {"veintiocho", 28},
                                {"veintinueve", 29},
                                {"treinta", 30},
                                {"cuarenta", 40},
                                {"cincuenta", 50},
                                {"sesenta", 60},
                                {"setenta", 70},
                                {"ochenta", 80},
                                {"noventa", 90},
                                {"cien ciento", 100},
                                {"doscientos doscientas", 200},
                                {"trescientos trescientas", 300},
                                {"cuatrocientos cuatrocientas", 400},
                                {"quinientos quinientas", 500},
                                {"seiscientos seiscientas", 600},
                                {"setecientos setecientas", 700},
                                {"ochocientos ochocientas", 800},
                                {"novecientos novecientas", 900},
                                {"decena", 10},
                                {"veintena", 20},
                                {"treintena", 30}};

constexpr ValueRow scales[] = {{"docena", 12},
                               {"centenar", 1e2},
                               {"mil millar k", 1e3},
                               {"millón millones mln m", 1e6},
                               {"millardo millardos", 1e9},
                               {"billón billones", 1e12}};

constexpr ValueRow many[] = {
    {"decenas", 10},         {"docenas", 12},   {"cientos centenares", 1e2},
    {"miles millares", 1e3}, {"millones", 1e6}, {"billones", 1e12}};

constexpr ValueRow ratios[] = {
    {"mitad", 0.5}, {"doble duplicó", 2}, {"triple triplicó", 3}, {"cuádruple", 4}};

constexpr ValueRow parts[] = {
    {"tercio", 3}, {"cuarto", 4}, {"quinto", 5}, {"sexto", 6}, {"décimo décima", 10}};

constexpr ValueRow plural_parts[] = {
    {"tercios terceras", 3}, {"cuartos", 4}, {"quintos", 5}, {"décimas", 10}};

constexpr UnitRow units[] = {{"dólar dólares", {FigureKind::money, "USD"}},
                             {"usd", {FigureKind::money, "USD", 1, true}},
                             {"euro euros", {FigureKind::money, "EUR"}},
                             {"eur", {FigureKind::money, "EUR", 1, true}},
                             {"libra libras", {FigureKind::money, "GBP"}},
                             {"yuan yuanes renminbi", {FigureKind::money, "CNY"}},
                             {"rmb cny", {FigureKind::money, "CNY", 1, true}},
                             {"yen yenes", {FigureKind::money, "JPY"}},
                             {"rupia rupias", {FigureKind::money, "INR"}},
                             {"franco francos", {FigureKind::money, "CHF"}},
                             {"chf", {FigureKind::money, "CHF", 1, true}},
                             {"peso pesos", {FigureKind::money, "MXN"}},
                             {"rublo rublos", {FigureKind::money, "RUB"}},
                             {"porciento", {FigureKind::percent, "%"}},
                             {"segundos", {FigureKind::duration, "second"}},
                             {"minuto minutos", {FigureKind::duration, "minute"}},
                             {"hora horas", {FigureKind::duration, "hour"}},
                             {"día días", {FigureKind::duration, "day"}},
                             {"semana semanas", {FigureKind::duration, "day", 7}},
                             {"mes meses", {FigureKind::duration, "month"}},
                             {"año años", {FigureKind::duration, "year"}},
                             {"década décadas", {FigureKind::duration, "year", 10}},
                             {"siglo siglos", {FigureKind::duration, "year", 100}}};

constexpr DollarRow dollars[] = {{"australianos", "AUD"}, {"canadienses", "CAD"}};

constexpr HedgeRow hedges[] = {
    {"no más de,menos de,menos que,como máximo,como mucho,hasta", Hedge::below},
    {"no menos de,más de,más que,al menos,por lo menos,como mínimo,superior a", Hedge::above},
    {"casi,cerca de,poco menos de", Hedge::just_under},
    {"poco más de,algo más de", Hedge::just_over},
    {"unos,unas,alrededor de,aproximadamente,en torno a,apenas,cosa de", Hedge::about}};

constexpr HedgeRow hedges_behind[] = {{"o más", Hedge::above}, {"o menos", Hedge::below}};

constexpr RoleRow roles[] = {
    {FigureRole::article, "un una"},
    {FigureRole::one, "un una uno"},
    {FigureRole::of, "de del"},
    {FigureRole::in, "en"},
    {FigureRole::by, "un en"},
    {FigureRole::is, "es era fue en"},
    {FigureRole::to, "a"},
    {FigureRole::conjunction, "y"},
    {FigureRole::choice, "o"},
    {FigureRole::between, "entre"},
    {FigureRole::from, "de"},
    {FigureRole::filler, "solo sólo solamente apenas unos unas casi el los total tan"},
    {FigureRole::vague, "varios varias"},
    {FigureRole::couple, "par"},
    {FigureRole::half, "medio media"},
    {FigureRole::fraction, "fracción"},
    {FigureRole::times, "veces"},
    {FigureRole::compares, "de del la el los las más menos que mayor menor"},
    {FigureRole::every, "cada"},
    {FigureRole::per, "por"},
    {FigureRole::cent, "ciento cien"},
    {FigureRole::person, "muertos heridos"},
    {FigureRole::time,
     "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana pasado"},
    {FigureRole::dated, "en desde hasta finales principios mediados de"},
    {FigureRole::definite, "el la los las"},
    {FigureRole::country, "estadounidenses canadienses australianos suizos esterlinas mexicanos"},
    {FigureRole::change_ends, "a"},
    {FigureRole::auxiliary, "es fue fueron ha han se sido son"},
    {FigureRole::states,
     "calcula calculan calculó cifra cifran cifró estima estiman estimó fijó sitúa sitúan situó"},
    {FigureRole::degree, "grado grados"},
    {FigureRole::died,
     "fallecidos fallecieron mató mataron muerta muertas muerte muertes muerto muertos murieron"},
    {FigureRole::hurt, "herida heridas herido heridos hirió hirieron lesionados"},
    {FigureRole::toll,
     "casas casos desaparecidos detenidos evacuados infecciones pacientes "
     "sobrevivientes"},
    {FigureRole::people, "personas víctimas vidas"},
    {FigureRole::vote, "sufragios voto votos"},
    {FigureRole::age, "edad"}};

// "treinta y cinco", "ciento doce".
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  if (conjunction) {
    return rest >= 20 && rest % 10 == 0 && next < 10;
  }
  return rest == 0 && next < 100;
}

// clang-format off
constexpr CueRow cue_roles[] = {
    {CueRole::says,
     "advierte advirtió afirma afirman afirmaron afirmó anunció asegura aseguran aseguró declara "
     "declaró dice dicen dijeron dijo explica explicó indica indicó informó insistió señala "
     "señaló sostiene sostuvo"},
    {CueRole::says_beside, "agregó añadió"},
    {CueRole::hearsay, "presuntamente supuestamente"},
    {CueRole::determiner, "el esa ese esta estas este estos la las los su sus un una unas unos"},
    {CueRole::subject_pronoun, "ellas ellos nosotros yo"},
    {CueRole::subject_pronoun | CueRole::person_pronoun, "ella él"},
    {CueRole::be, "era es está están fue fueron sido son"},
    {CueRole::helper, "después ha había han también ya"},
    {CueRole::bar, "aunque como cuando donde mientras o pero porque quien si y"},
    {CueRole::preposition, "a con de desde durante en para por según sobre tras"},
    {CueRole::time, "ayer domingo hoy jueves lunes martes miércoles sábado viernes"},
    {CueRole::claim_noun,
     "acusaciones acusación afirmaciones afirmación informe informes noticia rumor rumores "
     "versión"},
    {CueRole::that, "que"},
    {CueRole::modal, "no nunca"},
};

constexpr CuePhraseRow denials[] = {
    {ScopeSide::behind,
     "desmiente|desmienten|desmintió|duda que|dudan que|negaron|negó|niega|niegan|"
     "no existen ? pruebas|no hay ? pruebas|refutó|sin ? pruebas de que"},
    {ScopeSide::before,
     "no ha sido ? confirmada|no ha sido ? confirmado|no se ha ? confirmado|sin confirmar"},
    {ScopeSide::verdict,
     "% ? falsa|% ? falsas|% ? falso|% ? falsos|% un ? bulo|% un ? mito|% una ? mentira|"
     "no % ? cierto|no % ? verdad"},
    {ScopeSide::of_claim, "rechaza|rechazaron|rechazó"},
};

constexpr NameRow name_roles[] = {
    {NameRole::title,
     "alcalde alcaldesa don doña ministra ministro presidenta presidente señor señora sr sra"},
    {NameRole::place, "casa el la las los rio san santa villa"},
    {NameRole::connector | NameRole::particle, "de del"},
    {NameRole::connector | NameRole::second_connector, "el la las los y"},
    {NameRole::connector, "al"},
};

constexpr CountryRow countries[] = {
    {"united states", "estados unidos|eeuu"}, {"united kingdom", "reino unido"},
    {"russia", "rusia"}, {"germany", "alemania"}, {"france", "francia"}, {"spain", "españa"},
    {"italy", "italia"}, {"japan", "japón"}, {"mexico", "méxico"}, {"brazil", "brasil"},
    {"peru", "perú"}, {"south korea", "corea del sur"}, {"north korea", "corea del norte"},
    {"syria", "siria"}, {"turkey", "turquía"}, {"egypt", "egipto"}, {"morocco", "marruecos"},
    {"ukraine", "ucrania"}, {"poland", "polonia"}, {"switzerland", "suiza"}, {"sweden", "suecia"},
    {"norway", "noruega"}, {"ireland", "irlanda"}, {"greece", "grecia"},
    {"european union", "unión europea"},
};
// clang-format on

}  // namespace

// clang-format off
constinit const LanguagePack spanish_pack{
    .telling_words =
        "así años cada contra cuando cómo desde donde durante el ese esos estos está están fue ha "
        "había han hasta hay las los muy más otros pero porque quien qué según sido sin son sus "
        "también todos tras uno unos y ya",
    .common_words =
        "a al como con de del en entre es esta este la le les lo no nos o para por que se ser si "
        "sobre su todo un una",
    .function_words =
        "a además ahí al alguna algunas alguno algunos algún allí ante apenas aquel aquella "
        "aquellas aquellos aquí así aunque aún bajo cada casi como con contra cual cuales cuando "
        "cuya cuyo cuál cuándo cómo de debe deben debería debía del desde donde durante dónde e "
        "el ella ellas ello ellos embargo en entonces entre era eran es esa esas ese esos esta "
        "estaba estaban estado estar estas este estos estoy estuvo está están fue fueron ha haber "
        "habrá habría había habían hace hacer hacia han hasta hay haya hayan he hemos hubo jamás "
        "la las le les lo los luego me mediante menos mi mientras mis misma mismas mismo mismos "
        "mucha muchas mucho muchos muy más mí ni ninguna ninguno ningún no nos nosotros nuestra "
        "nuestras nuestro nuestros nunca o otra otras otro otros para pero pocas poco pocos "
        "podría podrían podía por porque puede pueden pues que quien quienes quién qué se sea "
        "sean según ser será serán sería serían si sido siendo sin sino sobre solo somos son soy "
        "su sus sí sólo tal tales también tampoco tan tanto te tenía ti tiene tienen toda todas "
        "todavía todo todos tras tu tus tuvo tú u un una unas unos usted ustedes va van varias "
        "varios y ya yo él",
    .everyday_words = spanish::everyday_words,
    .negations = "jamás nadie ni ninguna ningunas ninguno ningunos ningún no nunca sin tampoco",
    .lead_ins = "a de e mientras o pero que y",
    .before_names = "dr dra sr sra",
    .scales_of_numbers = "mill",
    .quotation_marks = "«» “”",
    .clauses = {
        .auxiliaries =
            "debe deben debería deberían era eran es estaba estaban estuvo está están fue "
            "fueron ha habrá había habían han hay he hemos hubo podrá podría podrían pudo "
            "puede pueden quiere quieren quiso sea sean será serán sería serían sigue siguen "
            "son soy tendrá tenemos tenía tenían tiene tienen tuvo va van",
        .finite_verbs =
            "acusa afecta anuncia aparece asegura busca cae celebra comienza confirma "
            "considera continúa crece cree creen cuenta da dan deja dice dicen empieza espera "
            "esperan exige existe explica gana hace hacen hizo incluye insiste intenta llega "
            "llegan lleva mantiene muere muestra necesita niega ofrece pasa permite pide piden "
            "pierde pone presenta propone puso queda recibe reconoce representa sabe sale supo "
            "supone trabaja trata viene vive vuelve",
        .verb_endings =
            "aba aban aron ará arán erá erán ieron irá irán ían ó",
        .participle_endings = "ando iendo",
        .subordinators =
            "aunque cuando cuya cuyo donde porque que quien quienes si",
        .pronouns =
            "ella ellas ellos nosotros usted ustedes yo él",
        .leaning_words =
            "así aunque como cual cuando cuya cuyo donde entonces esa esas ese eso esos esta "
            "estas este esto estos mientras ni o pero porque pues que quien se si sin sino su "
            "sus y"},
    .furniture = {
        .beginning =
            "comparte|haz clic|lea más|lea también|lee también|leer más|más información|"
            "publicidad|regístrate|suscríbase|suscríbete|síguenos|te puede interesar|"
            "ver más|ver también",
        .anywhere =
            "campos obligatorios|darte de baja|nuestra newsletter|"
            "nuestra política de privacidad|nuestro boletín|síguenos en|"
            "todos los derechos reservados|uso de cookies|utiliza cookies|"
            "utilizamos cookies",
        .hints =
            "aviso legal|boletín|cookies|newsletter|política de privacidad|publicidad|"
            "suscripción|suscríbete|términos de uso|términos y condiciones",
        .address =
            "le nosotros nuestra nuestras nuestro nuestros su tu tus usted",
        .buttons =
            "comentarios compartir contacto enviar facebook imprimir instagram linkedin "
            "menú twitter whatsapp youtube",
        .lists =
            "artículos relacionados|lea también|lee también|lo más leído|lo más visto|"
            "lo último|más noticias|noticias relacionadas|relacionados|te puede interesar|"
            "temas relacionados|ver también"},
    .cues = {
        .roles = cue_roles,
        .denials = denials,
        .sources = "según|de acuerdo con"},
    .names = {
        .roles = name_roles,
        .countries = countries,
        .articles = "al del el esta este la las los un una unas unos",
        .openers = "además ayer cinco cuatro diez dos hoy mañana según tres"},
    // clang-format on
    .opposition = spanish::opposition,
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
        .months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                   "septiembre setiembre", "octubre", "noviembre", "diciembre"},
        .rises = "subió subieron subido aumentó aumentaron aumentado creció crecieron crecido ganó",
        .falls =
            "cayó cayeron caído bajó bajaron bajado descendió perdió perdieron perdido desplomó "
            "desplomaron "
            "retrocedió",
        .amounts = "costó cuesta costaron costado gastó gastado invirtió invertido pagó pagado "
                   "vale recaudó",
        .decimal_sign = ',',
        .costs = "cost cuest",
        .day_endings = "o er",
        .plural_endings = "s",
        .singular_endings = "ss us is 's",
        .participle_endings = "ada adas ado ados ida idas ido idos",
        .name_of_dead = "muertos",
        .name_of_injured = "heridos",
        .joins = joins,
        .noun_comes_first = true}};

}  // namespace reprise::detail
