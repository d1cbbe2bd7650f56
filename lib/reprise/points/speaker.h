// Whose words a point is: the person or body that the texts name for it.
//
// The idea: a quotation is said by whoever its own sentence cites; one of several sentences is
// cited where it begins or ends, or where the one before it in the paragraph does. "He" is whom the
// sentences before speak of, if they begin with one person, or cite one. Texts must agree: where
// two name different speakers, there is none; nor where most name none, and not all quote it.
//
//     "“The ferry stays. It is late,” Jane Orvik said. “Until spring.”"     "Until spring": Jane
//                                                                           Orvik
//     "Ms. Orvik met the crew. “The ferry stays,” she said."                Ms. Orvik
//     "The yard's spokesman said the ferry stays."                          nobody: no name
//
// Better none than a wrong one: names that only stand beside the verb ("the Orvik campaign said",
// "Orvik's lawyer said") are no speakers. Pure; any thread. Cost: that of reading some ten
// sentences around each mention.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reprise/language/names/names.h"
#include "reprise/language/unit.h"
#include "reprise/point.h"
#include "reprise/points/cue_subject.h"

namespace reprise::detail {

// Returns who the unit says to say the mention; nothing if it names nobody. `names`: of the unit,
// in order. REQUIRES: make_mention has cited it.
std::optional<Speaker> find_speaker(const Mention& mention, const TextUnit& unit,
                                    std::span<const Name> names);

// Returns who says the mentions, as one text writes it that does so most fully; nothing unless the
// mention that is their label is quoted, and all documents that name somebody name the same: half
// of those whose mentions aren't denied, or any if all of these quote it. `names_of_unit` is by
// unit.
std::optional<std::string> name_speaker(std::span<const Mention> mentions, uint32_t label,
                                        std::span<const TextUnit> units,
                                        std::span<const std::vector<Name>> names_of_unit);

}  // namespace reprise::detail
