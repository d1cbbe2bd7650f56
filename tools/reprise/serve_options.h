// The command line of `reprise serve`: an archive, and to whom it is served.
#pragma once

#include <string>
#include <vector>

#include "command_line.h"
#include "library.h"
#include "manual.h"
#include "serve/server.h"
#include "serve/service.h"

namespace reprise::program {

struct ServeRequest {
  std::string listen = "127.0.0.1";  // an address
  uint32_t port = 7077;
  ServiceOptions service;
  ServerLimits limits;
  GeneralOptions general;
};

// Returns what the arguments ask for, with the token that the file or the environment holds. Throws
// WrongUse.
ServeRequest parse_serve(const std::vector<std::string>& arguments);

// Returns what the options are, for the manual.
std::vector<OptionHelp> serve_option_help();

// Returns the text of `reprise serve --help`.
std::string serve_help();

}  // namespace reprise::program
