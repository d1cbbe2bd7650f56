// Five steps, each one pass over blocks or nodes:
//
//   1. weigh    a block counts by its letters outside links: whole paragraphs fully, short pieces
//               by a tenth, text outside <p> by 0.4 of that
//   2. rule out elements that stand beside the text, by tag and name, unless they hold it
//   3. choose   the element that holds the text: the one that says so; otherwise we go from the
//               page down to the child that weighs more than 0.6 of its parent, while there is one
//   4. select   in it, blocks that are no row of links, no headline of the page, no repetition
//   5. trim     short pieces before the first paragraph, links and headings behind the last one
//
//     body            100 %
//       div.top         8 %                       nav: ruled out
//       div#content    92 %   0.92 > 0.6: down
//         div.text     85 %   0.92 > 0.6: down, and its paragraphs weigh less each: here
//         div.more      7 %                       teasers, out without being named
//
// Counter-example: a list of ten teasers of equal weight has no child to go down to, and is text
// itself, as it should be of a page that is a list.
//
// The numbers were chosen on one half of a public benchmark's pages; what they give on the other
// half stands beside it in bench/results.
#include "reprise/extract/html_main.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "reprise/base/hash.h"

namespace reprise::detail {
namespace {

constexpr double long_paragraph = 80;     // letters: prose, whatever it ends in
constexpr double short_paragraph = 30;    // prose, if it ends as a sentence does
constexpr double share_of_pieces = 0.1;   // what other text counts
constexpr double share_outside_p = 0.4;   // text in <div> is rarer the article's
constexpr double least_prose = 10;        // the weight from which a block is prose
constexpr double share_to_go_down = 0.6;  // of the parent's weight
constexpr double share_of_content =
    0.4;                                 // of the page's weight, of an element that says it is text
constexpr double share_to_narrow = 0.9;  // inside of it
constexpr double share_protected = 0.5;  // what holds so much is not beside the text
constexpr double few_letters = 20;       // of a sentence with long links
constexpr double some_letters = 40;      // of other blocks with long links

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 14> ends{".", "!", "?", ":", "\"", "'",  ")",
                                                  "”", "’", "»", "…", "。", "！", "？"};
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool is_paragraph(HtmlTag tag) {
  return tag == HtmlTag::p || tag == HtmlTag::blockquote || tag == HtmlTag::pre;
}

bool is_text_unit(HtmlTag tag) {
  return is_paragraph(tag) || tag == HtmlTag::li || tag == HtmlTag::td || tag == HtmlTag::th ||
         tag == HtmlTag::dd || tag == HtmlTag::dt;
}

bool says_text(const HtmlNode& node) {
  return (node.hints & hint_content) != 0 || node.tag == HtmlTag::article ||
         node.tag == HtmlTag::main;
}

// What never holds the text, whatever the page says.
bool is_never_text(HtmlTag tag) {
  return tag == HtmlTag::nav || tag == HtmlTag::footer || tag == HtmlTag::noscript ||
         tag == HtmlTag::button || tag == HtmlTag::label || tag == HtmlTag::option;
}

double letters_outside_links(const HtmlBlock& block) {
  return static_cast<double>(block.letters) - static_cast<double>(block.linked);
}

// The page with what is found out about it, step by step.
class MainContent {
 public:
  explicit MainContent(const HtmlPage& page, std::string_view title)
      : page_(page), title_(title), weight_(page.blocks.size()), out_(page.nodes.size()) {}

  std::vector<size_t> find() {
    weigh();
    rule_out();
    const HtmlNode& root = page_.nodes[choose()];
    return trimmed(selected(root));
  }

 private:
  void weigh() {
    for (size_t i = 0; i < weight_.size(); ++i) {
      weight_[i] = weight_of(page_.blocks[i]);
    }
    sum();
  }

  double weight_of(const HtmlBlock& block) const {
    const double own = letters_outside_links(block);
    const bool is_prose =
        own >= long_paragraph || (own >= short_paragraph && ends_sentence(page_.text_of(block)));
    const bool is_links = block.linked * 2 >= block.letters;
    if (heading_level(block.tag) > 0 || is_links) {
      return 0;
    }
    const double weight = is_prose ? own : own * share_of_pieces;
    return is_paragraph(block.tag) ? weight : weight * share_outside_p;
  }

