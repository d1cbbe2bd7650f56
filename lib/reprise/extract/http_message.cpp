#include "reprise/extract/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "reprise/extract/html_tokens.h"
#include "reprise/io/pack.h"

namespace reprise::detail {
namespace {

constexpr size_t longest_head = 64 << 10;
constexpr size_t most_fields = 500;

// Takes a line off the front, without its end.
std::string_view take_line(std::string_view& rest) {
  const size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

// Returns the body of chunks; nothing if these bytes are none.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string joined;
  while (true) {
    const std::string_view line = take_line(body);
    size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const auto digits = static_cast<size_t>(end - line.data());
    const bool is_size = error == std::errc() && digits > 0 &&
                         (digits == line.size() || line[digits] == ';' || line[digits] == ' ');
    if (!is_size) {
      return std::nullopt;
    }
    if (size == 0) {
      return joined;
    }
    const size_t there = std::min(size, body.size());
    joined += body.substr(0, there);
    body.remove_prefix(there);
    if (body.empty()) {
      return joined;  // the record was cut
    }
    take_line(body);
    if (body.empty()) {
      return joined;
    }
  }
}

enum class Inflated { whole, cut, too_long, none };

// Inflates gzip, zlib or, with negative window bits, raw deflate.
Inflated inflate_all(std::string_view packed, int window_bits, size_t most, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) {
    return Inflated::none;
  }
  constexpr size_t piece = 64 << 10;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<size_t>(packed.size(), UINT32_MAX));
  int code = Z_OK;
  while (code == Z_OK && out.size() <= most) {
    const size_t before = out.size();
    out.resize(before + piece);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = piece;
    code = inflate(&stream, Z_NO_FLUSH);
    out.resize(before + piece - stream.avail_out);
  }
  inflateEnd(&stream);
  if (out.size() > most) {
    return Inflated::too_long;
  }
  if (code == Z_STREAM_END) {
    return Inflated::whole;
  }
  return out.empty() ? Inflated::none : Inflated::cut;
}

bool looks_like_gzip(std::string_view body) {
  return body.starts_with("\x1F\x8B");
}

bool looks_like_zlib(std::string_view body) {
  constexpr unsigned check = 31;
  return body.size() > 2 && (body[0] & 0x0F) == 8 &&
         (static_cast<uint8_t>(body[0]) * 256U + static_cast<uint8_t>(body[1])) % check == 0;
}

void take_unpacked(std::string&& unpacked, HttpResponse& response) {
  response.unpacked = std::move(unpacked);
  response.body = response.unpacked;
}

// Unpacks what the head calls packed, if it looks so.
void unpack(std::string_view encoding, size_t most, HttpResponse& response) {
  constexpr int any_wrapping = 15 + 32;
  const bool is_gzip = looks_like_gzip(response.body);
  const bool is_zlib = encoding == "deflate" && looks_like_zlib(response.body);
  const bool is_raw = encoding == "deflate" && !is_zlib && !response.body.starts_with('<');
  if (encoding == "br" || encoding == "zstd") {
    const bool is_open = trimmed(response.body).starts_with('<');
    response.problem =
        is_open ? "" : "its body is packed in a way that is not read: " + std::string(encoding);
    response.body = is_open ? response.body : std::string_view();
    return;
  }
  if (!is_gzip && !is_zlib && !is_raw) {
    return;
  }
  std::string out;
  const Inflated inflated = inflate_all(response.body, is_raw ? -15 : any_wrapping, most, out);
  if (inflated == Inflated::none && is_raw) {
    return;
  }
  if (inflated == Inflated::too_long) {
    response.problem = "its body unpacks to more than " + std::to_string(most) + " bytes";
    out.clear();
  } else if (inflated != Inflated::whole) {
    response.problem = "its packed body is damaged";
  }
  take_unpacked(std::move(out), response);
}

}  // namespace

MessageFields::MessageFields(std::string_view lines) {
  while (!lines.empty() && fields_.size() < most_fields) {
    const std::string_view line = take_line(lines);
    if (line.empty()) {
      return;
    }
    if (is_html_blank(line[0])) {
      if (!fields_.empty()) {
        fields_.back().second += " " + std::string(trimmed(line));
      }
      continue;
    }
    const size_t colon = line.find(':');
    if (colon != line.npos) {
      fields_.emplace_back(trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
  }
}

std::string_view MessageFields::operator[](std::string_view name) const {
  for (const auto& [known, value] : fields_) {
    if (same_name(known, name)) {
      return value;
    }
  }
  return {};
}

std::optional<SplitMessage> split_message(std::string_view message) {
  const std::string_view start = message.substr(0, longest_head);
  for (size_t at = start.find('\n'); at != start.npos; at = start.find('\n', at + 1)) {
    const std::string_view behind = start.substr(at + 1, 2);
    const size_t size = behind.starts_with('\n') ? 1 : 2;
    if (behind.starts_with('\n') || behind == "\r\n") {
      return SplitMessage{message.substr(0, at + 1), message.substr(at + 1 + size)};
    }
  }
  return std::nullopt;
}

std::pair<std::string, std::string> media_type_of(std::string_view content_type) {
  const std::string small = lower_ascii(content_type);
  const size_t end = std::min(small.find(';'), small.size());
  std::string type(trimmed(std::string_view(small).substr(0, end)));
  const size_t found = small.find("charset=", end);
  if (found == small.npos) {
    return {std::move(type), ""};
  }
  std::string_view charset = std::string_view(small).substr(found + 8);
  const size_t begin = std::min(charset.find_first_not_of(" \"'"), charset.size());
  charset.remove_prefix(begin);
  return {std::move(type), std::string(charset.substr(0, charset.find_first_of(" ;,\"'")))};
}

bool read_http_response(std::string_view message, size_t most, HttpResponse& response) {
  const auto split = split_message(message);
  if (!split || !split->head.starts_with("HTTP/")) {
    return false;
  }
  std::string_view lines = split->head;
  const std::string_view status_line = take_line(lines);
  const std::string_view code =
      status_line.substr(std::min(status_line.find(' '), status_line.size() - 1) + 1);
  std::from_chars(code.data(), code.data() + code.size(), response.status);
  const MessageFields fields(lines);
  std::tie(response.type, response.charset) = media_type_of(fields["Content-Type"]);
  response.body = split->body;
  if (lower_ascii(fields["Transfer-Encoding"]).find("chunked") != std::string::npos) {
    if (auto joined = joined_chunks(response.body)) {
      take_unpacked(std::move(*joined), response);
    }
  }
  const std::string encoding = lower_ascii(fields["Content-Encoding"]);
  if (!encoding.empty() && encoding != "identity") {
    // What was unpacked once may be packed in itself; it must not be read where it is written.
    const std::string packed = std::move(response.unpacked);
    response.body = packed.empty() ? response.body : std::string_view(packed);
    unpack(encoding, most, response);
    if (!packed.empty() && response.body.data() == packed.data()) {
      take_unpacked(std::string(packed), response);
    }
  }
  return true;
}

}  // namespace reprise::detail
