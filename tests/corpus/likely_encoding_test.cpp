// Which encoding is advised, and that none is where nothing tells.
#include "reprise/corpus/likely_encoding.h"

#include <gtest/gtest.h>

#include <random>

#include "support/files.h"

namespace reprise::detail {
namespace {

const std::u16string russian =
    u"Мост через реку снова закрыт, сказал вчера мэр города. Рабочие нашли ещё две трещины, и "
    u"никто не знает, когда откроют движение.";

// Returns the text in Windows-1251, as far as the alphabet goes.
std::string windows_1251(std::u16string_view text) {
  std::string bytes;
  for (const char16_t c : text) {
    const bool is_letter = c >= u'А' && c <= u'я';
    bytes += static_cast<char>(is_letter ? c - u'А' + 0xC0 : c);
  }
  return bytes;
}

TEST(LikelyEncoding, IsToldWhereTheLettersSpeakForIt) {
  EXPECT_EQ(likely_encoding(windows_1251(russian)), "windows-1251");
  const std::string little = support::utf16_bytes(russian, true);
  const std::string ascii = support::utf16_bytes(u"The bridge is closed again, they said.", false);
  EXPECT_EQ(likely_encoding(ascii), "UTF-16BE");
  EXPECT_NE(likely_encoding(little), "windows-1252");
  EXPECT_EQ(remedy_for_encoding(windows_1251(russian)),
            "it is perhaps in windows-1251: convert it with iconv -f windows-1251 -t UTF-8");
}

TEST(LikelyEncoding, IsNotToldWhereNothingTells) {
  const std::string damaged =
      "Die Bürgerinnen und Bürger müssen über die Brücke \xff gehen, sagte der Bürgermeister dort.";
  std::mt19937 draw(1);
  std::string noise;
  for (int i = 0; i < 5000; ++i) {
    noise += static_cast<char>(draw());
  }
  for (const std::string& bytes : {std::string(), std::string("caf\xe9"), damaged, noise}) {
    EXPECT_EQ(likely_encoding(bytes), std::nullopt) << bytes.size();
    EXPECT_NE(remedy_for_encoding(bytes).find("iconv"), std::string::npos);
  }
}

}  // namespace
}  // namespace reprise::detail
