// Steps: questions that were answered before are answered from memory; the others go to the
// program, 500 at a time; its lines are read as what they are, somebody else's; what is new is
// kept.
//
//     {"id": 0, "same": 0.9}      taken
//     {"id": 7, "same": 0.9}      refused if five were asked: nobody asked that
//     {"id": 0, "same": 2}        refused: no number from 0 to 1
//     {"id": 0, "sa               refused: half a line
#include "reprise/points/judge.h"

#include <array>
#include <charconv>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "reprise/base/hash.h"
#include "reprise/extract/child_process.h"
#include "reprise/io/input_file.h"
#include "reprise/io/json_tree.h"
#include "reprise/io/output_file.h"

namespace reprise::detail {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t batch = 500;                  // questions of one run of the program
constexpr size_t most_bytes_an_answer = 4096;  // on average; a judge may think aloud elsewhere
constexpr size_t most_kept = 1'000'000;        // verdicts in a file
constexpr std::string_view cache_head = R"({"cache":"reprise.verdicts/1"})";
constexpr uint64_t second_seed = 0x5eed;

constexpr const char* see_docs = "docs/meaning.md shows what a judge reads and writes";

Json value_or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json as_json(const JudgedStatement& statement) {
  const Document& document = *statement.document;
  return {{"text", statement.text},
          {"sentence", statement.sentence},
          {"title", value_or_null(document.title)},
          {"source", value_or_null(document.source)},
          {"date", value_or_null(document.date)},
          {"document", document.id},
          {"field", statement.in_title ? "title" : "text"},
          {"begin", statement.begin},
          {"end", statement.end}};
}

std::string as_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string lines_of(std::span<const Question* const> questions) {
  std::string lines;
  for (size_t i = 0; i < questions.size(); ++i) {
    const Question& question = *questions[i];
    Json json{{"id", i},
              {"a", as_json(question.a)},
              {"b", as_json(question.b)},
              {"likeness", question.likeness}};
    if (question.meaning) {
      json["meaning"] = *question.meaning;
    }
    lines += as_line(json);
  }
  return lines;
}

// Calls use(line, number) for each line that is not empty, counted from 1.
void each_line(std::string_view text, const std::function<void(std::string_view, size_t)>& use) {
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") != line.npos) {
      use(line, number);
    }
  }
}

Verdict verdict_of(const JsonNode& node) {
  Verdict verdict;
  const JsonNode same = node["same"];
  verdict.same = same.real(0, 1);
  if (node.holds("opposed")) {
    verdict.opposed = node["opposed"].flag();
  }
  return verdict;
}

// Returns what the program writes. Throws Error unless it ends well.
std::string run(const JudgeOptions& options, std::string_view input, size_t questions) {
  ChildLimits limits;
  limits.time = std::chrono::milliseconds(static_cast<int64_t>(options.seconds * 1000));
  limits.memory = UINT64_MAX;
  limits.limits_processor = false;
  ChildProcess child("/bin/sh", {"-c", options.command}, input, limits);
  const size_t most = questions * most_bytes_an_answer + most_bytes_an_answer;
  std::string answers;
  std::array<char, 65536> buffer;
  const auto fail = [&](const std::string& what) {
    throw Error(ErrorKind::input, {"--judge-command " + options.command, what, see_docs, false});
  };
  while (const size_t count = child.read(buffer)) {
    answers.append(buffer.data(), count);
    if (answers.size() > most) {
      fail("the judge writes more than " + std::to_string(most) + " bytes on " +
           std::to_string(questions) + " pairs");
    }
  }
  const ChildEnd end = child.end();
  const std::string message = end.message.substr(0, end.message.find('\n'));
  const std::string said = message.empty() ? "" : ": " + message;
  switch (end.how) {
    case ChildEnd::How::timed_out:
      fail("the judge took longer than --judge-seconds for " + std::to_string(questions) +
           " pairs" + said);
      break;
    case ChildEnd::How::crashed:
      fail("the judge was ended by signal " + std::to_string(end.code) + said);
      break;
    case ChildEnd::How::exited:
      if (end.code != 0) {
        fail("the judge failed with exit code " + std::to_string(end.code) + said);
      }
      break;
  }
  return answers;
}

std::string in_hex(uint64_t number) {
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(number));
  return text.data();
}

