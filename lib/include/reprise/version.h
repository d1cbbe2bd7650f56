// The version of the headers that a program was compiled with, and that of the library that it
// runs with.
//
// Until 1.0 the second number stands for what breaks: 0.2 may change what 0.1 promised, 0.1.1 not.
#pragma once

#include <string_view>

#include "reprise/export.h"

#define REPRISE_VERSION_MAJOR 0
#define REPRISE_VERSION_MINOR 1
#define REPRISE_VERSION_PATCH 0

namespace reprise {

// Returns the version of the library that is linked, as in "0.1.0"; reports carry it. Any thread.
REPRISE_EXPORT std::string_view version();

}  // namespace reprise
