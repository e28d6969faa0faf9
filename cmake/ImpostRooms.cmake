# SPDX-License-Identifier: Apache-2.0
# Rooms, the library and the program. A room without a .c file yet is passed over.

# SHA-256 of the law text comes from libmd (Debian: libmd-dev).
find_path(IMPOST_MD_INCLUDE sha256.h)
find_library(IMPOST_MD_LIBRARY md)
if(NOT IMPOST_MD_INCLUDE OR NOT IMPOST_MD_LIBRARY)
  message(FATAL_ERROR "libmd is missing. Next: apt-get install libmd-dev")
endif()

# JSON of official files is read by jansson (Debian: libjansson-dev).
find_path(IMPOST_JANSSON_INCLUDE jansson.h)
find_library(IMPOST_JANSSON_LIBRARY jansson)
if(NOT IMPOST_JANSSON_INCLUDE OR NOT IMPOST_JANSSON_LIBRARY)
  message(FATAL_ERROR "jansson is missing. Next: apt-get install libjansson-dev")
endif()

# The desk of reports is a file of SQLite with its full-text search (Debian: libsqlite3-dev).
find_path(IMPOST_SQLITE_INCLUDE sqlite3.h)
find_library(IMPOST_SQLITE_LIBRARY sqlite3)
if(NOT IMPOST_SQLITE_INCLUDE OR NOT IMPOST_SQLITE_LIBRARY)
  message(FATAL_ERROR "SQLite is missing. Next: apt-get install libsqlite3-dev")
endif()

# Excel workbooks are read by minizip and expat and written by libxlsxwriter (Debian: libminizip-dev,
# libexpat1-dev, libxlsxwriter-dev). The program alone uses them.
find_path(IMPOST_MINIZIP_INCLUDE minizip/unzip.h)
find_library(IMPOST_MINIZIP_LIBRARY minizip)
find_path(IMPOST_EXPAT_INCLUDE expat.h)
find_library(IMPOST_EXPAT_LIBRARY expat)
find_path(IMPOST_XLSXWRITER_INCLUDE xlsxwriter.h)
find_library(IMPOST_XLSXWRITER_LIBRARY xlsxwriter)
foreach(library minizip expat xlsxwriter)
  string(TOUPPER ${library} upper)
  if(NOT IMPOST_${upper}_INCLUDE OR NOT IMPOST_${upper}_LIBRARY)
    message(FATAL_ERROR "${library} is missing. "
      "Next: apt-get install libminizip-dev libexpat1-dev libxlsxwriter-dev")
  endif()
endforeach()
set(IMPOST_WORKBOOK_LIBRARIES
  ${IMPOST_MINIZIP_LIBRARY} ${IMPOST_EXPAT_LIBRARY} ${IMPOST_XLSXWRITER_LIBRARY})
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

function(impost_rooms)
  add_library(impost STATIC)
  set_target_properties(impost PROPERTIES LINKER_LANGUAGE C OUTPUT_NAME impost)
  target_include_directories(impost PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>)
  target_link_libraries(impost PUBLIC $<BUILD_INTERFACE:${IMPOST_MD_LIBRARY}>
                               $<BUILD_INTERFACE:${IMPOST_JANSSON_LIBRARY}>
                               $<BUILD_INTERFACE:${IMPOST_SQLITE_LIBRARY}>
                               $<BUILD_INTERFACE:-lm> $<BUILD_INTERFACE:Threads::Threads>
                               PRIVATE $<BUILD_INTERFACE:impost_flags>)
  foreach(room IN LISTS ARGN)
    file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${room}/*.c")
    if(NOT sources)
      continue()
    endif()
    add_library(impost_${room} OBJECT ${sources})
    target_include_directories(impost_${room} PRIVATE
      "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/include" "${IMPOST_MD_INCLUDE}"
      "${IMPOST_JANSSON_INCLUDE}" "${IMPOST_SQLITE_INCLUDE}")
    set_target_properties(impost_${room} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(impost_${room} PRIVATE impost_flags)
    target_compile_definitions(impost_${room} PRIVATE
      IMPOST_VERSION="${PROJECT_VERSION}"
      IMPOST_SHARE="${CMAKE_INSTALL_FULL_DATADIR}/impost")
    target_sources(impost PRIVATE $<TARGET_OBJECTS:impost_${room}>)
  endforeach()
endfunction()

# The program knows the public headers and base alone.
function(impost_program)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/cli/*.c")
  if(NOT EXISTS "${PROJECT_SOURCE_DIR}/src/cli/main.c")
    return()
  endif()
  add_executable(impost_cli ${sources})
  set_target_properties(impost_cli PROPERTIES OUTPUT_NAME impost)
  target_include_directories(impost_cli PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_compile_definitions(impost_cli PRIVATE
    IMPOST_VERSION="${PROJECT_VERSION}"
    IMPOST_SHARE="${CMAKE_INSTALL_FULL_DATADIR}/impost")
  target_include_directories(impost_cli SYSTEM PRIVATE
    "${IMPOST_MINIZIP_INCLUDE}" "${IMPOST_EXPAT_INCLUDE}" "${IMPOST_XLSXWRITER_INCLUDE}")
  target_link_libraries(impost_cli PRIVATE impost impost_flags ${IMPOST_WORKBOOK_LIBRARIES}
    Threads::Threads)
endfunction()
