// The page that is served, as the build joins it (cmake/join_page.cmake): that of reports, with a
// form to ask with.
#pragma once

#include <string_view>

namespace reprise::program {

extern const std::string_view served_before_data, served_after_data;

}  // namespace reprise::program
