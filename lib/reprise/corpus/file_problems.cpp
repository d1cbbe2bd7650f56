#include "reprise/corpus/file_problems.h"

#include <algorithm>

#include "reprise/corpus/date.h"

namespace reprise::detail {
namespace {

constexpr const char* convert_remedy =
    "convert the file with iconv, from the encoding that it was written in";

// What was read although a strict reader would refuse it.
void add_mended(const std::string& name, const Mending& mended, std::vector<Problem>& problems) {
  if (mended.utf8) {
    problems.push_back({name,
                        "some records hold bytes that are no valid UTF-8; they read as U+FFFD",
                        convert_remedy, false});
  }
  if (mended.surrogate) {
    problems.push_back({name, "some records hold half of a surrogate pair; it reads as U+FFFD",
                        "write whole characters: a text was cut in the middle of one", false});
  }
  if (mended.number) {
    problems.push_back({name,
                        "some records hold NaN or Infinity, which is no JSON; it reads as null",
                        "write null, for example with pandas: to_json", false});
  }
  if (mended.mark) {
    problems.push_back({name, "some records come after a byte-order mark; it was passed over",
                        "leave the marks out when files are joined", false});
  }
  if (mended.uneven) {
    problems.push_back({name, "some rows have more or fewer fields than the header",
                        "put fields that hold the delimiter into quotes", false});
  }
  if (mended.date) {
    problems.push_back(
        {name, "some dates are none; these records count as undated", date_remedy, false});
  }
}

// What is inflated behind damage is noise, which may have as many lines as it likes: of complaints
// at the end of the file, with few lines between them, one remains.
void tell_noise_once(std::vector<FileProblems::Found>& found) {
  constexpr size_t most_told = 3;
  constexpr uint64_t most_between = 8;  // noise copies what came before, and so whole records
  size_t first = found.size();
  while (first > 0 && found[first - 1].problem.rejected) {
    const bool is_near =
        first == found.size() || found[first].line - found[first - 1].line <= most_between;
    if (!is_near) {
      break;
    }
    --first;
  }
  const size_t count = found.size() - first;
  if (count <= most_told) {
    return;
  }
  found[first].problem.what =
      "from here on " + std::to_string(count) + " lines are no records, as damage leaves them";
  found[first].problem.remedy = "fetch the file again";
  found.resize(first + 1);
}

// Where no record of the file has a text, its name is wrong: then each would say the same.
void tell_wrong_field_once(const std::string& name, const std::string& fields,
                           std::vector<FileProblems::Found>& found) {
  const auto lacks_text = [](const FileProblems::Found& one) {
    return one.lacks_text;
  };
  const auto first = std::find_if(found.begin(), found.end(), lacks_text);
  const auto count = std::count_if(found.begin(), found.end(), lacks_text);
  if (count < 2) {
    return;
  }
  FileProblems::Found once = *first;
  once.problem.where = name;
  once.problem.what = "of " + std::to_string(count) + " records none has a text: in the first, " +
                      once.problem.what + "; its fields are " + fields;
  *first = once;
  found.erase(std::remove_if(first + 1, found.end(), lacks_text), found.end());
}

}  // namespace

void FileProblems::add(const FileBlock& block) {
  for (const BlockProblem& found : block.problems) {
    Problem problem = found.problem;
    if (found.line) {
      problem.where = name_ + ":" + std::to_string(lines_ + *found.line + 1);
    }
    found_.push_back({std::move(problem), lines_ + found.line.value_or(0), found.lacks_text});
  }
  records_ += block.records;
  if (fields_.empty()) {
    fields_ = block.fields;
  }
  lines_ += block.lines;
  mended_ |= block.mended;
  ends_in_complaint_ = block.ends_in_complaint;
}

std::vector<Problem> FileProblems::all(const std::optional<std::string>& damage) {
  std::vector<Problem> all;
  std::vector<Found> found = found_;
  if (damage) {
    all.push_back({name_, *damage, "what came before was read; fetch the file again", true});
    if (ends_in_complaint_) {
      found.pop_back();
    }
    tell_noise_once(found);
  }
  if (records_ == 0 && !fields_.empty()) {
    tell_wrong_field_once(name_, fields_, found);
  }
  for (Found& one : found) {
    all.push_back(std::move(one.problem));
  }
  add_mended(name_, mended_, all);
  return all;
}

Problem utf16_problem(const std::string& name) {
  return {name, "JSONL in UTF-16 is not read", "convert the file: iconv -f UTF-16 -t UTF-8", true};
}

Problem broken_text_problem(const std::string& name, size_t places, const Document& document) {
  const char* are = places == 1 ? " place is" : " places are";
  const std::string encoding = document.encoding == Encoding::other ? document.charset : "UTF-8";
  return {name, std::to_string(places) + are + " no valid " + encoding + " and read as U+FFFD",
          "if it is in another encoding, name that: --encoding windows-1252", false};
}

Problem told_encoding_problem(const std::string& name, const CharsetGuess& told) {
  return {name,
          "is no UTF-8, and read as " + told.name + " (certainty " +
              std::to_string(told.certainty) + " of 100)",
          "if that is wrong, name its encoding: --encoding NAME", false};
}

Problem unknown_encoding_problem(const std::string& name, const std::string& named,
                                 const std::vector<CharsetGuess>& likeliest) {
  std::string list;
  for (const CharsetGuess& guess : likeliest) {
    list += (list.empty() ? " (the likeliest: " : ", ") + guess.name;
  }
  list += list.empty() ? "" : ")";
  const std::string what = named.empty() ? "is no UTF-8, and which encoding it is can't be told"
                                         : "can't be read as " + named + " character by character";
  return {name, what,
          "name its encoding: --encoding NAME" + list + ", or convert it: iconv -f NAME -t UTF-8",
          true};
}

Problem no_date_problem(const std::string& where, const std::string& date) {
  return {where, "\"" + date + "\" is no date", date_remedy, false};
}

}  // namespace reprise::detail
