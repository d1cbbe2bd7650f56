// Four steps: what the collection shows of each word; each unit's runs of capitalised words; what a
// document explains of its own bare names and acronyms; what only the whole collection explains.
#include "reprise/language/names/names.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "reprise/base/parallel.h"
#include "reprise/language/function_words.h"
#include "reprise/language/name_words.h"
#include "reprise/language/names/name_shapes.h"

namespace reprise::detail {
namespace {

// Of what a name may become another name's key.
enum class Kind : uint8_t { fixed, full, bare, acronym };

struct Draft {
  Name name;
  Kind kind = Kind::fixed;
  bool weak = false;  // no name unless a full name explains it
};

// What one document, or the collection, explains: from a bare name or an acronym to its key; "" if
// there are two.
struct Explained {
  std::unordered_map<std::string, std::string> persons, acronyms, initials;
};
void explain(std::unordered_map<std::string, std::string>& table, const std::string& from,
             const std::string& key) {
  const auto [it, added] = table.emplace(from, key);
  if (!added && it->second != key) {
    it->second.clear();
  }
}

class UnitScanner {
 public:
  UnitScanner(const UnitWords& words, const Evidence& evidence, Explained& explained)
      : words_(words), evidence_(evidence), explained_(explained) {}

  std::vector<Draft> scan() {
    for (const Sentence& s : words_.sentences()) {
      sentence_ = s;
      style_ = words_.style(s);
      find_long_forms();
      auto long_form = long_forms_.begin();
      for (uint32_t i = s.first_token; i < s.last_token;) {
        while (long_form != long_forms_.end() && long_form->begin < i) {
          ++long_form;
        }
        stop_ = long_form != long_forms_.end() ? long_form->begin : s.last_token;
        if (i == stop_) {
          drafts_.push_back({{*long_form, key_of(*long_form)}, Kind::fixed, false});
          i = long_form->end;
        } else {
          i = std::max(i + 1, words_.capitals(i) ? take_name(i) : i);
        }
      }
    }
    return std::move(drafts_);
  }

 private:
  Seen seen(uint32_t i) const {
    const auto it = evidence_.find(words_.hash(i));
    return it == evidence_.end() ? Seen{} : it->second;
  }
  bool title_before(uint32_t i) const {
    return i + 1 < stop_ && words_.joins(i + 1) && takes_plainly(i + 1);
  }
  bool takes_plainly(uint32_t i) const {
    return words_.capitals(i) && !(words_.roles(i).has(NameRole::title | NameRole::no_title_before |
                                                       NameRole::suffix | NameRole::calendar));
  }

  // Returns whether the capital of token i can be a name's, wherever in a name it stands.
  bool counts(uint32_t i) const {
    if (!words_.capitals(i)) {
      return false;
    }
    const NameRoles roles = words_.roles(i);
    const bool first_us = words_.roles(i).has(NameRole::pronoun_too) &&
                          i == sentence_.first_token;  // no pronoun begins "US TELLS"
    const bool acronym = words_.shape(i) == Shape::caps && (style_ != Style::all_caps || first_us);
    if (roles.has(NameRole::title) || (roles.has(NameRole::weak_title) && title_before(i))) {
      return false;
    }
    if (!acronym && words_.shape(i) != Shape::initial &&
        begins_sentences(words_.word(i), words_.language())) {
      return false;
    }
    if (style_ == Style::prose || acronym || words_.shape(i) == Shape::mixed ||
        roles.has(NameRole::country_begin)) {
      return true;
    }
    const Seen s = seen(i);
    return s.inside > s.small;
  }

  // Returns whether a name that is open goes on with token i.
  bool takes(uint32_t i) const {
    const std::string_view word = words_.word(i);
    const bool number = word.size() < 5 && std::all_of(word.begin(), word.end(),
                                                       [](char c) { return c >= '0' && c <= '9'; });
    if (number) {
      return words_.gap(i) == "-";
    }
    const NameRoles roles = words_.roles(i);
    if (words_.shape(i) == Shape::caps && style_ == Style::prose && !country_of(word).empty()) {
      return false;
    }
    if (roles.has(NameRole::calendar_name) && words_.capitals(i)) {
      return i + 1 >= stop_ || words_.shape(i + 1) != Shape::none;
    }
    return !(roles.has(NameRole::calendar)) && counts(i);
  }

