# SPDX-License-Identifier: Apache-2.0
# Tests: tests/<room>/test_*.c with cmocka, tests/<room>/test_*.py with python3, transcripts, layers.
# tests/count.py adds them up: each test function, transcript command and case counts as one.
find_path(IMPOST_CMOCKA_INCLUDE cmocka.h)
find_library(IMPOST_CMOCKA_LIBRARY cmocka)
find_package(Python3 COMPONENTS Interpreter)
find_library(IMPOST_GSL_LIBRARY gsl) # Newton's way, the second witness of the model
find_library(IMPOST_GSLCBLAS_LIBRARY gslcblas)

set(impost_test_environment
  "IMPOST=${CMAKE_CURRENT_BINARY_DIR}/impost"
  "IMPOST_ROOT=${PROJECT_SOURCE_DIR}"
  "IMPOST_CC=${CMAKE_C_COMPILER}"
  "ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1"
  "UBSAN_OPTIONS=print_stacktrace=1")

if(IMPOST_CMOCKA_INCLUDE AND IMPOST_CMOCKA_LIBRARY)
  file(GLOB support CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/support/*.c")
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*/test_*.c")
  foreach(source IN LISTS sources)
    get_filename_component(folder "${source}" DIRECTORY)
    get_filename_component(room "${folder}" NAME)
    get_filename_component(name "${source}" NAME_WE)
    string(REPLACE "test_" "" name "${name}")
    if(EXISTS "${PROJECT_SOURCE_DIR}/src/${room}" AND NOT TARGET impost_${room})
      continue()
    endif()
    if(name STREQUAL "newton" AND NOT (IMPOST_GSL_LIBRARY AND IMPOST_GSLCBLAS_LIBRARY))
      message(WARNING "gsl is missing: ${room}.newton is not run. Next: apt-get install libgsl-dev")
      continue()
    endif()
    set(target test_${room}_${name})
    add_executable(${target} ${source} ${support})
    target_include_directories(${target} PRIVATE
      "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/tests" "${IMPOST_CMOCKA_INCLUDE}")
    target_compile_definitions(${target} PRIVATE IMPOST_ROOT="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${target} PRIVATE impost impost_flags ${IMPOST_CMOCKA_LIBRARY})
    if(name STREQUAL "newton")
      target_link_libraries(${target} PRIVATE ${IMPOST_GSL_LIBRARY} ${IMPOST_GSLCBLAS_LIBRARY})
    endif()
    add_test(NAME ${room}.${name} COMMAND ${target})
    set_tests_properties(${room}.${name} PROPERTIES
      ENVIRONMENT "${impost_test_environment}" TIMEOUT 600)
  endforeach()
else()
  message(WARNING "cmocka is missing: no C tests. Next: apt-get install libcmocka-dev")
endif()

if(Python3_FOUND)
  file(GLOB scripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*/test_*.py")
  if(NOT TARGET impost_cli) # scripts ask the program
    set(scripts)
  endif()
  foreach(script IN LISTS scripts)
    get_filename_component(folder "${script}" DIRECTORY)
    get_filename_component(room "${folder}" NAME)
    get_filename_component(name "${script}" NAME_WE)
    string(REPLACE "test_" "" name "${name}")
    add_test(NAME ${room}.${name} COMMAND ${Python3_EXECUTABLE} ${script})
    set_tests_properties(${room}.${name} PROPERTIES
      ENVIRONMENT "${impost_test_environment}" TIMEOUT 900)
  endforeach()
  foreach(tool layers headers manners)
    if(EXISTS "${PROJECT_SOURCE_DIR}/tests/${tool}.py")
      add_test(NAME house.${tool}
        COMMAND ${Python3_EXECUTABLE} "${PROJECT_SOURCE_DIR}/tests/${tool}.py")
      set_tests_properties(house.${tool} PROPERTIES ENVIRONMENT "${impost_test_environment}")
    endif()
  endforeach()
  file(GLOB transcripts CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/cli/*.t")
  if(transcripts AND TARGET impost_cli)
    foreach(transcript IN LISTS transcripts)
      get_filename_component(name "${transcript}" NAME_WE)
      add_test(NAME cli.${name}
        COMMAND ${Python3_EXECUTABLE} "${PROJECT_SOURCE_DIR}/tests/run-cli"
                --impost $<TARGET_FILE:impost_cli> ${transcript})
      set_tests_properties(cli.${name} PROPERTIES
        ENVIRONMENT "${impost_test_environment}" TIMEOUT 300)
    endforeach()
  endif()
endif()
