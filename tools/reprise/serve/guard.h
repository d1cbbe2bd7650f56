// Which requests are refused whatever they ask: those of a hostile page in the user's own browser,
// and those without the token.
//
//     Host: evil.example          403: a name that leads here by DNS rebinding; an address,
//                                 localhost and the names that the user gave are none
//     Origin: http://evil.example 403: another page's request. Its own page sends its own origin,
//                                 programs send none
//     Sec-Fetch-Site: cross-site  403: the same, of requests that carry no origin
//     (no Authorization)          401, where a token is asked for
//
// What a form of another page can send (types of content, methods) no route takes: service.h.
//
// Pure; any thread. Source: Fetch (WHATWG), Origin and Sec-Fetch-Site; RFC 6750, bearer tokens.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "serve/http.h"

namespace reprise::program {

struct GuardRules {
  std::vector<std::string> hosts;  // names that lead here, besides localhost; without ports
  std::string token;               // empty: none is asked for
};

// What is asked for can be had without the token: the page itself, which holds nothing of the
// archive and which another page may lead to.
enum class Guarded { all, public_page };

// Returns the answer that refuses the request; nothing if it may pass.
std::optional<HttpResponse> guard(const HttpRequest& request, const GuardRules& rules,
                                  Guarded guarded);

}  // namespace reprise::program
