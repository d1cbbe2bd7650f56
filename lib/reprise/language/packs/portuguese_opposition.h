// The opposites of Portuguese (opposition_vocabulary.h). Of portuguese.cpp alone.
#pragma once

#include "reprise/language/opposition_vocabulary.h"

namespace reprise::detail::portuguese {

// clang-format off
inline constexpr OppositionVocabulary opposition{
    .antonyms =
        "subir sobe subiu subiram subido aumentar aumenta aumentou aumentado crescer cresce "
        "cresceu crescido alta aumento/cair cai caiu caíram caído descer desce desceu baixar "
        "baixa baixou diminuir diminuiu queda,"
        "elevar elevou/reduzir reduz reduziu reduzido cortar cortou,"
        "ganhar ganha ganhou ganharam vencer vence venceu/perder perde perdeu perderam perdido,"
        "saudar saúda saudou elogiar elogia elogiou aplaudir aplaudiu/condenar condena condenou "
        "criticar critica criticou denunciar denunciou rejeitar rejeita rejeitou,"
        "apoiar apoia apoiou apoiado/opor opõe rejeitar rejeita rejeitou,"
        "aprovar aprova aprovou aprovado/rejeitar rejeita rejeitou rejeitado,"
        "aceitar aceita aceitou aceito/recusar recusa recusou rejeitar rejeita rejeitou,"
        "confirmar confirma confirmou confirmado/negar nega negou negado desmentir desmente "
        "desmentiu,"
        "permitir permite permitiu autorizar autoriza autorizou/proibir proíbe proibiu proibido,"
        "culpado culpada/inocente,"
        "condenar condenou condenado/absolver absolveu absolvido,"
        "legal/ilegal,"
        "seguro segura/inseguro perigoso perigosa,"
        "verdadeiro verdade/falso falsa,"
        "mais/menos,"
        "melhor/pior,"
        "abrir abre abriu aberto reabrir reabriu/fechar fecha fechou fechado,"
        "começar começa começou iniciar iniciou/terminar termina terminou acabar acabou parar "
        "parou,"
        "continuar continua continuou/parar parou suspender suspende suspendeu,"
        "ficar fica ficou permanecer permanece/sair sai saiu renunciar renuncia renunciou "
        "demitir demite demitiu,"
        "contratar contratou/despedir despediu,"
        "possível/impossível,"
        "provável/improvável,"
        "constitucional/inconstitucional,"
        "suficiente/insuficiente,"
        "sucesso/fracasso,"
        "vivo viva/morto morta,"
        "melhorar melhora melhorou/piorar piora piorou,"
        "fortalecer fortaleceu/enfraquecer enfraqueceu,"
        "maioria/minoria,"
        "positivo/negativo",
    .negations =
        "não nunca jamais",
    .seeming =
        "não só|não somente|não apenas|ainda não|não há dúvida|já não|nem sempre|não "
        "todos|não obstante",
    .uncertain =
        "se pode poderia poderiam podem talvez antes até quase embora",
    .modals =
        "será serão seria vai vão|deve devem deveria",
    .infinitives =
        "de a para",
    .articles =
        "um uma uns umas o a os as",
    .denying =
        "nega negou negam negaram desmente desmentiu rejeita rejeitou refuta refutou falso "
        "falsa provas",
    .reversing =
        "recusa recusou sem evitar impedir nem ninguém nenhum nenhuma nega negou"};
// clang-format on

}  // namespace reprise::detail::portuguese
