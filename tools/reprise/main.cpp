#include "program.h"

int main(int argc, char** argv) {
  return reprise::program::run_program(argc, argv);
}
