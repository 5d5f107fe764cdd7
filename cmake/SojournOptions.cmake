# Requirements of every target of ours: C++20, warnings as errors, the same floating point on every x86-64 build.
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
find_program(SOJOURN_CCACHE ccache)
if(SOJOURN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SOJOURN_CCACHE})
endif()

set(SOJOURN_THREADS_BACKEND "tbb" CACHE STRING "Parallel loops by oneTBB (tbb) or by plain threads (std), which the thread sanitizer understands")
set_property(CACHE SOJOURN_THREADS_BACKEND PROPERTY STRINGS tbb std)
if(NOT SOJOURN_THREADS_BACKEND MATCHES "^(tbb|std)$")
  message(FATAL_ERROR "SOJOURN_THREADS_BACKEND is \"${SOJOURN_THREADS_BACKEND}\", must be tbb or std")
endif()

add_library(sojourn_warnings INTERFACE)
add_library(sojourn::warnings ALIAS sojourn_warnings)
target_compile_options(sojourn_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wdouble-promotion -Wold-style-cast -Werror)
# Designated initialisers name what differs from the default and leave the rest out on purpose.
target_compile_options(sojourn_warnings INTERFACE -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(sojourn_warnings INTERFACE -Wno-restrict)  # misfires on "a" + std::string: GCC bug 105651
endif()
if(SOJOURN_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # The instrumentation hides from this warning what is set; GCC's manual says so under -fsanitize.
  target_compile_options(sojourn_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
# No contraction: a fused multiply-add rounds once where two instructions round twice, and results would depend on -march.
target_compile_options(sojourn_warnings INTERFACE -ffp-contract=off -fno-fast-math)
# Nobody replaces our functions at load time, and nobody reads errno after a logarithm: the compiler may then put small
# functions in place. Not one result moves.
target_compile_options(sojourn_warnings INTERFACE -fno-semantic-interposition -fno-math-errno)

if(SOJOURN_SANITIZE)
  add_compile_options(-fsanitize=${SOJOURN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SOJOURN_SANITIZE})
  if(SOJOURN_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize=vptr)  # misfires inside oneTBB
  endif()
endif()

# sojourn_library(NAME sources... ) : target sojourn_NAME, alias sojourn::NAME, with our warnings and include root.
function(sojourn_library name)
  cmake_path(GET CMAKE_CURRENT_FUNCTION_LIST_DIR PARENT_PATH source_dir)  # the parent of cmake/
  add_library(sojourn_${name} STATIC ${ARGN})
  add_library(sojourn::${name} ALIAS sojourn_${name})
  set_target_properties(sojourn_${name} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(sojourn_${name} PUBLIC cxx_std_20)
  target_include_directories(sojourn_${name} PUBLIC $<BUILD_INTERFACE:${source_dir}/engine>
                                                    $<INSTALL_INTERFACE:include/sojourn>)
  target_link_libraries(sojourn_${name} PRIVATE $<BUILD_INTERFACE:sojourn::warnings>)
  # Eigen adds in the order of the widest vector that -march allows: without vectors the sums are the same everywhere.
  target_compile_definitions(sojourn_${name} PUBLIC EIGEN_DONT_VECTORIZE)
  # The month is computed here: less processor than -O2 takes (docs/performance.md), and the same bytes.
  if(name MATCHES "^(core|model|population|sim)$")
    target_compile_options(sojourn_${name} PRIVATE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>>:-O3>)
  endif()
endfunction()
