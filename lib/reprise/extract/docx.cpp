// Word files: the main document, then its footnotes and endnotes.
//
//     <w:p><w:r><w:t>The quay</w:t></w:r> <w:del>…</w:del> <w:r><w:t> is closed.</w:t></w:r></w:p>
//
// Steps:
//   1. Styles that hide their text, and those of a table of contents, are gathered from styles.xml.
//   2. Elements have a row each that says what they do; what holds no text is not entered.
//   3. A run is left out if it is hidden by itself, by a style, or as the code of a field.
//   4. A paragraph whose mark is deleted goes on in the next one.
//
// Counter-example: a field's result (a date, a reference) is text; only its code is none.
//
// Source: ECMA-376, part 1, 17 (WordprocessingML), in its transitional and strict name spaces.
#include <algorithm>
#include <array>
#include <set>

#include "reprise/extract/office_file.h"

namespace reprise::detail {
namespace {

enum class Act {
  enter,
  skip,
  paragraph,
  paragraph_properties,
  run,
  text,
  blank,
  line_end,
  hyphen,
  deletion,
  hidden,
  run_style,
  paragraph_style,
  field_mark,
  placeholder,
  placeholder_sign,
  note
};

struct Row {
  std::string_view name;
  Act act;
};

// Of the name space "w", in the order of their names.
constexpr std::array rows{
    Row{"br", Act::line_end},
    Row{"cr", Act::line_end},
    Row{"del", Act::deletion},
    Row{"delInstrText", Act::skip},
    Row{"delText", Act::skip},
    Row{"endnote", Act::note},
    Row{"fldChar", Act::field_mark},
    Row{"footnote", Act::note},
    Row{"instrText", Act::skip},
    Row{"moveFrom", Act::deletion},
    Row{"noBreakHyphen", Act::hyphen},
    Row{"p", Act::paragraph},
    Row{"pPr", Act::paragraph_properties},
    Row{"pPrChange", Act::skip},
    Row{"pStyle", Act::paragraph_style},
    Row{"ptab", Act::blank},
    Row{"r", Act::run},
    Row{"rPrChange", Act::skip},
    Row{"rStyle", Act::run_style},
    Row{"rt", Act::skip},
    Row{"sdt", Act::placeholder},
    Row{"sectPr", Act::skip},
    Row{"showingPlcHdr", Act::placeholder_sign},
    Row{"t", Act::text},
    Row{"tab", Act::blank},
    Row{"tblGrid", Act::skip},
    Row{"tblPr", Act::skip},
    Row{"tcPr", Act::skip},
    Row{"trPr", Act::skip},
    Row{"vanish", Act::hidden},
};
static_assert(std::is_sorted(rows.begin(), rows.end(),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

bool is_word(std::string_view name_space) {
  return name_space.ends_with("/wordprocessingml/2006/main") ||
         name_space.ends_with("/ooxml/wordprocessingml/main");
}

bool is_math(std::string_view name_space) {
  return name_space.ends_with("/math");
}

Act act_of(const XmlTag& tag) {
  if (is_word(tag.name_space)) {
    const auto row =
        std::lower_bound(rows.begin(), rows.end(), tag.name,
                         [](const Row& a, std::string_view name) { return a.name < name; });
    return row != rows.end() && row->name == tag.name ? row->act : Act::enter;
  }
  if (is_math(tag.name_space)) {
    return tag.name == "t" ? Act::text : Act::enter;
  }
  // What mc:Fallback holds, mc:Choice holds as well.
  return tag.name == "Fallback" ? Act::skip : Act::enter;
}

// Returns whether a switch such as <w:vanish w:val="0"/> is on.
bool is_on(const XmlTag& tag) {
  const std::string_view value = tag.attribute("val");
  return value != "0" && value != "false" && value != "off";
}

using Styles = std::set<std::string, std::less<>>;

// Gathers the styles whose text no reader reads as a part of the text.
class UnreadStyles : public XmlVisitor {
 public:
  bool begin(const XmlTag& tag) override {
    if (tag.name == "style") {
      style_ = tag.attribute("styleId");
    }
    const std::string_view value = tag.attribute("val");
    const bool contents =
        tag.name == "name" && (value.starts_with("toc ") || value == "TOC Heading");
    if (contents || (tag.name == "vanish" && is_on(tag))) {
      styles.insert(style_);
    }
    return true;
  }
  Styles styles;

 private:
  std::string style_;
};

class WordText : public XmlVisitor {
 public:
  WordText(Paragraphs& text, const Styles& unread) : text_(text), unread_(unread) {}

  bool begin(const XmlTag& tag) override;
  void end(const XmlTag& tag) override;
  void text(std::string_view piece) override {
    if (in_text_) {
      add(piece);
    }
  }

 private:
  struct Paragraph {
    bool unread = false;
    bool mark_deleted = false;
  };

  void begin_paragraph();
  void end_paragraph();
  bool begin_properties(Act act, const XmlTag& tag);
  void mark_field(std::string_view kind);
  void add(std::string_view piece);
  // Of several fields in one another it is enough that one is in its code.
  bool is_code() const { return codes_ > 0; }
  bool is_unread() const;

  Paragraphs& text_;
  const Styles& unread_;
  std::vector<Paragraph> paragraphs_;  // of which the last is the innermost
  std::vector<bool> runs_;             // whether they are hidden
  std::vector<bool> in_code_;          // of fields: whether their result has not begun
  size_t codes_ = 0;                   // how many of them
  std::vector<bool> placeholders_;
  bool in_properties_ = false;  // of a paragraph
  bool in_text_ = false;
  bool goes_on_ = false;  // the paragraph before had a deleted mark
};

bool WordText::is_unread() const {
  const bool hidden = !runs_.empty() && runs_.back();
  const bool styled = !paragraphs_.empty() && paragraphs_.back().unread;
  const bool placeholder = std::count(placeholders_.begin(), placeholders_.end(), true) > 0;
  return is_code() || hidden || styled || placeholder;
}

void WordText::add(std::string_view piece) {
  if (!is_unread()) {
    text_.text(piece);
  }
}

void WordText::begin_paragraph() {
  paragraphs_.emplace_back();
  if (!goes_on_) {
    text_.begin();
  }
  goes_on_ = false;
}

void WordText::end_paragraph() {
  goes_on_ = paragraphs_.back().mark_deleted;
  paragraphs_.pop_back();
  if (!goes_on_) {
    text_.end();
  }
  // A code that has not ended where its paragraph does would swallow the rest of the text.
  if (paragraphs_.empty() && is_code()) {
    in_code_.clear();
    codes_ = 0;
  }
}

void WordText::mark_field(std::string_view kind) {
  if (kind == "begin") {
    in_code_.push_back(true);
    ++codes_;
    return;
  }
  if (in_code_.empty()) {
    return;
  }
  if (in_code_.back()) {
    --codes_;
  }
  in_code_.back() = false;
  if (kind == "end") {
    in_code_.pop_back();
  }
}

// What stands in the properties of a paragraph or run. Returns whether to enter it.
bool WordText::begin_properties(Act act, const XmlTag& tag) {
  if (act == Act::deletion) {
    if (in_properties_ && !paragraphs_.empty()) {
      paragraphs_.back().mark_deleted = true;
    }
    return false;
  }
  if (act == Act::paragraph_style && !paragraphs_.empty()) {
    paragraphs_.back().unread = unread_.contains(tag.attribute("val"));
  }
  if (in_properties_ || runs_.empty()) {
    return false;
  }
  const bool hides = act == Act::hidden && is_on(tag);
  const bool style_hides = act == Act::run_style && unread_.contains(tag.attribute("val"));
  if (hides || style_hides) {
    runs_.back() = true;
  }
  return false;
}

bool WordText::begin(const XmlTag& tag) {
  const Act act = act_of(tag);
  switch (act) {
    case Act::skip: return false;
    case Act::paragraph: begin_paragraph(); return true;
    case Act::paragraph_properties: in_properties_ = true; return true;
    case Act::run: runs_.push_back(false); return true;
    case Act::text: in_text_ = true; return true;
    // A tab stop in the properties of a paragraph is no tab.
    case Act::blank: add(in_properties_ ? "" : " "); return false;
    case Act::hyphen: add("-"); return false;
    case Act::line_end:
      if (!is_unread()) {
        text_.line_end();
      }
      return false;
    case Act::deletion:
    case Act::hidden:
    case Act::run_style:
    case Act::paragraph_style: return begin_properties(act, tag);
    case Act::field_mark: mark_field(tag.attribute("fldCharType")); return false;
    case Act::placeholder: placeholders_.push_back(false); return true;
    case Act::placeholder_sign:
      if (!placeholders_.empty()) {
        placeholders_.back() = is_on(tag);
      }
      return false;
    // The lines between notes and text are notes of a type.
    case Act::note: return tag.attribute("type").empty() || tag.attribute("type") == "normal";
    case Act::enter: break;
  }
  return true;
}

void WordText::end(const XmlTag& tag) {
  switch (act_of(tag)) {
    case Act::paragraph: end_paragraph(); break;
    case Act::paragraph_properties: in_properties_ = false; break;
    case Act::run: runs_.pop_back(); break;
    case Act::text: in_text_ = false; break;
    case Act::placeholder: placeholders_.pop_back(); break;
    default: break;
  }
}

}  // namespace

void read_word(OfficeFile& file) {
  const std::string main =
      target_of(relationships_of(file, ""), "/officeDocument", "word/document.xml");
  const auto parts = relationships_of(file, main);
  UnreadStyles unread;
  file.walk(target_of(parts, "/styles", member_at(main, "styles.xml")), unread);
  WordText text(file.text, unread.styles);
  file.walk_main("a Word file", main, text);
  for (const std::string_view notes : {"footnotes", "endnotes"}) {
    WordText of_notes(file.text, unread.styles);
    const std::string otherwise = member_at(main, std::string(notes) + ".xml");
    file.walk(target_of(parts, "/" + std::string(notes), otherwise), of_notes);
  }
  read_properties(file,
                  target_of(relationships_of(file, ""), "/core-properties", "docProps/core.xml"));
}

}  // namespace reprise::detail
