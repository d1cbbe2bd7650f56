// `reprise doctor`: what this program is made of, and what this machine gives it.
//
//     program
//       version           0.2.0
//     machine
//       SIMD              AVX2 (of AVX2, SSE4, SSSE3, plain)
//       threads           8, unless --threads says otherwise
//     programs that are asked where they are there
//       pdftotext         /usr/bin/pdftotext, for PDF files
//
// Facts are a table: for people a line each, for programs a key each (--json). Cost: none that
// counts; no program is started.
#pragma once

#include <string>
#include <vector>

#include "library.h"
#include "manual.h"

namespace reprise::program {

// Returns what the options are, for the manual.
std::vector<OptionHelp> doctor_option_help();

// Runs the command with its arguments; returns the exit code. Throws Error.
int run_doctor(const std::vector<std::string>& arguments);

}  // namespace reprise::program
