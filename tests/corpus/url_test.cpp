// URLs that lead to one page.
#include "reprise/corpus/url.h"

#include <gtest/gtest.h>

namespace reprise::detail {
namespace {

TEST(Url, OnesThatLeadToOnePageAreWrittenInOneWay) {
  const std::pair<std::string_view, std::string_view> cases[]{
      {"HTTP://WWW.Example.org:80/a/../b%7e/?utm_source=x&q=2&b=1#top", "example.org/b~?b=1&q=2"},
      {"https://example.org", "example.org"},
      {"https://example.org./", "example.org"},
      {"https://example.org:443?", "example.org"},
      {"http://example.org:8080/a//b/./c/", "example.org:8080/a//b/c"},
      {"http://example.org/../../a", "example.org/a"},
      {"http://example.org/A%2fb%c3%a9%zz%4", "example.org/A%2Fb%C3%A9%zz%4"},
      {"http://example.org/a?FBCLID=1&&gclid=2#x", "example.org/a"},
      {"http://example.org/a?id=7&ID=8", "example.org/a?ID=8&id=7"},
      {"http://example.org/#!/page", "example.org#!/page"},
      {"  http://example.org/a b \n", "example.org/a b"},
      {"http://", ""},
      {"http:/example.org", "http:/example.org"},
      {" ISBN 978-3 ", "ISBN 978-3"},
      {"", ""}};
  for (const auto& [url, expected] : cases) {
    EXPECT_EQ(normalised_url(url), expected) << url;
  }
}

TEST(Url, WhatMayBeAnotherPageStaysApart) {
  for (const auto& [one, other] : std::initializer_list<std::pair<const char*, const char*>>{
           {"http://example.org/a", "http://example.org/A"},
           {"http://example.org/", "http://example.org/index.html"},
           {"http://m.example.org/", "http://example.org/"},
           {"http://example.org/a?id=1", "http://example.org/a?id=2"},
           {"http://example.org/a%2Fb", "http://example.org/a/b"}}) {
    EXPECT_NE(normalised_url(one), normalised_url(other));
  }
}

}  // namespace
}  // namespace reprise::detail
