// The rule of keeping is read from its words:
//
//     --keep max:score   KeepRule::largest by the field "score"
//     --keep max:        refused: no field
#include "copy_options.h"

#include <algorithm>

namespace reprise::program {
namespace {

KeepRule parse_keep(const std::string& text) {
  using Kind = KeepRule::Kind;
  if (text == "first") {
    return {Kind::first, {}};
  }
  if (text == "longest") {
    return {Kind::longest, {}};
  }
  if (text == "newest") {
    return {Kind::newest, {}};
  }
  if (text.starts_with("max:") && text.size() > 4) {
    return {Kind::largest, text.substr(4)};
  }
  if (text.starts_with("min:") && text.size() > 4) {
    return {Kind::smallest, text.substr(4)};
  }
  if (text.starts_with("order:") && text.size() > 6) {
    return {Kind::source, {}, pieces_of(text.substr(6))};
  }
  throw WrongUse(
      "--keep takes first, longest, newest, max:FIELD, min:FIELD or order:SOURCE,..., not '" +
      text + "'");
}

}  // namespace

std::vector<std::string> pieces_of(const std::string& list) {
  std::vector<std::string> pieces;
  for (size_t begin = 0; begin <= list.size();) {
    const size_t end = std::min(list.find(',', begin), list.size());
    pieces.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

CopyOptions::CopyOptions(po::options_description& list, DedupOptions& dedup) : dedup_(dedup) {
  DedupOptions& d = dedup;
  // clang-format off
  list.add_options()
    ("threshold", number("threshold", d.threshold), "similarity from which a document leaves")
    ("measure", choice("measure", d.measure, {{"jaccard", Measure::jaccard},
                                                 {"containment", Measure::containment}}),
     "shared shingles over all of both, or over those of the document that would leave")
    ("shingles", choice("shingles", d.shingles.unit, {{"words", ShingleUnit::words},
                                                        {"characters", ShingleUnit::characters}}),
     "what similarity counts runs of")
    ("shingle-size", number("shingle-size", d.shingles.size), "how many of them are one run")
    ("keep", po::value<std::string>(&keep_)
                 ->value_name("first|longest|newest|max:F|min:F|order:S")->default_value(keep_),
     "which of several copies stays; max:FIELD and min:FIELD: by a number or a date; "
     "order:SOURCE,...: by the source")
    ("verify", choice("verify", d.verify, {{"exact", Verification::exact},
                                             {"estimate", Verification::estimate},
                                             {"off", Verification::off}}),
     "how candidates are compared: by all shingles, by sketches, or not at all")
    ("within", text("FIELD", d.within),
     "compare only documents with the same value of this field")
    ("same", text("FIELD", d.same),
     "documents with the same value of this field are copies, whatever their texts; URLs are the "
     "same if they lead to one page")
    ("chain", po::bool_switch(&chain_), "join clusters through chains of copies")
    ("drop-furniture", po::bool_switch(&d.drop_furniture),
     "leave out lines that say what page furniture says")
    ("sketch-slots", number("sketch-slots", d.sketch.slots),
     "size of the sketches that propose pairs")
    ("seed", number("seed", d.sketch.seed), "of the sketches");
  // clang-format on
}

void CopyOptions::apply() {
  dedup_.keep = parse_keep(keep_);
  dedup_.joining = chain_ ? Joining::chain : Joining::to_kept;
}

}  // namespace reprise::program
