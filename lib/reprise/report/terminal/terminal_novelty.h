// What is new, in a summary: how much of each document, and the statements of most substance.
#pragma once

#include "reprise/report/terminal/terminal_writer.h"

namespace reprise::detail {

// Adds the section. REQUIRES: the result has references that were looked up, and its texts.
void add_novelty(SummaryWriter& out);

}  // namespace reprise::detail
