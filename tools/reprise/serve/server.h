// A small HTTP/1.1 server over Boost.Beast: connections, limits, time limits, a graceful end. It
// knows nothing of what is asked; two functions do.
//
//     head of a request   ->  admit: refused here, before a byte of its body is read, or not
//     all of a request    ->  answer, by one of a few threads, while others are read
//
// Who sends a byte now and then (slowloris) is cut off when the time for the whole is over; who
// sends more than is allowed is told so and cut off; who comes when all connections are taken is
// told to come again. SIGTERM and SIGINT end it: no new connection is taken, idle ones are closed,
// what was asked is answered; what is not answered in time is stopped.
//
// Memory: for each connection, its request and its answer. One thread for the network.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "serve/http.h"

namespace reprise::program {

struct ServerLimits {
  size_t connections = 64;         // at once
  size_t answers = 4;              // at once; others wait
  uint32_t head_bytes = 16 << 10;  // request line and headers
  uint64_t body_bytes = 16 << 20;
  std::chrono::seconds head{20};  // to wait for a request, and for its headers to be whole
  std::chrono::seconds body{60};
  std::chrono::seconds answering{60};  // then it is asked to stop
  std::chrono::seconds sending{60};
  std::chrono::seconds closing{2};  // for the other side to close, once all is said
  std::chrono::seconds ending{10};  // for what is in hand, when the server is to end
};

struct HttpHandler {
  // Returns the answer that refuses a request, of which the body is not there yet. Called by the
  // network's thread: quick.
  std::function<std::optional<HttpResponse>(const HttpRequest& head, const std::string& address)>
      admit;
  // Returns the answer; any thread, several at once. Throws nothing.
  std::function<HttpResponse(const HttpRequest& request, const std::stop_token& stop)> answer;
};

class HttpServer {
 public:
  // Listens; port 0: any that is free. Throws Error.
  HttpServer(const std::string& address, uint16_t port, const ServerLimits& limits,
             HttpHandler handler);
  ~HttpServer();

  // Returns the port that it listens on.
  uint16_t port() const;

  // Serves until SIGTERM or SIGINT.
  void run();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace reprise::program
