# `cmake --install` and find_package(reprise).
include(CMakePackageConfigHelpers)

if(TARGET reprise_program)
  install(TARGETS reprise_program RUNTIME)
endif()
if(TARGET reprise_program AND REPRISE_MANUAL_FOLDER)
  install(FILES ${REPRISE_MANUAL_FOLDER}/reprise.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${REPRISE_MANUAL_FOLDER}/reprise DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${REPRISE_MANUAL_FOLDER}/_reprise DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${REPRISE_MANUAL_FOLDER}/reprise.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
install(TARGETS reprise EXPORT reprise-targets ARCHIVE LIBRARY)
install(DIRECTORY lib/include/reprise DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(FILES lib/reprise/report/json/report.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/reprise)
install(EXPORT reprise-targets NAMESPACE reprise:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/reprise)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/reprise-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/reprise-config.cmake cmake/dependencies.cmake ${PROJECT_BINARY_DIR}/reprise-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/reprise)
