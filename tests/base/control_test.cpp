// Being asked to stop, and telling how far the work is, in loops and streams.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "reprise/base/parallel.h"
#include "support/watched_stream.h"

namespace reprise::detail {
namespace {

using support::WatchedStream;

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
