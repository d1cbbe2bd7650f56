// Steps: listen; take each connection, or turn it away; at a signal, take no more and let each end.
//
// Cost: that of the answers; some 50 µs a request.
#include "serve/server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>

#include "reprise/error.h"
#include "serve/session.h"

namespace reprise::program {
namespace {

namespace net = boost::asio;
using net::ip::tcp;

[[noreturn]] void cannot_listen(const std::string& address, uint16_t port, const std::string& why) {
  throw Error(ErrorKind::system,
              {address + " port " + std::to_string(port), "can't be listened on: " + why,
               "choose another with --port, or 0 for any that is free", false});
}

}  // namespace

struct HttpServer::State {
  State(const ServerLimits& its_limits, HttpHandler its_handler)
      : limits(its_limits), handler(std::move(its_handler)), pool(limits.answers) {}
  ~State() { sessions.on_last_gone = nullptr; }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void listen(const std::string& address, uint16_t port);
  void accept();
  void take(tcp::socket socket);
  void wait_before_accepting();
  void end_at_signal();
  void end();

  ServerLimits limits;
  HttpHandler handler;
  net::thread_pool pool;
  HttpSessions sessions{limits, handler, pool};  // outlives those that the network still holds
  net::io_context network{1};
  tcp::acceptor acceptor{network};
  net::steady_timer pause{network};   // before the next connection is taken
  net::steady_timer ending{network};  // until what is in hand is stopped
  net::signal_set signals{network, SIGINT, SIGTERM};
};

void HttpServer::State::listen(const std::string& address, uint16_t port) {
  boost::system::error_code error;
  const net::ip::address parsed = net::ip::make_address(address, error);
  if (error) {
    throw Error(ErrorKind::usage,
                {"", "--listen takes an address, as in 127.0.0.1 or ::1, not '" + address + "'", "",
                 false});
  }
  try {
    const tcp::endpoint endpoint(parsed, port);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen();
  } catch (const boost::system::system_error& e) {
    cannot_listen(address, port, e.code().message());
  }
}

void HttpServer::State::accept() {
  acceptor.async_accept([this](boost::system::error_code error, tcp::socket socket) {
    if (sessions.ending) {
      return;
    }
    if (error) {
      return wait_before_accepting();  // such as too many open files
    }
    take(std::move(socket));
    accept();
  });
}

// As many more as are served are told that they are not; beyond these, the system closes.
void HttpServer::State::take(tcp::socket socket) {
  if (sessions.open.size() >= 2 * limits.connections) {
    return;
  }
  const bool is_full = sessions.open.size() >= limits.connections;
  const auto session = std::make_shared<HttpSession>(std::move(socket), sessions);
  if (!is_full) {
    return session->start();
  }
  HttpResponse busy = refusal(503, "all connections are taken; come again in a moment");
  busy.headers.emplace_back("Retry-After", "1");
  session->turn_away(std::move(busy));
}

void HttpServer::State::wait_before_accepting() {
  pause.expires_after(std::chrono::milliseconds(100));
  pause.async_wait([this](boost::system::error_code error) {
    if (!error && !sessions.ending) {
      accept();
    }
  });
}

void HttpServer::State::end_at_signal() {
  signals.async_wait([this](boost::system::error_code error, int) {
    if (error) {
      return;
    }
    if (sessions.ending) {
      return network.stop();  // a second signal does not wait
    }
    end_at_signal();
    end();
  });
}

void HttpServer::State::end() {
  sessions.ending = true;
  boost::system::error_code error;
  acceptor.close(error);
  pause.cancel();
  ending.expires_after(limits.ending);
  ending.async_wait([this](boost::system::error_code cancelled) {
    if (!cancelled) {
      for (HttpSession* session : sessions.open) {
        session->stop_answering();
      }
    }
  });
  sessions.on_last_gone = [this] {
    ending.cancel();
    signals.cancel();
  };
  for (HttpSession* session : sessions.open) {
    session->end();
  }
  if (sessions.open.empty()) {
    sessions.on_last_gone();
  }
}

HttpServer::HttpServer(const std::string& address, uint16_t port, const ServerLimits& limits,
                       HttpHandler handler)
    : state_(std::make_unique<State>(limits, std::move(handler))) {
  state_->listen(address, port);
}

HttpServer::~HttpServer() = default;

uint16_t HttpServer::port() const {
  return state_->acceptor.local_endpoint().port();
}

void HttpServer::run() {
  state_->accept();
  state_->end_at_signal();
  state_->network.run();
  for (HttpSession* session : state_->sessions.open) {
    session->stop_answering();
  }
  state_->pool.join();
}

}  // namespace reprise::program
