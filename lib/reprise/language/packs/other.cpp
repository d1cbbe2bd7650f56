// What is taken of a text whose language is not known, and what is known of languages without a
// pack.
//
// Such a text is read with English cues: most that is too short to be told is English.
#include "reprise/language/packs/packs.h"

namespace reprise::detail {
namespace {

// clang-format off
// Names of people from everywhere stand in every text.
constexpr NameRow name_roles[] = {
    // Arabic, Dutch, Italian, Portuguese
    {NameRole::connector | NameRole::particle, "bin da di dos ibn van"},
    // Chinese
    {NameRole::family_name,
     "chen deng gao guo he hu huang li liang lin liu luo ma song sun tang wang wu xi xu yang zhang "
     "zhao zheng zhou zhu"},
    // Japanese
    {NameRole::family_name, "abe kishida suga"},
    // Indian
    {NameRole::family_name, "modi"},
    // Korean
    {NameRole::family_name, "cho choi han jung kang kim lee moon park yoon"},
    // Vietnamese
    {NameRole::family_name, "nguyen pham tran"},
};

}  // namespace

constinit const LanguagePack other_pack{
    .telling_words =
        // Dutch, Afrikaans
        "aan bij dat deze een geen hebben heeft het hij maar naar niet nog ook uit van voor werd "
        "wordt worden zich zijn "
        // Italian
        "alla anche che da dal degli dei della delle di gli ha il nel nella non perché più questo "
        "sono è "
        // Catalan, Romanian
        "amb aquest că din dels els este pentru però sunt és și "
        // Serbian, Croatian, Polish, Czech
        "ali bio bila da iz ili je kao koja koje koji može na nije od sa samo su za što "
        "jako jest jsou który nie oraz przez się také że "
        // Danish, Norwegian, Swedish
        "af att blev det för ikke inte jag og och på som til är "
        // Finnish, Hungarian, Turkish, Indonesian, Latin
        "ei että ja oli az egy hogy nem és bir için ile olarak ve dan dengan untuk yang esse quod "
        "sunt",
    // Dutch, Afrikaans
    .elided_words = "k m n r s t",
    .names = {.roles = name_roles},
    .reads_as = &english_pack,
};
// clang-format on

}  // namespace reprise::detail
