// A card for each document: one page of HTML that can be printed or sent, with how much of the
// document stands elsewhere, where, and the longest passages side by side.
//
//     index.html      all documents, those that have most of others first
//     essay-3.html    "38 % of 512 words stand in other documents", a row for each of these, and
//                     the passages; words that differ are underlined
//
// References get no card of their own. A copy of another document says so. A card needs no
// script and no network, and what comes from documents is text in it, never markup. Files are
// called as those of pan.h.
//
// Cost: that of the passages of each document; all files in memory. Pure; any thread.
#pragma once

#include <vector>

#include "reprise/report/tables/named_file.h"
#include "reprise/result.h"

namespace reprise::detail {

// Returns the files, the index first. REQUIRES: passages were sought.
std::vector<NamedFile> card_files(const Result& result);

}  // namespace reprise::detail
