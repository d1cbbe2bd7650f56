// The ranges of dedup's options, and what can't go together.
#include "reprise/base/require.h"
#include "reprise/dedup.h"

namespace reprise {

using detail::is_threshold;
using detail::require;

void ReferenceOptions::check() const {
  require(ngram >= 1, "the n-grams of a reference must have at least one word");
  require(is_threshold(share), "the share of an item must be above 0 and at most 1");
}

void PartOptions::check() const {
  for (const PartRule& rule : rules) {
    require(rule.size >= 1, "runs of parts must be of one at least");
  }
  require(common >= 2, "a part is common from a count of 2 on");
}

void DedupOptions::check() const {
  shingles.check();
  sketch.check();
  reference.check();
  require(is_threshold(threshold), "the threshold must be above 0 and at most 1");
  require(threads <= detail::most_threads, "the number of threads must be at most 1,024");
  require(against.empty() || (documents && parts.rules.empty()),
          "parts are not removed by a reference; run twice");
  parts.check();
  require(documents || !parts.rules.empty(), "neither documents nor parts are to be removed");
  require(same.empty() || (documents && against.empty()),
          "the same field makes copies of whole documents alone");
  if (measure == Measure::containment) {
    require(verify != Verification::off, "containment needs a verification: exact, or by estimate");
    require(verify == Verification::exact || joining != Joining::chain,
            "chains of containment need an exact verification");
  }
}

}  // namespace reprise
