// The smallest program that uses the installed library: it counts months, and the kinds of levers that the engine knows.
#include <core/calendar.hpp>
#include <model/levers/lever.hpp>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto first = sojourn::parse_month(argv[1]);
  const auto last = sojourn::parse_month(argv[2]);
  if (!first || !last) return 2;
  std::cout << *last - *first << " months apart; the engine has " << sojourn::model::lever_kinds().size()
            << " kinds of levers\n";
}
