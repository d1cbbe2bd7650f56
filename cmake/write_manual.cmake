# Asks the program for its manual page and its completions.
#
#     cmake -D PROGRAM=build/release/reprise -D FOLDER=build/release/share -P cmake/write_manual.cmake
file(MAKE_DIRECTORY ${FOLDER})
function(write_output name)
  execute_process(COMMAND ${PROGRAM} ${ARGN} OUTPUT_FILE ${FOLDER}/${name} RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ${ARGN} failed: ${code}")
  endif()
endfunction()
write_output(reprise.1 manual)
write_output(reprise completion bash)
write_output(_reprise completion zsh)
write_output(reprise.fish completion fish)
