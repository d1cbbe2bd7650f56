# How the page becomes a source file: reprise_join_page(OUTPUT KIND), of the kind "report", "served" or "removed".
function(reprise_join_page output kind)
  set(folder ${PROJECT_SOURCE_DIR}/page)
  set(rules ${PROJECT_SOURCE_DIR}/cmake/join_page.cmake)
  file(GLOB parts CONFIGURE_DEPENDS ${folder}/page.html ${folder}/style/*.css ${folder}/src/*.js ${folder}/served/*.js
    ${folder}/removed/*.js ${folder}/removed/*.css)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D PAGE_FOLDER=${folder} -D KIND=${kind} -D OUTPUT=${output} -P ${rules}
    DEPENDS ${parts} ${rules} VERBATIM)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  endif()
endfunction()
