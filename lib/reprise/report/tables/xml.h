// Text that XML 1.0 can hold, whatever a document had in it.
//
//     "R&D \x01 <b>"      in an element or an attribute: R&amp;D � &lt;b&gt;
//
// Cost: linear. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reprise::detail {

// Returns the text with U+FFFD for what XML cannot hold: control characters, broken UTF-8, U+FFFE
// and U+FFFF.
std::string xml_text(std::string_view text);

// Returns the same as it may stand in an element or in an attribute's quotes: markup, tabs and line
// breaks, which readers would fold into blanks, as references.
std::string xml_escaped(std::string_view text);

// Returns ` name="value"`, the value escaped.
std::string xml_attribute(const char* name, std::string_view value);
std::string xml_attribute(const char* name, size_t value);

}  // namespace reprise::detail
