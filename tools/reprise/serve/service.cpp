// Steps of a request: is it too many, from elsewhere, without the token; is there such a route,
// with this method; is the type of content one that no form can send; then its function, and what
// that throws becomes an answer.
//
//     Refused    400, 409: what was sent, or is asked for, can't be
//     Stopped    503: it took too long, or the server ends
//     Error      503: the archive can't answer, such as while another program writes to it
//
// Cost: that of the archive.
#include "serve/service.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "reprise/report.h"
#include "reprise/report/page/html_data.h"
#include "reprise/version.h"
#include "serve/document_search.h"
#include "serve/request_body.h"
#include "serve/served_page.h"

namespace reprise::program {
namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// What is wrong with a request, with its status.
struct Refused {
  unsigned status;
  std::string detail;
};

Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

// What a list of documents says of each.
Json summary_of(const Document& document) {
  return {{"id", document.id},
          {"where", document.where},
          {"title", or_null(document.title)},
          {"source", or_null(document.source)},
          {"date", or_null(document.date)},
          {"url", or_null(document.url)}};
}

Json problems_of(const Corpus& corpus) {
  Json list = Json::array();
  for (const Problem& problem : corpus.problems) {
    list.push_back({{"where", problem.where},
                    {"what", problem.what},
                    {"remedy", problem.remedy},
                    {"rejected", problem.rejected}});
  }
  return list;
}

// Returns the documents of the body. Throws Refused if there are none.
Corpus some_documents_of(const HttpRequest& request) {
  Corpus corpus;
  try {
    corpus = documents_of(request);
  } catch (const Error& error) {
    throw Refused{400, error.what()};
  }
  if (corpus.documents.empty()) {
    const bool has_reason = !corpus.problems.empty();
    throw Refused{400, has_reason ? Error::line_of(corpus.problems.front())
                                  : "the request holds no document; send one in its body"};
  }
  return corpus;
}

bool accepts(const HttpRequest& request, std::string_view type) {
  return request.accept.find(type) != std::string::npos;
}

bool flag_of(const std::string& name, const std::string& value) {
  if (value == "true" || value == "false") {
    return value == "true";
  }
  throw Refused{400, "?" + name + "= takes true or false, not '" + value + "'"};
}

size_t limit_of(const std::string& value) {
  constexpr size_t most = 1000;
  size_t limit = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), limit);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  if (!is_number || limit == 0 || limit > most) {
    throw Refused{400, "?limit= takes a number from 1 to 1,000, not '" + value + "'"};
  }
  return limit;
}

DateRange date_of(const std::string& name, const std::string& value) {
  const std::optional<DateRange> date = parse_date(value);
  if (!date) {
    throw Refused{400, "?" + name + "= takes a date, not '" + value + "'; " + date_remedy};
  }
  return *date;
}

DocumentSearch search_in(const std::map<std::string, std::string>& query) {
  DocumentSearch search;
  DateRange dates{INT64_MIN, INT64_MAX};
  for (const auto& [name, value] : query) {
    if (name == "source") {
      search.source = value;
    } else if (name == "says") {
      search.says = value;
    } else if (name == "limit") {
      search.limit = limit_of(value);
    } else if (name == "from") {
      dates.begin = date_of(name, value).begin;
      search.dates = dates;
    } else if (name == "until") {
      dates.end = date_of(name, value).end;
      search.dates = dates;
    }
  }
  return search;
}

// Throws Refused where a document is there with other contents.
ArchiveChange added_to(Archive& archive, Corpus corpus, const ArchiveAddOptions& how,
                       const RunControl& control) {
  try {
    return archive.add(std::move(corpus), how, control);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input || how.replace) {
      throw;
    }
    const Problem& problem = error.problem();
    throw Refused{409, problem.where + ": " + problem.what +
                           "; send ?replace=true for the later to take its place"};
  }
}

bool value_is_true(const HttpRequest& request, const std::string& name, bool otherwise) {
  const auto found = request.target.query.find(name);
  return found == request.target.query.end() ? otherwise : flag_of(name, found->second);
}

}  // namespace

// A request, and what asks it to stop.
struct ArchiveService::Call {
  const HttpRequest& request;
  RunControl control;
};

struct ArchiveService::Route {
  std::string method;
  std::vector<std::string> path;  // "{id}" is any
  RouteAccess access;
  std::vector<std::string> parameters;  // of its query
  HttpResponse (ArchiveService::*answer)(const Call&);
};

const std::vector<ArchiveService::Route>& ArchiveService::table() {
  using enum RouteAccess;
  static const std::vector<Route> routes{
      {"GET", {}, anybody, {}, &ArchiveService::page},
      {"GET", {"archive"}, reader, {}, &ArchiveService::describe},
      {"POST", {"query"}, reader, {"name", "text"}, &ArchiveService::query},
      {"GET",
       {"documents"},
       reader,
       {"source", "from", "until", "says", "limit"},
       &ArchiveService::search},
      {"GET", {"documents", "{id}"}, reader, {}, &ArchiveService::document},
      {"POST", {"documents"}, writer, {"name", "replace"}, &ArchiveService::add}};
  return routes;
}

std::vector<std::string> ArchiveService::routes() {
  std::vector<std::string> all;
  for (const Route& route : table()) {
    std::string path;
    for (const std::string& part : route.path) {
      path += "/" + part;
    }
    all.push_back(route.method + " " + (path.empty() ? "/" : path));
  }
  return all;
}

bool ArchiveService::leads_to(const Route& route, const std::vector<std::string>& path) {
  return std::equal(route.path.begin(), route.path.end(), path.begin(), path.end(),
                    [](const std::string& wanted, const std::string& part) {
                      return wanted == "{id}" || wanted == part;
                    });
}