  void sum() {
    sums_.assign(weight_.size() + 1, 0);
    for (size_t i = 0; i < weight_.size(); ++i) {
      sums_[i + 1] = sums_[i] + weight_[i];
    }
  }

  double weight_of(const HtmlNode& node) const { return sums_[node.end] - sums_[node.first]; }

  // Returns, for each node, the weight of the heaviest element inside that says it is text.
  std::vector<double> text_inside() const {
    std::vector<double> inside(page_.nodes.size());
    for (size_t n = page_.nodes.size(); n-- > 1;) {
      const HtmlNode& node = page_.nodes[n];
      const double own = says_text(node) ? weight_of(node) : inside[n];
      inside[node.parent] = std::max(inside[node.parent], own);
    }
    return inside;
  }

  bool is_beside(const HtmlNode& node, double text_inside) const {
    const double all = sums_.back();
    const bool holds_text =
        weight_of(node) > share_protected * all || text_inside > share_protected * all;
    const bool is_never = (node.hints & hint_never) != 0;
    constexpr HtmlHints beside = hint_outside | hint_hidden | hint_comments | hint_never;
    const bool is_hinted = (node.hints & beside) != 0 || has_trait(node.tag, outside_element);
    if (is_never_text(node.tag)) {
      return true;
    }
    if (node.tag == HtmlTag::article || node.tag == HtmlTag::main || !is_hinted) {
      return false;
    }
    return is_never ? text_inside <= share_protected * all && !holds_text : !holds_text;
  }

  void rule_out() {
    const std::vector<double> inside = text_inside();
    std::vector<bool> in_content(page_.nodes.size());
    for (size_t n = 1; n < page_.nodes.size(); ++n) {
      const HtmlNode& node = page_.nodes[n];
      in_content[n] = in_content[node.parent] || (node.hints & hint_content) != 0;
      // What an article quotes from elsewhere is often called "social".
      const bool is_quotation = node.tag == HtmlTag::blockquote && in_content[n];
      out_[n] = !is_quotation && (out_[node.parent] || is_beside(node, inside[n]));
    }
    for (size_t i = 0; i < weight_.size(); ++i) {
      weight_[i] = out_[page_.blocks[i].node] ? 0 : weight_[i];
    }
    sum();
  }

  // Returns the node that holds the text.
  size_t choose() {
    const size_t content = named_content();
    if (content != 0) {
      is_named_ = true;
      return descend(content, share_to_narrow);
    }
    const size_t article = heaviest_article();
    return article != 0 ? descend(article, share_to_narrow) : descend(0, share_to_go_down);
  }

  // Returns the element that is named as the text, or the parent of several such; 0 if there is
  // none, or it holds too little.
  size_t named_content() const {
    std::vector<bool> in_content(page_.nodes.size());
    std::vector<double> weight(page_.nodes.size());
    std::vector<uint32_t> count(page_.nodes.size());
    std::vector<size_t> last(page_.nodes.size());
    for (size_t n = 1; n < page_.nodes.size(); ++n) {
      const HtmlNode& node = page_.nodes[n];
      const bool is_named = (node.hints & hint_content) != 0;
      in_content[n] = in_content[node.parent] || is_named;
      if (is_named && !out_[n] && !in_content[node.parent]) {
        weight[node.parent] += weight_of(node);
        ++count[node.parent];
        last[node.parent] = n;
      }
    }
    const auto most = std::max_element(weight.begin(), weight.end());
    const auto parent = static_cast<size_t>(most - weight.begin());
    if (*most == 0 || *most < share_of_content * sums_.back()) {
      return 0;
    }
    const bool is_one = count[parent] == 1 && !is_text_unit(page_.nodes[last[parent]].tag);
    return is_one ? last[parent] : parent;
  }

  size_t heaviest_article() const {
    size_t heaviest = 0;
    double most = 0;
    for (size_t n = 1; n < page_.nodes.size(); ++n) {
      const HtmlNode& node = page_.nodes[n];
      const bool is_heavier = node.tag == HtmlTag::article && !out_[n] && weight_of(node) > most;
      if (is_heavier) {
        heaviest = n;
        most = weight_of(node);
      }
    }
    return most >= share_of_content * sums_.back() ? heaviest : 0;
  }

