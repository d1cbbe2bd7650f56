#include "reprise/dedup/parts/units.h"

#include <algorithm>
#include <cstring>

#include "reprise/base/utf8.h"
#include "reprise/dedup/records.h"
#include "reprise/language/language.h"
#include "reprise/language/sentences.h"
#include "reprise/words/words.h"

namespace reprise::detail {
namespace {

// Returns the line that begins there, without its end, and moves `at` behind that.
Span next_line(std::string_view text, size_t& at) {
  const size_t begin = at;
  const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
  size_t end = text.size();
  if (found) {
    end = static_cast<size_t>(static_cast<const char*>(found) - text.data());
  }
  at = end + (found ? 1 : 0);
  if (end > begin && text[end - 1] == '\r') {
    --end;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\v\f") == line.npos;
}

template <class OnLine>
void for_each_line(std::string_view text, const OnLine& on_line) {
  for (size_t at = 0; at < text.size();) {
    on_line(next_line(text, at));
  }
}

template <class OnParagraph>
void for_each_paragraph(std::string_view text, const OnParagraph& on_paragraph) {
  Span open;
  for_each_line(text, [&](Span line) {
    if (!is_blank(line.in(text))) {
      open.begin = open.empty() ? line.begin : open.begin;
      open.end = line.end;
    } else if (!open.empty()) {
      on_paragraph(open);
      open = {};
    }
  });
  if (!open.empty()) {
    on_paragraph(open);
  }
}

bool is_space(char32_t c) {
  const bool is_ascii_space = c == ' ' || (c >= '\t' && c <= '\r');
  return is_ascii_space || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Where the blanks of a gap begin and end; both at its end if it has none.
Span blanks_of(std::string_view text, uint32_t begin, uint32_t end) {
  Span blanks{end, end};
  bool found = false;
  for (uint32_t at = begin; at < end;) {
    const Decoded c = decode(text.substr(0, end), at);
    const auto next = static_cast<uint32_t>(at + c.size);
    if (is_space(c.code)) {
      blanks.begin = found ? blanks.begin : at;
      blanks.end = next;
      found = true;
    }
    at = next;
  }
  return blanks;
}

}  // namespace

void take_touching_marks(std::string_view text, std::span<Span> words) {
  uint32_t free_from = 0;  // what lies before is taken
  for (size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (i == 0) {
      const Span blanks = blanks_of(text, 0, words[0].begin);
      const bool has_blanks = !blanks.empty();
      words[0].begin = has_blanks ? blanks.end : 0;
    } else {
      words[i].begin = free_from;
    }
    const uint32_t until = last ? static_cast<uint32_t>(text.size()) : words[i + 1].begin;
    const Span blanks = blanks_of(text, words[i].end, until);
    words[i].end = blanks.begin;
    free_from = blanks.end;
  }
}

template <class OnSentence>
void UnitReader::for_each_sentence(std::string_view text, const OnSentence& on_sentence) {
  tokens_ = tokenize(text, rules_);
  const Language language = recognise_language(text, tokens_);
  for (const Sentence& sentence : split_sentences(text, tokens_, language)) {
    words_.clear();
    for (uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      words_.push_back(tokens_[t].hash);
    }
    on_sentence(sentence.span);
  }
}

// An ASCII letter or digit is in a word, whatever the rules; of other characters the words tell.
bool UnitReader::has_word(std::string_view part) {
  const bool is_plain = std::any_of(part.begin(), part.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  if (is_plain) {
    return true;
  }
  hash_words(part, rules_, words_);
  return !words_.empty();
}

template <class OnPart>
void UnitReader::for_each_part(std::string_view text, const OnPart& on_part) {
  switch (kind_) {
    case PartKind::lines: return for_each_line(text, on_part);
    case PartKind::paragraphs: return for_each_paragraph(text, on_part);
    case PartKind::sentences:
    case PartKind::words: return;
  }
}

uint32_t UnitReader::append(std::string_view text, std::vector<uint64_t>& column) {
  if (kind_ == PartKind::words) {
    hash_words(text, rules_, words_);
    column.insert(column.end(), words_.begin(), words_.end());
    return static_cast<uint32_t>(words_.size());
  }
  size_t count = 0;
  const auto take = [&] {
    if (!words_.empty()) {
      const TextHash hash =
          hash_text({reinterpret_cast<const char*>(words_.data()), words_.size() * 8});
      column.insert(column.end(), {hash.low, hash.high, words_.size()});
      count += words_.size();
    }
  };
  if (kind_ == PartKind::sentences) {
    for_each_sentence(text, [&](Span) { take(); });
  } else {
    for_each_part(text, [&](Span part) {
      hash_words(part.in(text), rules_, words_);
      take();
    });
  }
  return static_cast<uint32_t>(count);
}

std::span<const Span> UnitReader::spans(std::string_view text) {
  spans_.clear();
  if (kind_ == PartKind::words) {
    for (const Token& token : tokenize(text, rules_)) {
      spans_.push_back(token.span);
    }
    take_touching_marks(text, spans_);
  } else if (kind_ == PartKind::sentences) {
    for_each_sentence(text, [&](Span sentence) { spans_.push_back(sentence); });
  } else {
    for_each_part(text, [&](Span part) {
      if (has_word(part.in(text))) {
        spans_.push_back(part);
      }
    });
  }
  return spans_;
}

}  // namespace reprise::detail
