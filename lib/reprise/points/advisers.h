// Who is asked beside the words, as the options say: a model of language, a judge, or nobody.
//
//     AskedAdvisers asked(options.points, result.documents);
//     seek_points(voices, originals, left_out, asked, result);
//
// Cost: that of reading the model, or the caches, if there are any. One search at a time.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reprise/document.h"
#include "reprise/meaning/encoder.h"
#include "reprise/options.h"
#include "reprise/points/find.h"
#include "reprise/points/judge.h"

namespace reprise::detail {

class AskedAdvisers {
 public:
  // Reads what the options name. The documents must outlive it. Throws Error.
  AskedAdvisers(const PointOptions& options, std::span<const Document> documents);

  // Returns them; they live as long as this object.
  Advisers given();

  // Writes what they said into their caches, and returns what was wrong with these.
  std::vector<Problem> save_caches() const;

 private:
  std::optional<Encoder> encoder_;
  std::optional<Judge> judge_;
};

}  // namespace reprise::detail