  // Returns where the name ends that begins with token i.
  uint32_t end_of(uint32_t i) const {
    uint32_t j = i + 1;
    while (j < stop_ && !words_.possessive(j - 1) && words_.joins(j)) {
      uint32_t k = j;  // behind the connectors
      while (k < stop_ && k < j + 2 && words_.shape(k) == Shape::small &&
             words_.roles(k).has(NameRole::connector) && words_.joins(k)) {
        ++k;
      }
      if (k == stop_ || !words_.joins(k) || !takes(k) || (k > j && !connects(i, j, k))) {
        break;
      }
      j = k + 1;
    }
    return j;
  }

  // Returns whether the connectors [j, k) join the name from i on with token k.
  bool connects(uint32_t i, uint32_t j, uint32_t k) const {
    const NameRoles roles = words_.roles(j);
    if (roles.has(NameRole::of)) {
      const bool body = words_.roles(j - 1).has(NameRole::institution);
      return body || (j == i + 1 && country_of(words_.word(k)).empty() &&
                      country_of(words_.word(i)).empty());
    }
    // Where nouns are capital, one stands before "von" as well as a first name.
    const bool behind_noun = words_.nouns_are_capital() && seen(i).behind_article;
    return !roles.has(NameRole::second_connector) && !behind_noun;
  }

  bool starts(uint32_t i) const {
    const Shape shape = words_.shape(i);
    if (!counts(i) || words_.roles(i).has(NameRole::calendar | NameRole::suffix)) {
      return false;
    }
    const bool next = i + 1 < stop_ && words_.joins(i + 1) && !words_.possessive(i) && takes(i + 1);
    if (shape == Shape::initial) {
      return next && words_.shape(i + 1) >= Shape::capital;
    }
    if (!words_.begins(i, sentence_) || style_ != Style::prose) {
      return true;
    }
    if (shape >= Shape::mixed || words_.roles(i).has(NameRole::country_begin)) {
      return true;
    }
    const Seen s = seen(i);
    return s.inside > 0 ? next || s.inside >= s.small : next && s.small == 0;
  }

  // Returns the end of the country that stands at token i by itself; i if there is none.
  uint32_t country_end(uint32_t i, std::string& key) const {
    if (!(words_.roles(i).has(NameRole::country_begin))) {
      return i;
    }
    for (uint32_t end = std::min(i + longest_country, stop_); end > i; --end) {
      bool whole = words_.capitals(end - 1);
      for (uint32_t j = i + 1; j < end && whole; ++j) {
        whole = words_.joins(j);
      }
      key = whole ? country_of(key_of({i, end})) : std::string_view();
      if (key.empty()) {
        continue;
      }
      const bool caps = words_.shape(i) == Shape::caps && style_ != Style::all_caps;
      if (words_.roles(i).has(NameRole::pronoun_too) && !caps &&
          !(style_ == Style::all_caps && i == sentence_.first_token)) {
        return i;
      }
      const bool alone =
          end == stop_ || words_.possessive(end - 1) || !words_.joins(end) || !takes(end);
      const bool apart = caps || end > i + 1 || alone || words_.gap(end) == "-" ||
                         words_.shape(end) == Shape::caps;
      return apart ? end : i;
    }
    return i;
  }

  // Returns the folded words of the range, without middle initials and suffixes.
  std::string key_of(TokenRange range) const {
    std::string key;
    size_t long_words = 0;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      long_words += words_.shape(i) != Shape::initial;
    }
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const bool inner = i > range.begin && i + 1 < range.end;
      if ((inner && words_.shape(i) == Shape::initial && long_words > 1) ||
          words_.word(i).empty()) {
        continue;
      }
      if (i > range.begin && words_.capitals(i) && words_.roles(i).has(NameRole::suffix) &&
          range.size() > 2) {
        continue;
      }
      if (!key.empty()) {
        key += ' ';
      }
      key += words_.word(i);
    }
    return key;
  }

  // A minister's portfolio is no name beside the title: "Finance Minister", "Secretary of State".
  bool is_portfolio(uint32_t i, uint32_t end) const {
    for (uint32_t j = i; j < end; ++j) {
      if (!(words_.roles(j).has(NameRole::portfolio))) {
        return false;
      }
    }
    return end < sentence_.last_token && words_.joins(end) &&
           words_.roles(end).has(NameRole::title);
  }
  bool is_behind_title(uint32_t i) const {
    return words_.roles(i).has(NameRole::portfolio) && i > sentence_.first_token + 1 &&
           words_.roles(i - 1).has(NameRole::of) && words_.roles(i - 2).has(NameRole::title);
  }

