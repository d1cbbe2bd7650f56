// The command line of `reprise archive`: a verb, an archive, and what goes with them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command_line.h"
#include "library.h"
#include "manual.h"
#include "outputs.h"
#include "reprise/options.h"
#include "reprise/read.h"
#include "reprise/report.h"
#include "summary_options.h"

namespace reprise::program {

enum class ArchiveVerb { none, create, add, remove, query, watch, check, stats, compact };

struct ArchiveRequest {
  ArchiveVerb verb = ArchiveVerb::none;
  std::string archive;
  std::vector<std::string> operands;  // paths; of remove, ids
  ReadOptions read;
  CompareOptions compare;  // create: what is kept; query: what is asked
  bool replace = false;    // add
  bool add = false;        // query: add the documents afterwards
  bool rebuild = false;    // compact
  bool new_only = false;   // watch: tell of documents without near-duplicates alone
  double least_share = 0;  // watch: of a document's words that are known, to tell of it
  std::string list;        // remove: a file of ids, one a line
  std::vector<std::pair<std::string, std::string>> where;  // remove: fields and their values
  double patience = 10;                                    // seconds to wait for another writer
  JsonOptions json;
  OutputPaths outputs;
  SummaryOptions summary;
  bool exit_code = false;
  GeneralOptions general;
};

// Returns what the arguments ask for. Throws WrongUse.
ArchiveRequest parse_archive(const std::vector<std::string>& arguments);

// Returns "create", "add", …
std::vector<std::string> archive_verbs();

// Returns what the options of all verbs are, for the manual.
std::vector<OptionHelp> archive_option_help();

// Returns the text of `reprise archive VERB --help`; of no verb, what the verbs do.
std::string archive_help(ArchiveVerb verb);

}  // namespace reprise::program
