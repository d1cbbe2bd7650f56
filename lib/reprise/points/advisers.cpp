#include "reprise/points/advisers.h"

#include <iterator>

namespace reprise::detail {

AskedAdvisers::AskedAdvisers(const PointOptions& options, std::span<const Document> documents) {
  if (!options.model.empty()) {
    encoder_.emplace(options.model);
  }
  if (encoder_ && !options.vector_cache.empty()) {
    encoder_->use_cache(options.vector_cache);
  }
  if (!options.judge.command.empty()) {
    judge_.emplace(options.judge, documents);
  }
}

Advisers AskedAdvisers::given() {
  Advisers advisers;
  advisers.encoder = encoder_ ? &*encoder_ : nullptr;
  advisers.judge = judge_ ? &*judge_ : nullptr;
  return advisers;
}

std::vector<Problem> AskedAdvisers::save_caches() const {
  std::vector<Problem> problems;
  if (encoder_) {
    problems = encoder_->save_cache();
  }
  if (judge_) {
    std::vector<Problem> more = judge_->save_cache();
    std::move(more.begin(), more.end(), std::back_inserter(problems));
  }
  return problems;
}

}  // namespace reprise::detail
