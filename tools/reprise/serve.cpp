#include "serve.h"

#include "exit_code.h"
#include "reprise/io/output_file.h"

namespace reprise::program {
namespace {

// Returns what a browser is to open. Whoever listens on all addresses is reached by one of them.
std::string address_of(const ServeRequest& request, uint16_t port) {
  const bool is_any = request.listen == "0.0.0.0" || request.listen == "::";
  const std::string host = is_any ? "localhost" : request.listen;
  const bool is_version_6 = host.find(':') != std::string::npos;
  return "http://" + (is_version_6 ? "[" + host + "]" : host) + ":" + std::to_string(port) + "/";
}

}  // namespace

int run_serve(const ServeRequest& request) {
  ArchiveService service(request.service);
  HttpServer server(request.listen, static_cast<uint16_t>(request.port), request.limits,
                    {[&](const HttpRequest& head, const std::string& address) {
                       return service.admit(head, address);
                     },
                     [&](const HttpRequest& asked, const std::stop_token& stop) {
                       return service.answer(asked, stop);
                     }});
  if (!request.general.quiet) {
    OutputFile("-").write("serving " + request.service.archive + " at " +
                          address_of(request, server.port()) + " (Ctrl-C ends it)\n");
  }
  server.run();
  return done;
}

}  // namespace reprise::program
