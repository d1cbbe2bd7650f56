// The commands compare, matrix, passages and points: one comparison, of which they report all or a
// part.
#pragma once

#include "compare_options.h"
#include "library.h"
#include "reprise/compare.h"
#include "reprise/document.h"
#include "reprise/progress.h"

namespace reprise::program {

// What a comparison reads.
struct ComparedTexts {
  Corpus corpus;
  Beside beside;
};

// Reads what the request names. Throws Error.
ComparedTexts read_texts(const Request& request, const RunControl& control);

// Throws Error if the texts lack what the request asks for: a reference, a field.
void check_texts(const Request& request, const ComparedTexts& texts);

// Does what is asked and returns the exit code. Throws Error.
int run_compare(const Request& request);

}  // namespace reprise::program
