#include <exception>
#include <iostream>

#include "hub/commands/command_line.h"

int main(int argc, char** argv) {
  try {
    return chairhub::run_command_line(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "chairhub: " << error.what() << '\n';
    return chairhub::exit_failed;
  }
}
