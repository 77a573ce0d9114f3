# yeon_module(NAME SOURCES... PUBLIC targets... PRIVATE targets... TESTS files... TEST_LINKS targets...)
# makes the static library yeon_NAME with public headers in include/, and the test program
# NAME_test from the *_test.cpp files beside the code, so that flags, precompiled headers and
# tests are said once.
function(yeon_module NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;TESTS;TEST_LINKS" ${ARGN})
  add_library(yeon_${NAME} STATIC ${ARG_SOURCES})
  target_include_directories(yeon_${NAME}
    PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include
    PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(yeon_${NAME} PUBLIC ${ARG_PUBLIC} PRIVATE yeon_options ${ARG_PRIVATE})
  target_precompile_headers(yeon_${NAME} PRIVATE
    <algorithm> <memory> <optional> <span> <string> <string_view> <unordered_map> <vector>
    <fmt/format.h>)
  if(YEON_TESTS AND ARG_TESTS)
    add_executable(${NAME}_test ${ARG_TESTS})
    # A module's own tests may see its private headers.
    target_include_directories(${NAME}_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(${NAME}_test PRIVATE yeon_options yeon_${NAME} ${ARG_PRIVATE}
                          ${ARG_TEST_LINKS} yeon_doctest_main)
    target_precompile_headers(${NAME}_test PRIVATE <doctest/doctest.h> <string> <vector> <fmt/format.h>)
    add_test(NAME ${NAME} COMMAND ${NAME}_test)
    set_tests_properties(${NAME} PROPERTIES LABELS unit TIMEOUT 300)
  endif()
endfunction()
