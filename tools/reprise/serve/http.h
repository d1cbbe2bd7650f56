// A request and its answer as plain structs, so that what answers knows no network.
//
//     GET /documents?source=Courier HTTP/1.1      method "GET", path {"documents"},
//     Host: 127.0.0.1:7077                        query {source: Courier}, host "127.0.0.1:7077"
//
// What is wrong is answered as RFC 9457 has it: {"title": …, "status": 404, "detail": …}.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "library.h"
#include "serve/target.h"

namespace reprise::program {

struct HttpRequest {
  std::string method;
  Target target;
  // Headers; empty: not sent.
  std::string host, origin, fetch_site, content_type, accept, authorization;
  std::string body;
};

struct HttpResponse {
  unsigned status = 200;
  std::string type;  // of the content
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};  // further ones
};

// Types of content.
inline constexpr const char* json_type = "application/json";
inline constexpr const char* json_lines_type = "application/x-ndjson";
inline constexpr const char* bytes_type = "application/octet-stream";
inline constexpr const char* html_type = "text/html; charset=utf-8";
// The rows that the page draws (page/src/types.d.ts); they may change with each version.
inline constexpr const char* page_rows_type = "application/vnd.reprise.page+json";

// Returns the answer that says what is wrong, and what to do.
HttpResponse refusal(unsigned status, const std::string& detail);

// Returns the answer with this JSON.
HttpResponse json_answer(std::string json, unsigned status = 200);

}  // namespace reprise::program
