#include "reprise/base/lists.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace reprise::detail
