# How our own code is compiled. Nothing here reaches the users of the installed library.
add_library(reprise_compile_options INTERFACE)
target_compile_options(reprise_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  # Scores must not depend on whether a processor fuses a multiplication and an addition.
  -ffp-contract=off)

# What most sources include is read once for all, which saves a third of a build. Each file still includes what it uses:
# builds with sanitizers show where one does not. ccache, or another launcher, would keep nothing that is compiled so.
set(REPRISE_COMMON_HEADERS
  <algorithm> <functional> <map> <memory> <optional> <span> <stop_token> <string> <unordered_map> <vector>)
if(CMAKE_CXX_COMPILER_LAUNCHER OR REPRISE_SANITIZE)
  set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms on "literal" + std::string: GCC bug 105329. It has more names for them where headers are precompiled.
  target_compile_options(reprise_compile_options INTERFACE -Wno-restrict)
  if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    target_compile_options(reprise_compile_options INTERFACE -Wno-stringop-overflow -Wno-array-bounds)
  endif()
endif()
if(REPRISE_WERROR)
  target_compile_options(reprise_compile_options INTERFACE -Werror)
endif()
if(REPRISE_SANITIZE)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized)  # false alarms inside the standard library, with sanitizers alone
  endif()
  add_compile_options(-fsanitize=${REPRISE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${REPRISE_SANITIZE})
endif()
if(REPRISE_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "REPRISE_FUZZ needs clang, whose libFuzzer it is: -DCMAKE_CXX_COMPILER=clang++")
  endif()
  # All code tells the fuzzer which branches an input reached; only the targets have its main().
  add_compile_options(-fsanitize=fuzzer-no-link)
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
