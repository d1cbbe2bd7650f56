// The signs of clauses in English (clause_vocabulary.h). Of english.cpp alone.
#pragma once

#include "reprise/language/clause_vocabulary.h"

namespace reprise::detail::english {

// clang-format off
inline constexpr ClauseVocabulary clauses{
    .auxiliaries =
        "ain't am are can cannot could did do does had has have here's is may might must "
        "shall that's there's was were what's who's will would",
    .finite_verbs =
        "accepts accused accuses adds admits affects agrees aims allows announces appeared "
        "appears approves argues arrives asks ate backs bans beats became becomes began "
        "begins believes blames blasts bought breaks bring brings broke brought builds "
        "built buys calls came cancels caught causes claims closes comes confirms contains "
        "continues costs cut cuts decides demands denies dies draws drew drives drops "
        "drove ends expects faces failed falls fears feels fell fights finds fires flew "
        "follows forces fought found gains gave gets gives goes got grew grows happens "
        "held helps hit hits holds hopes includes involves joins keeps kept killed kills "
        "knew knows laid launches lay lays leads leaves led left lets lies likes lives "
        "looks loses lost loves made makes marks means meant meets met moves named needs "
        "offers opens ordered orders owns paid passes pays plans plays points promises "
        "pulls pushes put puts raises ran reaches reacts reads refuses rejects releases "
        "remains replaces reports requires resigns responds returns reveals rises rose "
        "runs said sang sank sat saw says seeks seems seen sees sells sends sent sets "
        "shares shoots shot showed shows signs sits slams sold speaks spends spent spoke "
        "spread stands starts stays stood stops strikes struck sues suffers suggests "
        "supports swept swore takes talks tells tests thinks threatens threw told took "
        "tops tries turns understood unveils urges uses visits votes vows wants warns went "
        "wins won wore works worries writes wrote yields",
    .verb_endings =
        "ed",
    .not_verb_endings =
        "eed",
    .participle_endings = "ing",
    .subordinators =
        "although because how if that though unless when where whereas whether "
        "which while who whom whose why",
    .pronouns =
        "he i it she they we you",
    .leaning_words =
        "although and as because but for her hers his however if its my nor once or our so "
        "such than that their then these this those though unless until when where which "
        "while who whom whose yet your"};
// clang-format on

}  // namespace reprise::detail::english
