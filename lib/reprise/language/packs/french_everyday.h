// The everyday words of French: those of which everyday language has at least a hundred in a
// million, function words apart. That two texts both hold one of them says little.
//
// Source: wordfreq 3.1 (Robyn Speer 2022, doi:10.5281/zenodo.7199437), which counts books,
// subtitles, news, encyclopaedias and the web.
#pragma once

#include <string_view>

namespace reprise::detail::french {

constexpr std::string_view everyday_words =
    "abord accord accès acheter action activité administration affaire affaires afrique agit "
    "aide aider ailleurs aime air allemagne aller allez ami amis amour américain ancien "
    "anglais annonce année années ans août appel appelle argent armée arrive arrêter art "
    "article assez association attendre attention auprès aurais autant auteur autour avis "
    "avril bas base beau beaucoup belle ben besoin bientôt blanc bois bon bonjour bonne bout "
    "bras bureau but cadre campagne canada carte cas cause centre certain certaines certains "
    "chacun chambre chance changer charge chef chemin cher cherche chercher choix chose "
    "choses cinq classe club code commence commission communauté compagnie comprendre compris "
    "compte conditions confiance connais connu conseil contrôle corps coup coupe cour cours "
    "croire crois création culture côté cœur date demain demande demander demandé demi "
    "dernier dernière dessus deux deuxième devenir devient dieu difficile différentes "
    "différents dimanche dire directeur direction dis dit dix dois domaine donne donner donné "
    "données doute droit droite droits durant début décembre départ développement eau effet "
    "emploi enfant enfants enfin ensemble ensuite entendu entreprise entreprises entrée envie "
    "environ espace esprit espère etat etc europe euros exemple existe expérience face facile "
    "fais faisait faisant faites famille faut façon femme femmes feu fille filles film fils "
    "fin finalement fini fois fonction fond force formation forme fort france français "
    "française françois frère février gagner garde gars gauche genre gens gouvernement grand "
    "grande grandes grands gros groupe grâce guerre général générale haut haute hein heure "
    "heures hier histoire homme hommes honneur idée idées image important importe impression "
    "internet intérieur intérêt janvier jean jeu jeune jeunes jeux joue jouer jour journal "
    "journée jours juillet juin juste justice laisse laisser langue liberté libre lien lieu "
    "ligne lire liste lit livre loi loin long longtemps lors louis mai main mains maintenant "
    "maison mal manger manière manque marche marché mariage marie marque mars match matin "
    "matière mauvais mec meilleur meilleure membres mer merci message mesure met mettre mieux "
    "milieu millions ministre minutes mis mise mode mois moment monde monsieur montre mort "
    "mot mots mouvement moyen moyenne moyens musique mère national nationale nature new "
    "niveau noir nom nombre nombreuses nombreux non nord notamment nouveau nouveaux nouvelle "
    "nouvelles novembre nuit numéro objet occasion octobre offre ordre organisation origine "
    "ouais ouest oui parents parfois paris parle parler part parti particulier partie partir "
    "partout passage passe passer passé payer pays peine pense penser perdre perdu permet "
    "permis personne personnes petit petite petits peuple peur peux photo photos pied pierre "
    "pire pièces place plaisir plan plein plupart plutôt point points police politique "
    "politiques population porte position possible poste pourtant pouvez pouvoir pratique "
    "premier premiers première prend prendre presque presse pris prise prix problème "
    "problèmes proche production produit produits programme projet propos propre près "
    "présence présent présente président public publique publié père période qualité quant "
    "quatre quel quelle question questions québec raison rapidement rapport recherche regarde "
    "regarder rencontre rendre reste rester retour retrouver reçu risque roi rouge route rue "
    "réalité région répondre réponse république réseau résultat résultats rôle saint sais "
    "saison sait salle santé sauf savoir scène seconde sein semaine semaines semble sens sept "
    "septembre service services seul seule simple simplement sinon site situation six siècle "
    "social sociale société soir soirée sol soleil sort sorte sortie sortir source souvent "
    "sport succès sud suite suivre sujet super surtout système sécurité série sûr tant tard "
    "taux tellement temps terme terre texte the titre toujours tour train travail travailler "
    "travaux travers trois troisième trouve trouver trouvé truc type téléphone tête unis "
    "université utiliser vais valeur vas venir version veulent veut veux victoire vidéo vie "
    "viens vient vieux ville vite vivre voici voie voilà voir vois voit voiture voix vrai "
    "vraiment vue vérité yeux zone âge école économie économique écrit également époque "
    "équipe état états étude études œuvre";

}  // namespace reprise::detail::french
