// A connection: requests are read, one after another, and answered.
//
//     read the head  ->  admit?  ->  read the body  ->  answer, on another thread  ->  send
//          ^                |                                                           |
//          |                +--> refused: say why, and close                            |
//          +----------------------------------------------------------------------------+
//
// Each arrow has its time limit. Who is cut off for what it sent is still told why: the connection
// stays half open for a moment, for a reset would take the answer with it.
//
// All but the answering runs on the network's thread.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>

#include "serve/server.h"

namespace reprise::program {

class HttpSession;

// What the connections of a server share.
struct HttpSessions {
  const ServerLimits& limits;
  const HttpHandler& handler;
  boost::asio::thread_pool& pool;
  std::function<void()> on_last_gone{};
  std::set<HttpSession*> open{};
  bool ending = false;
};

class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(boost::asio::ip::tcp::socket socket, HttpSessions& all);
  ~HttpSession();
  HttpSession(const HttpSession&) = delete;
  HttpSession& operator=(const HttpSession&) = delete;

  // Reads requests.
  void start();
  // Says this, and closes.
  void turn_away(HttpResponse response);
  // Closes the connection if no request is in hand; else once that is answered.
  void end();
  // Asks the answer that is being made to stop.
  void stop_answering() { stop_.request_stop(); }

 private:
  using ErrorCode = boost::system::error_code;
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using Response = boost::beast::http::response<boost::beast::http::string_body>;

  void read_head();
  void on_head(ErrorCode error);
  void read_body();
  void invite_body();
  void answer();
  void send(HttpResponse answer);
  void on_sent();
  void close_slowly();
  void discard();
  void refuse_what_was_read(ErrorCode error);
  HttpRequest request_head() const;

  HttpSessions& all_;
  boost::beast::tcp_stream stream_;
  boost::asio::steady_timer answering_;
  std::string address_;  // of the client
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::optional<Response> response_;
  HttpRequest request_;
  std::stop_source stop_;
  bool in_hand_ = false;  // a request is
  bool closes_ = false;   // once the answer is sent
  size_t discarded_ = 0;
};

}  // namespace reprise::program
