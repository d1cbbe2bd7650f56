// What the program tells the shell.
#pragma once

namespace reprise::program {

enum ExitCode : int {
  done = 0,
  found = 1,           // only with --exit-code
  failed = 2,          // wrong use, or an error that stopped the work
  some_rejected = 3,   // done, but some input was left out
  after_signal = 128,  // plus the signal's number
};

}  // namespace reprise::program
