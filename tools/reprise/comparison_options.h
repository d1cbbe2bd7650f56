// Options that set how texts are compared, for every command that has them: compare and its
// relatives, archive create, archive query.
//
//     add_likeness_options(list, request.compare);    --threshold, --shingles …
//
// Each is bound to the field that it sets, and has the field's value as its default.
#pragma once

#include "library.h"
#include "option_values.h"
#include "reprise/options.h"

namespace reprise::program {

// When documents are near-duplicates.
void add_likeness_options(po::options_description& list, CompareOptions& compare);

// What a passage begins with.
void add_seed_options(po::options_description& list, PassageOptions& passages);

// What makes a passage.
void add_passage_options(po::options_description& list, PassageOptions& passages);

// Which passages are left out.
void add_suppression_options(po::options_description& list, CompareOptions& compare);

// The language of the texts, and the check of it. Throws WrongUse.
void add_language_option(po::options_description& list, PointOptions& points);
void check_language(const PointOptions& points);

// From when on statements are one point.
void add_point_options(po::options_description& list, PointOptions& points);

}  // namespace reprise::program
