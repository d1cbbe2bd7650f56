#include "serve/guard.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

#include "reprise/io/pack.h"

namespace reprise::program {
namespace {

// Returns whether that is nothing, or a colon and a number.
bool is_port(std::string_view text) {
  return text.empty() ||
         (text.starts_with(':') &&
          std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// Returns the name without the port: "[::1]:80" is "::1". Of what is no name, nothing.
std::string name_in(std::string_view host) {
  const bool is_in_brackets = host.starts_with('[');
  const size_t end = std::min(host.find(is_in_brackets ? ']' : ':'), host.size());
  const std::string_view name = host.substr(0, end).substr(is_in_brackets ? 1 : 0);
  const std::string_view rest = host.substr(std::min(end + (is_in_brackets ? 1 : 0), host.size()));
  const bool is_closed = !is_in_brackets || end < host.size();
  return is_closed && is_port(rest) ? std::string(name) : "";
}

// An address is none that DNS could have led here.
bool is_ours(const std::string& host, const std::vector<std::string>& names) {
  const std::string name = detail::lower_ascii(name_in(host));
  boost::system::error_code error;
  boost::asio::ip::make_address(name, error);
  const bool is_address = !error;
  return is_address || name == "localhost" ||
         std::any_of(names.begin(), names.end(),
                     [&](const std::string& own) { return detail::lower_ascii(own) == name; });
}

// Behind a server that speaks TLS, the page's origin is https.
bool is_own_origin(const HttpRequest& request) {
  const std::string origin = detail::lower_ascii(request.origin);
  const std::string host = detail::lower_ascii(request.host);
  return origin == "http://" + host || origin == "https://" + host;
}

// Takes the same time wherever the two differ.
bool are_equal(std::string_view given, std::string_view token) {
  bool are_same = given.size() == token.size();
  for (size_t i = 0; i < given.size(); ++i) {
    const bool is_same = given[i] == token[i % token.size()];
    are_same &= is_same;
  }
  return are_same;
}

bool carries(const HttpRequest& request, const std::string& token) {
  constexpr std::string_view scheme = "bearer ";
  const std::string_view given = request.authorization;
  const bool is_bearer = detail::lower_ascii(given.substr(0, scheme.size())) == scheme;
  return is_bearer && are_equal(given.substr(scheme.size()), token);
}

}  // namespace

std::optional<HttpResponse> guard(const HttpRequest& request, const GuardRules& rules,
                                  Guarded guarded) {
  if (!is_ours(request.host, rules.hosts)) {
    return refusal(403,
                   "this host is not served here; use the address that reprise serve printed, "
                   "or start it with --host and the name");
  }
  if (guarded == Guarded::public_page) {
    return std::nullopt;
  }
  const bool is_of_another_page = !request.origin.empty() && !is_own_origin(request);
  const bool is_same_site = request.fetch_site.empty() || request.fetch_site == "same-origin" ||
                            request.fetch_site == "none";
  if (is_of_another_page || !is_same_site) {
    return refusal(403, "pages of other origins may not ask here");
  }
  if (!rules.token.empty() && !carries(request, rules.token)) {
    HttpResponse response = refusal(401,
                                    "send the token that reprise serve was started with, as "
                                    "in 'Authorization: Bearer TOKEN'");
    response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"reprise\"");
    return response;
  }
  return std::nullopt;
}

}  // namespace reprise::program