  // Adds the name that begins with token i. Returns where to go on.
  uint32_t take_name(uint32_t i) {
    if (!starts(i) || is_behind_title(i)) {
      return i;
    }
    std::string country;
    if (const uint32_t end = country_end(i, country); end > i) {
      drafts_.push_back({{{i, end}, country}, Kind::fixed, false});
      return end;
    }
    if (words_.roles(i).has(NameRole::pronoun_too) && words_.shape(i) != Shape::caps) {
      return i;
    }
    const uint32_t end = end_of(i);
    if (is_portfolio(i, end)) {
      return end;
    }
    uint32_t first = i;  // "Van Gogh" is a last name
    while (first + 1 < end && words_.roles(first).has(NameRole::particle)) {
      ++first;
    }
    add({i, end}, {first, end});
    return end;
  }

  void add(TokenRange tokens, TokenRange core) {
    Draft draft{{tokens, key_of(core)}, Kind::full, false};
    if (draft.name.key.empty()) {
      return;
    }
    if (draft.name.key.find(' ') == std::string::npos) {
      const Shape shape = words_.shape(core.begin);
      draft.kind = shape == Shape::caps && style_ != Style::all_caps ? Kind::acronym : Kind::bare;
      const Seen s = words_.nouns_are_capital() ? seen(core.begin) : Seen{2, 0, false};
      draft.weak = draft.kind == Kind::bare && shape != Shape::mixed &&
                   (s.inside < 2 || s.small > 0 || s.behind_article);
    } else if (const auto country = country_of(draft.name.key); !country.empty()) {
      draft.name.key = country, draft.kind = Kind::fixed;
    } else if (style_ == Style::prose) {
      explain_parts(core, draft.name.key);
    }
    drafts_.push_back(std::move(draft));
  }

  // A full name explains its last word if it can be a person's, and its initials.
  void explain_parts(TokenRange core, const std::string& key) {
    std::string initials;
    uint32_t count = 0, last = core.begin;
    bool person = !(words_.roles(core.begin).has(NameRole::place | NameRole::country_begin));
    for (uint32_t i = core.begin; i < core.end; ++i) {
      const bool suffix = i > core.begin && words_.roles(i).has(NameRole::suffix);
      if (!words_.capitals(i) || suffix) {
        person &= !words_.roles(i).has(NameRole::of) && (suffix || words_.shape(i) != Shape::none);
        continue;
      }
      initials += words_.word(i)[0];
      ++count, last = i;
    }
    if (count > 2) {
      explain(explained_.initials, initials, key);
    }
    const Shape shape = words_.shape(last);
    person &= count > 1 && count < 4 && shape != Shape::caps && shape != Shape::initial;
    if (!person || words_.roles(last).has(NameRole::institution)) {
      return;
    }
    explain(explained_.persons, std::string(words_.word(last)), key);
    if (words_.roles(core.begin).has(NameRole::family_name)) {
      explain(explained_.persons, std::string(words_.word(core.begin)), key);
    }
  }

  // Finds "World Health Agency (WHA)" and "WHA (World Health Agency)" in the sentence.
  void find_long_forms() {
    long_forms_.clear();
    for (uint32_t i = sentence_.first_token; i < sentence_.last_token; ++i) {
      if (words_.shape(i) != Shape::caps || words_.word(i).size() > 8) {
        continue;
      }
      std::optional<TokenRange> form;
      if (i > sentence_.first_token && words_.gap_is(i, "(")) {
        form = spelt_out_before(i);
      }
      if (i + 1 < sentence_.last_token && words_.gap_is(i + 1, "(")) {
        form = spelt_out_behind(i);
      }
      if (!form) {
        continue;
      }
      const std::string key = key_of(*form);
      const auto country = country_of(key);
      explain(explained_.acronyms, std::string(words_.word(i)),
              country.empty() ? key : std::string(country));
      if (country.empty()) {
        long_forms_.push_back(*form);
      }
    }
  }

