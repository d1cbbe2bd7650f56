// libxml2 calls C functions with a context; these keep the stack of what is skipped, and catch what
// the visitor throws, for exceptions must not cross C. Of its SAX handler only these are set: what
// would declare entities or load files is not there.
//
// Source: libxml2, SAX2 (parser.h) and HTMLparser.h.
#include "reprise/extract/xml_walk.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <new>

namespace reprise::detail {
namespace {

constexpr size_t deepest = 1000;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

struct Walk {
  const ReadBytes& read;
  XmlVisitor& visitor;
  xmlParserCtxt* parser = nullptr;
  size_t depth = 0;
  size_t skipped_from = 0;  // the depth of the element that is not entered; 0: none
  bool too_deep = false;
  std::exception_ptr thrown = nullptr;
  std::vector<std::pair<std::string_view, std::string_view>> attributes = {};

  // Calls what may throw, and stops the parser then.
  template <class Call>
  void guarded(const Call& call) {
    if (thrown) {
      return;
    }
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      stop();
    }
  }

  void stop() {
    if (parser) {
      xmlStopParser(parser);
    }
  }

  void begin(const XmlTag& tag) {
    ++depth;
    if (depth > deepest) {
      too_deep = true;
      stop();
    }
    const bool told = skipped_from == 0 && !too_deep;
    if (!told) {
      return;
    }
    guarded([&] {
      if (!visitor.begin(tag)) {
        skipped_from = depth;
      }
    });
  }

  void end(const XmlTag& tag) {
    if (depth == skipped_from) {
      skipped_from = 0;
    } else if (skipped_from == 0 && !too_deep) {
      guarded([&] { visitor.end(tag); });
    }
    depth -= depth > 0 ? 1 : 0;
  }

  void text(std::string_view piece) {
    if (skipped_from == 0 && !too_deep) {
      guarded([&] { visitor.text(piece); });
    }
  }
};

Walk& walk_of(void* context) {
  return *static_cast<Walk*>(context);
}

void begin_xml(void* context, const xmlChar* name, const xmlChar*, const xmlChar* uri, int,
               const xmlChar**, int count, int, const xmlChar** attributes) {
  constexpr int columns = 5;  // name, prefix, URI, begin and end of the value
  Walk& walk = walk_of(context);
  walk.guarded([&] {
    walk.attributes.clear();
    for (int i = 0; i < count; ++i) {
      const xmlChar** row = attributes + ptrdiff_t{i} * columns;
      const auto size = static_cast<size_t>(row[4] - row[3]);
      walk.attributes.emplace_back(view(row[0]),
                                   std::string_view(reinterpret_cast<const char*>(row[3]), size));
    }
  });
  walk.begin({view(uri), view(name), walk.attributes});
}

void end_xml(void* context, const xmlChar* name, const xmlChar*, const xmlChar* uri) {
  walk_of(context).end({view(uri), view(name), {}});
}

std::string_view without_prefix(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

void begin_html(void* context, const xmlChar* name, const xmlChar** attributes) {
  Walk& walk = walk_of(context);
  walk.guarded([&] {
    walk.attributes.clear();
    for (const xmlChar** at = attributes; at && *at; at += 2) {
      walk.attributes.emplace_back(without_prefix(view(at[0])), view(at[1]));
    }
  });
  walk.begin({{}, view(name), walk.attributes});
}

void end_html(void* context, const xmlChar* name) {
  walk_of(context).end({{}, view(name), {}});
}

void text_of(void* context, const xmlChar* piece, int size) {
  walk_of(context).text({reinterpret_cast<const char*>(piece), static_cast<size_t>(size)});
}

// Instead of a message on standard error.
void ignore_error(void*, xmlError*) {}

// What the library asks for bytes. The parser must not be stopped here, where it still uses its
// buffer: to it a failure is the end of the bytes.
int read_some(void* context, char* buffer, int size) {
  Walk& walk = walk_of(context);
  if (walk.thrown) {
    return 0;
  }
  try {
    return static_cast<int>(walk.read({buffer, static_cast<size_t>(size)}));
  } catch (...) {
    walk.thrown = std::current_exception();
    return 0;
  }
}

int close_nothing(void*) {
  return 0;
}

xmlSAXHandler handler_for(Markup markup) {
  xmlSAXHandler handler;
  std::memset(&handler, 0, sizeof handler);
  handler.characters = text_of;
  handler.ignorableWhitespace = text_of;
  handler.cdataBlock = text_of;
  handler.serror = ignore_error;
  if (markup == Markup::html) {
    handler.startElement = begin_html;
    handler.endElement = end_html;
    handler.initialized = 1;
  } else {
    handler.startElementNs = begin_xml;
    handler.endElementNs = end_xml;
    handler.initialized = XML_SAX2_MAGIC;
  }
  return handler;
}

std::optional<std::string> damage_of(const Walk& walk) {
  if (walk.too_deep) {
    return "elements stand in one another more than " + std::to_string(deepest) + " deep";
  }
  if (walk.parser->wellFormed) {
    return std::nullopt;
  }
  // lastError is of the type xmlError, and const in later versions.
  const auto& error = walk.parser->lastError;
  std::string message = error.message ? error.message : "it is no XML";
  message.erase(message.find_last_not_of(" \r\n") + 1);
  return "line " + std::to_string(std::max(error.line, 1)) + ": " + message;
}

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    // Declarations of entities, which nobody asks for, stand in a document that is nobody's.
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = nullptr;
    xmlFreeParserCtxt(parser);
  }
};
using Parser = std::unique_ptr<xmlParserCtxt, FreeParser>;

Parser parser_for(Markup markup) {
  Parser parser(markup == Markup::html ? htmlNewParserCtxt() : xmlNewParserCtxt());
  if (!parser) {
    throw std::bad_alloc();
  }
  if (markup == Markup::html) {
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  } else {
    // NOENT makes "&amp;" in an attribute an "&"; no other entity is ever found.
    const int recover = markup == Markup::broken_xml ? XML_PARSE_RECOVER : 0;
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | recover);
  }
  *parser->sax = handler_for(markup);
  return parser;
}

// Gives the parser its bytes. HTML is UTF-8; XML says for itself what it is in.
void open_input(xmlParserCtxt* parser, Walk& walk, Markup markup) {
  xmlParserInputBuffer* buffer =
      xmlParserInputBufferCreateIO(read_some, close_nothing, &walk, XML_CHAR_ENCODING_NONE);
  xmlParserInput* input =
      buffer ? xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) : nullptr;
  if (!input) {
    xmlFreeParserInputBuffer(buffer);
    throw std::bad_alloc();
  }
  inputPush(parser, input);
  if (markup == Markup::html) {
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  }
}

}  // namespace

std::optional<std::string> walk_xml(const ReadBytes& read, XmlVisitor& visitor, Markup markup) {
  static std::once_flag ready;
  std::call_once(ready, xmlInitParser);
  Walk walk{read, visitor};
  const Parser parser = parser_for(markup);
  parser->userData = &walk;
  open_input(parser.get(), walk, markup);
  walk.parser = parser.get();
  if (markup == Markup::html) {
    htmlParseDocument(parser.get());
  } else {
    xmlParseDocument(parser.get());
  }
  if (walk.thrown) {
    std::rethrow_exception(walk.thrown);
  }
  return markup == Markup::xml || walk.too_deep ? damage_of(walk) : std::nullopt;
}

}  // namespace reprise::detail
