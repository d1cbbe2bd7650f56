# How our own code is compiled. Nothing here reaches the users of the installed library.
add_library(reprise_compile_options INTERFACE)
target_compile_options(reprise_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  # Scores must not depend on whether a processor fuses a multiplication and an addition.
  -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms on "literal" + std::string: GCC bug 105329.
  target_compile_options(reprise_compile_options INTERFACE -Wno-restrict)
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
