// The page of page/ as the build joins it (cmake/join_page.cmake): markup, style and script, with a
// hole for the data.
#pragma once

#include <string_view>

namespace reprise::detail {

extern const std::string_view html_before_data, html_after_data;

}  // namespace reprise::detail
