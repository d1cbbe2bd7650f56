// The signs of clauses in German (clause_vocabulary.h). Of german.cpp alone.
#pragma once

#include "reprise/language/clause_vocabulary.h"

namespace reprise::detail::german {

// clang-format off
inline constexpr ClauseVocabulary clauses{
    .auxiliaries =
        "bin bist darf durfte dürfen dürfte haben hat hatte hatten hätte hätten ist kann "
        "konnte konnten können könnte könnten mag muss musste mussten möchte müssen müsste "
        "sei seien sein sind soll sollen sollte sollten war waren werden will wird wollen "
        "wollte wollten wurde wurden wäre wären würde würden",
    .finite_verbs =
        "begann beginnt bekommt bleiben bleibt blieb brachte bringt entschied erhielt "
        "erhält fand fiel findet fordert führt gab geben gehen geht gewann gewinnt gibt "
        "gilt ging gingen halten heisst hielt hilft hält kam kamen kommen kommt lag lassen "
        "lehnt lief liegen liegt liess lässt läuft machen macht meldet nahm nannte nennt "
        "nimmt sah scheint sieht sprach spricht stand starb stehen steht steigt sterben "
        "stieg stimmt stirbt tat traf trat trifft tritt tut verliert verliess verlor "
        "verlässt warf weiss weist wirft wusste zahlt zeigt zieht zog",
    .verb_endings =
        "te ten",
    .not_verb_endings =
        "gten hten",
    .participle_endings = "end",
    .subordinators =
        "bevor dass deren dessen nachdem ob obwohl weil wenn während",
    .pronouns =
        "er es ich man sie wir",
    .leaning_words =
        "aber als auch da damit dann das dass deren dessen dies diese dieser dieses doch "
        "ihr ihre ihren ihrer sein seine seinem seinen seiner so sondern sowie und was "
        "weil wenn wie wo während"};
// clang-format on

}  // namespace reprise::detail::german
