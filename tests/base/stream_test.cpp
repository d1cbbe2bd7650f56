// parallel_stream: each block goes through its steps once, in order, on the threads allowed.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "reprise/base/parallel.h"
#include "support/watched_stream.h"

namespace reprise::detail {
namespace {

using support::WatchedStream;

TEST(Stream, EveryBlockGoesThroughAllStepsInOrder) {
  for (const unsigned threads : {1u, 2u, 16u}) {
    const Workers limit(threads);
    for (const size_t slots : {size_t{1}, size_t{2}, size_t{3}, size_t{17}, size_t{64}}) {
      for (const size_t count : {size_t{0}, size_t{1}, size_t{2}, size_t{17}, size_t{2000}}) {
        WatchedStream(count, slots).expect_done();
      }
    }
  }
}

TEST(Stream, SlowBlocksDoNotOvertakeOneAnother) {
  const Workers limit(16);
  for (const size_t slots : {size_t{2}, size_t{8}}) {
    WatchedStream stream(300, slots);
    stream.on_work = [](size_t block) {
      if (block % 7 == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
      }
    };
    stream.expect_done();
  }
}

TEST(Stream, WorkRunsOnSeveralThreads) {
  const Workers limit(4);
  std::mutex mutex;
  std::set<std::thread::id> ids;
  WatchedStream stream(200, 8);
  stream.on_work = [&](size_t) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const std::lock_guard lock(mutex);
    ids.insert(std::this_thread::get_id());
  };
  stream.expect_done();
  EXPECT_GT(ids.size(), 1u);
  EXPECT_LE(ids.size(), 4u);
}

TEST(Stream, OneThreadIsTheCallersOwn) {
  const Workers limit(1);
  WatchedStream stream(100, 3);
  stream.on_work = [caller = std::this_thread::get_id()](size_t) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
  };
  stream.expect_done();
}

TEST(Stream, AnExceptionOfAnyStepComesOutAndStopsTheRest) {
  enum Step { fill, work, finish };
  for (const unsigned threads : {1u, 4u}) {
    const Workers limit(threads);
    for (const Step step : {fill, work, finish}) {
      for (const size_t at : {size_t{0}, size_t{1}, size_t{50}}) {
        const size_t slots = 5, count = 100'000;
        std::atomic<size_t> calls[3] = {0, 0, 0};
        const auto call = [&](Step s) {
          if (calls[s]++ >= at && s == step) {
            throw std::runtime_error("step");
          }
        };
        const std::function<bool(size_t)> fill_step = [&](size_t) {
          call(fill);
          return calls[fill] <= count;
        };
        const std::function<void(size_t)> work_step = [&](size_t) {
          call(work);
        };
        const std::function<void(size_t)> finish_step = [&](size_t) {
          call(finish);
        };
        EXPECT_THROW(parallel_stream(slots, {fill_step, work_step, finish_step}),
                     std::runtime_error);
        EXPECT_GT(calls[step], at);
        EXPECT_LT(calls[fill], count / 10);
        // The next stream works as if nothing had been.
        WatchedStream(50, slots).expect_done();
      }
    }
  }
}

TEST(Stream, StreamsRunInsideTheRoundsOfALoop) {
  for (const unsigned threads : {1u, 2u, 16u}) {
    const Workers limit(threads);
    std::vector<std::unique_ptr<WatchedStream>> streams;
    for (size_t i = 0; i < 60; ++i) {
      streams.push_back(std::make_unique<WatchedStream>(i % 7 * 20, 1 + i % 5));
    }
    parallel_for(streams.size(), [&](size_t i) { streams[i]->expect_done(); });
  }
}

TEST(Stream, LoopsRunInsideTheWorkOfAStream) {
  const Workers limit(4);
  std::atomic<size_t> rounds = 0;
  WatchedStream stream(100, 6);
  stream.on_work = [&](size_t) {
    parallel_for(20, [&](size_t) { ++rounds; });
  };
  stream.expect_done();
  EXPECT_EQ(rounds, 2000u);
}

TEST(Stream, AnExceptionInsideALoopsRoundComesOut) {
  const Workers limit(4);
  for (int round = 0; round < 20; ++round) {
    EXPECT_THROW(parallel_for(8,
                              [&](size_t i) {
                                WatchedStream stream(30, 3);
                                stream.on_work = [&](size_t block) {
                                  if (i == 5 && block == 20) {
                                    throw std::runtime_error("work");
                                  }
                                };
                                stream.run();
                              }),
                 std::runtime_error);
  }
}

}  // namespace
}  // namespace reprise::detail
