#include "serve/rate_limit.h"

#include <algorithm>

namespace reprise::program {
namespace {

constexpr size_t most_addresses = 1024;
constexpr double at_once = 2;  // times what may come in a second

}  // namespace

RateLimit::Bucket& RateLimit::bucket_of(const std::string& address, Clock::time_point now) {
  const auto known = places_.find(address);
  if (known != places_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, known->second);
    return buckets_.front();
  }
  if (buckets_.size() == most_addresses) {
    places_.erase(buckets_.back().address);
    buckets_.pop_back();
  }
  buckets_.push_front({address, at_once * a_second_, now});
  places_[address] = buckets_.begin();
  return buckets_.front();
}

bool RateLimit::admits(const std::string& address, Clock::time_point now) {
  Bucket& bucket = bucket_of(address, now);
  const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
  bucket.left = std::min(bucket.left + seconds * a_second_, at_once * a_second_);
  bucket.filled = now;
  if (bucket.left < 1) {
    return false;
  }
  bucket.left -= 1;
  return true;
}

}  // namespace reprise::program
