#include "serve/session.h"

#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

namespace reprise::program {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

// What every answer says: nothing is kept, nothing is guessed, and no other page gets hold of it.
constexpr std::array<std::pair<const char*, const char*>, 7> headers_of_all{
    {{"Server", "reprise"},
     {"Cache-Control", "no-store"},
     {"Content-Security-Policy", "frame-ancestors 'none'"},
     {"X-Content-Type-Options", "nosniff"},
     {"Referrer-Policy", "no-referrer"},
     {"Cross-Origin-Opener-Policy", "same-origin"},
     {"Cross-Origin-Resource-Policy", "same-origin"}}};

// What is read and thrown away of a request that was refused.
constexpr size_t most_discarded = 64 << 20;

bool is_about_http(const boost::system::error_code& error) {
  return error.category() == http::make_error_code(http::error::bad_target).category();
}

// Returns the answer to what is no request.
HttpResponse refusal_of(const boost::system::error_code& error, const ServerLimits& limits) {
  if (error == http::error::header_limit) {
    return refusal(431,
                   "the headers take more than " + std::to_string(limits.head_bytes) + " bytes");
  }
  if (error == http::error::body_limit) {
    return refusal(413,
                   "the body takes more than " + std::to_string(limits.body_bytes) +
                       " bytes; send less at a time, or start reprise serve with --most-bytes");
  }
  return refusal(400, "this is no HTTP request: " + error.message());
}

std::string text_of(const http::fields& fields, http::field name) {
  return std::string(fields[name]);
}

}  // namespace

HttpSession::HttpSession(net::ip::tcp::socket socket, HttpSessions& all)
    : all_(all), stream_(std::move(socket)), answering_(stream_.get_executor()) {
  ErrorCode error;
  address_ = stream_.socket().remote_endpoint(error).address().to_string();
  stream_.socket().set_option(net::ip::tcp::no_delay(true), error);
  all_.open.insert(this);
}

HttpSession::~HttpSession() {
  all_.open.erase(this);
  if (all_.open.empty() && all_.on_last_gone) {
    all_.on_last_gone();
  }
}

void HttpSession::start() {
  read_head();
}

void HttpSession::turn_away(HttpResponse response) {
  closes_ = true;
  send(std::move(response));
}

void HttpSession::end() {
  closes_ = true;
  if (!in_hand_) {
    stream_.cancel();
    ErrorCode error;
    stream_.socket().shutdown(net::ip::tcp::socket::shutdown_both, error);
  }
}

void HttpSession::read_head() {
  parser_.emplace();
  parser_->header_limit(all_.limits.head_bytes);
  parser_->body_limit(all_.limits.body_bytes);
  stop_ = {};
  in_hand_ = false;
  stream_.expires_after(all_.limits.head);
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](ErrorCode error, size_t) { self->on_head(error); });
}

void HttpSession::on_head(ErrorCode error) {
  if (error) {
    return refuse_what_was_read(error);
  }
  in_hand_ = true;
  const http::fields& headers = parser_->get();
  const auto hosts = headers.equal_range(http::field::host);
  const bool has_one_host = hosts.first != hosts.second && std::next(hosts.first) == hosts.second;
  const auto target = parser_->get().target();
  std::optional<Target> parsed = parse_target({target.data(), target.size()});
  if (!has_one_host || !parsed) {
    return turn_away(refusal(400, has_one_host ? "the address is none" : "name one Host"));
  }
  request_ = request_head();
  request_.target = std::move(*parsed);
  if (std::optional<HttpResponse> refused = all_.handler.admit(request_, address_)) {
    closes_ = closes_ || !parser_->is_done();
    return send(std::move(*refused));
  }
  if (beast::iequals(headers[http::field::expect], "100-continue")) {
    return invite_body();
  }
  read_body();
}

