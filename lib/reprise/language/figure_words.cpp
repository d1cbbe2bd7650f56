// Turns the lists of a pack into one table by word.
//
// Steps: numbers, scales, ratios and parts set their value, units, dollars and roles theirs; months
// count from 1; a hedge stands with the last of its words, the longest first; those that stand
// behind a number have a list of their own, and their table entry only says that it is worth a
// look.
//
//     numbers "dos" 2, function words "de"     dos: number 2       de: the role `function`
//     hedge "more than"                        than: before it "more"
//
// A phrase keeps its words at the end of a fixed array, the empty ones first, so that it can be
// compared from its last word backwards.
//
// Cost: once a language, and then a look-up a word.
#include "reprise/language/figure_words.h"

#include "reprise/language/word_list.h"

namespace reprise::detail {
namespace {

HedgePhrase phrase_of(std::string_view words, Hedge hedge) {
  HedgePhrase phrase;
  phrase.hedge = hedge;
  for_each_part(words, ' ', [&](std::string_view word) {
    std::rotate(phrase.words.begin(), phrase.words.begin() + 1, phrase.words.end());
    phrase.words.back() = word;
  });
  return phrase;
}

size_t words_in(const HedgePhrase& phrase) {
  return phrase.words.size() -
         static_cast<size_t>(std::count(phrase.words.begin(), phrase.words.end(), ""));
}

struct SignRow {
  std::string_view sign, currency;
};

}  // namespace

FigureLexicon::FigureLexicon(const LanguagePack& pack) : decimal_sign_(pack.figures.decimal_sign) {
  const FigureVocabulary& v = pack.figures;
  const auto fill = [&](std::string_view words, const auto& set) {
    for_each_part(words, ' ', [&](std::string_view word) { set(words_[word]); });
  };
  const auto values = [&](std::span<const ValueRow> rows, double FigureWord::*place) {
    for (const ValueRow& row : rows) {
      fill(row.words, [&](FigureWord& w) { w.*place = row.value; });
    }
  };
  values(v.numbers, &FigureWord::number);
  values(v.scales, &FigureWord::scale);
  values(v.many, &FigureWord::many);
  values(v.ratios, &FigureWord::ratio);
  values(v.parts, &FigureWord::part);
  values(v.plural_parts, &FigureWord::part);
  for (const ValueRow& row : v.plural_parts) {
    fill(row.words, [](FigureWord& w) { w.part_plural = true; });
  }
  for (const UnitRow& row : v.units) {
    fill(row.words, [&](FigureWord& w) { w.unit = row.unit; });
  }
  for (const DollarRow& row : v.dollars) {
    fill(row.words, [&](FigureWord& w) { w.dollar = row.currency; });
  }
  for (const RoleRow& row : v.roles) {
    fill(row.words,
         [&](FigureWord& w) { w.roles |= uint64_t{1} << static_cast<unsigned>(row.role); });
  }
  fill(pack.function_words, [](FigureWord& w) {
    w.roles |= uint64_t{1} << static_cast<unsigned>(FigureRole::function);
  });
  for (size_t m = 0; m < v.months.size(); ++m) {
    fill(v.months[m], [&](FigureWord& w) { w.month = static_cast<uint8_t>(m + 1); });
  }
  fill(v.rises, [](FigureWord& w) { w.change = 1; });
  fill(v.falls, [](FigureWord& w) { w.change = -1; });
  fill(v.amounts, [](FigureWord& w) { w.amount = true; });
  for (const HedgeRow& row : v.hedges) {
    for_each_part(row.phrases, ',', [&](std::string_view words) {
      const HedgePhrase phrase = phrase_of(words, row.hedge);
      words_[phrase.words.back()].hedges.push_back(phrase);
    });
  }
  for (auto& [word, meaning] : words_) {
    std::stable_sort(
        meaning.hedges.begin(), meaning.hedges.end(),
        [](const HedgePhrase& a, const HedgePhrase& b) { return words_in(a) > words_in(b); });
  }
  for (const HedgeRow& row : v.hedges_behind) {
    for_each_part(row.phrases, ',', [&](std::string_view words) {
      hedges_behind_.push_back(phrase_of(words, row.hedge));
      words_[hedges_behind_.back().words[1]].hedge_behind = true;
    });
  }
}

const FigureLexicon& figure_lexicon(Language language) {
  static const ByLanguage<FigureLexicon> lexicons;
  return lexicons[language];
}

std::string_view currency_of_sign(std::string_view sign) {
  static constexpr SignRow rows[] = {{"$", "USD"}, {"€", "EUR"}, {"£", "GBP"},   {"¥", "JPY"},
                                     {"₹", "INR"}, {"₩", "KRW"}, {"₽", "RUB"}, {"₺", "TRY"},
                                     {"₴", "UAH"}, {"₪", "ILS"}};
  for (const SignRow& row : rows) {
    if (row.sign == sign) {
      return row.currency;
    }
  }
  return {};
}

std::string_view currency_of_prefix(std::string_view letters, std::string_view currency) {
  static constexpr SignRow dollars[] = {
      {"us", "USD"}, {"u.s", "USD"}, {"a", "AUD"}, {"au", "AUD"}, {"c", "CAD"}, {"ca", "CAD"},
      {"nz", "NZD"}, {"hk", "HKD"},  {"s", "SGD"}, {"nt", "TWD"}, {"r", "BRL"}, {"mx", "MXN"}};
  static constexpr SignRow yuan[] = {{"cn", "CNY"}, {"rmb", "CNY"}, {"jp", "JPY"}};
  const auto find = [&](std::span<const SignRow> rows) {
    for (const SignRow& row : rows) {
      if (row.sign == letters) {
        return row.currency;
      }
    }
    return std::string_view();
  };
  if (currency == "USD") {
    return find(dollars);
  }
  return currency == "JPY" ? find(yuan) : std::string_view();
}

}  // namespace reprise::detail
