// The opposites of German (opposition_vocabulary.h). Of german.cpp alone.
#pragma once

#include "reprise/language/opposition_vocabulary.h"

namespace reprise::detail::german {

// clang-format off
inline constexpr OppositionVocabulary opposition{
    .antonyms =
        "steigen steigt stiegen stieg gestiegen wachsen wuchs gewachsen zunehmen "
        "zugenommen/fallen fällt fiel fielen gefallen sinken sinkt sank sanken gesunken "
        "schrumpfen geschrumpft abnehmen abgenommen,"
        "erhöhen erhöht anheben angehoben/senken gesenkt kürzen gekürzt verringern,"
        "gewinnen gewinnt gewann gewannen gewonnen/verlieren verliert verlor verloren,"
        "begrüssen begrüsst begrüsste loben lobt gelobt/verurteilen "
        "verurteilt kritisieren kritisiert ablehnen abgelehnt,"
        "unterstützen unterstützt befürworten/ablehnen abgelehnt bekämpfen,"
        "annehmen angenommen billigen gebilligt/ablehnen abgelehnt verwerfen verworfen,"
        "zustimmen zugestimmt/ablehnen abgelehnt,"
        "bestätigen bestätigt/dementieren dementiert bestreiten bestreitet bestritt bestritten "
        "leugnen,"
        "erlauben erlaubt genehmigen genehmigt/verbieten verbietet verbot verboten untersagen "
        "untersagt,"
        "schuldig/unschuldig,"
        "legal rechtmässig/illegal rechtswidrig unrechtmässig,"
        "sicher/unsicher gefährlich,"
        "wahr/falsch unwahr,"
        "mehr/weniger,"
        "höher/niedriger,"
        "besser/schlechter,"
        "stärker/schwächer,"
        "öffnen öffnet geöffnet/schliessen schließt schloss geschlossen,"
        "beginnen beginnt begann begonnen/enden endet geendet beenden beendet,"
        "fortsetzen fortgesetzt/stoppen gestoppt abbrechen abgebrochen aussetzen,"
        "bleiben bleibt blieb geblieben/gehen zurücktreten zurückgetreten verlassen verliess,"
        "einstellen/entlassen,"
        "möglich/unmöglich,"
        "wahrscheinlich/unwahrscheinlich,"
        "verfassungsgemäss/verfassungswidrig,"
        "ausreichend/unzureichend,"
        "erfolgreich/erfolglos,"
        "lebendig/tot,"
        "verbessern verbessert/verschlechtern verschlechtert,"
        "stärken gestärkt/schwächen geschwächt,"
        "positiv/negativ,"
        "friedlich/gewalttätig,"
        "mehrheit/minderheit",
    .negations =
        "nicht nie niemals kein keine keinen keinem keiner keines",
    .seeming =
        "nicht nur|nicht zuletzt|nicht mehr|nicht länger|noch nicht|nicht bloss|"
        "nicht einmal|kein zweifel|keine frage|nicht immer|nicht unbedingt|nicht "
        "alle|nicht so sehr|nicht erst",
    .uncertain =
        "wenn falls ob könnte könnten vielleicht möglicherweise bevor bis sobald fast beinahe "
        "angeblich soll sollen",
    .modals =
        "wird werden würde würden will wollen|muss müssen|darf dürfen kann können",
    .infinitives =
        "zu",
    .articles =
        "ein eine einen einem einer eines der die das den dem des",
    .denying =
        "bestreiten bestreitet bestritt bestritten dementiert dementierte dementieren leugnet "
        "leugnete geleugnet zurück weist wies zurückgewiesen widerspricht widersprach "
        "falsch unwahr beweise belege hinweise",
    .reversing =
        "weigert weigerte ohne kaum weder noch niemand statt anstatt verweigert",
    .negation_may_follow = true};
// clang-format on

}  // namespace reprise::detail::german