HttpRequest HttpSession::request_head() const {
  const http::fields& headers = parser_->get();
  HttpRequest request;
  request.method = std::string(parser_->get().method_string());
  request.host = text_of(headers, http::field::host);
  request.origin = text_of(headers, http::field::origin);
  request.fetch_site = std::string(headers["Sec-Fetch-Site"]);
  request.content_type = text_of(headers, http::field::content_type);
  request.accept = text_of(headers, http::field::accept);
  request.authorization = text_of(headers, http::field::authorization);
  return request;
}

void HttpSession::invite_body() {
  auto go_on = std::make_shared<http::response<http::empty_body>>(http::status::continue_, 11);
  stream_.expires_after(all_.limits.sending);
  http::async_write(stream_, *go_on, [self = shared_from_this(), go_on](ErrorCode error, size_t) {
    if (!error) {
      self->read_body();
    }
  });
}

void HttpSession::read_body() {
  stream_.expires_after(all_.limits.body);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](ErrorCode error, size_t) {
                     if (error) {
                       return self->refuse_what_was_read(error);
                     }
                     self->request_.body = std::move(self->parser_->get().body());
                     self->answer();
                   });
}

void HttpSession::refuse_what_was_read(ErrorCode error) {
  if (is_about_http(error) && error != http::error::end_of_stream) {
    in_hand_ = true;
    turn_away(refusal_of(error, all_.limits));
  }
  // Else the other side has gone, or was too slow, and the connection goes with the last who
  // remembers it.
}

void HttpSession::answer() {
  stream_.expires_never();
  answering_.expires_after(all_.limits.answering);
  answering_.async_wait([self = shared_from_this()](ErrorCode error) {
    if (!error) {
      self->stop_answering();
    }
  });
  const net::any_io_executor network = stream_.get_executor();
  net::post(all_.pool, [self = shared_from_this(), work = net::make_work_guard(network),
                        network]() mutable {
    HttpResponse response = self->all_.handler.answer(self->request_, self->stop_.get_token());
    net::post(network, [self = std::move(self), work = std::move(work),
                        response = std::move(response)]() mutable {
      self->answering_.cancel();
      self->send(std::move(response));
    });
  });
}

void HttpSession::send(HttpResponse answer) {
  const bool has_request = parser_ && parser_->is_header_done();
  const unsigned version = has_request ? parser_->get().version() : 11;
  closes_ = closes_ || !has_request || !parser_->get().keep_alive() || all_.ending;
  Response& response = response_.emplace(http::int_to_status(answer.status), version);
  for (const auto& [name, value] : headers_of_all) {
    response.set(name, value);
  }
  response.set(http::field::content_type, answer.type);
  for (const auto& [name, value] : answer.headers) {
    response.set(name, value);
  }
  response.keep_alive(!closes_);
  response.content_length(answer.body.size());
  const bool wants_body = !has_request || parser_->get().method() != http::verb::head;
  if (wants_body) {
    response.body() = std::move(answer.body);
  }
  request_ = {};
  stream_.expires_after(all_.limits.sending);
  http::async_write(stream_, response, [self = shared_from_this()](ErrorCode error, size_t) {
    if (!error) {
      self->on_sent();
    }
  });
}

void HttpSession::on_sent() {
  response_.reset();
  if (closes_) {
    return close_slowly();
  }
  read_head();
}

void HttpSession::close_slowly() {
  ErrorCode error;
  stream_.socket().shutdown(net::ip::tcp::socket::shutdown_send, error);
  in_hand_ = false;
  buffer_.clear();
  stream_.expires_after(all_.limits.closing);
  discard();
}

void HttpSession::discard() {
  constexpr size_t step = 64 << 10;
  stream_.async_read_some(buffer_.prepare(step),
                          [self = shared_from_this()](ErrorCode error, size_t size) {
                            self->discarded_ += size;
                            if (!error && self->discarded_ < most_discarded) {
                              self->discard();
                            }
                          });
}

}  // namespace reprise::program
