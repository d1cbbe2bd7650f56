#include "reprise/words/sara_am.h"

#include <array>
#include <string_view>

namespace reprise::detail {
namespace {

constexpr size_t letter_bytes = 3;  // of each of these letters

struct Am {
  char32_t second;  // of its two parts
  std::string_view first, whole, first_tone, last_tone;
};

constexpr std::array scripts{Am{0x0E32, "\u0E4D", "\u0E33", "\u0E48", "\u0E4B"},   // Thai
                             Am{0x0EB2, "\u0ECD", "\u0EB3", "\u0EC8", "\u0ECB"}};  // Lao

std::string_view last_letter(std::string_view text) {
  return text.size() < letter_bytes ? "" : text.substr(text.size() - letter_bytes);
}

bool append_to(const Am& am, std::string& out) {
  std::string_view before = out;
  std::string tone;
  if (last_letter(before) >= am.first_tone && last_letter(before) <= am.last_tone) {
    tone = last_letter(before);
    before.remove_suffix(letter_bytes);
  }
  if (!before.ends_with(am.first)) {
    return false;
  }
  out.resize(before.size() - letter_bytes);
  out.append(tone).append(am.whole);
  return true;
}

}  // namespace

bool append_sara_am(char32_t code, std::string& out) {
  for (const Am& am : scripts) {
    if (code == am.second) {
      return append_to(am, out);
    }
  }
  return false;
}

}  // namespace reprise::detail
