// What is taken of a text whose language is not known.
#include "reprise/language/packs/packs.h"

namespace reprise::detail {

constinit const LanguagePack other_pack{};

}  // namespace reprise::detail
