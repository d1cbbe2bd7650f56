# What the library links, found once for our own build and once more, from the installed package, for its users.
# Keep it free of anything but find_* calls: reprise-config.cmake includes this file as it is.
include(CMakeFindDependencyMacro)

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_dependency(Threads)
find_dependency(TBB)
find_dependency(simdjson)
find_dependency(nlohmann_json)
find_dependency(ZLIB)
find_dependency(ICU COMPONENTS uc i18n data)
find_dependency(PkgConfig)
pkg_check_modules(REPRISE_XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(REPRISE_ZSTD REQUIRED IMPORTED_TARGET libzstd)

# libstemmer ships neither a CMake package nor a .pc file.
if(NOT TARGET reprise_libstemmer)
  find_library(REPRISE_STEMMER_LIBRARY stemmer REQUIRED)
  find_path(REPRISE_STEMMER_INCLUDE libstemmer.h REQUIRED)
  add_library(reprise_libstemmer INTERFACE IMPORTED)
  set_target_properties(reprise_libstemmer PROPERTIES
    INTERFACE_LINK_LIBRARIES "${REPRISE_STEMMER_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${REPRISE_STEMMER_INCLUDE}")
endif()
