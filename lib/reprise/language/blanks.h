// White space between words, of every width that Unicode has.
//
//     "4\u202F200"    a narrow no-break space: is_one_blank, and groups digits
//     " \n"           a blank and a line end: blank_at finds one after the other
//
// Cost: a look at a byte where the blank is an ordinary one. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace reprise::detail {

// Returns how many bytes the white space takes that the text begins with, a line end too; 0 if it
// begins with something else.
size_t blank_at(std::string_view text);

// The same of the white space that the text ends with.
size_t blank_at_end(std::string_view text);

// Is the gap one blank, of whatever width, and no line end?
bool is_one_blank(std::string_view gap);

// Is the gap one blank that is no-break or narrow, as typography sets between groups of digits?
bool is_narrow_blank(std::string_view gap);

}  // namespace reprise::detail
