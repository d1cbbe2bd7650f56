// Any bytes: every target finds the words that the plain way finds; tokens ascend, lie on the
// borders of characters and hold something; sentences share them out; quotations stay inside.
#include "reprise/words/words.h"
#include "fuzz/require.h"
#include "reprise/base/targets.h"
#include "reprise/base/utf8.h"
#include "reprise/language/quotes.h"
#include "reprise/language/sentences.h"
#include "reprise/words/lookalikes.h"

namespace {

using reprise::detail::fuzz::require;

void require_same_words(std::string_view text, const reprise::Normalisation& rules) {
  using namespace reprise;
  using namespace reprise::detail;
  const auto expected = tokenize_plainly(text, rules);
  std::vector<uint64_t> hashes;
  for (const Target target : targets()) {
    use_target(target);
    const auto tokens = tokenize(text, rules);
    hash_words(text, rules, hashes);
    require(tokens.size() == expected.size() && hashes.size() == expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
      require(tokens[i].span == expected[i].span && tokens[i].hash == expected[i].hash);
      require(hashes[i] == expected[i].hash);
    }
  }
  use_target(targets().front());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace reprise;
  using namespace reprise::detail;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<bool> border(size + 1);
  for (size_t at = 0; at < size; at += decode(text, at).size) {
    border[at] = true;
  }
  border[size] = true;
  for (const Normalisation& rules : {Normalisation{}, Normalisation{false, false, true, true}}) {
    require_same_words(text, rules);
    require_same_words(text, {rules.fold_case, true, rules.fold_digits, rules.drop_marks});
    require_same_words(text, {.fold_case = rules.fold_case, .fold_letters = true});
    require_same_words(text, {.fold_lookalikes = true, .turkish_i = true});
    const auto tokens = tokenize(text, rules);
    uint32_t end = 0;
    for (const Token& t : tokens) {
      require(t.span.begin >= end && t.span.begin < t.span.end && t.span.end <= size);
      require(border[t.span.begin] && border[t.span.end]);
      end = t.span.end;
    }
    uint32_t token = 0, place = 0;
    for (const Sentence& s : split_sentences(text, tokens, Language::english)) {
      require(s.first_token == token && s.last_token > token);
      require(s.span.begin >= place && s.span.end >= s.span.begin && s.span.end <= size);
      require(s.span.begin <= tokens[token].span.begin &&
              s.span.end >= tokens[s.last_token - 1].span.end);
      token = s.last_token;
      place = s.span.end;
    }
    require(token == tokens.size());
  }
  const MixedWords mixed = find_mixed_words(text);
  require(mixed.count == 0 || mixed.first.end <= size);
  uint32_t end = 0;
  for (const Span& q : find_quotations(text)) {
    require(q.begin >= end && q.end <= size);
    end = q.end;
  }
  return 0;
}
