// Formats that Reprise does not read, and what to do about each: a row a format (foreign.cpp).
//
// Their first bytes tell them, after inflating, whatever their names: a .docx that is called
// news.txt is a zip archive, and a .gz may hold a tar. Read as text they would become documents of
// noise, all of them alike.
//
//     scan.txt: is a PDF file, which is not read; convert it with pdftotext
//
// To add a format: a row.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "reprise/error.h"

namespace reprise::detail {

// How many first bytes tell all formats of the table, where the file has so many.
inline constexpr size_t foreign_head = 8192;

// Returns why a file that begins like this is not read, and the remedy; nothing if it may be read:
// text of any encoding, JSON Lines, HTML. `name`: of the file, as valid UTF-8. Cost: microseconds.
std::optional<Problem> foreign_problem(std::string_view head, const std::string& name);

// Returns what to do with files of this ending, ".pdf", that a folder holds; empty: nothing known.
std::string remedy_for_ending(std::string_view ending);

}  // namespace reprise::detail
