# Warnings, sanitizers, coverage and ccache: said once, carried to every target by yeon_options.

set(YEON_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
if(YEON_WERROR)
  list(APPEND YEON_WARNINGS -Werror)
endif()

add_library(yeon_options INTERFACE)
target_compile_options(yeon_options INTERFACE ${YEON_WARNINGS})

# Bounds of spans and vectors are checked in debug and sanitizer builds.
target_compile_definitions(yeon_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(YEON_SANITIZE)
  target_compile_options(yeon_options INTERFACE
    -fsanitize=${YEON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(yeon_options INTERFACE -fsanitize=${YEON_SANITIZE})
endif()

if(YEON_COVERAGE)
  target_compile_options(yeon_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(yeon_options INTERFACE --coverage)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees overlaps and overflows inside std::string that are not there (its bug 105651);
    # Clang and the sanitizers look for real ones.
    target_compile_options(yeon_options INTERFACE
      -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds)
  endif()
  # What ccache needs to see through a precompiled header.
  target_compile_options(yeon_options INTERFACE -fpch-preprocess)
endif()

find_program(YEON_CCACHE_PROGRAM ccache)
if(YEON_CCACHE AND YEON_CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    ${YEON_CCACHE_PROGRAM})
endif()
