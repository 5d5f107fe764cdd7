# Runs SCENARIO, cut to two years and two replicates at 1 in 10,000, with the programs HERE and NATIVE, and compares digests.
function(digest_of program name result)
  execute_process(COMMAND ${program} run ${SCENARIO} --json --force -o ${FOLDER}/${name}.h5
                          --set population.scale=10000 --set run.replicates=2 --set time.end=2027-12
                  OUTPUT_VARIABLE answer ERROR_VARIABLE messages RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${program} ended with ${code}:\n${messages}")
  endif()
  if(NOT answer MATCHES "\"digest\":\"(sj[0-9]+:[0-9a-f]+)\"")
    message(FATAL_ERROR "${program} printed no digest:\n${answer}")
  endif()
  set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

digest_of(${HERE} any-x86-64 here)
digest_of(${NATIVE} native native)
if(NOT here STREQUAL native)
  message(FATAL_ERROR "digests differ: ${here} for any x86-64, ${native} with -march=native")
endif()
message(STATUS "same digest: ${here}")
