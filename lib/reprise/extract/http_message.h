// A response of HTTP as archives keep it: its head, and its body as it was before it was packed.
//
//     HTTP/1.1 200 OK                          status 200, type "text/html",
//     Content-Type: text/html; charset=utf-8   charset "utf-8", body "Ferry"
//     Transfer-Encoding: chunked
//
//     5␍␊Ferry␍␊0␍␊␍␊
//
// Archives often keep a body whose head still says "chunked" or "gzip" after it was unpacked: what
// doesn't look so is taken as it is. Source: RFC 9110, 9112. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reprise::detail {

// Fields "Name: value" of a head: of HTTP and of WARC.
class MessageFields {
 public:
  // Reads lines up to the end or to an empty one; a line that begins with a blank goes on with the
  // one before it, and one without a colon is passed over.
  explicit MessageFields(std::string_view lines);

  // Returns the first value of that name, in any case; empty if there is none.
  std::string_view operator[](std::string_view name) const;

 private:
  std::vector<std::pair<std::string_view, std::string>> fields_;
};

// A head and what is behind its empty line.
struct SplitMessage {
  std::string_view head, body;
};

// Returns both; nothing if no empty line ends a head of at most 64 KiB.
std::optional<SplitMessage> split_message(std::string_view message);

struct HttpResponse {
  int status = 0;
  std::string type;       // "text/html", small; empty if it isn't said
  std::string charset;    // small; empty if it isn't said
  std::string_view body;  // of the message, or of `unpacked`
  std::string unpacked;
  std::string problem;  // what is wrong with the body, if anything is
};

// Reads the response in `message`, which must outlive it; at most `most` bytes of body are
// unpacked. Returns false if it is none.
bool read_http_response(std::string_view message, size_t most, HttpResponse& response);

// Returns the type and the charset of "text/html; charset=utf-8", small.
std::pair<std::string, std::string> media_type_of(std::string_view content_type);

}  // namespace reprise::detail
