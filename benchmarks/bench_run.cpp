// sojourn_bench_run: times whole runs of the baseline, stage by stage. benchmarks/README.md says what the figures mean.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "record.hpp"

namespace {

namespace po = boost::program_options;
using sojourn::bench::RunSpec;

struct Command {
  RunSpec spec;
  int runs = 0;
  std::string json, note;
};

po::options_description options_of(Command& command) {
  po::options_description options{"usage: sojourn_bench_run [options]"};
  auto add = options.add_options();
  add("help", "this text");
  add("scale", po::value(&command.spec.scale)->default_value(1000), "persons that one simulated person stands for");
  add("years", po::value(&command.spec.years)->default_value(10), "recorded years");
  add("burn-in", po::value(&command.spec.burn_in_months)->default_value(24), "months before them");
  add("threads", po::value(&command.spec.threads)->default_value(1), "threads of the run, or runs at a time");
  add("runs", po::value(&command.runs)->default_value(0),
      "time this many runs side by side, one thread each, as a study has them");
  add("json", po::value(&command.json), "also write the figures to this file");
  add("note", po::value(&command.note), "kept in that file: the commit, who else used the machine");
  return options;
}

void check(const Command& command) {
  if (command.spec.scale < 1 || command.spec.years < 1 || command.spec.burn_in_months < 0 || command.runs < 0) {
    throw std::invalid_argument{"scale and years must be 1 or more, burn-in and runs not negative"};
  }
}

template <class Timing>
void report(const sojourn::bench::World& world, const Timing& timing, const Command& command) {
  print(timing);
  if (command.json.empty()) return;
  std::ofstream file{command.json};
  file << as_json(world, timing, command.note) << '\n';
  if (!file.flush()) throw std::runtime_error{"cannot write " + command.json};
}

}  // namespace

int main(int argc, char** argv) try {
  Command command;
  const po::options_description options = options_of(command);
  po::variables_map given;
  po::store(po::parse_command_line(argc, argv, options), given);
  po::notify(given);
  if (given.count("help") > 0) {
    std::cout << options;
    return 0;
  }
  check(command);
  const sojourn::bench::World world;
  fmt::print("{} markets, constants {}\n", world.base().markets.size(), world.constants());
  if (command.runs > 0)
    report(world, time_side_by_side(world, command.spec, command.runs), command);
  else
    report(world, time_run(world, command.spec), command);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "sojourn_bench_run: {}\n", error.what());
  return 2;
}
