#include "comparison_options.h"

#include "reprise/language/languages.h"

namespace reprise::program {
namespace {

// Returns the codes of the languages that are known, with the mark between them.
std::string languages(std::string_view mark) {
  std::string list;
  for (const std::string_view code : language_codes()) {
    list += list.empty() ? "" : mark;
    list += code;
  }
  return list;
}

}  // namespace

// clang-format off
void add_likeness_options(po::options_description& list, CompareOptions& compare) {
  list.add_options()
    ("threshold", number("threshold", compare.threshold),
     "similarity from which documents are near-duplicates")
    ("shingles", choice("shingles", compare.shingles.unit,
                        {{"words", ShingleUnit::words}, {"characters", ShingleUnit::characters}}),
     "what similarity counts runs of")
    ("shingle-size", number("shingle-size", compare.shingles.size),
     "how many of them are one run")
    ("sketch-slots", number("sketch-slots", compare.sketch.slots),
     "size of the sketches that propose pairs")
    ("seed", number("seed", compare.sketch.seed),
     "of the sketches");
}

void add_seed_options(po::options_description& list, PassageOptions& passages) {
  list.add_options()
    ("passage-unit", choice("passage-unit", passages.seed_unit,
                            {{"stems", SeedUnit::stems},
                             {"words", SeedUnit::words},
                             {"characters", SeedUnit::characters}}),
     "what the seed of a passage is a run of; characters for noisy text, with a seed of some 12")
    ("passage-seed", number("passage-seed", passages.seed),
     "so many of them in a row must a passage hold");
}

void add_passage_options(po::options_description& list, PassageOptions& passages) {
  list.add_options()
    ("passage-words", number("passage-words", passages.least_words),
     "equal words that make a passage")
    ("passage-identity", number("passage-identity", passages.least_identity),
     "share of its words that must be equal")
    ("passage-gap", number("passage-gap", passages.longest_gap),
     "differing words that a passage may run over")
    ("passage-holders", number("passage-holders", passages.most_holders),
     "places that may share a seed; beyond, each is compared with two of them alone");
}

void add_suppression_options(po::options_description& list, CompareOptions& compare) {
  list.add_options()
    ("skip-same", text("FIELD", compare.passages.skip_same),
     "leave out passages between documents of one FIELD: source, title, ...")
    ("skip-quotations", po::bool_switch(&compare.passages.skip_quotations),
     "leave out passages that are quoted on both sides")
    ("keep-furniture", po::bool_switch(&compare.keep_furniture),
     "report mastheads, notices and rows of links like other text");
}

void add_language_option(po::options_description& list, PointOptions& points) {
  list.add_options()
    ("language", text(("auto|" + languages("|") + "|NAME").c_str(), points.language),
     "of the texts; auto: of each as its words say; a NAME is that of a stemmer");
}

void add_point_options(po::options_description& list, PointOptions& points) {
  list.add_options()
    ("point-score", number("point-score", points.least_chance),
     "chance from which statements are one point");
}
// clang-format on

void check_language(const PointOptions& points) {
  if (!knows_language(points.language)) {
    throw WrongUse("--language takes auto, " + languages(", ") +
                   ", or the name of a stemmer, as in danish, not '" + points.language + "'");
  }
}

}  // namespace reprise::program
