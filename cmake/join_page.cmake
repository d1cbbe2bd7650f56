# Joins the page: styles and scripts into its markup, and that into a source file. No node is needed.
#
#     cmake -D PAGE_FOLDER=page -D KIND=report -D OUTPUT=page.cpp -P cmake/join_page.cmake
#
# KIND report: the page of the HTML report, which fetches nothing and sends nothing. KIND served: that of `reprise serve`,
# with the modules of served/ besides; it may ask the program that served it, and nobody else. KIND removed: the page of
# `reprise dedup`, of the modules of removed/ and what these import alone, for it is to be small.
#
# Scripts are ES modules. They become one: their imports and the word "export" go, so no two of them may declare the same
# name at their top level, an import stands alone on its lines and renames nothing, and what runs at once stands in the
# main module, which comes last. `npm test` holds them to that. Script and style are let in by their hashes alone.

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

# Sets `variable` to the module and all that it imports, directly or not.
function(find_imported variable module)
  set(found ${module})
  set(left ${module})
  while(left)
    list(POP_FRONT left next)
    get_filename_component(folder ${next} DIRECTORY)
    file(READ ${next} content)
    string(REGEX MATCHALL "\nimport {[^}]*} from '[^']*'" imports "\n${content}")
    foreach(import ${imports})
      string(REGEX REPLACE ".*'([^']*)'$" "\\1" relative "${import}")
      get_filename_component(imported ${folder}/${relative} ABSOLUTE)
      list(FIND found ${imported} place)
      if(place EQUAL -1)
        list(APPEND found ${imported})
        list(APPEND left ${imported})
      endif()
    endforeach()
  endwhile()
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

get_filename_component(PAGE_FOLDER ${PAGE_FOLDER} ABSOLUTE)
set(own "")
set(connect "")
set(promise "It fetches nothing and sends nothing.")
file(GLOB styles ${PAGE_FOLDER}/style/*.css)
file(GLOB scripts ${PAGE_FOLDER}/src/*.js)
if(KIND STREQUAL "served")
  file(GLOB own ${PAGE_FOLDER}/served/*.js)
  set(main ${PAGE_FOLDER}/served/served.js)
  set(connect " connect-src 'self';")
  set(promise "It asks the program that served it, and nobody else.")
  set(header "serve/served_page.h")
  set(namespace "reprise::program")
  set(name "served")
elseif(KIND STREQUAL "removed")
  set(main ${PAGE_FOLDER}/removed/removed.js)
  find_imported(scripts ${main})
  list(FILTER styles INCLUDE REGEX "/[1239]-[a-z]+[.]css$")
  list(APPEND styles ${PAGE_FOLDER}/removed/removed.css)
  set(header "reprise/report/page/dedup_page.h")
  set(namespace "reprise::detail")
  set(name "removed")
else()
  set(main ${PAGE_FOLDER}/src/main.js)
  set(header "reprise/report/page/html_page.h")
  set(namespace "reprise::detail")
  set(name "html")
endif()

list(APPEND scripts ${own})
list(SORT styles)
list(SORT scripts)
list(REMOVE_ITEM scripts ${PAGE_FOLDER}/src/main.js ${main})

join_files(style ${styles})
join_files(script ${scripts} ${main})
string(REGEX REPLACE "\nimport {[^}]*} from '[^']*';" "" script "\n${script}")
string(REGEX REPLACE "\nexport (const|function|class|async)" "\n\\1" script "${script}")
set(style "\n${style}")
base64_of_sha256("${style}" style_hash)
base64_of_sha256("${script}" script_hash)

file(READ ${PAGE_FOLDER}/page.html page)
foreach(part style script style_hash script_hash connect promise)
  string(REPLACE "{{${part}}}" "${${part}}" page "${page}")
endforeach()
string(FIND "${page}" "{{data}}" hole)
string(SUBSTRING "${page}" 0 ${hole} before)
math(EXPR behind "${hole} + 8")
string(SUBSTRING "${page}" ${behind} -1 after)

file(WRITE ${OUTPUT} "// Made by cmake/join_page.cmake.\n#include \"${header}\"\n
namespace ${namespace} {

const std::string_view ${name}_before_data = R\"page(${before})page\";
const std::string_view ${name}_after_data = R\"page(${after})page\";

}  // namespace ${namespace}\n")
