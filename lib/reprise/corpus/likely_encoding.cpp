//     1. UTF-16 has its NULs on one side.
//     2. What is short, holds control characters, or more valid UTF-8 than broken, is none of ours.
//     3. Otherwise ICU's detector counts which bytes and pairs of bytes are frequent, for each
//        encoding that it knows.
//
// Source: ICU, charset detection (ucsdet.h).
#include "reprise/corpus/likely_encoding.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

// Returns on which side the NULs stand: those of UTF-16 are the upper halves of ASCII.
std::string utf16_name(std::string_view bytes) {
  size_t even = 0;
  for (size_t i = 0; i < bytes.size(); i += 2) {
    if (bytes[i] == '\0') {
      ++even;
    }
  }
  const auto all = static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  return 2 * even > all ? "UTF-16BE" : "UTF-16LE";
}

// Returns the bytes around the first that are no UTF-8: ICU takes 0.4 us for each.
std::string_view telling_part(std::string_view bytes) {
  constexpr size_t most = 1000;
  constexpr size_t before = 200;
  size_t broken = 0;
  while (broken < bytes.size()) {
    const Decoded next = decode(bytes, broken);
    if (next.broken) {
      break;
    }
    broken += next.size;
  }
  if (broken == bytes.size()) {
    return bytes.substr(0, most);
  }
  const size_t begin = broken - std::min(broken, before);
  return bytes.substr(begin - begin % 2, most);  // a unit of UTF-16 has two bytes
}

// Bytes that are no text at all, or UTF-8 of which some bytes are damaged.
bool is_no_other_text(std::string_view bytes) {
  size_t controls = 0;
  size_t whole = 0;  // bytes of UTF-8 beyond ASCII
  size_t broken = 0;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = decode(bytes, at);
    const bool is_blank_or_escape = (next.code >= 0x07 && next.code <= 0x0D) || next.code == 0x1B;
    if (next.broken) {
      broken += next.size;
    } else if (next.code >= 0x80) {
      whole += next.size;
    } else if (next.code < 0x20 && !is_blank_or_escape) {
      ++controls;
    }
    at += next.size;
  }
  return 100 * controls > bytes.size() || whole > broken;
}

}  // namespace

bool looks_like_utf16(std::string_view bytes) {
  size_t even = 0;
  size_t odd = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') {
      ++(i % 2 == 0 ? even : odd);
    }
  }
  return even + odd > bytes.size() / 4 && std::min(even, odd) * 20 <= even + odd;
}

std::optional<std::string> likely_encoding(std::string_view bytes) {
  constexpr size_t least_size = 64;
  constexpr int32_t least_confidence = 20;  // of 100, as ICU counts
  bytes = telling_part(bytes);
  if (looks_like_utf16(bytes)) {
    return utf16_name(bytes);
  }
  if (bytes.size() < least_size || is_no_other_text(bytes)) {
    return std::nullopt;
  }
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(
      ucsdet_open(&error), [](UCharsetDetector* open) { ucsdet_close(open); });
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) {
    return std::nullopt;
  }
  const int32_t confidence = ucsdet_getConfidence(match, &error);
  const char* name = ucsdet_getName(match, &error);
  if (U_FAILURE(error) || confidence < least_confidence || std::string_view(name) == "UTF-8") {
    return std::nullopt;
  }
  return name;
}

std::string remedy_for_encoding(std::string_view bytes) {
  const std::optional<std::string> likely = likely_encoding(bytes);
  return likely
             ? "it is perhaps in " + *likely + ": convert it with iconv -f " + *likely + " -t UTF-8"
             : "convert it with iconv, from the encoding that it was written in";
}

}  // namespace reprise::detail
