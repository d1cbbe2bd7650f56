// What a served archive answers: a table of routes, and a function each.
//
//     GET  /                  the page
//     GET  /archive           what it holds, and whether it may be added to
//     POST /query             what documents have in common with it: the report of `archive query`
//     GET  /documents         documents by outlet, date and what they say
//     GET  /documents/{id}    one of them
//     POST /documents         adds documents, where that is allowed
//
// docs/openapi.json describes them for programs, docs/serve.md for people.
//
// Each answer sees what the archive holds when it is asked, whoever has added to it. Nothing is
// kept of what is asked. Any thread; only admit() is for one at a time.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/archive.h"
#include "serve/guard.h"
#include "serve/http.h"
#include "serve/rate_limit.h"

namespace reprise::program {

struct ServiceOptions {
  std::string archive;     // its folder
  CompareOptions compare;  // of queries
  bool is_writable = false;
  double patience = 10;  // seconds to wait for another writer
  double rate = 50;      // requests a second that one address may send
  GuardRules guard;
};

// Who may ask.
enum class RouteAccess { anybody, reader, writer };

class ArchiveService {
 public:
  // Opens the archive. Throws Error.
  explicit ArchiveService(ServiceOptions options);

  // Returns the answer that refuses a request, by its head alone; nothing if it may be answered.
  std::optional<HttpResponse> admit(const HttpRequest& head, const std::string& address);

  // Returns the answer; what goes wrong is one, too. REQUIRES: admit() has let it pass.
  HttpResponse answer(const HttpRequest& request, const std::stop_token& stop);

  // Returns the routes, as "POST /query".
  static std::vector<std::string> routes();

 private:
  struct Route;
  struct Call;
  static const std::vector<Route>& table();
  static bool leads_to(const Route& route, const std::vector<std::string>& path);
  // Returns what is said of an address that no route leads to, or none with this method.
  static HttpResponse refuse_address(const std::vector<std::string>& path);
  static const Route* route_of(const HttpRequest& request);

  HttpResponse page(const Call& call);
  HttpResponse describe(const Call& call);
  HttpResponse query(const Call& call);
  HttpResponse search(const Call& call);
  HttpResponse document(const Call& call);
  HttpResponse add(const Call& call);

  ServiceOptions options_;
  RateLimit rate_;
  Archive archive_;
};

}  // namespace reprise::program
