// Zip archives and office files for tests, made in memory.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reprise::detail::support {

using ZipMembersToWrite = std::vector<std::pair<std::string, std::string>>;

// Returns an archive of the members, deflated, in their order. With a password they are encrypted.
std::string zipped(const ZipMembersToWrite& members, const std::string& password = {});

// Returns a Word file whose body is given, with further members.
std::string word_file(std::string_view body, const ZipMembersToWrite& further = {});
// Returns <w:p><w:r><w:t>…</w:t></w:r></w:p>.
std::string word_paragraph(std::string_view text);

// Returns an OpenDocument text whose office:text is given.
std::string open_document(std::string_view body, const ZipMembersToWrite& further = {});

// Returns an EPUB book with one chapter each; `metadata` stands in its package.
std::string book(const std::vector<std::string>& chapters, std::string_view metadata = {},
                 const ZipMembersToWrite& further = {});

// Returns a presentation with a slide each, given as what stands in its shape tree.
std::string presentation(const std::vector<std::string>& slides);

}  // namespace reprise::detail::support
