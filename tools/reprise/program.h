// The program: picks the command, and turns what the library throws into messages and exit codes.
// Only here it ends.
#pragma once

namespace reprise::program {

// Does what the arguments say, the name of the program before them, and returns the exit code. It
// takes over signals and streams of the process: to be called once, by who ends afterwards.
int run_program(int argc, char** argv);

}  // namespace reprise::program
