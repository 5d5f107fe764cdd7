# Installs the build in BUILD below PREFIX, from nothing: what an earlier run left there must not help.
file(REMOVE_RECURSE ${PREFIX} ${CONSUMER})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} --config ${CONFIG}
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(path include/sojourn/core/calendar.hpp share/sojourn/scenarios/reference bin/sojourn)
  if(NOT EXISTS ${PREFIX}/${path})
    message(FATAL_ERROR "not installed: ${path}")
  endif()
endforeach()
