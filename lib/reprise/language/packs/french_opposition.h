// The opposites of French (opposition_vocabulary.h). Of french.cpp alone.
#pragma once

#include "reprise/language/opposition_vocabulary.h"

namespace reprise::detail::french {

// clang-format off
inline constexpr OppositionVocabulary opposition{
    .antonyms =
        "augmenter augmente augmenté augmentation monter monté grimper grimpé hausse "
        "progresser/baisser baisse baissé diminuer diminué diminution reculer reculé chuter "
        "chuté chute tomber tombé,"
        "relever relevé/abaisser abaissé réduire réduit,"
        "gagner gagné remporter remporté/perdre perd perdu,"
        "saluer salue salué louer félicite/condamner condamne condamné dénoncer dénonce "
        "dénoncé critiquer critique critiqué,"
        "soutenir soutient soutenu appuyer/opposer oppose rejeter rejette rejeté,"
        "approuver approuve approuvé adopter adopte adopté/rejeter rejette rejeté,"
        "accepter accepte accepté/refuser refuse refusé rejeter rejette rejeté,"
        "confirmer confirme confirmé/démentir dément démenti nier nie nié,"
        "autoriser autorise autorisé permettre permis/interdire interdit,"
        "coupable/innocent,"
        "condamner condamné/acquitter acquitté relaxer relaxé,"
        "légal légale/illégal illégale,"
        "sûr sûre/dangereux dangereuse,"
        "vrai vraie/faux fausse,"
        "plus/moins,"
        "meilleur mieux/pire,"
        "ouvrir ouvre ouvert rouvrir rouvert/fermer ferme fermé,"
        "commencer commence commencé débuter/cesser cesse arrêter arrêté finir fini,"
        "poursuivre poursuivi continuer/arrêter arrêté suspendre suspendu interrompre,"
        "rester reste resté/partir part parti quitter quitté démissionner démissionné,"
        "embaucher embauché/licencier licencié,"
        "possible/impossible,"
        "probable/improbable,"
        "constitutionnel/inconstitutionnel,"
        "suffisant/insuffisant,"
        "réussir réussi succès/échouer échoué échec,"
        "vivant/mort,"
        "améliorer amélioré/détériorer aggraver aggravé,"
        "renforcer renforcé/affaiblir affaibli,"
        "majorité/minorité,"
        "positif/négatif",
    .negations =
        "ne n",
    .seeming =
        "ne que|sans doute|pas seulement|non seulement|pas encore|plus tard",
    .uncertain =
        "si peut pourrait pourraient peuvent peut-être avant jusqu'à seulement encore que "
        "presque",
    .modals =
        "sera seront serait|doit doivent devrait devraient faut",
    .infinitives =
        "de à pour",
    .articles =
        "un une des le la les du",
    .denying =
        "dément démenti démentir nie nié nier rejette rejeté conteste contesté réfute "
        "réfuté faux fausse preuve preuves",
    .reversing =
        "refuse refusé sans éviter empêcher ni personne aucun aucune guère"};
// clang-format on

}  // namespace reprise::detail::french
