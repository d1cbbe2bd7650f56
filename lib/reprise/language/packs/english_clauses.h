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
        "while who whom whose yet your",
    .furniture =
        "all rights reserved|also read|by signing up|click here|click to|"
        "comments are closed|continue reading|download our|editing by|editor's note|"
        "enable javascript|enter your|file photo|follow us|for more information|"
        "for more on|get our|get the latest|getty images|image caption|image copyright|"
        "image source|join our|leave a comment|listen to|log in|media caption|"
        "more stories|most read|photo by|please enable|please enter|post a comment|"
        "posted by|read also|read full|read more|read next|read the full|"
        "recommended for you|register now|related articles|related stories|"
        "reporting by|republished from|required fields|see also|share on|share this|"
        "share your|sign in|sign up|skip to|story continues|subscribe|"
        "support independent|support our|thank you for subscribing|"
        "this article originally|this story has been|this story was|to subscribe|"
        "trending now|unsubscribe|view comments|view gallery|watch live|watch more|"
        "watch this|you can follow|you may also|you may opt",
    .furniture_anywhere =
        "all rights reserved|are marked required|contributed reporting|contributed to this|"
        "cookie policy|email newsletter|follow her on|follow him on|follow us on|"
        "for validation purposes|free newsletter|getty images|in your inbox|left unchanged|"
        "material may not|may not be republished|newsletter and|on facebook and|opt out at any|"
        "our newsletter|our newsletters|our privacy policy|posted with permission|privacy policy|"
        "reprinted with permission|republished with permission|sign up for|sign up to|"
        "story continues below|take our poll|terms of service|terms of use|"
        "the associated press contributed|this content is|to our podcast|unsubscribe at any time|"
        "use of cookies|used with permission|uses cookies|written permission|you may opt out|"
        "your browser|your email address|your inbox"};
// clang-format on

}  // namespace reprise::detail::english
