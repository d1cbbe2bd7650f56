#include "reprise/extract/paragraphs.h"

#include <algorithm>
#include <utility>

#include "reprise/extract/refused.h"

namespace reprise::detail {
namespace {

constexpr size_t most_levels = 16;
constexpr std::string_view paragraph_end = "\n\n";

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Returns where the words end that have nothing but one blank between them.
std::string_view::iterator end_of_words(std::string_view::iterator at,
                                        std::string_view::iterator end) {
  while (at != end) {
    at = std::find_if(at, end, is_blank);
    const bool goes_on = end - at > 1 && *at == ' ' && !is_blank(at[1]);
    if (!goes_on) {
      return at;
    }
    ++at;
  }
  return end;
}

void append_paragraph(std::string& text, std::string paragraph) {
  if (paragraph.empty()) {
    return;
  }
  if (text.empty()) {
    text = std::move(paragraph);
    return;
  }
  text += paragraph_end;
  text += paragraph;
}

}  // namespace

void Paragraphs::begin() {
  if (!levels_.back().open) {
    levels_.back().open = true;
  } else if (levels_.size() < most_levels) {
    levels_.emplace_back().open = true;
  } else {
    ++too_deep_;
    line_end();
  }
}

void Paragraphs::add(std::string_view run) {
  Level& level = levels_.back();
  if (level.due != 0 && !level.text.empty()) {
    level.text += level.due;
    ++size_;
  }
  level.due = 0;
  level.text += run;
  size_ += run.size();
  if (size_ > most_) {
    throw too_much_text(most_);
  }
}

void Paragraphs::text(std::string_view piece) {
  auto at = piece.begin();
  while (at != piece.end()) {
    if (is_blank(*at)) {
      char& due = levels_.back().due;
      due = due == 0 ? ' ' : due;
      at = std::find_if_not(at, piece.end(), is_blank);
      continue;
    }
    const auto end = end_of_words(at, piece.end());
    add({at, end});
    at = end;
  }
}

void Paragraphs::line_end() {
  levels_.back().due = '\n';
}

void Paragraphs::end() {
  if (too_deep_ > 0) {
    --too_deep_;
    line_end();
    return;
  }
  Level& level = levels_.back();
  size_ += level.text.empty() ? 0 : paragraph_end.size();
  append_paragraph(level.done, std::move(level.text));
  append_paragraph(level.done, std::move(level.behind));
  level = {.text = {}, .behind = {}, .done = std::move(level.done)};
  if (levels_.size() > 1) {
    std::string inside = std::move(level.done);
    levels_.pop_back();
    append_paragraph(levels_.back().behind, std::move(inside));
  }
}

std::string Paragraphs::take() {
  too_deep_ = 0;
  while (levels_.size() > 1) {
    end();
  }
  end();
  size_ = 0;
  return std::exchange(levels_.front().done, {});
}

}  // namespace reprise::detail
