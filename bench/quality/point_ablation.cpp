// What each part of the search for talking points adds: the points found with one part after
// another left out; and what its evidence is, so that its weights can be learnt.
//
//     reprise_point_ablation [--factors F,F,…] PATH... > points.jsonl
//     reprise_point_ablation --weights W,W,… [--factors F,F,…] PATH... > points.jsonl
//     reprise_point_ablation --pairs PATH... > pairs.jsonl
//
// Each of them also with --model FOLDER, and --vectors FOLDER, where the vectors of each collection
// are kept for the next run.
//
// Each path, a folder or a file of JSONL, is a collection by itself. For each variant, each factor
// (of least_chance; 1), each collection a line goes to standard output: the points in order, as in
// a report, but with no more than is needed to judge them:
//
//     {"variant": "no names", "factor": 1.0, "collection": "samples", "stories": 9, "documents":
//       [{"id": …}],
//      "points": [{"disagree": false, "mentions": [{"document": 0, "begin": 0, "end": 52}]}]}
//
// A part that is left out also shifts the likenesses, which a threshold made for all parts then
// cuts in a wrong place. That is what the factors are for: each variant can be judged at the one
// that suits it best.
//
// With --weights there is one variant: all parts, and in prose these weights of evidence, in the
// order of piece_names, what counts without any of them last. With --pairs a line is
//
//     {"collection": "samples", "documents": [{"id": …}], "pieces": ["likeness", …],
//      "places": [[0, 0, 52], …],                the document and the bytes of its mention
//      "pairs": [[0, 1, true, 0.31, …], …]}      two places, whether in prose, the pieces
//
// Weights that don't come from the story or its evidence have no switch, and so no variant.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "point_search.h"
#include "reprise/compare.h"
#include "reprise/meaning/encoder.h"
#include "reprise/read.h"

namespace reprise::detail {
namespace {

using bench::Parts;
using bench::PointSearch;

struct Variant {
  std::string name;
  std::function<void(PointOptions&)> options = [](PointOptions&) {
  };
  Parts parts{};
};

const std::vector<Variant>& variants_of_options() {
  static const std::vector<Variant> list{
      {"all",
       [](PointOptions&) {
       }},
      {"whole statements, no stretches",
       [](PointOptions& o) {
         o.least_words = UINT32_MAX;
         o.longest_stretch = UINT32_MAX;
       }},
      {"no character n-grams",
       [](PointOptions& o) {
         o.character_share = 0;
       }},
      {"no pairs of neighbours",
       [](PointOptions& o) {
         o.pair_share = 0;
       }},
      {"no names",
       [](PointOptions& o) {
         o.names = false;
       }},
      {"no figures",
       [](PointOptions& o) {
         o.figures = false;
       }},
      {"no negation",
       [](PointOptions& o) {
         o.opposed = 1;
       }},
      {"no smoothing",
       [](PointOptions& o) {
         o.smoothing = 0;
       }},
      {"no margin for two mentions",
       [](PointOptions& o) {
         o.margin_of_two = 0;
       }},
      {"one story for all",
       [](PointOptions& o) {
         o.story_likeness = 0;
       }},  // joins what shares any rare term
  };
  return list;
}

std::vector<Variant> variants() {
  std::vector<Variant> all = variants_of_options();
  const auto add = [&all](std::string name, Parts parts) {
    all.push_back({.name = std::move(name), .parts = parts});
  };
  for (size_t piece = 0; piece < bench::piece_names.size(); ++piece) {
    add(std::string("no evidence of ") + bench::piece_names[piece], {.without = piece});
  }
  add("a threshold that doesn't grow", {.growth = 0});
  add("groups that assert nothing stay", {.assertions = false});
  add("mentions not widened", {.widened = false});
  return all;
}

struct Arguments {
  std::vector<double> factors{1};
  std::vector<double> weights;
  bool pairs = false;
  std::string model{};
  std::filesystem::path vectors{};  // a folder for the caches of vectors
  std::vector<std::string> paths;
};

std::vector<double> numbers(const char* at) {
  std::vector<double> list;
  while (*at != '\0') {
    char* end = nullptr;
    list.push_back(std::strtod(at, &end));
    if (end == at) {
      throw std::runtime_error("what stands there is no list of numbers with commas between them");
    }
    at = *end == ',' ? end + 1 : end;
  }
  return list;
}

// Those of meaning come last, and are nothing without a model.
size_t pieces_used(const Arguments& arguments) {
  constexpr size_t pieces_of_meaning = 2;
  return bench::pieces_of_evidence - (arguments.model.empty() ? pieces_of_meaning : 0);
}

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--factors" && i + 1 < argc) {
      arguments.factors = numbers(argv[++i]);
    } else if (word == "--weights" && i + 1 < argc) {
      arguments.weights = numbers(argv[++i]);
    } else if (word == "--model" && i + 1 < argc) {
      arguments.model = argv[++i];
    } else if (word == "--vectors" && i + 1 < argc) {
      arguments.vectors = argv[++i];
    } else if (word == "--pairs") {
      arguments.pairs = true;
    } else if (!word.starts_with("--")) {
      arguments.paths.emplace_back(word);
    } else {
      throw std::runtime_error(
          "usage: reprise_point_ablation [--factors F,F,... | --weights W,W,... | --pairs] "
          "[--model FOLDER] [--vectors FOLDER] PATH...");
    }
  }
  if (!arguments.weights.empty() && arguments.weights.size() != pieces_used(arguments) + 1) {
    throw std::runtime_error("--weights takes one for each piece of evidence, and one beside them");
  }
  return arguments;
}

