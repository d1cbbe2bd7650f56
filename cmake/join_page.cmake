# Joins the page of the HTML report: styles and scripts into its markup, and that into a source file. No node is needed.
#
#     cmake -D PAGE_FOLDER=page -D OUTPUT=page.cpp -P cmake/join_page.cmake
#
# Scripts are ES modules. They become one: their imports and the word "export" go, so no two of them may declare the same
# name at their top level, an import stands alone on its lines and renames nothing, and what runs at once stands in
# main.js, which comes last. `npm test` holds them to that. Script and style are let in by their hashes alone.

# Sets `variable` to the base64 of the text's SHA-256.
function(base64_of_sha256 text variable)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  string(APPEND hex "00")  # 33 bytes: eleven groups of three; the last of their 44 digits becomes the padding
  set(base64 "")
  foreach(begin RANGE 0 60 6)
    string(SUBSTRING "${hex}" ${begin} 6 group)
    foreach(shift 18 12 6 0)
      math(EXPR digit "(0x${group} >> ${shift}) & 63")
      string(SUBSTRING "${alphabet}" ${digit} 1 letter)
      string(APPEND base64 ${letter})
    endforeach()
  endforeach()
  string(REGEX REPLACE ".$" "=" base64 "${base64}")
  set(${variable} ${base64} PARENT_SCOPE)
endfunction()

# Sets `variable` to the files' contents, one behind the other.
function(join_files variable)
  set(joined "")
  foreach(path ${ARGN})
    file(READ ${path} content)
    string(APPEND joined "${content}\n")
  endforeach()
  set(${variable} "${joined}" PARENT_SCOPE)
endfunction()

file(GLOB styles ${PAGE_FOLDER}/style/*.css)
file(GLOB scripts ${PAGE_FOLDER}/src/*.js)
list(SORT styles)
list(SORT scripts)
list(REMOVE_ITEM scripts ${PAGE_FOLDER}/src/main.js)

join_files(style ${styles})
join_files(script ${scripts} ${PAGE_FOLDER}/src/main.js)
string(REGEX REPLACE "\nimport {[^}]*} from '[^']*';" "" script "\n${script}")
string(REGEX REPLACE "\nexport (const|function|class|async)" "\n\\1" script "${script}")
set(style "\n${style}")
base64_of_sha256("${style}" style_hash)
base64_of_sha256("${script}" script_hash)

file(READ ${PAGE_FOLDER}/page.html page)
foreach(part style script style_hash script_hash)
  string(REPLACE "{{${part}}}" "${${part}}" page "${page}")
endforeach()
string(FIND "${page}" "{{data}}" hole)
string(SUBSTRING "${page}" 0 ${hole} before)
math(EXPR behind "${hole} + 8")
string(SUBSTRING "${page}" ${behind} -1 after)

file(WRITE ${OUTPUT} "// Made by cmake/join_page.cmake.\n#include \"reprise/report/page/html_page.h\"\n
namespace reprise::detail {

const std::string_view html_before_data = R\"page(${before})page\";
const std::string_view html_after_data = R\"page(${after})page\";

}  // namespace reprise::detail\n")
