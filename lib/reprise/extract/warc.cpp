#include "reprise/extract/warc.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "reprise/base/utf8.h"
#include "reprise/extract/html.h"
#include "reprise/extract/html_charset.h"
#include "reprise/extract/html_metadata.h"
#include "reprise/extract/html_tokens.h"
#include "reprise/extract/http_message.h"
#include "reprise/extract/plain_text.h"
#include "reprise/extract/written_date.h"

namespace reprise::detail {
namespace {

constexpr std::string_view version = "WARC/1.";
constexpr size_t longest_head = 64 << 10;
constexpr const char* record_remedy = "fetch the file again if the record matters";

bool is_line_end(char c) {
  return c == '\r' || c == '\n';
}

// Returns where the next record begins at a line behind `from`; npos if nowhere.
size_t next_record(std::string_view buffer, size_t from) {
  size_t at = buffer.find(version, from);
  while (at != buffer.npos && at > 0 && !is_line_end(buffer[at - 1])) {
    at = buffer.find(version, at + 1);
  }
  return at;
}

// Returns how many bytes at the end may belong to the next record, which the end of the buffer cuts
// in two: its line end and the first letters of its name.
size_t perhaps_begun(std::string_view buffer) {
  // A whole name that begins no line is none, and must not come to stand in front.
  return buffer.ends_with(version) ? version.size() - 1 : version.size();
}

WarcStep more(size_t bytes) {
  return {.kind = WarcStep::Kind::more, .bytes = bytes, .record = {}, .what = ""};
}

// Passes over a record that can't be read, up to the next one; `known` bytes surely belong to it.
WarcStep broken(std::string_view buffer, size_t known, bool at_end, std::string what) {
  const size_t next = next_record(buffer, known);
  const size_t kept = at_end ? 0 : std::min(perhaps_begun(buffer), buffer.size() - known);
  const size_t bytes = next == buffer.npos ? buffer.size() - kept : next;
  if (bytes == 0) {
    return more(longest_head);
  }
  return {.kind = WarcStep::Kind::broken, .bytes = bytes, .record = {}, .what = std::move(what)};
}

// Where the head of a record ends: at an empty line, or, cut, where the next record begins.
struct HeadEnd {
  std::optional<SplitMessage> split;
  bool is_cut = false;
};

// Looks no further than it must: of many heads without an end, each would be sought to the last.
HeadEnd end_of_head(std::string_view rest) {
  for (size_t size = 1 << 10; size <= longest_head; size *= 4) {
    const std::string_view front = rest.substr(0, size);
    const auto split = split_message(front);
    const size_t next = next_record(split ? split->head : front, version.size());
    if (split || next != rest.npos) {
      return {split, next != rest.npos};
    }
  }
  return {};
}

std::optional<size_t> content_length(std::string_view head) {
  const MessageFields fields(head.substr(std::min(head.find('\n'), head.size() - 1) + 1));
  const std::string_view text = fields["Content-Length"];
  size_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number && !text.empty() ? std::optional(length) : std::nullopt;
}

// Whether what follows a record may follow one: an empty line, the next record, or nothing.
bool ends_well(std::string_view behind) {
  size_t ends = 0;
  while (ends < behind.size() && is_line_end(behind[ends])) {
    ++ends;
  }
  const std::string_view next = behind.substr(ends, version.size());
  const bool is_parted = behind.starts_with("\r\n\r\n") || behind.starts_with("\n\n");
  return is_parted || next == version.substr(0, next.size());
}

bool is_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

// Reads what a record holds, by its type.
Extraction extract_body(std::string_view body, const std::string& type, const std::string& charset,
                        const std::string& name, const ExtractOptions& options) {
  const bool may_be_page = type.empty() && trimmed(body.substr(0, 1000)).starts_with('<');
  if (is_page(type) || may_be_page) {
    return extract_html_as(body, name, options, charset);
  }
  if (type == "text/plain") {
    return extract_plain_text(body, name, options, charset);
  }
  return {};
}

Extraction extract_response(std::string_view content, const std::string& name,
                            const ExtractOptions& options) {
  HttpResponse response;
  Extraction extraction;
  if (!read_http_response(content, options.most_text, response)) {
    extraction.problems.push_back(
        {name, "the record holds no answer of HTTP", record_remedy, true});
    return extraction;
  }
  const bool is_success = response.status >= 200 && response.status < 300;
  if (!is_success) {
    return extraction;
  }
  const bool is_text =
      response.type.empty() || is_page(response.type) || response.type == "text/plain";
  if (is_text && !response.problem.empty()) {
    const bool is_lost = response.body.empty();
    extraction.problems.push_back({name, response.problem, record_remedy, is_lost});
    if (is_lost) {
      return extraction;
    }
  }
  Extraction body = extract_body(response.body, response.type, response.charset, name, options);
  body.problems.insert(body.problems.begin(), extraction.problems.begin(),
                       extraction.problems.end());
  return body;
}

// Writes what the record's head says into its document. What the page says of itself is kept where
// the head is silent.
void take_head(const MessageFields& fields, Extracted& document) {
  std::string_view url = fields["WARC-Target-URI"];
  if (url.starts_with('<') && url.ends_with('>')) {  // as some writers of WARC 1.0 have it
    url = url.substr(1, url.size() - 2);
  }
  if (!url.empty()) {
    document.url = repaired_utf8(url);
    const std::string host = host_of(*document.url);
    if (!document.source && !host.empty()) {
      document.source = host;
    }
  }
  const auto date = written_date(fields["WARC-Date"]);
  if (date && document.date) {
    document.further.emplace_back("published", *document.date);
  }
  document.date = date ? date : document.date;
}

}  // namespace

WarcStep warc_step(std::string_view buffer, bool at_end) {
  size_t begin = 0;
  while (begin < buffer.size() && is_line_end(buffer[begin])) {
    ++begin;
  }
  const std::string_view rest = buffer.substr(begin);
  if (rest.empty() && at_end) {
    return {};
  }
  if (rest.size() < version.size() && !at_end) {
    return more(begin + longest_head);
  }
  if (!rest.starts_with(version)) {
    return broken(buffer, begin, at_end, "no record of WARC begins here");
  }
  const HeadEnd found = end_of_head(rest);
  if (found.is_cut) {
    return broken(buffer, begin + version.size(), at_end, "the head of the record is cut");
  }
  if (!found.split) {
    if (rest.size() < longest_head && !at_end) {
      return more(begin + longest_head);
    }
    return broken(buffer, begin + version.size(), at_end, "the head of the record has no end");
  }
  const auto head = static_cast<size_t>(found.split->body.data() - rest.data());
  const auto length = content_length(found.split->head);
  if (!length || *length > most_warc_record) {
    return broken(buffer, begin + head, at_end, "the record does not say how long it is");
  }
  const size_t end = begin + head + *length;
  const size_t enough = end + 4 + version.size();  // two line ends, and the next record's name
  if (buffer.size() < enough && !at_end) {
    return more(enough);
  }
  if (buffer.size() < end) {
    return broken(buffer, begin + head, at_end, "the record is cut");
  }
  if (!ends_well(buffer.substr(end, 4 + version.size()))) {
    return broken(buffer, begin + head, at_end, "the record is longer or shorter than it says");
  }
  size_t behind = end;
  while (behind < buffer.size() && is_line_end(buffer[behind])) {
    ++behind;
  }
  return {.kind = WarcStep::Kind::record,
          .bytes = behind,
          .record = buffer.substr(begin, end - begin),
          .what = ""};
}

Extraction extract_warc_record(std::string_view record, const std::string& name,
                               const ExtractOptions& options) {
  const auto split = split_message(record);
  if (!split) {
    Extraction extraction;
    extraction.problems.push_back({name, "the head of the record has no end", record_remedy, true});
    return extraction;
  }
  const size_t first_line = std::min(split->head.find('\n'), split->head.size());
  const MessageFields fields(split->head.substr(std::min(first_line + 1, split->head.size())));
  const std::string_view type = fields["WARC-Type"];
  Extraction extraction;
  if (same_name(type, "response")) {
    const auto [media, charset] = media_type_of(fields["Content-Type"]);
    const bool is_http = media == "application/http" || split->body.starts_with("HTTP/");
    extraction = is_http ? extract_response(split->body, name, options)
                         : extract_body(split->body, media, charset, name, options);
  } else if (same_name(type, "resource")) {
    const auto [media, charset] = media_type_of(fields["Content-Type"]);
    extraction = extract_body(split->body, media, charset, name, options);
  } else if (same_name(type, "conversion")) {
    extraction = extract_lines(split->body, name, options);
  }
  for (Extracted& document : extraction.documents) {
    take_head(fields, document);
  }
  return extraction;
}

}  // namespace reprise::detail
