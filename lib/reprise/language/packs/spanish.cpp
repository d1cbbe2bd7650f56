#include "reprise/language/packs/packs.h"

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
    {FigureRole::states, "calcula calculan calculó cifra cifran cifró estima estiman estimó fijó sitúa sitúan situó"},
    {FigureRole::degree, "grado grados"}};

// "treinta y cinco", "ciento doce".
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  if (conjunction) {
    return rest >= 20 && rest % 10 == 0 && next < 10;
  }
  return rest == 0 && next < 100;
}

}  // namespace

constinit const LanguagePack spanish_pack{
    .function_words =
        "el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel "
        "aquella aquellos "
        "aquellas mi mis tu tus su sus nuestro nuestra nuestros nuestras todo toda todos todas "
        "otro "
        "otra otros otras "
        "mismo misma mismos mismas algún alguno alguna algunos algunas ningún ninguno ninguna cada "
        "varios varias tal "
        "tales mucho mucha muchos muchas poco pocos pocas no ni nunca jamás más menos muy tan "
        "tanto "
        "también tampoco "
        "solo sólo ya aún todavía sí así casi apenas yo me mí tú te ti él ella ello ellos ellas "
        "nosotros usted ustedes "
        "le les se nos que qué quien quién quienes cual cuál cuales cuyo cuya donde dónde cuando "
        "cuándo como cómo aquí "
        "allí ahí de a en con por para sin sobre entre hasta desde hacia contra tras ante bajo "
        "durante "
        "mediante según y "
        "e o u pero sino aunque porque pues si mientras entonces luego además embargo soy es somos "
        "son "
        "era eran fue "
        "fueron será serán sería serían sea sean sido ser siendo estoy está están estaba estaban "
        "estuvo estar estado he "
        "ha hemos han había habían hubo habrá habría haya hayan haber hay tiene tienen tenía tuvo "
        "puede pueden podía "
        "podría podrían debe deben debía debería hace hacer va van",
    .negations = "jamás nadie ni ningunas ninguno ningunos ninguna ningún no nunca sin tampoco",
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
        .joins = joins,
        .noun_comes_first = true}};

}  // namespace reprise::detail
