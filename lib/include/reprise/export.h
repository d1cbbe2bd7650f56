// What a shared library shows: everything else in it is hidden.
#pragma once

#if defined(__GNUC__)
#define REPRISE_EXPORT __attribute__((visibility("default")))
#else
#define REPRISE_EXPORT
#endif
