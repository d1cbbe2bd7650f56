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

// Streams the blocks 0 to count-1 and checks that each slot goes through its steps as promised.
struct WatchedStream {
  WatchedStream(size_t blocks, size_t most_at_once)
      : count(blocks), slots(most_at_once), block_of(slots, 0), states(slots) {}

  void run() {
    const std::function<bool(size_t)> fill = [this](size_t slot) {
      const Alone alone(filling);
      require(slot < slots && states[slot] == State::free);
      if (filled == count) {
        return false;
      }
      block_of[slot] = filled++;
      states[slot] = State::filled;
      require(filled - finished <= slots);
      return true;
    };
    const std::function<void(size_t)> work = [this](size_t slot) {
      require(slot < slots && states[slot] == State::filled);
      states[slot] = State::working;
      ++worked;
      on_work(block_of[slot]);
      states[slot] = State::worked;
    };
    const std::function<void(size_t)> finish = [this](size_t slot) {
      const Alone alone(finishing);
      require(slot < slots && states[slot] == State::worked);
      require(block_of[slot] == finished);  // in the order of the blocks
      ++finished;
      states[slot] = State::free;
    };
    parallel_stream(slots, {fill, work, finish});
  }

  void expect_done() {
    run();
    EXPECT_TRUE(right);
    EXPECT_EQ(filled, count);
    EXPECT_EQ(worked, count);
    EXPECT_EQ(finished, count);
  }

  // No two of these live at once.
  struct Alone {
    explicit Alone(std::atomic<int>& others) : inside(others) { EXPECT_EQ(++inside, 1); }
    ~Alone() { --inside; }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;
    std::atomic<int>& inside;
  };
  enum class State { free, filled, working, worked };

  void require(bool holds) {
    if (!holds) {
      right = false;
    }
  }

  size_t count, slots;
  std::function<void(size_t)> on_work = [](size_t) {
  };
  std::atomic<size_t> filled = 0, worked = 0, finished = 0;
  std::vector<size_t> block_of;  // the block that a slot holds
  std::vector<State> states;     // handed from step to step: no two threads may touch one at once
  std::atomic<int> filling = 0, finishing = 0;
  std::atomic<bool> right = true;
};

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

TEST(Control, ALoopThatIsAskedToStopThrowsSoonAndTheNextCallWorks) {
  for (const unsigned threads : {1u, 4u}) {
    std::stop_source stop;
    std::atomic<size_t> rounds = 0;
    const size_t count = 1'000'000;
    {
      const Workers workers(threads, {stop.get_token()});
      EXPECT_THROW(parallel_for(count,
                                [&](size_t) {
                                  if (++rounds == 100) {
                                    stop.request_stop();
                                  }
                                }),
                   Stopped);
      EXPECT_GE(rounds, 100u);
      EXPECT_LT(rounds, 100u + 2 * threads);
      EXPECT_THROW(check_stop(), Stopped);
      EXPECT_THROW(parallel_for(1, [](size_t) { FAIL(); }), Stopped);
    }
    check_stop();
    parallel_for(10, [&](size_t) { rounds = 0; });
    EXPECT_EQ(rounds, 0u);
  }
}

TEST(Control, AStreamThatIsAskedToStopFillsNoMore) {
  for (const unsigned threads : {1u, 4u}) {
    std::stop_source stop;
    const Workers workers(threads, {stop.get_token()});
    WatchedStream stream(100'000, 6);
    stream.on_work = [&](size_t block) {
      if (block == 20) {
        stop.request_stop();
      }
    };
    EXPECT_THROW(stream.run(), Stopped);
    EXPECT_TRUE(stream.right);
    EXPECT_LE(stream.filled, 20u + 2 * 6);
  }
}

TEST(Control, RoundsAreToldInOrderOneAtATimeAndAThousandTimesAtMost) {
  for (const unsigned threads : {1u, 4u}) {
    for (const size_t count : {size_t{1}, size_t{7}, size_t{1000}, size_t{123456}}) {
      std::atomic<int> inside = 0;
      std::vector<Progress> told;
      const Workers workers(threads, {{}, [&](const Progress& progress) {
                                        const WatchedStream::Alone alone(inside);
                                        told.push_back(progress);
                                      }});
      parallel_for(
          count, [](size_t) {}, Progress::Phase::words);
      ASSERT_FALSE(told.empty());
      EXPECT_LE(told.size(), 1000u);
      uint64_t before = 0;
      for (const Progress& progress : told) {
        EXPECT_EQ(progress.phase, Progress::Phase::words);
        EXPECT_EQ(progress.total, count);
        EXPECT_GT(progress.done, before);
        before = progress.done;
      }
      EXPECT_EQ(before, count);
    }
  }
}

TEST(Control, WhatTheCallbackThrowsComesOut) {
  const Workers workers(4, {{}, [](const Progress&) {
                              throw std::runtime_error("full");
                            }});
  EXPECT_THROW(parallel_for(
                   100, [](size_t) {}, Progress::Phase::words),
               std::runtime_error);
  EXPECT_THROW(tell_progress({Progress::Phase::passages, 1, 2}), std::runtime_error);
}

TEST(Control, AnInnerCallTellsTheOuterOneAndStopsWithIt) {
  std::stop_source stop;
  uint64_t told = 0;
  const Workers outer(4, {stop.get_token(), [&](const Progress& p) {
                            told = p.done;
                          }});
  const Workers inner(2);
  tell_progress({Progress::Phase::passages, 5, 10});
  EXPECT_EQ(told, 5u);
  stop.request_stop();
  EXPECT_THROW(check_stop(), Stopped);
}

TEST(Control, EveryPhaseHasANameOfItsOwn) {
  std::set<std::string> names;
  const int phases = static_cast<int>(Progress::Phase::writing) + 1;
  for (int phase = 0; phase < phases; ++phase) {
    names.insert(name_of(static_cast<Progress::Phase>(phase)));
  }
  EXPECT_EQ(names.size(), static_cast<size_t>(phases));
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace reprise::detail
