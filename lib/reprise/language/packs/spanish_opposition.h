// The opposites of Spanish (opposition_vocabulary.h). Of spanish.cpp alone.
#pragma once

#include "reprise/language/opposition_vocabulary.h"

namespace reprise::detail::spanish {

// clang-format off
inline constexpr OppositionVocabulary opposition{
    .antonyms =
        "subir sube subió subieron subido aumentar aumenta aumentó aumentado crecer crece "
        "creció crecido alza aumento/bajar baja bajó bajaron bajado caer cae cayó caído "
        "descender desciende descendió disminuir disminuyó caída descenso,"
        "elevar elevó/reducir reduce redujo reducido recortar recortó,"
        "ganar gana ganó ganaron ganado/perder pierde perdió perdieron perdido,"
        "celebrar celebra celebró aplaudir aplaude aplaudió elogiar/condenar condena condenó "
        "criticar critica criticó denunciar denunció rechazar rechaza rechazó,"
        "apoyar apoya apoyó apoyado respaldar respalda respaldó/oponer opone opuso rechazar "
        "rechaza rechazó,"
        "aprobar aprueba aprobó aprobado/rechazar rechaza rechazó rechazado,"
        "aceptar acepta aceptó aceptado/rechazar rechaza rechazó rehusar,"
        "confirmar confirma confirmó confirmado/negar niega negó negado desmentir desmiente "
        "desmintió,"
        "permitir permite permitió autorizar autoriza autorizó/prohibir prohíbe prohibió "
        "prohibido,"
        "culpable/inocente,"
        "condenar condenó condenado/absolver absolvió absuelto,"
        "legal/ilegal,"
        "seguro segura/inseguro peligroso peligrosa,"
        "verdadero verdad cierto/falso falsa,"
        "más/menos,"
        "mejor/peor,"
        "abrir abre abrió abierto reabrir reabrió/cerrar cierra cerró cerrado,"
        "empezar empezó comenzar comienza comenzó iniciar inició/terminar terminó acabar "
        "acabó cesar,"
        "continuar continúa continuó seguir/detener detuvo suspender suspende suspendió,"
        "quedar queda quedó permanecer permanece/dejar salir salió renunciar renuncia "
        "renunció dimitir dimite dimitió,"
        "contratar contrató/despedir despidió,"
        "posible/imposible,"
        "probable/improbable,"
        "constitucional/inconstitucional,"
        "suficiente/insuficiente,"
        "éxito/fracaso,"
        "vivo viva/muerto muerta,"
        "mejorar mejora mejoró/empeorar empeora empeoró,"
        "fortalecer fortaleció/debilitar debilitó,"
        "mayoría/minoría,"
        "positivo/negativo",
    .negations =
        "no nunca jamás",
    .seeming =
        "no sólo|no solo|no solamente|todavía no|aún no|no obstante|no hay duda|no cabe "
        "duda|ya no|no siempre|no todos",
    .uncertain =
        "si puede podría podrían pueden quizá quizás antes hasta casi tal aunque",
    .modals =
        "será serán sería va van|debe deben debería",
    .infinitives =
        "de a para",
    .articles =
        "un una unos unas el la los las",
    .denying =
        "niega negó negado niegan desmiente desmintió desmentido rechaza rechazó refuta "
        "refutó falso falsa pruebas",
    .reversing =
        "rechaza rechazó sin evitar impedir ni nadie ningún ninguna tampoco niega negó"};
// clang-format on

}  // namespace reprise::detail::spanish
