// A stream of blocks that watches its own steps, for tests of parallel_stream.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <vector>

#include "reprise/base/parallel.h"

namespace reprise::detail::support {

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

}  // namespace reprise::detail::support
