// What the program uses of the library beyond its public headers: it is built in the same tree.
#pragma once

namespace reprise::detail {}

namespace reprise::program {

using namespace reprise::detail;  // NOLINT: the program's own namespace, and nobody includes it

}  // namespace reprise::program
