// What reports and tables hold, in words: made from the rows by which they are written and read.
//
//     report_schema()   lib/reprise/report/json/report.schema.json: for programs (JSON Schema 7)
//     report_guide()    docs/report.md: for people
//
// The two files stand in the repository as these functions return them. A test holds them against
// each other, and says how they are written anew (tests/report/describe_test.cpp).
//
// Pure; any thread.
#pragma once

#include <string>

namespace reprise::detail {

std::string report_schema();
std::string report_guide();

}  // namespace reprise::detail
