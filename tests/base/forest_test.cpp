// Which numbers hang together.
#include "reprise/base/forest.h"

#include <gtest/gtest.h>

namespace reprise::detail {
namespace {

TEST(Forest, TheRootIsTheSmallestOfItsTree) {
  std::vector<uint32_t> parents = lone_trees(6);
  EXPECT_EQ(find_root(parents, 5), 5u);
  join(parents, 2, 5);
  join(parents, 4, 3);
  join(parents, 5, 1);
  EXPECT_EQ(find_root(parents, 2), 1u);
  EXPECT_EQ(find_root(parents, 5), 1u);
  EXPECT_EQ(find_root(parents, 4), 3u);
  EXPECT_EQ(find_root(parents, 0), 0u);
}

}  // namespace
}  // namespace reprise::detail
