// Steps: the options are parsed; the token is taken from its file, else from the environment;
// who listens to more than this machine must have one.
//
//     reprise serve kept                        127.0.0.1, no token needed
//     reprise serve kept --listen 0.0.0.0       refused without --token-file or $REPRISE_TOKEN
#include "serve_options.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <cstdlib>
#include <fstream>

#include "comparison_options.h"
#include "help.h"

namespace reprise::program {
namespace {

constexpr const char* token_variable = "REPRISE_TOKEN";
constexpr size_t least_token = 16;  // characters

// All options, bound to the fields of a request.
struct Definition {
  ServeRequest request;
  std::string token_file;
  std::vector<std::string> paths;
  po::options_description network{"To whom", line_length()};
  po::options_description kept{"The archive", line_length()};
  po::options_description parts{"Passages and points", line_length()};
  po::options_description other{"Other", line_length()};
  po::options_description visible{line_length()};

  Definition() {
    // clang-format off
    network.add_options()
      ("listen", text("ADDRESS", request.listen),
       "address to listen on; any but this machine's own needs a token")
      ("port", number("port", request.port), "port to listen on; 0: any that is free")
      ("token-file", text("FILE", token_file),
       "file with the token that each request must carry, 16 characters or more; else "
       "$REPRISE_TOKEN")
      ("host", po::value(&request.service.guard.hosts)->value_name("NAME"),
       "name by which the server is reached, besides localhost and addresses (may be repeated)")
      ("rate", number("rate", request.service.rate),
       "requests a second that one address may send")
      ("most-bytes", number("most-bytes", request.limits.body_bytes),
       "bytes that a request may hold");
    kept.add_options()
      ("writable", po::bool_switch(&request.service.is_writable),
       "let requests add documents to the archive")
      ("wait", number("wait", request.service.patience),
       "seconds to wait for another program that writes to the archive");
    // clang-format on
    add_passage_options(parts, request.service.compare.passages);
    add_suppression_options(parts, request.service.compare);
    add_point_options(parts, request.service.compare.points);
    request.general.add_to(other);
    visible.add(network).add(kept).add(parts).add(other);
  }
};

std::string token_in(const std::string& path) {
  std::ifstream file(path);
  std::string token;
  if (!std::getline(file, token)) {
    throw WrongUse(path + ": holds no token, or can't be read; write one into its first line");
  }
  if (token.ends_with('\r')) {
    token.pop_back();
  }
  return token;
}

std::string token_of(const Definition& definition) {
  if (!definition.token_file.empty()) {
    return token_in(definition.token_file);
  }
  const char* const set = std::getenv(token_variable);
  return set == nullptr ? "" : set;
}

// Headers carry no other characters.
bool is_printable(const std::string& token) {
  return std::all_of(token.begin(), token.end(),
                     [](char letter) { return letter > ' ' && letter <= '~'; });
}

void check_token(const ServeRequest& request) {
  const std::string& token = request.service.guard.token;
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(request.listen, error);
  const bool is_of_this_machine = !error && address.is_loopback();
  if (token.empty() && !is_of_this_machine) {
    throw WrongUse("--listen " + request.listen +
                   " lets other machines ask; name a --token-file, or set $REPRISE_TOKEN");
  }
  if (!token.empty() && (token.size() < least_token || !is_printable(token))) {
    throw WrongUse(
        "the token must have 16 characters or more, letters, digits and marks without "
        "blanks, such as 'openssl rand -hex 16' makes");
  }
}

void check(const ServeRequest& request, const std::vector<std::string>& paths) {
  if (paths.empty()) {
    throw WrongUse("name an archive, as in 'reprise serve articles.archive'");
  }
  if (paths.size() > 1) {
    throw WrongUse("serve takes one archive, not " + std::to_string(paths.size()));
  }
  if (request.port > UINT16_MAX) {
    throw WrongUse("--port takes a number from 0 to 65,535");
  }
  if (!(request.service.rate >= 1)) {
    throw WrongUse("--rate takes requests a second, 1 or more");
  }
  if (request.limits.body_bytes == 0) {
    throw WrongUse("--most-bytes takes a number above 0");
  }
  if (request.service.patience < 0) {
    throw WrongUse("--wait takes seconds, 0 or more");
  }
  check_token(request);
}

}  // namespace

ServeRequest parse_serve(const std::vector<std::string>& arguments) {
  Definition definition;
  parse_command_line(definition.visible, arguments, definition.paths);
  ServeRequest& request = definition.request;
  if (request.general.help) {
    return std::move(request);
  }
  request.service.guard.token = token_of(definition);
  check(request, definition.paths);
  request.service.archive = definition.paths.front();
  CompareOptions& compare = request.service.compare;
  compare.threads = request.general.threads;
  compare.parts = {.matrices = false, .passages = true, .points = true, .pairs = true};
  compare.check();
  return std::move(request);
}

std::vector<OptionHelp> serve_option_help() {
  return help_of(Definition().visible);
}

std::string serve_help() {
  return help_page("reprise serve [OPTION...] ARCHIVE",
                   "Serves an ARCHIVE as a page, and as JSON for programs: paste a text, and see "
                   "where it stands already. What is asked is kept nowhere. SIGTERM or Ctrl-C ends "
                   "it.",
                   Definition().visible);
}

}  // namespace reprise::program
