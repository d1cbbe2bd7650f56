#include "reprise/language/stem.h"

#include <libstemmer.h>

#include <stdexcept>
#include "reprise/error.h"

namespace reprise::detail {

struct Stemmer::State {
  explicit State(const std::string& language)
      : stemmer(sb_stemmer_new(language.c_str(), nullptr)) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  sb_stemmer* stemmer;
  ~State() { sb_stemmer_delete(stemmer); }
};

Stemmer::Stemmer(const std::string& language) : state_(std::make_unique<State>(language)) {
  if (!state_->stemmer) {
    throw Error(ErrorKind::usage, {"", "no stemmer for the language \"" + language + "\"", ""});
  }
}

Stemmer::~Stemmer() = default;

std::string_view Stemmer::stem(std::string_view word) {
  const auto* stem =
      sb_stemmer_stem(state_->stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (!stem) {
    throw std::bad_alloc();
  }
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(state_->stemmer))};
}

bool Stemmer::knows(const std::string& language) {
  sb_stemmer* stemmer = sb_stemmer_new(language.c_str(), nullptr);
  sb_stemmer_delete(stemmer);
  return stemmer != nullptr;
}

}  // namespace reprise::detail
