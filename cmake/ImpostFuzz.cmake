# SPDX-License-Identifier: Apache-2.0
# Fuzz targets: fuzz/fuzz_*.c, each with LLVMFuzzerTestOneInput. With IMPOST_FUZZ (clang) they are
# libFuzzer programs; otherwise they get a main that replays fuzz/corpus/<name>/ and run as tests.
# A target named after a room that has no file yet is passed over.
file(GLOB fuzzers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/fuzz/fuzz_*.c")
foreach(source IN LISTS fuzzers)
  get_filename_component(name "${source}" NAME_WE)
  file(STRINGS "${source}" needs REGEX "^// needs room: ")
  string(REGEX REPLACE "^// needs room: " "" room "${needs}")
  if(room AND NOT TARGET impost_${room})
    continue()
  endif()
  if(IMPOST_FUZZ)
    add_executable(${name} ${source})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  elseif(IMPOST_TESTS)
    add_executable(${name} ${source} "${PROJECT_SOURCE_DIR}/fuzz/replay.c")
    add_test(NAME fuzz.${name} COMMAND ${name} "${PROJECT_SOURCE_DIR}/fuzz/corpus/${name}")
  else()
    continue()
  endif()
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(${name} PRIVATE impost impost_flags)
endforeach()
