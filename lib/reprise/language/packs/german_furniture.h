// What page furniture says in German (furniture_vocabulary.h). Of german.cpp alone.
#pragma once

#include "reprise/language/furniture_vocabulary.h"

namespace reprise::detail::german {

// clang-format off
inline constexpr FurnitureVocabulary furniture{
    .beginning =
        "abonnieren sie|auch interessant|bildquelle|diskutieren sie mit|folgen sie uns|"
        "hier geht es|hier klicken|hören sie hier|jetzt abonnieren|jetzt anmelden|"
        "jetzt registrieren|kommentar schreiben|lesen sie auch|lesen sie mehr|mehr dazu|"
        "mehr lesen|mehr zum thema|melden sie sich|newsletter|zum newsletter|"
        "zur startseite|zur übersicht",
    .anywhere =
        "alle rechte vorbehalten|den newsletter|folgen sie uns auf|jederzeit abbestellen|"
        "jederzeit widerrufen|mit freundlicher genehmigung|pflichtfelder sind|"
        "stimmen sie der verwendung|unsere datenschutzerklärung|unserem newsletter|"
        "unseren newsletter|verwenden cookies|verwendet cookies|verwendung von cookies",
    .hints =
        "abonnement|abonnieren|agb|anzeige|cookies|datenschutz|datenschutzerklärung|"
        "impressum|kontakt|newsletter|nutzungsbedingungen|widerrufen",
    .address =
        "ihr ihre ihrem ihren sie uns unser unsere unserer wir",
    .buttons =
        "abo anmelden drucken facebook instagram kommentare kommentieren kontakt linkedin "
        "login mail menü merken registrieren suche teilen twitter whatsapp xing youtube",
    .lists =
        "auch interessant|das könnte sie auch|lesen sie auch|mehr aus|mehr zum thema|"
        "meistgelesen|meistgelesene artikel|neueste artikel|passend zum thema|"
        "verwandte artikel|verwandte themen|weitere artikel|weitere meldungen|"
        "weitere themen|zum thema"};
// clang-format on

}  // namespace reprise::detail::german
