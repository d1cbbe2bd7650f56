// How many requests a client may send: a token bucket for each address.
//
//     2 a second, 4 at once     at 0 s: 4 pass, the fifth does not; at 1 s: 2 more pass
//
// Memory: a bucket for each of the 1,024 addresses that came last. One thread.
#pragma once

#include <chrono>
#include <list>
#include <string>
#include <unordered_map>

namespace reprise::program {

class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  // `a_second`: requests; twice as many may come at once.
  explicit RateLimit(double a_second) : a_second_(a_second) {}

  // Returns whether a request that comes from there now may pass, and counts it.
  bool admits(const std::string& address, Clock::time_point now);

 private:
  struct Bucket {
    std::string address;
    double left = 0;
    Clock::time_point filled;
  };
  Bucket& bucket_of(const std::string& address, Clock::time_point now);

  double a_second_;
  std::list<Bucket> buckets_;  // who came last comes first
  std::unordered_map<std::string, std::list<Bucket>::iterator> places_;
};

}  // namespace reprise::program
