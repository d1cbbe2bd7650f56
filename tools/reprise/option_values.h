// The values that options take: numbers, words out of a few, paths; each says what is wrong with
// what was given.
#pragma once

#include <boost/program_options.hpp>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "library.h"
#include "reprise/error.h"

namespace reprise::program {

namespace po = boost::program_options;

// A mistake in how the program was called. what() says what to do.
struct WrongUse : Error {
  explicit WrongUse(const std::string& what) : Error(ErrorKind::usage, {"", what, ""}) {}
};

// Returns a number as a person writes it: 0.8, not 0.80000000000000004.
template <class Number>
std::string written(Number value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return std::string(buffer, end);
}

// Reads a whole number or a fraction from all of the text; Boost would take "-1" for 4294967295,
// and "nan" for a number.
template <class Number>
Number parse_number(const std::string& name, const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool good = error == std::errc() && end == text.data() + text.size();
  if constexpr (std::is_floating_point_v<Number>) {
    good = good && std::isfinite(value);
  }
  if (!good) {
    const char* kind = std::is_floating_point_v<Number> ? "a number" : "a whole number, 0 or more";
    throw WrongUse("--" + name + " takes " + kind + ", not '" + text + "'");
  }
  return value;
}

// An option that writes a number into a field, whose value so far is the default.
template <class Number>
po::typed_value<std::string>* number(const char* name, Number& field) {
  return po::value<std::string>()
      ->value_name("N")
      ->default_value(written(field))
      ->notifier(
          [name, &field](const std::string& text) { field = parse_number<Number>(name, text); });
}

inline po::typed_value<std::string>* text(const char* value_name, std::string& field) {
  auto* value = po::value<std::string>(&field)->value_name(value_name);
  return field.empty() ? value : value->default_value(field);
}

inline po::typed_value<std::string>* output_path(const char* name, std::string& field) {
  return po::value<std::string>(&field)->value_name("FILE|-")->notifier(
      [name](const std::string& path) {
        if (path.empty()) {
          throw WrongUse("--" + std::string(name) + " takes a path, or - for standard output");
        }
      });
}

// A word out of a few.
template <class Choice>
po::typed_value<std::string>* choice(const char* name, Choice& field,
                                     std::vector<std::pair<std::string, Choice>> choices) {
  std::string all, current;
  for (const auto& [word, value] : choices) {
    all += (all.empty() ? "" : "|") + word;
    if (value == field) {
      current = word;
    }
  }
  return po::value<std::string>()->value_name(all)->default_value(current)->notifier(
      [=, &field](const std::string& given) {
        for (const auto& [word, value] : choices) {
          if (word == given) {
            field = value;
            return;
          }
        }
        throw WrongUse("--" + std::string(name) + " takes " + all + ", not '" + given + "'");
      });
}

}  // namespace reprise::program
