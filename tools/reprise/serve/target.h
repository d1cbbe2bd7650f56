// The target of a request, "/documents/a%20b.txt?limit=3", taken apart.
//
//     "/"                        path {}
//     "/documents/a%2Fb.txt"     path {"documents", "a/b.txt"}: cut first, decoded then
//     "/documents?says=a+b"      query {says: "a b"}, as forms write it
//     "/a%zz", "/?a=1&a=2", "*"  none
//
// It comes from whoever can reach the server, and nothing in it is believed. Cost: linear. Pure.
// Source: RFC 9112, 3.2.1 (origin form); RFC 3986; WHATWG URL, application/x-www-form-urlencoded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reprise::program {

struct Target {
  std::vector<std::string> path;
  std::map<std::string, std::string> query;
};

// Returns the parts, all valid UTF-8 without control characters; nothing if it is no target, or if
// a name of its query stands there twice.
std::optional<Target> parse_target(std::string_view target);

}  // namespace reprise::program
