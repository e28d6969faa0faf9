# SPDX-License-Identifier: Apache-2.0
# What is installed: the program, the library, the public headers and the law.
if(TARGET impost_cli)
  install(TARGETS impost_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(TARGETS impost ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/impost"
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
if(EXISTS "${PROJECT_SOURCE_DIR}/law")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/law" DESTINATION ${CMAKE_INSTALL_DATADIR}/impost)
endif()
