// What each part of the search for talking points adds: the points found with one part after
// another left out.
//
//     reprise_point_ablation [--factors F,F,…] PATH... > points.jsonl
//
// Each path, a folder or a file of JSONL, is a collection by itself. For each variant of
// PointOptions, each factor (of least_chance; 1), each collection a line goes to standard output:
// the points in order, as in a report, but with no more than is needed to judge them:
//
//     {"variant": "no names", "factor": 1.0, "collection": "samples", "stories": 9, "documents":
//       [{"id": …}],
//      "points": [{"disagree": false, "mentions": [{"document": 0, "begin": 0, "end": 52}]}]}
//
// A part that is left out also shifts the likenesses, which a threshold made for all parts then
// cuts in a wrong place. That is what the factors are for: each variant can be judged at the one
// that suits it best.
//
// Weights that don't come from the story have no option, and so no variant.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "reprise/compare.h"
#include "reprise/read.h"

namespace reprise::detail {
namespace {

struct Variant {
  std::string_view name;
  std::function<void(PointOptions&)> change;
};

const std::vector<Variant>& variants() {
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

struct Arguments {
  std::vector<double> factors{1};
  std::vector<std::string> paths;
};

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--factors" && i + 1 < argc) {
      arguments.factors.clear();
      for (const char* at = argv[++i]; *at != '\0';) {
        char* end = nullptr;
        arguments.factors.push_back(std::strtod(at, &end));
        if (end == at) {
          throw std::runtime_error("--factors takes numbers with commas between them");
        }
        at = *end == ',' ? end + 1 : end;
      }
    } else if (!word.starts_with("--")) {
      arguments.paths.emplace_back(word);
    } else {
      throw std::runtime_error(
          "usage: reprise_point_ablation [--factors F,F,...] PATH... > points.jsonl");
    }
  }
  return arguments;
}

Result find(const Corpus& corpus, const Variant& variant, double factor) {
  CompareOptions options;
  options.parts = {.matrices = false, .passages = false, .points = true};
  variant.change(options.points);
  options.points.least_chance *= factor;
  return compare(corpus, options);
}

nlohmann::json judged(const Result& result) {
  nlohmann::json documents = nlohmann::json::array(), points = nlohmann::json::array();
  for (const Document& document : result.documents) {
    documents.push_back({{"id", document.id}});
  }
  for (const Point& point : result.points) {
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
  return {{"stories", stories}, {"documents", std::move(documents)}, {"points", std::move(points)}};
}

int run(int argc, char** argv) {
  const Arguments arguments = parse(argc, argv);
  for (const std::string& path : arguments.paths) {
    const Corpus corpus = read_corpus(std::vector<std::string>{path});
    for (const Variant& variant : variants()) {
      for (const double factor : arguments.factors) {
        nlohmann::json line = judged(find(corpus, variant, factor));
        line["variant"] = variant.name;
        line["factor"] = factor;
        line["collection"] = path;
        std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
      }
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
