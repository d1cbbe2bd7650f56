// Presentations: the slides in the order in which they are shown, each paragraph of its shapes and
// tables. Slides that are hidden stay out, and so do dates, footers and numbers of slides.
//
// Source: ECMA-376, part 1, 19 (PresentationML) and 21 (DrawingML).
#include <algorithm>

#include "reprise/extract/office_file.h"

namespace reprise::detail {
namespace {

// Finds the slides by the relationships that the presentation lists.
class SlideList : public XmlVisitor {
 public:
  explicit SlideList(const std::vector<Relationship>& parts) : parts_(parts) {}

  bool begin(const XmlTag& tag) override {
    if (tag.name != "sldId") {
      return true;
    }
    // It has two attributes of this name, id and r:id.
    for (const auto& [name, value] : tag.attributes) {
      const auto part = std::find_if(parts_.begin(), parts_.end(),
                                     [id = value](const auto& one) { return one.id == id; });
      if (name == "id" && part != parts_.end()) {
        slides.push_back(part->target);
      }
    }
    return true;
  }
  std::vector<std::string> slides;

 private:
  const std::vector<Relationship>& parts_;
};

class SlideText : public XmlVisitor {
 public:
  explicit SlideText(Paragraphs& text) : text_(text) {}

  bool begin(const XmlTag& tag) override {
    if (tag.name == "sld" && tag.attribute("show") == "0") {
      return false;
    }
    if (tag.name == "sp") {
      is_furniture_ = false;
    } else if (tag.name == "ph") {
      const std::string_view type = tag.attribute("type");
      is_furniture_ = type == "dt" || type == "ftr" || type == "hdr" || type == "sldNum";
    }
    if (is_furniture_ && tag.name == "txBody") {
      return false;
    }
    if (tag.name == "p") {
      text_.begin();
    } else if (tag.name == "br") {
      text_.line_end();
    }
    in_text_ = tag.name == "t";
    return tag.name != "fld" && tag.name != "Fallback";
  }

  void end(const XmlTag& tag) override {
    in_text_ = false;
    if (tag.name == "p") {
      text_.end();
    }
  }

  void text(std::string_view piece) override {
    if (in_text_) {
      text_.text(piece);
    }
  }

 private:
  Paragraphs& text_;
  bool is_furniture_ = false;  // of the shape
  bool in_text_ = false;
};

}  // namespace

void read_slides(OfficeFile& file) {
  const auto parts = relationships_of(file, "");
  const std::string main = target_of(parts, "/officeDocument", "ppt/presentation.xml");
  const auto slides = relationships_of(file, main);
  SlideList list(slides);
  file.walk_main("a presentation", main, list);
  for (const std::string& slide : list.slides) {
    SlideText text(file.text);
    file.walk(slide, text);
  }
  read_properties(file, target_of(parts, "/core-properties", "docProps/core.xml"));
}

}  // namespace reprise::detail
