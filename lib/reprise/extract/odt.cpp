// OpenDocument texts and presentations: the body of content.xml.
//
//     <text:p>The quay<text:note>…<text:note-body><text:p>A note.</text:p>…</text:note> is closed.
//     </text:p>                         "The quay is closed.", and behind it "A note."
//
// Elements have a row each that says what they do. Styles that hide their text stand before the
// body, in content.xml itself (automatic ones) and in styles.xml.
//
// Counter-example: <text:p> also stands in headers and footers, but these are part of styles.xml.
//
// Source: OpenDocument 1.3, part 3 (schema).
#include <algorithm>
#include <array>
#include <set>

#include "reprise/extract/office_file.h"
#include "reprise/extract/refused.h"

namespace reprise::detail {
namespace {

enum class Act { enter, skip, body, paragraph, blank, line_end, span, hidden_paragraph };

struct Row {
  std::string_view name;
  Act act;
};

// In the order of their names; no two name spaces that matter have a name in common.
constexpr std::array rows{
    Row{"alphabetical-index", Act::skip},
    Row{"annotation", Act::skip},
    Row{"desc", Act::skip},
    Row{"event-listeners", Act::skip},
    Row{"forms", Act::skip},
    Row{"h", Act::paragraph},
    Row{"hidden-paragraph", Act::hidden_paragraph},
    Row{"hidden-text", Act::skip},
    Row{"illustration-index", Act::skip},
    Row{"line-break", Act::line_end},
    Row{"note-citation", Act::skip},
    Row{"notes", Act::skip},
    Row{"object-index", Act::skip},
    Row{"p", Act::paragraph},
    Row{"page-number", Act::skip},
    Row{"ruby-text", Act::skip},
    Row{"s", Act::blank},
    Row{"script", Act::skip},
    Row{"span", Act::span},
    Row{"tab", Act::blank},
    Row{"table-index", Act::skip},
    Row{"table-of-content", Act::skip},
    Row{"title", Act::skip},
    Row{"tracked-changes", Act::skip},
    Row{"user-index", Act::skip},
};
static_assert(std::is_sorted(rows.begin(), rows.end(),
                             [](const Row& a, const Row& b) { return a.name < b.name; }));

Act act_of(const XmlTag& tag) {
  // "body" and, in shapes, "title" and "desc" (of SVG) are the only ones whose name space matters.
  if (tag.name == "body") {
    return tag.name_space.ends_with(":office:1.0") ? Act::body : Act::enter;
  }
  if (tag.name == "title" && !tag.name_space.ends_with(":svg-compatible:1.0")) {
    return Act::enter;
  }
  const auto row =
      std::lower_bound(rows.begin(), rows.end(), tag.name,
                       [](const Row& a, std::string_view name) { return a.name < name; });
  return row != rows.end() && row->name == tag.name ? row->act : Act::enter;
}

class OpenDocumentText : public XmlVisitor {
 public:
  explicit OpenDocumentText(Paragraphs& text) : text_(text) {}

  bool begin(const XmlTag& tag) override {
    note_style(tag);
    switch (act_of(tag)) {
      case Act::skip: return false;
      case Act::body: in_body_ = true; return true;
      case Act::paragraph: begin_paragraph(tag); return true;
      case Act::span: hidden_.push_back(is_hidden() || has_hidden_style(tag)); return true;
      case Act::blank: text(" "); return false;
      case Act::line_end:
        if (paragraphs_ > 0 && !is_hidden()) {
          text_.line_end();
        }
        return false;
      case Act::hidden_paragraph:
        // It hides the paragraph where its condition held when it was saved.
        if (tag.attribute("is-hidden") == "true" && !hidden_.empty()) {
          hidden_.back() = true;
        }
        return true;
      case Act::enter: break;
    }
    return true;
  }

  void end(const XmlTag& tag) override {
    switch (act_of(tag)) {
      case Act::body: in_body_ = false; break;
      case Act::span: hidden_.pop_back(); break;
      case Act::paragraph:
        if (in_body_) {
          hidden_.pop_back();
          --paragraphs_;
          text_.end();
        }
        break;
      default: break;
    }
  }

  void text(std::string_view piece) override {
    if (paragraphs_ > 0 && !is_hidden()) {
      text_.text(piece);
    }
  }

 private:
  bool is_hidden() const { return !hidden_.empty() && hidden_.back(); }

  bool has_hidden_style(const XmlTag& tag) const {
    return hidden_styles_.contains(tag.attribute("style-name"));
  }

  void begin_paragraph(const XmlTag& tag) {
    if (in_body_) {
      text_.begin();
      ++paragraphs_;
      hidden_.push_back(is_hidden() || has_hidden_style(tag));
    }
  }

  void note_style(const XmlTag& tag) {
    if (in_body_) {
      return;
    }
    if (tag.name == "style") {
      style_ = tag.attribute("name");
    } else if (tag.name == "text-properties" && tag.attribute("display") == "none") {
      hidden_styles_.insert(style_);
    }
  }

  Paragraphs& text_;
  std::set<std::string, std::less<>> hidden_styles_;
  std::string style_;         // that is being read
  std::vector<bool> hidden_;  // of paragraphs and spans
  size_t paragraphs_ = 0;     // that are open
  bool in_body_ = false;
};

// OpenDocument encrypts its members one by one, which the zip archive doesn't know.
class Manifest : public XmlVisitor {
 public:
  bool begin(const XmlTag& tag) override {
    is_encrypted |= tag.name == "encryption-data";
    return true;
  }
  bool is_encrypted = false;
};

}  // namespace

void read_open_document(OfficeFile& file) {
  Manifest manifest;
  file.walk("META-INF/manifest.xml", manifest);
  if (manifest.is_encrypted) {
    throw Refused{"is encrypted", "save it without a password"};
  }
  OpenDocumentText text(file.text);
  file.walk("styles.xml", text);
  file.walk_main("an OpenDocument file", "content.xml", text);
  read_properties(file, "meta.xml");
}

}  // namespace reprise::detail
