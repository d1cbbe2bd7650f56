#include "serve/http.h"

#include <boost/beast/http/status.hpp>
#include <nlohmann/json.hpp>

namespace reprise::program {

HttpResponse refusal(unsigned status, const std::string& detail) {
  using Json = nlohmann::ordered_json;
  const auto title = boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(status));
  const Json said{{"title", std::string(title)}, {"status", status}, {"detail", detail}};
  return {status, "application/problem+json",
          said.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"};
}

HttpResponse json_answer(std::string json, unsigned status) {
  return {status, json_type, std::move(json)};
}

}  // namespace reprise::program
