#include "reprise/extract/office_file.h"

#include <algorithm>
#include <utility>

#include "reprise/extract/refused.h"
#include "reprise/extract/written_date.h"

namespace reprise::detail {
namespace {

constexpr uint64_t markup_to_text = 8;        // how much more of XML than of text is still read
constexpr uint64_t free_markup = 1 << 20;     // bytes of it that are always read
constexpr size_t most_properties = 64 << 10;  // bytes

class Relationships : public XmlVisitor {
 public:
  explicit Relationships(std::string_view part) : part_(part) {}
  bool begin(const XmlTag& tag) override {
    if (tag.name == "Relationship" && tag.attribute("TargetMode") != "External") {
      all.push_back({std::string(tag.attribute("Id")), std::string(tag.attribute("Type")),
                     member_at(part_, tag.attribute("Target"))});
    }
    return true;
  }
  std::vector<Relationship> all;

 private:
  std::string part_;
};

std::string collapsed(std::string_view text) {
  Paragraphs paragraph(text.size());
  paragraph.text(text);
  return paragraph.take();
}

}  // namespace

OfficeFile::OfficeFile(std::string_view bytes, const ExtractOptions& options)
    : members(bytes, markup_to_text * options.most_text + free_markup), text(options.most_text) {}

void OfficeFile::walk(const std::string& member, XmlVisitor& visitor) {
  if (!members.holds(member)) {
    return;
  }
  ZipMember part = members.open(member);
  const auto damage = walk_xml([&](std::span<char> buffer) { return part.read(buffer); }, visitor);
  if (part.damage()) {
    damages.push_back(*part.damage());
  } else if (damage) {
    damages.push_back(member + ", " + *damage);
  }
}

void OfficeFile::walk_main(std::string_view kind, const std::string& member, XmlVisitor& visitor) {
  if (!members.holds(member)) {
    throw Refused{"is " + std::string(kind) + " without its text: " + member + " is missing",
                  "open it in the program that made it, and save it anew"};
  }
  walk(member, visitor);
}

std::string member_at(std::string_view part, std::string_view target) {
  std::string path;
  if (!target.starts_with('/')) {
    path = part.substr(0, part.rfind('/') == part.npos ? 0 : part.rfind('/'));
  }
  size_t begin = 0;
  while (begin <= target.size()) {
    const size_t end = std::min(target.find('/', begin), target.size());
    const std::string_view step = target.substr(begin, end - begin);
    if (step == "..") {
      path.erase(path.rfind('/') == path.npos ? 0 : path.rfind('/'));
    } else if (!step.empty() && step != ".") {
      path += path.empty() ? "" : "/";
      path += step;
    }
    begin = end + 1;
  }
  return path;
}

std::vector<Relationship> relationships_of(OfficeFile& file, const std::string& part) {
  const size_t name = part.rfind('/') == part.npos ? 0 : part.rfind('/') + 1;
  Relationships found(part);
  file.walk(part.substr(0, name) + "_rels/" + part.substr(name) + ".rels", found);
  return std::move(found.all);
}

std::string target_of(const std::vector<Relationship>& all, std::string_view kind,
                      std::string_view otherwise) {
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Relationship& one) { return one.type.ends_with(kind); });
  return found == all.end() ? std::string(otherwise) : found->target;
}

bool LeafTexts::begin(const XmlTag& tag) {
  open_ = tag.name;
  texts_[open_].emplace_back();
  size_ += tag.name.size();
  return size_ < most_properties;
}

void LeafTexts::end(const XmlTag&) {
  open_.clear();
}

void LeafTexts::text(std::string_view piece) {
  size_ += piece.size();
  if (!open_.empty() && size_ < most_properties) {
    texts_[open_].back() += piece;
  }
}

std::string LeafTexts::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const std::string& text : all(std::string(name))) {
      if (std::string one = collapsed(text); !one.empty()) {
        return one;
      }
    }
  }
  return {};
}

const std::vector<std::string>& LeafTexts::all(const std::string& name) const {
  static const std::vector<std::string> none;
  const auto found = texts_.find(name);
  return found == texts_.end() ? none : found->second;
}

void read_properties(OfficeFile& file, const std::string& member) {
  LeafTexts texts;
  file.walk(member, texts);
  Extracted& document = file.document;
  if (std::string title = texts.first({"title"}); !title.empty()) {
    document.title = std::move(title);
  }
  // dc:creator of OpenDocument is who saved it last.
  if (std::string author = texts.first({"initial-creator", "creator"}); !author.empty()) {
    document.further.emplace_back("author", std::move(author));
  }
  const auto created = written_date(texts.first({"created", "creation-date"}));
  const auto modified = written_date(texts.first({"modified", "date"}));
  document.date = modified ? modified : created;
  if (created && created != document.date) {
    document.further.emplace_back("created", *created);
  }
}

}  // namespace reprise::detail
