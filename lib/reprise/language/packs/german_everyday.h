// The everyday words of German: those of which everyday language has at least a hundred in a
// million, function words apart. That two texts both hold one of them says little.
//
// Source: wordfreq 3.1 (Robyn Speer 2022, doi:10.5281/zenodo.7199437), which counts books,
// subtitles, news, encyclopaedias and the web.
#pragma once

#include <string_view>

namespace reprise::detail::german {

constexpr std::string_view everyday_words =
    "abend ach afd all allein allerdings alt alte alten alter and anderem anders anfang angst "
    "antwort april arbeit arbeiten art artikel aufgrund augen august ausser ausserdem auto "
    "bad bahn bald band bayern bedeutet beispiel bekannt bekommen bekommt bereich bereit "
    "berlin berliner besonders besser beste besteht besten bestimmt bevölkerung bild bilder "
    "bisher bisschen bitte bleiben bleibt blick boden brauchen braucht bringen bringt bruder "
    "buch bzw cdu chance dachte dadurch daher damals danach dank danke darum daten deine "
    "deinem deinen deiner denen denke denken dennoch deren dessen deutlich deutsch deutsche "
    "deutschen deutscher deutschland dezember dies dinge direkt drauf drei eben ebenfalls "
    "ebenso echt egal eher eigene eigenen eigentlich einfach einmal einsatz einzige eltern "
    "ende endlich entscheidung entwicklung erfolg erhalten erklärt ernst erreichen erreicht "
    "erst erste ersten erster essen etwas euro europa fahren fall falsch familie fand fast "
    "februar fehler fertig fest film finde finden findet firma folge folgen form foto frage "
    "fragen frankfurt frankreich frau frauen frei freund freunde früher fussball fällt führen "
    "führt fünf gab ganz ganze ganzen gar geben gebracht gedacht gedanken gefunden gefühl "
    "gegeben gegenüber gehen geht gehören gehört gekommen geld gemacht gemeinde gemeinsam "
    "genau genommen genug gerade gern gerne gesagt geschichte geschrieben gesehen "
    "gesellschaft gesicht gestern gewinnen gibt gilt ging glaube glauben gleich gleichen "
    "gleichzeitig glück gott gross grosse grossen grosser grund gruppe gut gute guten guter "
    "gutes hab habt hallo halt halten hamburg hand handelt haus hause heisst helfen her "
    "heraus herr herz heute hilfe hin hinaus hoch hoffe hohen hält häufig höhe hören idee "
    "ihnen ihres informationen insbesondere insgesamt interesse internet irgendwie jahr jahre "
    "jahren jahres januar jemand jeweils job juli junge jungen juni kam kamen kannst kaufen "
    "kaum kennen kennt kind kinder kirche klar klasse kleine kleinen kleiner kommen kommt "
    "kopf kosten kreis krieg kritik kultur kunst kurz köln könig körper lage land lang lange "
    "langsam lass lassen laufen leben leicht leider lernen lesen letzte letzten leute liebe "
    "lieber liegen liegt liess links los luft länger lässt läuft lösung mach machen macht "
    "machte mai mal manchmal mann medien mehrere meinem meinen meiner meinung meist meisten "
    "menge mensch menschen meter michael millionen mindestens minuten mitarbeiter mitglieder "
    "mitte moment monate morgen musik musst mutter mädchen männer märz möglich möglichkeit "
    "münchen nachrichten nacht name namen natürlich nehmen nen neu neue neuen neuer neues new "
    "nie niemand nimmt nochmal november nutzen nächste nächsten nähe nämlich oben oft oktober "
    "online opfer ort paar partei passiert passt per person personen peter platz plötzlich "
    "politik polizei preis pro problem probleme prozent punkt rahmen raum raus recht rechts "
    "rede reden regierung region reihe rein richtig richtige richtung rolle rund sache sachen "
    "sagen sagt sagte sah saison schaffen scheint schlecht schliesslich schnell schreiben "
    "schule schwarz schweiz schwer schön schöne sechs sehe sehen seid seines seite seiten "
    "selber selbst september setzen setzt sicher sicherheit siehe sieht sinn situation sofort "
    "sohn somit sommer sonntag sonst sorgen spass spd spiel spiele spielen spieler spielt "
    "sprache sprechen spricht später stadt stand stark statt stehen steht stelle stellen "
    "stellt stimme stimmt strasse stunde stunden stuttgart stück suche suchen sucht super "
    "system tag tage tagen tatsächlich team teil the thema thomas titel tochter tod toll "
    "tragen treffen trotzdem tun tut typ uhr unseren unserer unten unternehmen usa vater "
    "verein vergessen vergleich verloren verschiedene verschiedenen verstehen versuchen "
    "versucht verwendet video viel vielleicht vier voll vorbei vorher völlig wahl "
    "wahrscheinlich warten wasser weg weise weiss weit weiter weitere weiteren weiterhin welt "
    "wenig wert wichtig wien wieso willst wirklich wirtschaft wissen wobei woche wochen wohl "
    "wohnung wort zahl zahlen zehn zeigen zeigt zeit zeiten ziehen ziel ziemlich zudem "
    "zukunft zumindest zunächst zurück zusammen zwar zwei zweite zweiten österreich überall "
    "überhaupt übrigens";

}  // namespace reprise::detail::german
