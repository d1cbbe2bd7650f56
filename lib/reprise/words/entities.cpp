// Entities are found from ampersand to ampersand; between two, the text is copied as it is.
//
//     source    don&amp;#39;t      one entity at 3, since &amp; makes #39; one more
//     text      don't              in_source(3) = 3, in_source(4) = 12, behind the semicolon
//
// Cost: linear; 50 ns a reference.
#include "reprise/words/entities.h"

#include <algorithm>

#include "reprise/base/character_references.h"
#include "reprise/base/utf8.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_reference = 20;  // without its ampersand

// A character, and behind which byte its entity ends.
struct Found {
  char32_t code = 0;
  size_t end = 0;
};

// Reads the reference whose ampersand stands before `at`. Without its semicolon it is none: a text
// that people wrote may say "&not".
std::optional<Found> read_reference(std::string_view text, size_t at) {
  // What an escaped ampersand makes of the text behind it has no ampersand of its own there.
  std::string reference = "&";
  reference += text.substr(at, text.substr(at, longest_reference).find(';') + 1);
  const std::optional<CharacterReference> read = character_reference(reference, 0);
  const bool is_closed = read && read->size == reference.size() && reference.ends_with(';');
  return is_closed ? std::optional(Found{read->code, at + read->size - 1}) : std::nullopt;
}

// Reads the entity at the ampersand at `at`; one that means an ampersand may make another of what
// follows it.
std::optional<Found> read_entity(std::string_view text, size_t at) {
  std::optional<Found> found = read_reference(text, at + 1);
  while (found && found->code == '&') {
    const std::optional<Found> inner = read_reference(text, found->end);
    if (!inner) {
      break;
    }
    found = inner;
  }
  return found;
}

}  // namespace

std::shared_ptr<const DecodedText> DecodedText::of(std::string_view source) {
  std::shared_ptr<DecodedText> decoded;
  size_t copied = 0;
  size_t at = source.find('&');
  while (at != source.npos) {
    const std::optional<Found> found = read_entity(source, at);
    if (!found) {
      at = source.find('&', at + 1);
      continue;
    }
    if (!decoded) {
      decoded.reset(new DecodedText(source));
    }
    std::string& text = decoded->text_;
    text += source.substr(copied, at - copied);
    const auto begin = static_cast<uint32_t>(text.size());
    append_utf8(text, found->code);
    const Span in_source{static_cast<uint32_t>(at), static_cast<uint32_t>(found->end)};
    decoded->entities_.push_back({in_source, {begin, static_cast<uint32_t>(text.size())}});
    copied = found->end;
    at = source.find('&', copied);
  }
  if (decoded) {
    decoded->text_ += source.substr(copied);
  }
  return decoded;
}

uint32_t DecodedText::in_source(uint32_t at) const {
  const auto behind =
      std::partition_point(entities_.begin(), entities_.end(),
                           [&](const Entity& entity) { return entity.text.end <= at; });
  if (behind != entities_.end() && behind->text.begin <= at) {
    return behind->source.begin;
  }
  if (behind == entities_.begin()) {
    return at;
  }
  const Entity& last = *std::prev(behind);
  return last.source.end + (at - last.text.end);
}

std::optional<uint32_t> DecodedText::in_text(uint32_t at) const {
  const auto behind =
      std::partition_point(entities_.begin(), entities_.end(),
                           [&](const Entity& entity) { return entity.source.end <= at; });
  if (behind != entities_.end() && behind->source.begin < at) {
    return std::nullopt;
  }
  if (behind == entities_.begin()) {
    return at;
  }
  const Entity& last = *std::prev(behind);
  return last.text.end + (at - last.source.end);
}

std::string_view read_entities(std::string_view text, std::string& buffer) {
  const std::shared_ptr<const DecodedText> decoded = DecodedText::of(text);
  if (!decoded) {
    return text;
  }
  buffer = decoded->text();
  return buffer;
}

}  // namespace reprise::detail
