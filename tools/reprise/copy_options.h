// What counts as a copy, and which of several stays: the same options for dedup in one run and in
// phases.
#pragma once

#include <string>
#include <vector>

#include "library.h"
#include "option_values.h"
#include "reprise/dedup.h"

namespace reprise::program {

class CopyOptions {
 public:
  // Adds the options to the list. The fields are written when the arguments are parsed.
  CopyOptions(po::options_description& list, DedupOptions& dedup);

  // Takes over what has to be read from words. To be called after parsing. Throws WrongUse.
  void apply();

 private:
  DedupOptions& dedup_;
  std::string keep_ = "first";
  bool chain_ = false;
};

// Returns what stands between the commas.
std::vector<std::string> pieces_of(const std::string& list);

}  // namespace reprise::program
