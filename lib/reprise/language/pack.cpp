#include "reprise/language/pack.h"

#include "reprise/language/packs/packs.h"

namespace reprise::detail {

const LanguagePack& pack_of(Language language) {
  return *language_rows[static_cast<size_t>(language)].pack;
}

const LanguagePack& reading_pack(const LanguagePack& pack) {
  return pack.reads_as ? *pack.reads_as : pack;
}

std::vector<const LanguagePack*> all_packs() {
  std::vector<const LanguagePack*> packs;
  for (const LanguageRow& row : language_rows) {
    packs.push_back(row.pack);
  }
  return packs;
}

}  // namespace reprise::detail
