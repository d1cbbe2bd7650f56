// Portuguese, as it is written in Portugal and in Brazil: "dezasseis" and "dezesseis",
// "mil milhões" and "bilhões".
#include "reprise/language/packs/packs.h"
#include "reprise/language/packs/portuguese_everyday.h"
#include "reprise/language/packs/portuguese_opposition.h"

namespace reprise::detail {
namespace {

// clang-format off
constexpr ValueRow numbers[] = {
    {"um uma", 1}, {"dois duas", 2}, {"três", 3}, {"quatro", 4}, {"cinco", 5}, {"seis", 6},
    {"sete", 7}, {"oito", 8}, {"nove", 9}, {"dez", 10}, {"onze", 11}, {"doze", 12}, {"treze", 13},
    {"catorze quatorze", 14}, {"quinze", 15}, {"dezasseis dezesseis", 16},
    {"dezassete dezessete", 17}, {"dezoito", 18}, {"dezanove dezenove", 19}, {"vinte", 20},
    {"trinta", 30}, {"quarenta", 40}, {"cinquenta", 50}, {"sessenta", 60}, {"setenta", 70},
    {"oitenta", 80}, {"noventa", 90}, {"cem cento", 100}, {"duzentas duzentos", 200},
    {"trezentas trezentos", 300}, {"quatrocentas quatrocentos", 400},
    {"quinhentas quinhentos", 500}, {"seiscentas seiscentos", 600}, {"setecentas setecentos", 700},
    {"oitocentas oitocentos", 800}, {"novecentas novecentos", 900}, {"dezena", 10},
    {"quinzena", 15}, {"vintena", 20},
};

constexpr ValueRow scales[] = {
    {"dúzia", 12}, {"centena", 1e2}, {"k mil milhar", 1e3}, {"m mi milhão milhões mln", 1e6},
    {"bi bilhão bilhões", 1e9}, {"bilião biliões tri trilhão trilhões", 1e12},
};

constexpr ValueRow many[] = {
    {"dezenas", 10}, {"dúzias", 12}, {"centenas", 1e2}, {"milhares", 1e3}, {"milhões", 1e6},
    {"bilhões", 1e9}, {"biliões trilhões", 1e12},
};

constexpr ValueRow ratios[] = {
    {"metade", 0.5}, {"dobro dobrou duplicou", 2}, {"triplicou triplo", 3},
    {"quadruplicou quádruplo", 4},
};

constexpr ValueRow parts[] = {
    {"terço", 3}, {"quarto", 4}, {"quinto", 5}, {"sexto", 6}, {"sétimo", 7}, {"oitavo", 8},
    {"décima décimo", 10},
};

constexpr ValueRow plural_parts[] = {
    {"terços", 3}, {"quartos", 4}, {"quintos", 5}, {"sextos", 6}, {"oitavos", 8},
    {"décimas décimos", 10},
};

constexpr UnitRow units[] = {
    {"reais real", {FigureKind::money, "BRL"}},
    {"brl", {FigureKind::money, "BRL", 1, true}},
    {"euro euros", {FigureKind::money, "EUR"}},
    {"eur", {FigureKind::money, "EUR", 1, true}},
    {"dólar dólares", {FigureKind::money, "USD"}},
    {"usd", {FigureKind::money, "USD", 1, true}},
    {"libra libras", {FigureKind::money, "GBP"}},
    {"iuan iuanes renminbi yuan yuans", {FigureKind::money, "CNY"}},
    {"cny rmb", {FigureKind::money, "CNY", 1, true}},
    {"iene ienes", {FigureKind::money, "JPY"}},
    {"rupia rupias", {FigureKind::money, "INR"}},
    {"franco francos", {FigureKind::money, "CHF"}},
    {"chf", {FigureKind::money, "CHF", 1, true}},
    {"peso pesos", {FigureKind::money, "MXN"}},
    {"rublo rublos", {FigureKind::money, "RUB"}},
    {"porcento", {FigureKind::percent, "%"}},
    {"segundos", {FigureKind::duration, "second"}},
    {"minuto minutos", {FigureKind::duration, "minute"}},
    {"hora horas", {FigureKind::duration, "hour"}},
    {"dia dias", {FigureKind::duration, "day"}},
    {"semana semanas", {FigureKind::duration, "day", 7}},
    {"meses mês", {FigureKind::duration, "month"}},
    {"ano anos", {FigureKind::duration, "year"}},
    {"década décadas", {FigureKind::duration, "year", 10}},
    {"século séculos", {FigureKind::duration, "year", 100}},
};

constexpr DollarRow dollars[] = {{"australianos", "AUD"}, {"canadenses canadianos", "CAD"}};

constexpr HedgeRow hedges[] = {
    {"até,menos de,menos que,menos do que,no máximo,não mais de,quando muito", Hedge::below},
    {"acima de,ao menos,mais de,mais que,mais do que,no mínimo,não menos de,pelo menos,superior a",
     Hedge::above},
    {"perto de,pouco menos de,quase", Hedge::just_under},
    {"pouco mais de", Hedge::just_over},
    {"aproximadamente,à volta de,cerca de,em torno de,por volta de,umas,uns", Hedge::about},
};

constexpr HedgeRow hedges_behind[] = {{"ou mais", Hedge::above}, {"ou menos", Hedge::below}};

constexpr RoleRow roles[] = {
    {FigureRole::article, "um uma"},
    {FigureRole::one, "um uma"},
    {FigureRole::of, "da das de do dos"},
    {FigureRole::in, "em na no"},
    {FigureRole::by, "em por"},
    {FigureRole::is, "em era foi é"},
    {FigureRole::to, "a"},
    {FigureRole::conjunction, "e"},
    {FigureRole::choice, "ou"},
    {FigureRole::between, "entre"},
    {FigureRole::from, "de"},
    {FigureRole::filler, "apenas o os quase somente só total tão umas uns"},
    {FigureRole::vague, "diversas diversos várias vários"},
    {FigureRole::couple, "par"},
    {FigureRole::half, "meia meio"},
    {FigureRole::fraction, "fracção fração"},
    {FigureRole::times, "vezes"},
    {FigureRole::compares, "a as da de do maior mais menor menos o os que"},
    {FigureRole::every, "cada"},
    {FigureRole::per, "por"},
    {FigureRole::cent, "cento"},
    {FigureRole::person, "feridas feridos gente mortas mortos"},
    {FigureRole::time,
     "amanhã domingo hoje ontem passada passado quarta quinta segunda sexta sábado terça"},
    {FigureRole::dated, "até de desde em fim início meados"},
    {FigureRole::definite, "a as o os"},
    {FigureRole::country,
     "americanos australianos canadenses canadianos esterlinas mexicanos suíços"},
    {FigureRole::change_ends, "a para"},
    {FigureRole::auxiliary, "está estão foi foram havia se sido são tem têm é"},
    {FigureRole::states,
     "atinge atingiu calcula calculou chega chegam chegou estima estimou soma somam totaliza "
     "totalizou"},
    {FigureRole::fate, "feridas feridos mortas mortos"},
    {FigureRole::degree, "grau graus"},
    {FigureRole::died,
     "matou mataram morreram morta mortas morte mortes morto mortos óbito óbitos"},
    {FigureRole::hurt, "ferida feridas ferido feridos feriu feriram"},
    {FigureRole::toll,
     "casas casos desaparecidos detidos evacuados infecções pacientes "
     "sobreviventes"},
    {FigureRole::people, "gente pessoas vidas vítimas"},
    {FigureRole::vote, "sufrágios voto votos"},
    {FigureRole::age, "idade"},
};
// clang-format on

// "trinta e cinco", "duzentos e dezoito": never without the conjunction.
bool joins(int sum, int next, bool conjunction) {
  const int rest = sum % 100;
  const bool unit_behind_ten = rest >= 20 && rest % 10 == 0 && next < 10;
  const bool behind_hundred = rest == 0 && next < 100;
  return conjunction && (unit_behind_ten || behind_hundred);
}

// clang-format off
constexpr CueRow cue_roles[] = {
    {CueRole::says,
     "admite admitiu afirma afirmam afirmaram afirmou alerta alertou anunciou assegurou avisa "
     "avisou confirma confirmou criticou declara declarou defende defendeu destacou disse "
     "disseram diz dizem explica explicou garante garantiu indicou informou insistiu reiterou "
     "revelou salientou sublinhou sustenta"},
    {CueRole::says_beside, "acrescenta acrescentou completou concluiu"},
    {CueRole::hearsay, "alegadamente presumivelmente supostamente"},
    {CueRole::determiner,
     "a as essa esse esta estas este estes o os seu seus sua suas um uma umas uns"},
    {CueRole::subject_pronoun, "elas eles eu nós você vocês"},
    {CueRole::subject_pronoun | CueRole::person_pronoun, "ela ele"},
    {CueRole::be, "era eram está estão foi foram ser sido são é"},
    {CueRole::helper, "ainda depois havia já também tem tinha"},
    {CueRole::bar, "como e embora enquanto mas onde ou porque quando quem se"},
    {CueRole::preposition,
     "ao após até com da das de desde do dos durante em entre na nas no nos para pela pelo por "
     "segundo sem sob sobre à"},
    {CueRole::time, "domingo hoje ontem quarta quinta segunda sexta sábado terça"},
    {CueRole::claim_noun,
     "acusação acusações afirmação afirmações alegação alegações boato boatos informação "
     "informações notícia notícias relato relatos relatório rumor rumores versão"},
    {CueRole::that, "que"},
    {CueRole::modal, "jamais nunca não"},
};

constexpr CuePhraseRow denials[] = {
    {ScopeSide::behind,
     "desmente|desmentem|desmentiram|desmentiu|duvida que|duvidam que|nega|negam|negaram|negou|"
     "não existem ? provas|não há ? evidências|não há ? provas|refuta|refutaram|refutou|"
     "sem ? provas de que"},
    {ScopeSide::before,
     "não foi ? confirmada|não foi ? confirmado|não foram ? confirmadas|não foram ? confirmados|"
     "por confirmar|sem confirmação"},
    {ScopeSide::verdict,
     "% ? falsa|% ? falsas|% ? falso|% ? falsos|% ? infundada|% ? infundado|% ? mentira|"
     "% um ? mito|% uma ? mentira|não % ? verdade"},
    {ScopeSide::of_claim, "contesta|contestaram|contestou|rejeita|rejeitaram|rejeitou"},
};

constexpr NameRow name_roles[] = {
    {NameRole::title,
     "deputada deputado dra governador governadora ministra ministro prefeita prefeito presidenta "
     "presidente senador senadora senhor senhora sr sra vereador vereadora"},
    {NameRole::institution,
     "banco câmara instituto ministério partido senado tribunal universidade"},
    {NameRole::place, "porto rio santo são vila"},
    {NameRole::connector | NameRole::particle | NameRole::at_home, "da das de do dos"},
};

constexpr CountryRow countries[] = {
    {"united states", "estados unidos|eua"}, {"united kingdom", "reino unido|grã bretanha"},
    {"russia", "rússia"}, {"germany", "alemanha"}, {"france", "frança"}, {"spain", "espanha"},
    {"italy", "itália"}, {"japan", "japão"}, {"india", "índia"}, {"canada", "canadá"},
    {"mexico", "méxico"}, {"brazil", "brasil"}, {"colombia", "colômbia"},
    {"australia", "austrália"}, {"south korea", "coreia do sul"},
    {"north korea", "coreia do norte"}, {"south africa", "áfrica do sul"}, {"iran", "irã|irão"},
    {"iraq", "iraque"}, {"syria", "síria"}, {"lebanon", "líbano"}, {"turkey", "turquia"},
    {"egypt", "egito"}, {"kenya", "quénia|quênia"}, {"ethiopia", "etiópia"},
    {"morocco", "marrocos"}, {"ukraine", "ucrânia"}, {"poland", "polónia|polônia"},
    {"netherlands", "países baixos|holanda"}, {"belgium", "bélgica"}, {"switzerland", "suíça"},
    {"austria", "áustria"}, {"sweden", "suécia"}, {"norway", "noruega"}, {"denmark", "dinamarca"},
    {"finland", "finlândia"}, {"ireland", "irlanda"}, {"greece", "grécia"}, {"hungary", "hungria"},
    {"romania", "roménia|romênia"}, {"european union", "união europeia"}, {"africa", "áfrica"},
    {"asia", "ásia"},
};
// clang-format on

}  // namespace

// clang-format off
constinit const LanguagePack portuguese_pack{
    .telling_words =
        "ainda ao aos após até dela dele depois disse elas ele eles então essa esse está estão "
        "foi foram há isso já mas muito nas nos num numa não pela pelas pelo pelos quando seu "
        "seus sua suas são também tem têm uma você à às",
    .common_words =
        "a as com como da das de do dos e em entre era esta este mais na no o os ou para por que "
        "se sem ser sobre só um",
    .function_words =
        "a ainda algum alguma algumas alguns ali além ante ao aos apenas após aquela aquelas "
        "aquele aqueles aqui aquilo as assim até aí bem cada com como conforme contra contudo "
        "cuja cujo da das de dela delas dele deles depois desde dessa desse desta destas deste "
        "destes deve devem deveria devia do dos durante e ela elas ele eles em embora enquanto "
        "entre então era eram essa essas esse esses esta estado estar estas estava estavam este "
        "estes esteve estou está estão eu faz fazer foi foram fosse haver havia houve há isso "
        "isto jamais já lhe lhes logo lá mais mas me mediante menos mesma mesmas mesmo mesmos meu "
        "meus mim minha minhas muita muitas muito muitos na nas nem nenhum nenhuma nessa nesse "
        "nesta neste no nos nossa nossas nosso nossos num numa nunca não nós o onde os ou outra "
        "outras outro outros para pela pelas pelo pelos perante pode podem poderia poderiam podia "
        "pois por porque portanto porém pouca poucas pouco poucos quais qual quando quanto quase "
        "que quem quê se segundo seja sejam sem sendo ser seria seriam será serão seu seus si "
        "sido sim sob sobre somente somos sou sua suas são só tais tal também tanto te tem tenha "
        "ter teu teve tinha tinham toda todas todo todos tu tua tão têm um uma umas uns vai você "
        "vocês várias vários vão vós à às é és",
    .everyday_words = portuguese::everyday_words,
    .negations = "jamais nada nem nenhum nenhuma ninguém nunca não sem",
    .lead_ins = "a de e enquanto mas ou que",
    .before_names = "d dr dra eng exma exmo prof profa sr sra",
    .may_end_sentences = "av etc ltda pág",
    .starters =
        "a ao apesar após as com como de depois ela elas ele eles em embora entretanto esta este "
        "isso já mas muitos na nas no nos não o os para por porém quando se segundo sem um uma",
    .quotation_marks = "«» “”",
    .clauses = {
        .auxiliaries =
            "deve devem deveria deveriam era eram estava estavam esteve está estão fica ficou "
            "foi foram haverá havia haviam houve há pode podem poderia poderiam poderá pôde "
            "quer querem seja sejam seria seriam será serão sou são tem temos teria terá terão "
            "teve tinha tinham tiveram têm vai vão é",
        .finite_verbs =
            "acredita acusa afeta afirma alega anuncia aparece apela aponta apresenta começa "
            "confirma conta continua cresce custa defende deixa diz dizem dá espera exige "
            "existe explica faz fazem fez ganha inclui insiste leva mantém morre mostra nega "
            "oferece pede pedem perde permite precisa procura propõe pôs põe quis recebe "
            "reconhece representa sabe sai segue surge trabalha trata veio vem vive volta",
        .verb_endings =
            "aram ará arão ava avam eram erá erão iam iram irá irão ou",
        .participle_endings = "ando endo indo",
        .subordinators =
            "cuja cujo embora onde porque quando que quem se",
        .pronouns =
            "ela elas ele eles eu nós você vocês",
        .leaning_words =
            "assim como cuja cujo e embora enquanto então essa essas esse esses esta estas "
            "este estes isso isto mas nem onde ou pois porque portanto quando que quem se seu "
            "seus sua suas"},
    .furniture = {
        .beginning =
            "assine a|assine já|assine nossa|clique aqui|compartilhe|deixe um comentário|"
            "leia mais|leia também|newsletter|saiba mais|siga nos|siga-nos|subscreva|"
            "veja mais|veja também|ver mais",
        .anywhere =
            "a nossa newsletter|campos obrigatórios|cancelar a subscrição|nossa newsletter|"
            "nossa política de privacidade|siga-nos no|todos os direitos reservados|"
            "usa cookies|uso de cookies|utiliza cookies|utilizamos cookies",
        .hints =
            "assinatura|cookies|newsletter|política de privacidade|publicidade|"
            "termos de uso|termos e condições",
        .address =
            "nos nossa nossas nosso nossos seu sua você",
        .buttons =
            "comentar comentários compartilhar contacto contato entrar enviar facebook "
            "imprimir instagram linkedin menu partilhar twitter whatsapp youtube",
        .lists =
            "artigos relacionados|conteúdo relacionado|leia mais|leia também|mais lidas|"
            "mais lidos|mais notícias|notícias relacionadas|relacionados|veja também|"
            "últimas notícias"},
    .cues = {
        .roles = cue_roles,
        .denials = denials,
        .sources = "segundo|de acordo com|conforme|nas palavras de",
        .helpers_go_before_speaker = true,
        .apposition_needs_no_comma = true},
    .names = {
        .roles = name_roles,
        .countries = countries,
        .articles = "a ao aos as da das do dos esta este na nas no nos o os um uma umas uns",
        .openers = "além amanhã cinco dez dois duas hoje ontem quatro segundo três"},
    .opposition = portuguese::opposition,
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
        .months = {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
                   "setembro", "outubro", "novembro", "dezembro"},
        .rises =
            "aumentado aumentaram aumentou avançaram avançou cresceram cresceu crescido dispararam "
            "disparou ganharam ganhou subido subiram subiu",
        .falls =
            "baixaram baixou caiu caído caíram desceram desceu despencaram despencou diminuiu "
            "diminuíram encolheu perderam perdeu recuaram recuou",
        .amounts =
            "arrecadaram arrecadou custa custado custam custaram custou gastaram gasto gastou "
            "investido investiram investiu pagaram pago pagou vale valem",
        .decimal_sign = ',',
        .costs = "cust",
        .day_endings = "º o",
        .plural_endings = "s",
        .singular_endings = "ss us ês ís 's",
        .participle_endings = "ada adas ado ados ida idas ido idos",
        .name_of_dead = "mortos",
        .name_of_injured = "feridos",
        .joins = joins,
        .conjunction_follows_scales = true,
        .noun_comes_first = true}};
// clang-format on

}  // namespace reprise::detail
