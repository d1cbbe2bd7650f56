#include "reprise/base/lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace reprise::detail {
namespace {

TEST(Lists, AreJoinedInOrderWithoutTheEmptyOnes) {
  EXPECT_EQ(joined<int>({{3, 1}, {}, {2}}), (std::vector<int>{3, 1, 2}));
  EXPECT_TRUE(joined<std::string>({}).empty());
  EXPECT_TRUE(joined<std::string>({{}, {}}).empty());
}

TEST(Lists, ASetIsAscendingWithOneOfEach) {
  std::vector<int> list{3, 1, 3, 2, 1};
  make_set(list);
  EXPECT_EQ(list, (std::vector<int>{1, 2, 3}));
  std::vector<int> none;
  make_set(none);
  EXPECT_TRUE(none.empty());
}

TEST(Lists, EachRunIsTheLongestOfEqualNeighbours) {
  for (const std::vector<int>& list :
       {std::vector<int>{}, {1}, {1, 1}, {1, 2}, {3, 3, 1, 3}, {1, 2, 2, 2, 5, 5}}) {
    std::vector<int> all;
    int before = 0;  // the key of the run before
    for_each_run(list, std::identity(), [&](std::span<const int> run) {
      EXPECT_EQ(std::count(run.begin(), run.end(), run.front()), std::ssize(run));
      EXPECT_NE(run.front(), before);
      before = run.front();
      all.insert(all.end(), run.begin(), run.end());
    });
    EXPECT_EQ(all, list);
  }
}

}  // namespace
}  // namespace reprise::detail