const ArchiveService::Route* ArchiveService::route_of(const HttpRequest& request) {
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
  for (const Route& route : table()) {
    if (route.method == method && leads_to(route, request.target.path)) {
      return &route;
    }
  }
  return nullptr;
}

HttpResponse ArchiveService::refuse_address(const std::vector<std::string>& path) {
  std::string allowed;
  for (const Route& route : table()) {
    if (leads_to(route, path)) {
      allowed += (allowed.empty() ? "" : ", ") + route.method;
    }
  }
  if (allowed.empty()) {
    return refusal(404, "nothing stands at this address");
  }
  HttpResponse response = refusal(405, "this address takes " + allowed + " alone");
  response.headers.emplace_back("Allow", allowed);
  return response;
}

ArchiveService::ArchiveService(ServiceOptions options)
    : options_(std::move(options)),
      rate_(options_.rate),
      archive_(Archive::open(options_.archive, Archive::Access::read)) {}

std::optional<HttpResponse> ArchiveService::admit(const HttpRequest& head,
                                                  const std::string& address) {
  if (!rate_.admits(address, RateLimit::Clock::now())) {
    HttpResponse response = refusal(429, "too many requests; come again in a second");
    response.headers.emplace_back("Retry-After", "1");
    return response;
  }
  const Route* route = route_of(head);
  const bool is_public = route != nullptr && route->access == RouteAccess::anybody;
  if (auto refused = guard(head, options_.guard, is_public ? Guarded::public_page : Guarded::all)) {
    return refused;
  }
  if (route == nullptr) {
    return refuse_address(head.target.path);
  }
  if (route->access == RouteAccess::writer && !options_.is_writable) {
    return refusal(403, "the archive is served for reading; start reprise serve with --writable");
  }
  if (route->method == "POST" && !is_type_of_documents(head.content_type)) {
    return refusal(415, std::string("send documents as ") + json_type + " (a record), " +
                            json_lines_type + " (a record a line) or " + bytes_type + " (a file)");
  }
  for (const auto& [name, value] : head.target.query) {
    const auto& known = route->parameters;
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return refusal(400, "there is no parameter '" + name + "' here");
    }
  }
  return std::nullopt;
}

HttpResponse ArchiveService::answer(const HttpRequest& request, const std::stop_token& stop) {
  try {
    const Route* route = route_of(request);
    if (route->access == RouteAccess::reader) {
      archive_.refresh();
    }
    return (this->*route->answer)({request, {stop, {}}});
  } catch (const Refused& refused) {
    return refusal(refused.status, refused.detail);
  } catch (const Stopped&) {
    return refusal(503, "it took too long, and was stopped; ask for less at a time");
  } catch (const Error& error) {
    return refusal(503, error.what());
  } catch (const std::exception& error) {
    return refusal(500, error.what());
  }
}

HttpResponse ArchiveService::page(const Call&) {
  std::string html(served_before_data);
  html.append("{}").append(served_after_data);
  return {200, html_type, std::move(html)};
}

HttpResponse ArchiveService::describe(const Call&) {
  return json_answer(written({{"version", version()},
                              {"documents", archive_.stats().documents},
                              {"writable", options_.is_writable}}));
}

HttpResponse ArchiveService::query(const Call& call) {
  const bool has_texts = value_is_true(call.request, "text", true);
  Corpus corpus = some_documents_of(call.request);
  const Result result = archive_.query(std::move(corpus), options_.compare, call.control);
  if (accepts(call.request, page_rows_type)) {
    return {200, page_rows_type, html_data(result, {}).json};
  }
  if (accepts(call.request, "text/html")) {
    return {200, html_type, to_html(result, {}).html};
  }
  JsonOptions json;
  json.text = has_texts;
  return json_answer(to_json(result, json));
}

HttpResponse ArchiveService::search(const Call& call) {
  const DocumentSearch asked = search_in(call.request.target.query);
  const FoundDocuments found = search_documents(archive_, asked, options_.compare, call.control);
  Json list = Json::array();
  for (const FoundDocument& one : found.documents) {
    Json entry = summary_of(one.document);
    if (!asked.says.empty()) {
      entry["said"] = one.said;
      entry["words"] = one.words;
    }
    list.push_back(std::move(entry));
  }
  return json_answer(written({{"documents", list}, {"complete", found.are_all}}));
}

HttpResponse ArchiveService::document(const Call& call) {
  const std::string& id = call.request.target.path.back();
  const std::optional<Document> document = archive_.find(id);
  if (!document) {
    return refusal(404, "there is no document '" + id + "' in the archive");
  }
  Json json = summary_of(*document);
  json["extracted"] = document->extracted;
  json["extra"] = Json::parse(document->extra, nullptr, false);
  json["text"] = document->text;
  return json_answer(written(json));
}

HttpResponse ArchiveService::add(const Call& call) {
  const bool replace = value_is_true(call.request, "replace", false);
  Corpus corpus = some_documents_of(call.request);
  const bool lacks_id =
      std::any_of(corpus.documents.begin(), corpus.documents.end(),
                  [](const Document& document) { return is_made_up(document.id); });
  if (lacks_id) {
    throw Refused{400, "a document has no id; send an \"id\", or the ?name= of a file"};
  }
  const Json problems = problems_of(corpus);
  const Archive::Access access = Archive::Access::write;
  Archive writer = Archive::open(options_.archive, access, options_.patience);
  const ArchiveAddOptions how{.replace = replace, .threads = options_.compare.threads};
  const ArchiveChange change = added_to(writer, std::move(corpus), how, call.control);
  return json_answer(written({{"added", change.added},
                              {"replaced", change.replaced},
                              {"unchanged", change.unchanged},
                              {"problems", problems}}));
}

}  // namespace reprise::program
