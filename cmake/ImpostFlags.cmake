# SPDX-License-Identifier: Apache-2.0
# One interface target with the flags that everything of ours is compiled with.
add_library(impost_flags INTERFACE)
target_compile_definitions(impost_flags INTERFACE _XOPEN_SOURCE=700)
target_compile_options(impost_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wundef -Wvla -Wwrite-strings
  -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wformat=2 -Wcast-align
  -Wimplicit-fallthrough -Wdouble-promotion -Wpointer-arith
  -fno-common -fvisibility=hidden)
if(CMAKE_C_COMPILER_ID STREQUAL "Clang")
  # clang wants a format attribute also on a static function that passes a va_list on; gcc does not.
  # Its guess about strings joined inside an array is wrong for texts of several lines.
  target_compile_options(impost_flags INTERFACE
    -Wno-format-nonliteral -Wno-string-concatenation)
endif()
if(IMPOST_WERROR)
  target_compile_options(impost_flags INTERFACE -Werror)
endif()
if(IMPOST_SANITIZE)
  target_compile_options(impost_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
    -Wno-maybe-uninitialized) # gcc guesses wrong between the sanitizer's checks
  if(CMAKE_C_COMPILER_ID STREQUAL "Clang")
    target_compile_options(impost_flags INTERFACE -Wno-unknown-warning-option)
  endif()
  target_link_options(impost_flags INTERFACE -fsanitize=address,undefined)
  if(CMAKE_C_COMPILER_ID STREQUAL "Clang")
    # Checked 128-bit products are a function of compiler-rt that libgcc does not have.
    target_link_options(impost_flags INTERFACE -rtlib=compiler-rt -unwindlib=libgcc)
  endif()
endif()
if(IMPOST_FUZZ)
  target_compile_options(impost_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
