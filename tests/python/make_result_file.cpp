// Writes the synthetic result that the readers' tests open.
#include <exception>
#include <iostream>

#include "io/result_writer.hpp"
#include "unit/io/result_synthetic.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_result_file FILE.h5\n";
    return 2;
  }
  try {
    sojourn::io::write_results(argv[1], sojourn::io::synthetic::result(), sojourn::io::synthetic::provenance(),
                               {.force = true});
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
}
