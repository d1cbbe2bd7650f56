// What the server makes of what comes from others: targets, hosts, origins, tokens, too many
// requests; and that its routes are those that are described.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "serve/guard.h"
#include "serve/rate_limit.h"
#include "serve/request_body.h"
#include "serve/service.h"
#include "serve/target.h"

namespace reprise::program {
namespace {

using Strings = std::vector<std::string>;
using Query = std::map<std::string, std::string>;

TEST(Target, IsCutFirstAndDecodedThen) {
  const auto target = parse_target("/documents/a%2Fb%20%C3%BC+c?says=a+b%26c&limit=3&empty=&flag");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (Strings{"documents", "a/b ü+c"}));
  EXPECT_EQ(target->query, (Query{{"says", "a b&c"}, {"limit", "3"}, {"empty", ""}, {"flag", ""}}));
}

TEST(Target, OfTheRootHasNoPath) {
  for (const char* root : {"/", "/?", "/?&&"}) {
    const auto target = parse_target(root);
    ASSERT_TRUE(target) << root;
    EXPECT_TRUE(target->path.empty());
    EXPECT_TRUE(target->query.empty());
  }
  EXPECT_EQ(parse_target("//")->path, (Strings{"", ""}));
  EXPECT_EQ(parse_target("/a/")->path, (Strings{"a", ""}));
}

TEST(Target, ThatIsNoneIsRefused) {
  for (const char* none : {"", "*", "a", "http://a/b", "/%", "/%4", "/%4g", "/%00", "/%0a", "/%7f",
                           "/%ff", "/%c3", "/?a=%zz", "/?a=1&a=2", "/?%61=1&a=2", "/a#b"}) {
    EXPECT_FALSE(parse_target(none)) << none;
  }
}

HttpRequest request_of(const std::string& host) {
  HttpRequest request;
  request.method = "GET";
  request.host = host;
  return request;
}

unsigned status_of(const HttpRequest& request, const GuardRules& rules,
                   Guarded guarded = Guarded::all) {
  const auto refused = guard(request, rules, guarded);
  return refused ? refused->status : 200;
}

TEST(Guard, OnlyNamesThatLeadHereArePassed) {
  const GuardRules rules{{"News.example"}, ""};
  for (const char* host : {"localhost", "LocalHost:80", "127.0.0.1:7077", "[::1]:7077",
                           "192.168.1.2", "news.example", "news.example:443"}) {
    EXPECT_EQ(status_of(request_of(host), rules), 200U) << host;
  }
  for (const char* host : {"", ":80", "evil.example", "news.example.evil", "[", "[::1", "[evil]",
                           "[::1]x", "localhost:80@evil.example", "127.0.0.1:80, evil.example",
                           "0x7f.1", "2130706433", "127.0.0.1.evil.example"}) {
    EXPECT_EQ(status_of(request_of(host), rules), 403U) << host;
    EXPECT_EQ(status_of(request_of(host), rules, Guarded::public_page), 403U) << host;
  }
}

TEST(Guard, OtherOriginsAreRefused) {
  HttpRequest request = request_of("127.0.0.1:7077");
  for (const char* origin : {"http://127.0.0.1:7077", "HTTPS://127.0.0.1:7077"}) {
    request.origin = origin;
    EXPECT_EQ(status_of(request, {}), 200U) << origin;
  }
  for (const char* origin : {"null", "http://127.0.0.1", "http://127.0.0.1:70770",
                             "http://evil.example", "127.0.0.1:7077", "ftp://127.0.0.1:7077"}) {
    request.origin = origin;
    EXPECT_EQ(status_of(request, {}), 403U) << origin;
  }
  request.origin.clear();
  request.fetch_site = "cross-site";
  EXPECT_EQ(status_of(request, {}), 403U);
  EXPECT_EQ(status_of(request, {}, Guarded::public_page), 200U);
}

TEST(Guard, TheTokenMustBeWhole) {
  const GuardRules rules{{}, "0123456789abcdef"};
  HttpRequest request = request_of("localhost");
  for (const char* given : {"Bearer 0123456789abcdef", "bEARER 0123456789abcdef"}) {
    request.authorization = given;
    EXPECT_EQ(status_of(request, rules), 200U) << given;
  }
  for (const char* given : {"", "Bearer", "Bearer ", "0123456789abcdef", "Bearer 0123456789abcde",
                            "Bearer 0123456789abcdefg", "Bearer 0123456789abcdef0123456789abcdef",
                            "Basic 0123456789abcdef"}) {
    request.authorization = given;
    EXPECT_EQ(status_of(request, rules), 401U) << given;
    EXPECT_EQ(status_of(request, rules, Guarded::public_page), 200U);
  }
}

TEST(RateLimit, LetsTwiceTheRateComeAtOnceAndThenTheRate) {
  RateLimit limit(2);
  RateLimit::Clock::time_point now{};
  const auto admitted = [&](const std::string& address) {
    int count = 0;
    while (limit.admits(address, now)) {
      ++count;
    }
    return count;
  };
  EXPECT_EQ(admitted("a"), 4);
  EXPECT_EQ(admitted("a"), 0);
  EXPECT_EQ(admitted("b"), 4) << "each address has its own";
  now += std::chrono::seconds(1);
  EXPECT_EQ(admitted("a"), 2);
  now += std::chrono::hours(1);
  EXPECT_EQ(admitted("a"), 4) << "what was not used is not saved";
}

TEST(RateLimit, ManyAddressesTakeNoMoreRoom) {
  RateLimit limit(1);
  const RateLimit::Clock::time_point now{};
  EXPECT_TRUE(limit.admits("a", now));
  EXPECT_TRUE(limit.admits("a", now));
  for (int i = 0; i < 1000; ++i) {
    EXPECT_TRUE(limit.admits(std::to_string(i), now));
  }
  EXPECT_FALSE(limit.admits("a", now)) << "not yet forgotten";
  for (int i = 0; i < 1024; ++i) {
    EXPECT_TRUE(limit.admits("other " + std::to_string(i), now));
  }
  EXPECT_TRUE(limit.admits("a", now)) << "forgotten";
}

TEST(RequestBody, NoTypeIsOneThatAFormSends) {
  for (const char* type : {"application/json", "Application/JSON ; charset=utf-8",
                           "application/x-ndjson", "application/octet-stream"}) {
    EXPECT_TRUE(is_type_of_documents(type)) << type;
  }
  for (const char* type :
       {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
        "text/plain; application/json", ";application/json", "application/jsonx"}) {
    EXPECT_FALSE(is_type_of_documents(type)) << type;
  }
}

TEST(Service, ItsRoutesAreThoseThatAreDescribed) {
  std::ifstream file(REPRISE_SOURCE_DIR "/docs/openapi.json");
  const auto described = nlohmann::json::parse(file);
  std::set<std::string> expected;
  for (const auto& [path, operations] : described["paths"].items()) {
    for (const auto& [method, operation] : operations.items()) {
      std::string name = method;
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char letter) { return static_cast<char>(letter & ~0x20); });
      expected.insert(name + " " + path);
    }
  }
  const Strings routes = ArchiveService::routes();
  EXPECT_EQ(std::set<std::string>(routes.begin(), routes.end()), expected);
}

}  // namespace
}  // namespace reprise::program
