# find_package(reprise): reprise_FOUND is false, and says why, where something that the library links is missing.
include(${CMAKE_CURRENT_LIST_DIR}/dependencies.cmake)
if(NOT DEFINED reprise_FOUND OR reprise_FOUND)
  include(${CMAKE_CURRENT_LIST_DIR}/reprise-targets.cmake)
endif()
