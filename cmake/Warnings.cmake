# The warnings that every target of ours is built with; all of them are errors.
add_library(chairhub_options INTERFACE)
target_compile_options(chairhub_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Woverloaded-virtual -Werror
  # GCC 12 sees overlaps in std::string that are not there (its bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  # GCC takes the storage of an empty std::optional for a value that is read (its bug 80635).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_include_directories(chairhub_options INTERFACE
  ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)

# The version stands in one place, project(VERSION).
configure_file(${CMAKE_CURRENT_LIST_DIR}/version.h.in ${PROJECT_BINARY_DIR}/generated/chairhub_version.h @ONLY)

# One library a room: chairhub_room(core SOURCES … LINKS …)
function(chairhub_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  chairhub_batches(${name}_room ${ROOM_SOURCES})
  add_library(chairhub_${name} STATIC ${${name}_room})
  target_link_libraries(chairhub_${name} PUBLIC ${ROOM_LINKS} PRIVATE chairhub_options ${ROOM_PRIVATE_LINKS})
  target_include_directories(chairhub_${name} PUBLIC ${PROJECT_SOURCE_DIR})
endfunction()
