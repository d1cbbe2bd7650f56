#include "reprise/base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace reprise::detail {
namespace {

std::set<std::thread::id> threads_of(size_t rounds) {
  std::mutex mutex;
  std::set<std::thread::id> ids;
  parallel_for(rounds, [&](size_t) {
    std::this_thread::sleep_for(
        std::chrono::milliseconds(2));  // long enough that a second thread gets its share
    const std::lock_guard lock(mutex);
    ids.insert(std::this_thread::get_id());
  });
  return ids;
}

TEST(Parallel, EveryRoundRunsOnce) {
  for (const unsigned threads : {1u, 2u, 16u}) {
    const Workers limit(threads);
    for (const size_t count : {size_t{0}, size_t{1}, size_t{2}, size_t{100000}}) {
      std::vector<int> rounds(count);
      parallel_for(count, [&](size_t i) { ++rounds[i]; });
      EXPECT_EQ(rounds, std::vector<int>(count, 1)) << threads << " threads";
    }
  }
}

TEST(Parallel, OneThreadIsTheCallersOwn) {
  const Workers limit(1);
  EXPECT_EQ(threads_of(20), std::set{std::this_thread::get_id()});
}

TEST(Parallel, LimitHoldsAndMoreThreadsThanCoresReallyStart) {
  {
    const Workers limit(2);
    EXPECT_LE(threads_of(60).size(), 2u);
  }
  const Workers limit(16);
  const size_t threads = threads_of(400).size();
  EXPECT_LE(threads, 16u);
  EXPECT_GT(threads, 4u);
}

TEST(Parallel, TheLowestOfNestedLimitsCounts) {
  const Workers one(1);
  const Workers many(8);
  EXPECT_EQ(threads_of(20).size(), 1u);
}

TEST(Parallel, LimitEndsWithItsScope) {
  { const Workers one(1); }
  const Workers several(4);
  EXPECT_GT(threads_of(200).size(), 1u);
}

// A thread pool that is set up anew for each loop runs into debt and leaves later loops alone.
TEST(Parallel, ThousandsOfShortLoopsLeaveTheNextOneItsThreads) {
  const Workers several(4);
  for (int i = 0; i < 20000; ++i) {
    parallel_for(20, [](size_t) {});
  }
  EXPECT_GT(threads_of(50).size(), 1u);
}

TEST(Parallel, LoopsFromSeveralThreadsRunSideBySide) {
  const Workers limit(2);
  std::atomic<size_t> rounds = 0;
  std::vector<std::thread> callers;
  for (int i = 0; i < 4; ++i) {
    callers.emplace_back([&] {
      for (int loop = 0; loop < 100; ++loop) {
        parallel_for(50, [&](size_t) { ++rounds; });
      }
    });
  }
  for (std::thread& caller : callers) {
    caller.join();
  }
  EXPECT_EQ(rounds, 4u * 100 * 50);
}

// The other of two calls at once must not take part in it, and must not narrow it.
TEST(Parallel, TwoCallsAtOnceHaveTheThreadsThatEachAskedFor) {
  std::set<std::thread::id> of_one, of_four;
  std::thread first([&] {
    const Workers one(1);
    of_one = threads_of(200);
  });
  std::thread second([&] {
    const Workers four(4);
    of_four = threads_of(400);
  });
  first.join();
  second.join();
  EXPECT_EQ(of_one.size(), 1u);
  EXPECT_EQ(of_four.size(), 4u);
  EXPECT_FALSE(of_four.contains(*of_one.begin()));
}

TEST(Parallel, EveryThreadThatWasAskedForTakesPart) {
  for (const unsigned threads : {2u, 3u, 16u}) {
    const Workers workers(threads);
    EXPECT_EQ(threads_of(100 * threads).size(), threads);
  }
}

TEST(Parallel, TheThreadsOfACallEndWithIt) {
  const auto threads_of_process = [] {
    const std::filesystem::directory_iterator tasks("/proc/self/task");
    return std::distance(begin(tasks), end(tasks));
  };
  const auto before = threads_of_process();
  {
    const Workers eight(8);
    threads_of(100);
    EXPECT_GE(threads_of_process(), before + 7);
  }
  EXPECT_LE(threads_of_process(), before);
}

TEST(Parallel, ThousandsOfCallsLeaveTheNextOneItsThreads) {
  for (int i = 0; i < 2000; ++i) {
    const Workers several(3);
    parallel_for(20, [](size_t) {});
  }
  const Workers several(4);
  EXPECT_EQ(threads_of(200).size(), 4u);
}

TEST(Parallel, ARoundMayBeginACallOfItsOwn) {
  const Workers outer(4);
  std::vector<size_t> threads(6);
  parallel_for(threads.size(), [&](size_t i) {
    const Workers inner(2);
    EXPECT_EQ(threads_allowed(), 2u);
    threads[i] = threads_of(100).size();
  });
  EXPECT_EQ(threads, std::vector<size_t>(6, 2));
  EXPECT_EQ(threads_allowed(), 4u);
}

TEST(Parallel, ZeroMeansEveryCore) {
  const Workers all(0);
  EXPECT_LE(threads_of(100).size(), std::max(1u, std::thread::hardware_concurrency()));
}

TEST(Parallel, AnExceptionComesOutAndStopsTheRest) {
  for (const unsigned threads : {1u, 4u}) {
    const Workers limit(threads);
    std::atomic<size_t> begun = 0;
    const size_t count = 1'000'000;
    EXPECT_THROW(parallel_for(count,
                              [&](size_t) {
                                ++begun;
                                throw std::runtime_error("round");
                              }),
                 std::runtime_error);
    EXPECT_GT(begun, 0u);
    EXPECT_LT(begun, count / 10);
    // The next loop works as if nothing had been.
    std::atomic<size_t> rounds = 0;
    parallel_for(100, [&](size_t) { ++rounds; });
    EXPECT_EQ(rounds, 100u);
  }
}

TEST(Parallel, ALoopInsideALoopIsDoneToo) {
  const Workers limit(4);
  std::vector<std::atomic<int>> sums(50);
  parallel_for(sums.size(), [&](size_t i) { parallel_for(20, [&](size_t) { ++sums[i]; }); });
  for (const auto& sum : sums) {
    EXPECT_EQ(sum, 20);
  }
}

TEST(Threads, AreAsManyAsTheLowestLimitAllows) {
  const Workers four(4);
  EXPECT_EQ(threads_allowed(), 4u);
  {
    const Workers one(1);
    EXPECT_EQ(threads_allowed(), 1u);
    const Workers nine(9);
    EXPECT_EQ(threads_allowed(), 1u);
  }
  EXPECT_EQ(threads_allowed(), 4u);
  unsigned inside = 0;
  parallel_for(1, [&](size_t) { inside = threads_allowed(); });
  EXPECT_EQ(inside, 4u);
}

}  // namespace
}  // namespace reprise::detail
