// The whole comparison as a program calls it: threads of its own, progress, and an end when asked.
#include "reprise/compare.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "reprise/report.h"
#include "support/generator.h"

namespace reprise::detail {
namespace {

using support::Random;
using Phase = Progress::Phase;

// Documents with near-duplicates, copies and shared sentences among them.
Corpus some_corpus(size_t count) {
  Random random(5);
  const support::Vocabulary vocabulary;
  const support::Words shared = support::make_words(60, vocabulary, random);
  Corpus corpus;
  for (size_t d = 0; d < count; ++d) {
    support::Words words = support::make_words(120, vocabulary, random);
    words.insert(words.end(), shared.begin(), shared.end());
    Document document;
    document.id = std::to_string(d);
    document.where = document.id;
    document.text = support::write_text(words, random).bytes;
    if (d % 7 == 6) {
      document.text = corpus.documents[d - 3].text;
    }
    corpus.documents.push_back(std::move(document));
  }
  return corpus;
}

CompareOptions with_threads(unsigned threads) {
  CompareOptions options;
  options.threads = threads;
  return options;
}

TEST(Compare, IsTheSameForEveryNumberOfThreads) {
  const std::string expected = to_json(compare(some_corpus(40), with_threads(1)), {});
  for (const unsigned threads : {2u, 5u, 16u}) {
    EXPECT_EQ(to_json(compare(some_corpus(40), with_threads(threads)), {}), expected);
  }
}

// Who tells of progress has just ended a round; that it takes its time lets others come to one.
std::set<std::thread::id> threads_of_comparison(unsigned threads) {
  std::set<std::thread::id> ids;
  const auto note = [&](const Progress&) {
    ids.insert(std::this_thread::get_id());
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  };
  compare(some_corpus(80), with_threads(threads), {}, {{}, note});
  return ids;
}

TEST(Compare, TwoAtOnceHaveTheThreadsThatEachAskedFor) {
  std::set<std::thread::id> of_one, of_four;
  std::thread first([&] { of_one = threads_of_comparison(1); });
  std::thread second([&] { of_four = threads_of_comparison(4); });
  first.join();
  second.join();
  EXPECT_EQ(of_one.size(), 1u);
  EXPECT_EQ(of_four.size(), 4u);
  EXPECT_FALSE(of_four.contains(*of_one.begin()));
}

TEST(Compare, TellsOfItsPhasesInTheirOrder) {
  std::vector<Phase> phases;
  uint64_t done = 0;
  const auto note = [&](const Progress& progress) {
    if (phases.empty() || phases.back() != progress.phase) {
      phases.push_back(progress.phase);
      done = 0;
    }
    EXPECT_GE(progress.done, done);
    EXPECT_TRUE(progress.total == 0 || progress.done <= progress.total);
    done = progress.done;
  };
  compare(some_corpus(30), with_threads(3), {}, {{}, note});
  EXPECT_EQ(phases, (std::vector{Phase::words, Phase::near_duplicates, Phase::points,
                                 Phase::passages, Phase::matrices}));
}

TEST(Compare, StopsInEachPhaseWhenItIsAskedTo) {
  for (const unsigned threads : {1u, 4u}) {
    for (const Phase phase :
         {Phase::words, Phase::near_duplicates, Phase::points, Phase::passages, Phase::matrices}) {
      std::stop_source stop;
      std::set<Phase> told;
      const auto note = [&](const Progress& progress) {
        told.insert(progress.phase);
        if (progress.phase == phase) {
          stop.request_stop();
        }
      };
      EXPECT_THROW(compare(some_corpus(30), with_threads(threads), {}, {stop.get_token(), note}),
                   Stopped);
      EXPECT_EQ(*told.rbegin(), phase) << name_of(phase);
    }
  }
}

TEST(Compare, StopsBetweenTwoRoundsOfALoop) {
  std::stop_source stop;
  uint64_t last = 0;
  const auto note = [&](const Progress& progress) {
    if (progress.phase == Phase::passages && progress.done >= 5) {
      stop.request_stop();
    }
    last = progress.done;
  };
  EXPECT_THROW(compare(some_corpus(200), with_threads(2), {}, {stop.get_token(), note}), Stopped);
  EXPECT_LE(last, 10u);
}

TEST(Compare, IsStoppedBeforeItBegins) {
  std::stop_source stop;
  stop.request_stop();
  try {
    compare(some_corpus(3), {}, {}, {stop.get_token()});
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.kind(), ErrorKind::stopped);
  }
}

TEST(Compare, WhatTheCallbackThrowsComesOutAndTheNextComparisonWorks) {
  const auto fail = [](const Progress& progress) {
    if (progress.phase == Phase::passages) {
      throw std::logic_error("window closed");
    }
  };
  EXPECT_THROW(compare(some_corpus(20), with_threads(3), {}, {{}, fail}), std::logic_error);
  EXPECT_EQ(compare(some_corpus(20), with_threads(3)).documents.size(), 20u);
}

// Where a copy stands among the documents changes no story: each document has its own date.
TEST(Compare, ACopyMovesNoDates) {
  Random random(8);
  const support::Vocabulary vocabulary;
  std::vector<Document> documents;
  for (size_t d = 0; d < 16; ++d) {
    // Two of one day share enough for a story; with months between, some of them do not.
    const support::Words shared = support::make_words(60, vocabulary, random);
    const std::string date = d % 2 == 0 ? "2031-01-01" : "2031-09-01";
    for (int side = 0; side < 2; ++side) {
      support::Words words = support::make_words(20 + 60 * d, vocabulary, random);
      words.insert(words.end(), shared.begin(), shared.end());
      Document& document = documents.emplace_back();
      document.id = document.where = std::to_string(documents.size());
      document.text = support::write_text(words, random).bytes;
      document.date = date;
    }
  }
  const auto stories_with_copy_at = [&](size_t place) {
    std::vector<Document> with_copy = documents;
    Document copy = documents.front();
    copy.id = copy.where = "copy";
    with_copy.insert(with_copy.begin() + static_cast<std::ptrdiff_t>(place), std::move(copy));
    CompareOptions options;
    options.parts = {.matrices = false, .passages = false, .points = true};
    const Result result = compare({std::move(with_copy), {}}, options);
    std::vector<std::set<std::string>> stories(result.documents.size());
    for (size_t d = 0; d < result.documents.size(); ++d) {
      stories[result.stories[d]].insert(result.documents[d].id);
    }
    return std::set<std::set<std::string>>(stories.begin(), stories.end());
  };
  EXPECT_EQ(stories_with_copy_at(1), stories_with_copy_at(documents.size()));
}

}  // namespace
}  // namespace reprise::detail
