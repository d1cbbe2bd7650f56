// Snowball stems: "governments", "governing" and "governed" become "govern".
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace reprise::detail {

// One language's stemmer. Not for two threads at once: make one a thread.
class Stemmer {
 public:
  // `language` is a name that Snowball knows ("english", "german", …) or its ISO 639-1 code. Throws
  // Error of kind `usage` otherwise.
  explicit Stemmer(const std::string& language);
  ~Stemmer();

  // Returns the stem of a folded word. The view holds until the next call. Cost: about 100 ns.
  // Source: Porter, Snowball (https://snowballstem.org).
  std::string_view stem(std::string_view word);

  // Returns whether a stemmer for the language exists.
  static bool knows(const std::string& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::detail