  std::optional<TokenRange> spelt_out_before(uint32_t acronym) const {
    const std::string_view letters = words_.word(acronym);
    size_t left = letters.size();
    for (uint32_t j = acronym; left > 0 && j > sentence_.first_token;) {
      if (j < acronym && !words_.joins(j)) {
        return std::nullopt;
      }
      const std::string_view word = words_.word(--j);
      if (!word.empty() && word[0] == letters[left - 1]) {
        if (--left == 0 && words_.capitals(j) && acronym - j > 1) {
          return TokenRange{j, acronym};
        }
      } else if (!is_function_word(word, words_.language())) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  std::optional<TokenRange> spelt_out_behind(uint32_t acronym) const {
    const std::string_view letters = words_.word(acronym);
    size_t taken = 0;
    for (uint32_t j = acronym + 1; j < sentence_.last_token; ++j) {
      if (j > acronym + 1 && !words_.joins(j)) {
        return std::nullopt;
      }
      const std::string_view word = words_.word(j);
      if (!word.empty() && word[0] == letters[taken]) {
        if (++taken == letters.size()) {
          return j > acronym + 1 ? std::optional(TokenRange{acronym + 1, j + 1}) : std::nullopt;
        }
      } else if (taken == 0 || !is_function_word(word, words_.language())) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  const UnitWords& words_;
  const Evidence& evidence_;
  Explained& explained_;
  Sentence sentence_;
  Style style_ = Style::prose;
  uint32_t stop_ = 0;  // no name goes on from here: a long form begins, or the sentence ends
  std::vector<TokenRange> long_forms_;
  std::vector<Draft> drafts_;
};

// The drafts of one document's units, and what they explain.
struct DocumentNames {
  std::vector<uint32_t> units;
  std::vector<std::vector<Draft>> drafts;  // of each unit
  Explained explained;
};

// Gives a bare name or an acronym the key that explains it. A name with two explanations stays
// itself.
void resolve(Draft& draft, const Explained& by) {
  if (draft.kind != Kind::bare && draft.kind != Kind::acronym) {
    return;
  }
  const auto take = [&](const std::unordered_map<std::string, std::string>& table) {
    const auto it = table.find(draft.name.key);
    if (it == table.end()) {
      return false;
    }
    draft.kind = Kind::fixed;
    if (!it->second.empty()) {
      draft.name.key = it->second, draft.weak = false;
    }
    return true;
  };
  if (take(by.acronyms)) {
    return;
  }
  if (draft.kind == Kind::bare ? take(by.persons)
                               : draft.name.key.size() > 2 && take(by.initials)) {
    return;
  }
  if (const auto country = country_of(draft.name.key);
      draft.kind == Kind::acronym && !country.empty()) {
    draft.name.key = country, draft.kind = Kind::fixed;
  }
}

std::vector<DocumentNames> group_by_document(std::span<const TextUnit> units) {
  std::vector<uint32_t> order(units.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return units[a].document < units[b].document; });
  std::vector<DocumentNames> documents;
  for (const uint32_t u : order) {
    if (documents.empty() || units[documents.back().units[0]].document != units[u].document) {
      documents.emplace_back();
    }
    documents.back().units.push_back(u);
  }
  return documents;
}

}  // namespace

std::vector<std::vector<Name>> find_names(std::span<const TextUnit> units,
                                          std::span<const Language> languages) {
  const EvidenceByLanguage evidence = gather_evidence(units, languages);
  std::vector<DocumentNames> documents = group_by_document(units);
  parallel_for(documents.size(), [&](size_t d) {
    DocumentNames& document = documents[d];
    for (const uint32_t u : document.units) {
      const UnitWords words(units[u], languages[u]);
      const Evidence& shown = evidence[static_cast<size_t>(languages[u])];
      document.drafts.push_back(UnitScanner(words, shown, document.explained).scan());
    }
    for (auto& drafts : document.drafts) {
      for (Draft& draft : drafts) {
        resolve(draft, document.explained);
      }
    }
  });
  Explained everywhere;
  const auto add = [](auto& to, const auto& from) {
    for (const auto& [name, key] : from) {
      explain(to, name, key);
    }
  };
  for (const DocumentNames& document : documents) {
    add(everywhere.persons, document.explained.persons);
    add(everywhere.acronyms, document.explained.acronyms);
  }
  std::vector<std::vector<Name>> names(units.size());
  parallel_for(documents.size(), [&](size_t d) {
    for (size_t n = 0; n < documents[d].units.size(); ++n) {
      for (Draft& draft : documents[d].drafts[n]) {
        resolve(draft, everywhere);
        if (!draft.weak) {
          names[documents[d].units[n]].push_back(std::move(draft.name));
        }
      }
    }
  });
  return names;
}

}  // namespace reprise::detail