std::vector<Variant> wanted(const Arguments& arguments) {
  if (arguments.weights.empty()) {
    return variants();
  }
  bench::PieceWeights weights;
  std::copy(arguments.weights.begin(), arguments.weights.end() - 1, weights.of.begin());
  weights.none = arguments.weights.back();
  return {{.name = "given weights", .parts = {.weights = weights}}};
}

// One collection, with the model that it is searched with.
struct Collection {
  std::string path;
  Corpus corpus;
  const Arguments& arguments;
  std::optional<Encoder> encoder{};

  explicit Collection(const std::string& wanted, const Arguments& given)
      : path(wanted), corpus(read_corpus(std::vector<std::string>{wanted})), arguments(given) {
    if (!given.model.empty()) {
      encoder.emplace(given.model);
      if (!given.vectors.empty()) {
        encoder->use_cache(vectors());
      }
    }
  }
  std::string vectors() const {
    const auto name = std::filesystem::path(path).filename();
    return arguments.vectors.empty() ? "" : arguments.vectors / name;
  }
  const Encoder* model() const { return encoder ? &*encoder : nullptr; }
};

Result search(const Collection& collection, const Variant& variant) {
  CompareOptions options;
  options.points.model = collection.arguments.model;
  options.points.vector_cache = collection.vectors();
  options.keep_furniture = true;  // a result does not say what belonged to the pages
  options.parts = {.matrices = false, .passages = false, .points = true};
  variant.options(options.points);
  return compare(collection.corpus, options);
}

// Throws unless the search with all its parts finds what the library finds.
void check(const PointSearch& search, const Result& result) {
  const auto points = search.find({}, result.options.points.least_chance);
  if (!bench::same_points(points, result.points)) {
    throw std::runtime_error("point_search.cpp no longer does what find.cpp does");
  }
}

nlohmann::json documents_of(const Result& result) {
  nlohmann::json documents = nlohmann::json::array();
  for (const Document& document : result.documents) {
    documents.push_back({{"id", document.id}});
  }
  return documents;
}

