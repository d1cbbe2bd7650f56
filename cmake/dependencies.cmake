# What the library links, found once for our own build and once more, from the installed package, for its users.
#
# Whoever includes this file sets CMAKE_FIND_PACKAGE_NAME. What is missing makes ${CMAKE_FIND_PACKAGE_NAME}_FOUND false
# and is said in ${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE; nothing here ends the configuration.
include(CMakeFindDependencyMacro)

# Says what is missing, for what has no package file of its own.
macro(reprise_missing name)
  set(${CMAKE_FIND_PACKAGE_NAME}_FOUND FALSE)
  set(${CMAKE_FIND_PACKAGE_NAME}_NOT_FOUND_MESSAGE "${CMAKE_FIND_PACKAGE_NAME} could not find ${name}")
endmacro()

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_dependency(Threads)
find_dependency(TBB)
find_dependency(simdjson)
find_dependency(nlohmann_json)
find_dependency(ZLIB)
find_dependency(ICU COMPONENTS uc i18n data)
find_dependency(LibXml2)
find_dependency(SQLite3)
find_dependency(PkgConfig)
pkg_check_modules(REPRISE_XXHASH QUIET IMPORTED_TARGET libxxhash)
if(NOT REPRISE_XXHASH_FOUND)
  reprise_missing(libxxhash)
  return()
endif()
pkg_check_modules(REPRISE_ZSTD QUIET IMPORTED_TARGET libzstd)
if(NOT REPRISE_ZSTD_FOUND)
  reprise_missing(libzstd)
  return()
endif()
pkg_check_modules(REPRISE_ZIP QUIET IMPORTED_TARGET libzip)
if(NOT REPRISE_ZIP_FOUND)
  reprise_missing(libzip)
  return()
endif()

# oneDNN's own CMake package asks for the headers of OpenCL, which nothing here needs. It works on OpenMP, whose number of
# threads is set where it is called (meaning/network.cpp).
if(REPRISE_MODELS AND NOT TARGET reprise_dnnl)
  find_library(REPRISE_DNNL_LIBRARY dnnl)
  find_path(REPRISE_DNNL_INCLUDE oneapi/dnnl/dnnl.hpp)
  if(NOT REPRISE_DNNL_LIBRARY OR NOT REPRISE_DNNL_INCLUDE)
    reprise_missing("oneDNN (oneapi/dnnl/dnnl.hpp)")
    return()
  endif()
  add_library(reprise_dnnl INTERFACE IMPORTED)
  set_target_properties(reprise_dnnl PROPERTIES
    INTERFACE_LINK_LIBRARIES "${REPRISE_DNNL_LIBRARY};gomp"
    INTERFACE_INCLUDE_DIRECTORIES "${REPRISE_DNNL_INCLUDE}")
endif()

# libstemmer ships neither a CMake package nor a .pc file.
if(NOT TARGET reprise_libstemmer)
  find_library(REPRISE_STEMMER_LIBRARY stemmer)
  find_path(REPRISE_STEMMER_INCLUDE libstemmer.h)
  if(NOT REPRISE_STEMMER_LIBRARY OR NOT REPRISE_STEMMER_INCLUDE)
    reprise_missing("libstemmer (Snowball)")
    return()
  endif()
  add_library(reprise_libstemmer INTERFACE IMPORTED)
  set_target_properties(reprise_libstemmer PROPERTIES
    INTERFACE_LINK_LIBRARIES "${REPRISE_STEMMER_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${REPRISE_STEMMER_INCLUDE}")
endif()
