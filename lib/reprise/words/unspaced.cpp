// Splits runs of letters without blanks by ICU's dictionaries.
//
// Steps:
// 1. The run is copied as its readers read it: without line ends and unseen characters, and with
//    the vowel AM as one letter; each byte of the copy knows its place.
// 2. ICU splits the copy.
// 3. What holds a letter or a digit is given, with its place in the text.
//
//     "今天去北\n京"    今天 | 去 | 北京, whose place holds the line end
//     "北\n\n京"        a blank line, or an indent of U+3000, begins a paragraph: two runs
//     "น้ํา"            as "น้ำ", which the dictionary knows
//
// Cost: 100 to 200 ns a byte, which the dictionaries take.
#include "reprise/words/unspaced.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <memory>
#include <string>
#include <vector>

#include "reprise/base/utf8.h"
#include "reprise/error.h"
#include "reprise/words/cluster.h"
#include "reprise/words/sara_am.h"
#include "reprise/words/signs.h"

namespace reprise::detail {
namespace {

// A run is cut after so many bytes, which bounds the dictionary's tables.
constexpr size_t longest_run = size_t{64} << 10;

struct Run {
  std::string copy;
  std::vector<uint32_t> places;  // in the text, of each byte of the copy
  size_t end = 0;
};

// Thai, Lao, Khmer and Burmese have a line breaking class of their own, and blanks between phrases.
bool is_chinese_or_japanese(char32_t code) {
  return u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_LINE_BREAK) !=
         U_LB_COMPLEX_CONTEXT;
}

// Returns where the run goes on behind the line that ends at `at`; 0 if it doesn't.
size_t next_line(std::string_view text, size_t at) {
  const size_t line_end = skip_blanks(text, at);
  size_t next = skip_line_end(text, line_end);
  if (next == line_end) {
    return 0;
  }
  while (next < text.size() && (text[next] == ' ' || text[next] == '\t')) {
    ++next;
  }
  if (next == text.size()) {
    return 0;
  }
  const Cluster letter = cluster_at(text, next);
  const bool goes_on = letter.kind == CharacterClass::dictionary;
  return goes_on && is_chinese_or_japanese(letter.code) ? next : 0;
}

void append_character(Run& run, std::string_view text, size_t at, size_t size, char32_t code) {
  if (append_sara_am(code, run.copy)) {
    run.places.back() = static_cast<uint32_t>(at + size - 1);
    return;
  }
  run.copy += text.substr(at, size);
  for (size_t i = 0; i < size; ++i) {
    run.places.push_back(static_cast<uint32_t>(at + i));
  }
}

void append_cluster(Run& run, std::string_view text, size_t at, const Cluster& cluster) {
  const size_t letter = decode(text, at).size;
  append_character(run, text, at, letter, cluster.code);
  at += letter;
  const bool drops_all = at < cluster.end && is_chinese_or_japanese(cluster.code);
  while (at < cluster.end) {
    const Decoded next = decode(text, at);
    const bool parts = next.code == 0x200B && !drops_all;  // a border between words, as Thai has it
    if (parts || !is_unseen(next.code)) {
      append_character(run, text, at, next.size, next.code);
    }
    at += next.size;
  }
}

Run read_run(std::string_view text, size_t at) {
  Run run;
  char32_t last = 0;
  while (at < text.size() && run.copy.size() < longest_run) {
    const Cluster next = cluster_at(text, at);
    if (next.kind == CharacterClass::dictionary) {
      append_cluster(run, text, at, next);
      last = next.code;
      run.end = next.end;
      at = run.end;
      continue;
    }
    at = is_chinese_or_japanese(last) ? next_line(text, run.end) : 0;
    if (at == 0) {
      break;
    }
  }
  return run;
}

// ICU's word breaker; one a thread, since it keeps a position.
icu::BreakIterator& word_breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaker = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
      throw Error(ErrorKind::system,
                  {"", std::string("ICU has no word breaker: ") + u_errorName(status), ""});
    }
    return made;
  }();
  // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDelete): the pointer lives as long as the thread
  return *breaker;
}

}  // namespace

size_t segment_unspaced(std::string_view text, size_t at,
                        const std::function<void(Span)>& on_segment) {
  const Run run = read_run(text, at);
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, run.copy.data(), static_cast<int64_t>(run.copy.size()), &status);
  icu::BreakIterator& breaker = word_breaker();
  breaker.setText(&source, status);
  if (U_SUCCESS(status)) {
    int32_t begin = breaker.first();
    for (int32_t end = breaker.next(); end != icu::BreakIterator::DONE; end = breaker.next()) {
      const auto b = static_cast<size_t>(begin);
      const auto e = static_cast<size_t>(end);
      if (holds_letter_or_digit(std::string_view(run.copy).substr(b, e - b))) {
        on_segment({run.places[b], run.places[e - 1] + 1});
      }
      begin = end;
    }
  }
  utext_close(&source);
  return run.end;
}

}  // namespace reprise::detail
