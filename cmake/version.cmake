# Reads the version from its only place, lib/include/reprise/version.h, into REPRISE_VERSION.
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../lib/include/reprise/version.h REPRISE_VERSION_LINES
     REGEX "^#define REPRISE_VERSION_(MAJOR|MINOR|PATCH) [0-9]+$")
list(TRANSFORM REPRISE_VERSION_LINES REPLACE "^.* " "")
list(JOIN REPRISE_VERSION_LINES "." REPRISE_VERSION)
