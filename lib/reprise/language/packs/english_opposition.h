// The opposites of English (opposition_vocabulary.h). Of english.cpp alone.
#pragma once

#include "reprise/language/opposition_vocabulary.h"

namespace reprise::detail::english {

// clang-format off
inline constexpr OppositionVocabulary opposition{
    .antonyms =
        "rise rises rose risen climb jump surge soar grow grew grown increase/fall fell fallen "
        "drop decline decrease plunge plummet sink sank sunk tumble slump shrink shrank shrunk,"
        "raise hike/lower cut reduce slash,"
        "gain/lose lost,"
        "widen expand/narrow shrink shrank shrunk,"
        "welcome praise hail applaud/condemn denounce deplore reject criticise criticize,"
        "support back endorse/oppose reject,"
        "approve/reject veto,"
        "accept/reject refuse decline,"
        "agree/disagree refuse,"
        "confirm/deny denied denies,"
        "admit admits admitted/deny denied denies,"
        "allow permit/ban forbid forbade forbidden prohibit bar block,"
        "win won/lose lost,"
        "pass/reject,"
        "guilty/innocent,"
        "convict/acquit,"
        "legal/illegal,"
        "safe/unsafe dangerous,"
        "true/false untrue,"
        "accurate/inaccurate,"
        "more/fewer less,"
        "most/fewest,"
        "higher/lower,"
        "better/worse,"
        "best/worst,"
        "stronger/weaker,"
        "faster/slower,"
        "earlier/later,"
        "open reopen/close shut,"
        "start begin began begun resume/stop halt end,"
        "continue/stop halt suspend cancel,"
        "hire/fire dismiss sack,"
        "stay remain/leave left quit resign,"
        "succeed success/fail failure,"
        "survive/die died dead,"
        "alive/dead,"
        "possible/impossible,"
        "likely/unlikely,"
        "necessary/unnecessary,"
        "constitutional/unconstitutional,"
        "fair/unfair,"
        "deliberate intentional/accidental unintentional,"
        "sane/insane,"
        "satisfied/dissatisfied,"
        "happy/unhappy,"
        "popular/unpopular,"
        "responsible/irresponsible,"
        "effective/ineffective,"
        "adequate sufficient/inadequate insufficient,"
        "credible/baseless unfounded,"
        "optimistic/pessimistic,"
        "positive/negative,"
        "stable/unstable,"
        "clear/unclear,"
        "improve/worsen deteriorate,"
        "strengthen/weaken,"
        "accelerate/slow,"
        "extend/shorten,"
        "uphold upheld/overturn quash,"
        "defend/attack criticise criticize,"
        "trust/distrust mistrust,"
        "encourage/discourage,"
        "include/exclude,"
        "peaceful/violent,"
        "reveal/conceal,"
        "protect/endanger,"
        "ease/tighten,"
        "majority/minority,"
        "success/failure,"
        "advance/retreat,"
        "optimism/pessimism",
    .negations =
        "not never no cannot",
    .seeming =
        "not only|not even|not just|not merely|not simply|not least|not to mention|not so much|not "
        "yet|not until|not before|not immediately|not always|not necessarily|not all|not "
        "every|not everyone|no longer|no doubt|no less|no more|no fewer|no matter|no later|no "
        "one|no sooner|no wonder|no stranger|no surprise|why not|or not|if not|whether or "
        "not|never before|never again|no 1|no 2|no comment|not enough",
    .uncertain =
        "if whether unless may might could perhaps maybe yet until till before anymore longer "
        "once almost nearly possibly potentially allegedly suppose supposed",
    .modals =
        "will won't would wouldn't shall|should shouldn't must mustn't|can can't cannot couldn't",
    .infinitives =
        "to",
    .articles =
        "a an the",
    .denying =
        "deny denies denied denying dispute disputes disputed disputing reject rejects "
        "rejected rejecting refute refutes refuted rebut rebuts rebutted dismiss dismisses "
        "dismissed contradict contradicts contradicted debunk debunked false untrue baseless "
        "unfounded evidence proof",
    .reversing =
        "refuse refused refuses refusing fail failed fails failing decline declined unable "
        "without stop stopped prevent prevented avoid avoided hardly barely rarely neither nor "
        "nobody none nothing few doubt doubts denied denies deny against instead rather than"};
// clang-format on

}  // namespace reprise::detail::english
