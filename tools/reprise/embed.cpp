// Steps: the model is loaded; texts are read; their vectors are made a block at a time and written
// in their order, an object of JSON a line.
//
//     {"id": "a.txt", "where": "texts/a.txt", "pieces": 12, "cut": false, "vector": [0.0312, …]}
//
// `cut` says that the model has read the begin of the text alone. Numbers have nine digits, from
// which the same float comes back.
//
// Cost: that of the model, some 100 short texts a second of a core.
#include "embed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "command_line.h"
#include "exit_code.h"
#include "help.h"
#include "leftovers.h"
#include "messages.h"
#include "reprise/base/parallel.h"
#include "reprise/io/output_file.h"
#include "reprise/meaning/encoder.h"
#include "reprise/read.h"

namespace reprise::program {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t block = 256;  // texts whose lines wait to be written

struct Definition {
  std::string model;
  std::string output = "-";
  ReadOptions read;
  Normalisation words;
  GeneralOptions general;
  std::vector<std::string> paths;
  po::options_description input{"Input", line_length()};
  po::options_description out{"Output", line_length()};
  po::options_description visible{line_length()};
  InputOptions input_options{input, read, words};

  Definition() {
    // clang-format off
    out.add_options()
      ("model", text("FOLDER", model), "the model of language that makes the vectors")
      ("output", output_path("output", output)->default_value("-"),
       "write a line of JSON for each text; - is standard output");
    // clang-format on
    general.add_to(out);
    visible.add(input).add(out);
  }
};

void append(std::string& line, float number) {
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                          std::chars_format::general, 9);
  line.append(digits.data(), end);
}

std::string line_of(const Document& document, const Encoder& encoder) {
  bool is_cut = false;
  const std::vector<uint32_t> pieces = encoder.pieces_of(document.text, is_cut);
  const Json head{
      {"id", document.id}, {"where", document.where}, {"pieces", pieces.size()}, {"cut", is_cut}};
  std::string line = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  line.back() = ',';
  line += "\"vector\":[";
  bool is_first = true;
  for (const float number : encoder.encode(pieces)) {
    line += is_first ? "" : ",";
    append(line, number);
    is_first = false;
  }
  return line + "]}\n";
}

void write_vectors(const std::vector<Document>& documents, const Encoder& encoder,
                   OutputFile& output) {
  std::vector<std::string> lines(block);
  for (size_t begin = 0; begin < documents.size(); begin += block) {
    const size_t count = std::min(block, documents.size() - begin);
    parallel_for(count, [&](size_t i) { lines[i] = line_of(documents[begin + i], encoder); });
    for (size_t i = 0; i < count; ++i) {
      output.write(lines[i]);
    }
  }
}

}  // namespace

std::vector<OptionHelp> embed_option_help() {
  return help_of(Definition().visible);
}

int run_embed(const std::vector<std::string>& arguments) {
  Definition asked;
  parse_command_line(asked.visible, arguments, asked.paths);
  asked.input_options.apply();
  if (asked.general.help) {
    OutputFile("-").write(help_page("reprise embed --model FOLDER [OPTION...] PATH...",
                                    "The vector of each text, for other programs.", asked.visible));
    return done;
  }
  if (asked.model.empty()) {
    throw WrongUse("embed needs a model: --model FOLDER");
  }
  check_paths(asked.paths, "reprise embed --model FOLDER texts.jsonl");
  const std::vector<InputPath> inputs =
      list_inputs(asked.paths, asked.read.format, [](const Problem&) {});
  check_output_is_no_input(asked.output, inputs, {asked.read.metadata, asked.general.config});
  clear_leftovers({asked.output});
  OutputFile output(asked.output);

  const Workers workers(asked.general.threads);
  const Encoder encoder(asked.model);
  const Corpus corpus = read_corpus(asked.paths, asked.read);
  show_problems(corpus.problems, "the others are of the same kinds");
  write_vectors(corpus.documents, encoder, output);
  output.finish();
  output.commit();
  const bool some_are_missing =
      std::ranges::any_of(corpus.problems, [](const Problem& problem) { return problem.rejected; });
  return some_are_missing ? some_rejected : done;
}

}  // namespace reprise::program