  // Goes down from a node, as long as one child holds that share of its weight.
  size_t descend(size_t from, double share) const {
    size_t at = from;
    for (size_t n = from + 1; n < page_.nodes.size(); ++n) {
      const HtmlNode& node = page_.nodes[n];
      if (node.first >= page_.nodes[from].end) {
        break;
      }
      const bool is_container = !is_text_unit(node.tag) && heading_level(node.tag) == 0;
      const bool is_child = node.parent == at && is_container && !out_[n];
      const double weight = weight_of(node);
      if (is_child && weight > 0 && weight >= share * weight_of(page_.nodes[at])) {
        at = n;
      }
    }
    return at;
  }

  bool is_quoted(const HtmlBlock& block) const {
    const HtmlNode& node = page_.nodes[block.node];
    return block.tag == HtmlTag::blockquote || page_.nodes[node.parent].tag == HtmlTag::blockquote;
  }

  // Links, and hardly a word around them.
  bool is_row_of_links(const HtmlBlock& block) const {
    if (block.linked * 2 <= block.letters || is_quoted(block)) {
      return false;
    }
    const double own = letters_outside_links(block);
    return own < some_letters && !(own >= few_letters && ends_sentence(page_.text_of(block)));
  }

  bool is_address(std::string_view text) const {
    return text.starts_with("http") && text.find(' ') == text.npos;
  }

  std::vector<size_t> selected(const HtmlNode& root) const {
    std::vector<size_t> kept;
    std::unordered_map<uint64_t, uint32_t> first_in;  // hash of a paragraph to its parent
    bool has_prose = false;
    for (size_t i = root.first; i < root.end; ++i) {
      const HtmlBlock& block = page_.blocks[i];
      const std::string_view text = page_.text_of(block);
      has_prose = has_prose || weight_[i] >= least_prose;
      const bool is_headline = (block.tag == HtmlTag::h1 && !has_prose) ||
                               (heading_level(block.tag) > 0 && text == title_);
      if (out_[block.node] || is_headline || is_row_of_links(block) || is_address(text)) {
        continue;
      }
      const uint32_t parent = page_.nodes[block.node].parent;
      const bool is_long = block.letters >= long_paragraph;
      if (is_long && first_in.emplace(hash_bytes(text), parent).first->second != parent) {
        continue;  // the same in two elements: for two kinds of screens, or a teaser of itself
      }
      kept.push_back(i);
    }
    return kept;
  }

  bool may_begin(size_t i) const {
    const HtmlBlock& block = page_.blocks[i];
    return weight_[i] >= least_prose || heading_level(block.tag) > 0 || (is_named_ && may_end(i));
  }

  bool may_end(size_t i) const {
    const HtmlBlock& block = page_.blocks[i];
    const bool is_unit = is_text_unit(block.tag) && block.linked * 3 < block.letters;
    const bool is_sentence = is_paragraph(block.tag) && ends_sentence(page_.text_of(block)) &&
                             letters_outside_links(block) >= some_letters;
    return weight_[i] >= least_prose || is_unit || is_sentence || is_quoted(block);
  }

  std::vector<size_t> trimmed(std::vector<size_t> kept) const {
    while (!kept.empty() && !may_end(kept.back())) {
      kept.pop_back();
    }
    const auto first =
        std::find_if(kept.begin(), kept.end(), [&](size_t i) { return may_begin(i); });
    kept.erase(kept.begin(), first);
    return kept;
  }

  const HtmlPage& page_;
  std::string_view title_;
  std::vector<double> weight_;  // of blocks
  std::vector<double> sums_;    // of the weights before block i
  std::vector<bool> out_;       // nodes that stand beside the text
  bool is_named_ = false;       // the page says where its text is
};

}  // namespace

std::vector<size_t> main_blocks(const HtmlPage& page, std::string_view title) {
  return MainContent(page, title).find();
}

std::vector<size_t> seen_blocks(const HtmlPage& page) {
  std::vector<bool> hidden(page.nodes.size());
  std::vector<size_t> seen;
  for (size_t n = 1; n < page.nodes.size(); ++n) {
    const HtmlNode& node = page.nodes[n];
    const bool is_hidden = (node.hints & hint_hidden) != 0 || node.tag == HtmlTag::noscript;
    hidden[n] = hidden[node.parent] || is_hidden;
  }
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    if (!hidden[page.blocks[i].node]) {
      seen.push_back(i);
    }
  }
  return seen;
}

}  // namespace reprise::detail