nlohmann::json judged(const std::vector<Point>& found, const Result& result) {
  nlohmann::json points = nlohmann::json::array();
  for (const Point& point : found) {
    nlohmann::json mentions = nlohmann::json::array();
    for (const Mention& mention : point.mentions) {
      const TextUnit& unit = result.units[mention.unit];
      if (unit.field != Field::text) {
        continue;
      }
      mentions.push_back({{"document", uint32_t{unit.document}},
                          {"begin", mention.span.begin},
                          {"end", mention.span.end}});
    }
    const bool disagree = !point.disagreements.empty() && !is_updated(point, result);
    points.push_back({{"disagree", disagree}, {"mentions", std::move(mentions)}});
  }
  uint32_t stories = 0;
  for (const uint32_t story : result.stories) {
    stories = std::max(stories, story + 1);
  }
  return {{"stories", stories}, {"documents", documents_of(result)}, {"points", std::move(points)}};
}

// Adds the places and pairs of a story to those of the stories before.
void add_pairs(nlohmann::json& line, const bench::StoryPlaces& story, const PointSearch& search,
               const Result& result) {
  const size_t before = line["places"].size();
  for (const MentionPlace& place : story.found.places) {
    const Mention mention = search.mention_at(place, story.story, true);
    const uint32_t document = result.units[mention.unit].document;
    line["places"].push_back({document, mention.span.begin, mention.span.end});
  }
  for (size_t i = 0; i < story.found.pairs.size(); ++i) {
    const ScoredPair& pair = story.found.pairs[i];
    const auto unit_of = [&](uint32_t place) -> const TextUnit& {
      const LineId at = story.found.places[place].line;
      return result.units[story.story.lines[at].statement->unit];
    };
    if (unit_of(pair.a).field != Field::text || unit_of(pair.b).field != Field::text) {
      continue;
    }
    nlohmann::json row{before + pair.a, before + pair.b, bench::is_of_prose(story.kind(pair))};
    const bench::Pieces pieces = bench::pieces_of(story.evidence[i]);
    for (size_t piece = 0; piece < line["pieces"].size(); ++piece) {
      row.push_back(pieces[piece]);
    }
    line["pairs"].push_back(std::move(row));
  }
}

nlohmann::json pairs_in(const Collection& collection) {
  const Result result = search(collection, {});
  const PointSearch search(result, collection.model());
  const std::span names(bench::piece_names);
  nlohmann::json line{{"documents", documents_of(result)},
                      {"pieces", names.first(pieces_used(collection.arguments))},
                      {"places", nlohmann::json::array()},
                      {"pairs", nlohmann::json::array()}};
  for (const bench::StoryPlaces& story : search.stories()) {
    add_pairs(line, story, search, result);
  }
  return line;
}

void write(nlohmann::json line, const std::string& collection) {
  line["collection"] = collection;
  std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void write_points(const Collection& collection, const Variant& variant) {
  const Result result = search(collection, variant);
  const PointSearch search(result, collection.model());
  check(search, result);
  for (const double factor : collection.arguments.factors) {
    const double least_chance = result.options.points.least_chance * factor;
    nlohmann::json line = judged(search.find(variant.parts, least_chance), result);
    line["variant"] = variant.name;
    line["factor"] = factor;
    write(std::move(line), collection.path);
  }
}

int run(int argc, char** argv) {
  const Arguments arguments = parse(argc, argv);
  for (const std::string& path : arguments.paths) {
    const Collection collection(path, arguments);
    if (arguments.pairs) {
      write(pairs_in(collection), path);
      continue;
    }
    for (const Variant& variant : wanted(arguments)) {
      write_points(collection, variant);
    }
  }
  if (!std::cout.flush()) {
    throw std::runtime_error("can't write the points");
  }
  return 0;
}

}  // namespace
}  // namespace reprise::detail

int main(int argc, char** argv) {
  try {
    return reprise::detail::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "point_ablation: " << error.what() << '\n';
    return 2;
  }
}
