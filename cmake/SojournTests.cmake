# sojourn_test(NAME LABEL unit|statistical|golden|cli SOURCES a_test.cpp ... [LIBRARIES sojourn::io ...])
#
# One GoogleTest executable, each of its tests registered with CTest as NAME/Suite.Test under the label. Tests find the
# source tree by the macro SOJOURN_SOURCE_DIR and start in the build folder of their CMakeLists.txt, where they may
# write; tests labelled cli or golden also find the program, as SOJOURN_PROGRAM. tests/support is on the include path.
include(GoogleTest)

set(SOJOURN_TEST_LABELS unit statistical golden cli)
set(SOJOURN_TEST_SECONDS 600)
if(SOJOURN_SANITIZE)
  set(SOJOURN_TEST_SECONDS 3600)  # the same work takes several times as long
endif()

function(sojourn_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "SOURCES;LIBRARIES")
  if(NOT arg_LABEL IN_LIST SOJOURN_TEST_LABELS)
    message(FATAL_ERROR "sojourn_test(${name}): LABEL is \"${arg_LABEL}\", must be one of: ${SOJOURN_TEST_LABELS}")
  endif()
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "sojourn_test(${name}): no SOURCES, or unknown words: \"${arg_UNPARSED_ARGUMENTS}\"")
  endif()
  cmake_path(GET CMAKE_CURRENT_FUNCTION_LIST_DIR PARENT_PATH source_dir)  # the parent of cmake/

  add_executable(${name} ${arg_SOURCES})
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_compile_definitions(${name} PRIVATE SOJOURN_SOURCE_DIR="${source_dir}")
  target_include_directories(${name} PRIVATE ${source_dir}/tests)
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} sojourn::warnings GTest::gtest_main)
  if(arg_LABEL MATCHES "^(cli|golden)$" AND TARGET sojourn)
    target_compile_definitions(${name} PRIVATE SOJOURN_PROGRAM="$<TARGET_FILE:sojourn>")
    add_dependencies(${name} sojourn)
  endif()
  # Listed when CTest starts and not after linking, so that building never runs what was built.
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 TEST_PREFIX "${name}/"
                       WORKING_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}
                       PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${SOJOURN_TEST_SECONDS})
endfunction()

# Adds those of the named folders that hold a CMakeLists.txt.
function(sojourn_add_test_folders)
  foreach(folder IN LISTS ARGN)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt)
      add_subdirectory(${folder})
    endif()
  endforeach()
endfunction()
