// XML from front to back: a visitor is told of elements and texts, as they come; no tree is made.
//
//     <p>Ferry <b>delayed</b></p>     begin p, text "Ferry ", begin b, text "delayed", end b, end p
//
// Nothing is read but the bytes that are given: no DTD, no file, no network; entities are not
// looked up, so that one that is none of XML's own five breaks the XML. Deeper than 1,000 elements
// it ends.
//
// Cost: about 5 ns a byte, and the memory of the longest text and tag. Any thread, each with its
// own walk. Uses SAX2 of libxml2.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reprise::detail {

// The views of a tag hold as long as the call.
struct XmlTag {
  std::string_view name_space;  // its URI; empty: none
  std::string_view name;        // without a prefix
  std::span<const std::pair<std::string_view, std::string_view>>
      attributes;  // names without prefix

  // Returns the value of an attribute; empty if it has none.
  std::string_view attribute(std::string_view of) const {
    for (const auto& [key, value] : attributes) {
      if (key == of) {
        return value;
      }
    }
    return {};
  }
};

// What it throws comes out of the walk.
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  // Returns whether to enter: otherwise nothing that the element holds is told, nor its end.
  virtual bool begin(const XmlTag& tag) = 0;
  // The tag has no attributes.
  virtual void end(const XmlTag& /*tag*/) {}
  virtual void text(std::string_view /*piece*/) {}
};

// Fills the buffer from its front; returns how many bytes, 0 at the end.
using ReadBytes = std::function<size_t(std::span<char>)>;

enum class Markup {
  xml,
  broken_xml,  // goes on behind what is no XML
  html         // names of elements are in small letters; no name spaces
};

// Returns what is wrong with the XML, and where: "line 7: …"; nothing if it was walked to its end.
// What came before was told. Throws what the visitor and `read` throw.
std::optional<std::string> walk_xml(const ReadBytes& read, XmlVisitor& visitor,
                                    Markup markup = Markup::xml);

}  // namespace reprise::detail
