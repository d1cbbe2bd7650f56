#include "reprise/result/options.h"

#include "reprise/language/languages.h"

namespace reprise::detail {

std::string complaint_about(const CompareOptions& options) {
  if (!(options.threshold > 0 && options.threshold <= 1)) {
    return "the threshold must be above 0 and at most 1";
  }
  if (options.shingles.size == 0) {
    return "a shingle must have at least one word or character";
  }
  if (options.sketch.slots == 0 || options.sketch.slots > 65536) {
    return "a sketch must have 1 to 65,536 slots";
  }
  if (options.passages.seed == 0) {
    return "the seed of a passage must have at least one word";
  }
  if (options.passages.most_holders == 0) {
    return "a seed of a passage must be allowed at least one holder";
  }
  if (!(options.passages.least_identity >= 0 && options.passages.least_identity <= 1)) {
    return "the identity of a passage must be between 0 and 1";
  }
  if (options.passages.longest_gap > 1000) {
    return "the gap of a passage must be at most 1,000 words";
  }
  if (!(options.points.least_score > 0 && options.points.least_score <= 1)) {
    return "the likeness of a point must be above 0 and at most 1";
  }
  if (!knows_language(options.points.language)) {
    return "no stemmer for the language \"" + options.points.language + "\"";
  }
  if (options.threads > 1024) {
    return "the number of threads must be at most 1,024";
  }
  return {};
}

}  // namespace reprise::detail
