// EPUB books: one document of a book, its chapters in the order of the spine.
//
// Steps:
//   1. META-INF/container.xml names the package (.opf).
//   2. The package gives title, authors, date and publisher, and lists the chapters.
//   3. Each chapter is read as HTML, which forgives what XML would not: elements that are blocks
//      end a paragraph, those that no reader sees are not entered.
//
// Counter-examples: the book's own table of contents, and numbers of printed pages inside a
// paragraph (epub:type="pagebreak"), are no text; fonts that are obfuscated lock no book, chapters
// that are encrypted do.
//
// Source: EPUB 3.3 and OPF 2.0.1.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "reprise/base/percent_escape.h"
#include "reprise/base/utf8.h"
#include "reprise/extract/office_file.h"
#include "reprise/extract/refused.h"
#include "reprise/extract/written_date.h"
#include "reprise/io/charset.h"

namespace reprise::detail {
namespace {

constexpr std::array blocks{
    "address", "article", "aside", "blockquote", "body",    "caption", "center", "dd",
    "div",     "dl",      "dt",    "figcaption", "figure",  "footer",  "h1",     "h2",
    "h3",      "h4",      "h5",    "h6",         "header",  "hr",      "li",     "main",
    "ol",      "p",       "pre",   "section",    "summary", "table",   "tbody",  "td",
    "tfoot",   "th",      "thead", "tr",         "ul"};
constexpr std::array unread{"audio", "head", "nav",      "rt",   "script",
                            "style", "svg",  "template", "video"};

template <size_t N>
bool is_one_of(const std::array<const char*, N>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

class ChapterText : public XmlVisitor {
 public:
  explicit ChapterText(Paragraphs& text) : text_(text) {}

  bool begin(const XmlTag& tag) override {
    if (is_one_of(unread, tag.name) || is_unseen(tag)) {
      return false;
    }
    if (is_one_of(blocks, tag.name)) {
      text_.end();
    } else if (tag.name == "br") {
      text_.line_end();
    }
    return true;
  }

  void end(const XmlTag& tag) override {
    if (is_one_of(blocks, tag.name)) {
      text_.end();
    }
  }

  void text(std::string_view piece) override { text_.text(piece); }

 private:
  static bool is_unseen(const XmlTag& tag) {
    const std::string_view type = tag.attribute("type");
    const std::string_view role = tag.attribute("role");
    const bool number = type == "pagebreak" || role == "doc-pagebreak" || type == "noteref" ||
                        role == "doc-noteref";
    const bool hidden = std::any_of(tag.attributes.begin(), tag.attributes.end(),
                                    [](const auto& one) { return one.first == "hidden"; });
    return number || hidden ||
           tag.attribute("style").find("display:none") != std::string_view::npos;
  }

  Paragraphs& text_;
};

// The package: which members the chapters are, and what the book is.
class Package : public LeafTexts {
 public:
  explicit Package(std::string_view member) : member_(member) {}

  bool begin(const XmlTag& tag) override {
    if (tag.name == "item") {
      const bool is_contents = tag.attribute("properties") == "nav";
      if (!is_contents) {
        items_[std::string(tag.attribute("id"))] = tag.attribute("href");
      }
      return false;
    }
    if (tag.name == "itemref") {
      spine_.emplace_back(tag.attribute("idref"));
      return false;
    }
    // A book has several: of them the one of its publication counts.
    const bool other_date = tag.name == "date" && tag.attribute("event") != "" &&
                            tag.attribute("event") != "publication";
    return !other_date && LeafTexts::begin(tag);
  }

  std::vector<std::string> chapters() const;

 private:
  std::string member_;
  std::map<std::string, std::string, std::less<>> items_;
  std::vector<std::string> spine_;
};

// "chapter%201.xhtml#start" is the file "chapter 1.xhtml".
std::string file_of_link(std::string_view link) {
  link = link.substr(0, link.find('#'));
  std::string out;
  for (size_t at = 0; at < link.size(); ++at) {
    if (const std::optional<char> escaped = percent_escape_at(link, at)) {
      out += *escaped;
      at += 2;
    } else {
      out += link[at];
    }
  }
  return out;
}

std::vector<std::string> Package::chapters() const {
  std::vector<std::string> members;
  std::set<std::string> seen;  // a spine that names a chapter again and again would make it a bomb
  for (const std::string& id : spine_) {
    const auto item = items_.find(id);
    if (item == items_.end()) {
      continue;
    }
    std::string member = member_at(member_, file_of_link(item->second));
    if (seen.insert(member).second) {
      members.push_back(std::move(member));
    }
  }
  return members;
}

class Container : public XmlVisitor {
 public:
  bool begin(const XmlTag& tag) override {
    if (tag.name == "rootfile" && package.empty()) {
      package = tag.attribute("full-path");
    }
    return true;
  }
  std::string package;
};

// The members that META-INF/encryption.xml names.
class Encryption : public XmlVisitor {
 public:
  bool begin(const XmlTag& tag) override {
    if (tag.name == "CipherReference") {
      members.push_back(member_at("", file_of_link(tag.attribute("URI"))));
    }
    return true;
  }
  std::vector<std::string> members;
};

// Returns what the head of an XML file says that it is encoded in; empty: UTF-8.
std::string declared_charset(std::string_view bytes) {
  if (has_wide_mark(bytes)) {
    return "utf-16";
  }
  const std::string_view head = bytes.substr(0, std::min(bytes.find("?>"), size_t{200}));
  const size_t key = head.starts_with("<?xml") ? head.find("encoding=") : head.npos;
  const size_t open = key == head.npos ? key : head.find_first_of("\"'", key);
  if (open == head.npos) {
    return {};
  }
  const size_t close = head.find(head[open], open + 1);
  return close == head.npos ? "" : std::string(head.substr(open + 1, close - open - 1));
}

std::string chapter_of(OfficeFile& file, const std::string& name) {
  std::string bytes;
  ZipMember member = file.members.open(name);
  std::string buffer(size_t{64} << 10, '\0');
  while (const size_t count = member.read(buffer)) {
    bytes.append(buffer, 0, count);
  }
  if (member.damage()) {
    file.damages.push_back(*member.damage());
  }
  if (is_valid_utf8(bytes)) {
    return bytes;
  }
  auto decoded = decode_charset(bytes, declared_charset(bytes));
  return decoded ? std::move(decoded->text) : repaired_utf8(bytes);
}

void read_chapter(OfficeFile& file, const std::string& name) {
  if (!file.members.holds(name)) {
    file.damages.push_back(name + " is missing");
    return;
  }
  const std::string chapter = chapter_of(file, name);
  std::string_view rest = chapter;
  rest.remove_prefix(rest.starts_with("\uFEFF") ? 3 : 0);
  const auto read = [&](std::span<char> buffer) {
    const size_t count = rest.copy(buffer.data(), buffer.size());
    rest.remove_prefix(count);
    return count;
  };
  ChapterText text(file.text);
  if (const auto damage = walk_xml(read, text, Markup::html)) {
    file.damages.push_back(name + ": " + *damage);
  }
  file.text.end();
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    out += out.empty() || name.empty() ? "" : ", ";
    out += name;
  }
  return out;
}

void take_properties(const Package& package, Extracted& document) {
  const auto filled = [](std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
  };
  document.title = filled(package.first({"title"}));
  document.source = filled(package.first({"publisher"}));
  document.date = written_date(package.first({"date"}));
  for (const std::string& identifier : package.all("identifier")) {
    if (identifier.starts_with("http://") || identifier.starts_with("https://")) {
      document.url = identifier;
    }
  }
  if (std::string authors = joined(package.all("creator")); !authors.empty()) {
    document.further.emplace_back("author", std::move(authors));
  }
}

}  // namespace

void read_book(OfficeFile& file) {
  constexpr std::string_view kind = "an EPUB book";
  Container container;
  file.walk_main(kind, "META-INF/container.xml", container);
  Package package(container.package);
  file.walk_main(kind, container.package, package);
  Encryption encryption;
  file.walk("META-INF/encryption.xml", encryption);
  const std::vector<std::string> chapters = package.chapters();
  for (const std::string& chapter : chapters) {
    const auto& locked = encryption.members;
    if (std::find(locked.begin(), locked.end(), chapter) != locked.end()) {
      throw Refused{"is encrypted (DRM)", "name a copy without it"};
    }
  }
  for (const std::string& chapter : chapters) {
    read_chapter(file, chapter);
  }
  take_properties(package, file.document);
}

}  // namespace reprise::detail
