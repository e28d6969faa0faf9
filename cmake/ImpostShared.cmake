# SPDX-License-Identifier: Apache-2.0
# The shared library from the same objects as the static one. Objects are compiled with hidden symbols; the
# public headers make their own calls visible, and the map lets nothing else out.
add_library(impost_shared SHARED)
set_target_properties(impost_shared PROPERTIES
  LINKER_LANGUAGE C OUTPUT_NAME impost
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
  LINK_DEPENDS "${PROJECT_SOURCE_DIR}/cmake/impost.map")
foreach(room IN LISTS IMPOST_ROOMS)
  if(TARGET impost_${room})
    target_sources(impost_shared PRIVATE $<TARGET_OBJECTS:impost_${room}>)
  endif()
endforeach()
get_target_property(libraries impost LINK_LIBRARIES)
target_link_libraries(impost_shared PRIVATE ${libraries})
target_link_options(impost_shared PRIVATE
  "-Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/impost.map")