std::optional<uint64_t> from_hex(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::vector<Verdict> read_verdicts(std::string_view answers, size_t count,
                                   const std::string& where) {
  std::vector<std::optional<Verdict>> verdicts(count);
  each_line(answers, [&](std::string_view line, size_t number) {
    const JsonTree tree(std::string(line),
                        where + ": line " + std::to_string(number) + " of the judge's answers", {});
    const JsonNode& root = tree.root();
    const JsonNode id = root["id"];
    const uint64_t place = id.count(UINT64_MAX);
    if (place >= count) {
      id.fail("is of no pair that was asked", see_docs);
    }
    if (verdicts[place]) {
      id.fail("was answered before", see_docs);
    }
    verdicts[place] = verdict_of(root);
  });
  std::vector<Verdict> all;
  for (const std::optional<Verdict>& verdict : verdicts) {
    if (!verdict) {
      const auto answered = std::count_if(verdicts.begin(), verdicts.end(),
                                          [](const auto& each) { return each.has_value(); });
      throw Error(ErrorKind::input, {where,
                                     "the judge gave verdicts on " + std::to_string(answered) +
                                         " of " + std::to_string(count) + " pairs",
                                     see_docs, false});
    }
    all.push_back(*verdict);
  }
  return all;
}

Judge::Judge(const JudgeOptions& options, std::span<const Document> documents)
    : options_(options), documents_(documents) {
  if (!options_.cache.empty()) {
    read_cache();
  }
}

Judge::Key Judge::key_of(const Question& question) const {
  std::string all = options_.command;
  for (const JudgedStatement* statement : {&question.a, &question.b}) {
    Json json = as_json(*statement);
    all += as_line(json);
  }
  return {hash_bytes(all), hash_bytes(all, second_seed)};
}

void Judge::read_cache() {
  std::error_code error;
  if (!std::filesystem::exists(options_.cache, error)) {
    return;
  }
  std::optional<std::string> damage;
  const std::string bytes = read_whole(options_.cache, damage);
  if (!bytes.empty() && !bytes.starts_with(cache_head)) {
    throw Error(ErrorKind::usage, {options_.cache, "is no cache of verdicts",
                                   "name a file that may be overwritten", false});
  }
  size_t spoilt = 0;
  each_line(bytes, [&](std::string_view line, size_t number) {
    if (number == 1) {
      return;
    }
    try {
      const JsonTree tree(std::string(line), options_.cache, {});
      const JsonNode node = tree.root()["key"];
      const std::string_view key = node.text();
      const auto first = from_hex(key.substr(0, 16));
      const auto second = from_hex(key.substr(std::min<size_t>(16, key.size())));
      if (first && second) {
        known_[{*first, *second}] = verdict_of(tree.root());
        return;
      }
    } catch (const Error&) {
    }
    ++spoilt;
  });
  if (spoilt > 0) {
    problems_.push_back({options_.cache,
                         std::to_string(spoilt) + " lines of the cache are no verdicts",
                         "they are asked again", false});
  }
}

void Judge::answer(std::span<const Question* const> questions) {
  const std::string where = "--judge-command " + options_.command;
  const std::string answers = run(options_, lines_of(questions), questions.size());
  const std::vector<Verdict> verdicts = read_verdicts(answers, questions.size(), where);
  for (size_t i = 0; i < questions.size(); ++i) {
    known_[key_of(*questions[i])] = verdicts[i];
  }
  has_news_ = true;
}

std::vector<Verdict> Judge::ask(std::span<const Question> questions) {
  const std::lock_guard lock(mutex_);
  std::map<Key, const Question*> unknown;
  for (const Question& question : questions) {
    const Key key = key_of(question);
    if (!known_.contains(key)) {
      unknown.emplace(key, &question);
    }
  }
  std::vector<const Question*> asked;
  for (const Question& question : questions) {
    const auto found = unknown.find(key_of(question));
    if (found != unknown.end() && found->second == &question) {
      asked.push_back(&question);
    }
  }
  try {
    for (size_t begin = 0; begin < asked.size(); begin += batch) {
      answer(std::span(asked).subspan(begin, std::min(batch, asked.size() - begin)));
    }
  } catch (...) {
    static_cast<void>(save_cache());  // what was answered may have cost much
    throw;
  }
  std::vector<Verdict> verdicts;
  for (const Question& question : questions) {
    verdicts.push_back(known_.at(key_of(question)));
  }
  return verdicts;
}

std::vector<Problem> Judge::save_cache() const {
  std::vector<Problem> problems = problems_;
  if (options_.cache.empty() || !has_news_) {
    return problems;
  }
  std::string lines(cache_head);
  lines += "\n";
  size_t kept = 0;
  for (const auto& [key, verdict] : known_) {
    if (kept++ == most_kept) {
      break;
    }
    lines += as_line({{"key", in_hex(key.first) + in_hex(key.second)},
                      {"same", verdict.same},
                      {"opposed", verdict.opposed}});
  }
  try {
    OutputFile file(options_.cache, Durability::buffered);
    file.write(lines);
    file.commit();
  } catch (const Error& error) {
    problems.push_back({options_.cache, "the verdicts were not kept: " + error.problem().what,
                        error.problem().remedy, false});
  }
  return problems;
}

}  // namespace reprise::detail
