#include "reprise/text/figure_words.h"

#include <unordered_map>

namespace reprise {
namespace {

using Lookup = std::unordered_map<std::string_view, double>;

std::optional<double> find(const Lookup& words, std::string_view word) {
  const auto it = words.find(word);
  return it == words.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace

std::optional<double> small_number(std::string_view word) {
  static const Lookup words{{"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},     {"six", 6},
                            {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},     {"eleven", 11},
                            {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
                            {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},
                            {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70}, {"eighty", 80},
                            {"ninety", 90},    {"dozen", 12}};
  return find(words, word);
}

std::optional<double> scale(std::string_view word) {
  static const Lookup words{{"hundred", 1e2}, {"thousand", 1e3}, {"k", 1e3},  {"million", 1e6},   {"m", 1e6},
                            {"mn", 1e6},      {"billion", 1e9},  {"bn", 1e9}, {"trillion", 1e12}, {"tn", 1e12}};
  return find(words, word);
}

std::optional<double> plural_scale(std::string_view word) {
  static const Lookup words{{"dozens", 12},    {"tens", 10},      {"hundreds", 1e2},  {"thousands", 1e3},
                            {"millions", 1e6}, {"billions", 1e9}, {"trillions", 1e12}};
  return find(words, word);
}

std::string_view currency_of_sign(std::string_view sign) {
  static const std::unordered_map<std::string_view, std::string_view> signs{
      {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}, {"₹", "INR"}, {"₩", "KRW"}, {"₽", "RUB"}};
  const auto it = signs.find(sign);
  return it == signs.end() ? std::string_view() : it->second;
}

const UnitWord* unit_of_word(std::string_view word) {
  static const std::unordered_map<std::string_view, UnitWord> words{
      {"dollars", {FigureKind::money, "USD"}},       {"dollar", {FigureKind::money, "USD"}},
      {"usd", {FigureKind::money, "USD"}},           {"euros", {FigureKind::money, "EUR"}},
      {"euro", {FigureKind::money, "EUR"}},          {"eur", {FigureKind::money, "EUR"}},
      {"pounds", {FigureKind::money, "GBP"}},        {"yuan", {FigureKind::money, "CNY"}},
      {"rmb", {FigureKind::money, "CNY"}},           {"renminbi", {FigureKind::money, "CNY"}},
      {"yen", {FigureKind::money, "JPY"}},           {"rupees", {FigureKind::money, "INR"}},
      {"percent", {FigureKind::percent, "%"}},       {"pct", {FigureKind::percent, "%"}},
      {"seconds", {FigureKind::duration, "second"}}, {"minutes", {FigureKind::duration, "minute"}},
      {"minute", {FigureKind::duration, "minute"}},  {"hours", {FigureKind::duration, "hour"}},
      {"hour", {FigureKind::duration, "hour"}},      {"days", {FigureKind::duration, "day"}},
      {"day", {FigureKind::duration, "day"}},        {"weeks", {FigureKind::duration, "week"}},
      {"week", {FigureKind::duration, "week"}},      {"months", {FigureKind::duration, "month"}},
      {"month", {FigureKind::duration, "month"}},    {"years", {FigureKind::duration, "year"}},
      {"year", {FigureKind::duration, "year"}},      {"decades", {FigureKind::duration, "decade"}}};
  const auto it = words.find(word);
  return it == words.end() ? nullptr : &it->second;
}

std::span<const HedgePhrase> hedge_phrases() {
  static constexpr HedgePhrase phrases[] = {
      {{"no", "more", "than"}, Hedge::below},  {{"no", "fewer", "than"}, Hedge::above},
      {{"no", "less", "than"}, Hedge::above},  {{"", "just", "under"}, Hedge::just_under},
      {{"", "just", "over"}, Hedge::about},    {{"", "fewer", "than"}, Hedge::below},
      {{"", "less", "than"}, Hedge::below},    {{"", "up", "to"}, Hedge::below},
      {{"", "at", "most"}, Hedge::below},      {{"", "more", "than"}, Hedge::above},
      {{"", "greater", "than"}, Hedge::above}, {{"", "at", "least"}, Hedge::above},
      {{"", "upwards", "of"}, Hedge::above},   {{"", "in", "excess"}, Hedge::above},
      {{"", "close", "to"}, Hedge::about},     {{"", "", "nearly"}, Hedge::just_under},
      {{"", "", "almost"}, Hedge::just_under}, {{"", "", "under"}, Hedge::just_under},
      {{"", "", "below"}, Hedge::below},       {{"", "", "over"}, Hedge::above},
      {{"", "", "above"}, Hedge::above},       {{"", "", "exceeding"}, Hedge::above},
      {{"", "", "about"}, Hedge::about},       {{"", "", "around"}, Hedge::about},
      {{"", "", "roughly"}, Hedge::about},     {{"", "", "approximately"}, Hedge::about},
      {{"", "", "some"}, Hedge::about}};
  return phrases;
}

}  // namespace reprise
