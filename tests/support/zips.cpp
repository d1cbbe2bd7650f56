#include "support/zips.h"

#include <zip.h>

#include <stdexcept>

namespace reprise::detail::support {
namespace {

constexpr std::string_view xml = R"(<?xml version="1.0" encoding="UTF-8"?>)";
constexpr std::string_view office_types = "http://schemas.openxmlformats.org/";

std::string content_types(std::string_view part, std::string_view type) {
  return std::string(xml) +
         R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
         R"(<Default Extension="xml" ContentType="application/xml"/><Override PartName="/)" +
         std::string(part) + R"(" ContentType="application/vnd.openxmlformats-officedocument.)" +
         std::string(type) + R"("/></Types>)";
}

std::string relationships(const ZipMembersToWrite& types_and_targets) {
  std::string out(xml);
  out += R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  int number = 0;
  for (const auto& [type, target] : types_and_targets) {
    out += R"(<Relationship Id="r)" + std::to_string(++number) + R"(" Type=")" +
           std::string(office_types) + "officeDocument/2006/relationships/" + type +
           R"(" Target=")" + target + R"("/>)";
  }
  return out + "</Relationships>";
}

std::string with(ZipMembersToWrite members, const ZipMembersToWrite& further) {
  members.insert(members.end(), further.begin(), further.end());
  return zipped(members);
}

}  // namespace

std::string zipped(const ZipMembersToWrite& members, const std::string& password) {
  zip_source_t* bytes = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(bytes);
  zip_t* archive = zip_open_from_source(bytes, ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : members) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const auto index = static_cast<zip_uint64_t>(
        zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8));
    zip_file_set_mtime(archive, index, 1'700'000'000, 0);
    if (!password.empty()) {
      zip_file_set_encryption(archive, index, ZIP_EM_AES_256, password.c_str());
    }
  }
  zip_stat_t stat;
  if (zip_close(archive) != 0 || zip_source_stat(bytes, &stat) != 0) {
    throw std::runtime_error("no zip archive could be made");
  }
  std::string out(stat.size, '\0');
  zip_source_open(bytes);
  zip_source_read(bytes, out.data(), out.size());
  zip_source_close(bytes);
  zip_source_free(bytes);
  return out;
}

std::string word_paragraph(std::string_view text) {
  return "<w:p><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string word_file(std::string_view body, const ZipMembersToWrite& further) {
  const std::string document =
      std::string(xml) +
      R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
      R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
      R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>)" +
      std::string(body) + "</w:body></w:document>";
  return with({{"[Content_Types].xml",
                content_types("word/document.xml", "wordprocessingml.document.main+xml")},
               {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
               {"word/document.xml", document}},
              further);
}

std::string open_document(std::string_view body, const ZipMembersToWrite& further) {
  const std::string content =
      std::string(xml) +
      R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
      R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
      R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
      R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
      R"( xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>)"
      R"(<style:style style:name="T9"><style:text-properties text:display="none"/></style:style>)"
      R"(</office:automatic-styles><office:body><office:text>)" +
      std::string(body) + "</office:text></office:body></office:document-content>";
  return with({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}},
              further);
}

std::string book(const std::vector<std::string>& chapters, std::string_view metadata,
                 const ZipMembersToWrite& further) {
  std::string items;
  std::string spine;
  ZipMembersToWrite members{
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       std::string(xml) +
           R"(<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles>)"
           "</container>"}};
  for (size_t i = 0; i < chapters.size(); ++i) {
    const std::string number = std::to_string(i);
    items += R"(<item id="c)" + number + R"(" href="text/chapter%20)" + number + R"(.xhtml"/>)";
    spine += R"(<itemref idref="c)" + number + R"("/>)";
    members.emplace_back("OPS/text/chapter " + number + ".xhtml", chapters[i]);
  }
  members.emplace_back("OPS/book.opf",
                       std::string(xml) +
                           R"(<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>)" +
                           std::string(metadata) + "</metadata><manifest>" + items +
                           "</manifest><spine>" + spine + "</spine></package>");
  return with(std::move(members), further);
}

std::string presentation(const std::vector<std::string>& slides) {
  const std::string spaces =
      R"( xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main")"
      R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
      R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
  ZipMembersToWrite targets;
  std::string list;
  ZipMembersToWrite members{
      {"[Content_Types].xml",
       content_types("ppt/presentation.xml", "presentationml.presentation.main+xml")},
      {"_rels/.rels", relationships({{"officeDocument", "ppt/presentation.xml"}})}};
  for (size_t i = 0; i < slides.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    targets.emplace_back("slide", "slides/slide" + number + ".xml");
    // The list is in reverse, so that the order of names says nothing.
    list = R"(<p:sldId id="25)" + number + R"(" r:id="r)" + number + R"("/>)" + list;
    members.emplace_back("ppt/slides/slide" + number + ".xml",
                         "<p:sld" + spaces + ">" + slides[i] + "</p:sld>");
  }
  members.emplace_back("ppt/_rels/presentation.xml.rels", relationships(targets));
  members.emplace_back("ppt/presentation.xml", "<p:presentation" + spaces + "><p:sldIdLst>" + list +
                                                   "</p:sldIdLst></p:presentation>");
  return zipped(members);
}

}  // namespace reprise::detail::support
