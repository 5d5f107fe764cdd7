#include "stop_signal.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

#include "guard.hpp"

namespace sojourn::cli {
namespace {

// A signal handler reaches only what is global and lock-free.
std::atomic<bool> stop_asked{false};
std::array<char, 4001> unfinished_file{};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_signal(int /*signal*/) {
  if (!stop_asked.exchange(true)) return;
  if (unfinished_file[0] != '\0') unlink(unfinished_file.data());
  _exit(interrupted);
}

void install(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() {
  stop_asked = false;
  unfinished_file[0] = '\0';
  install(on_signal);
}

StopSignal::~StopSignal() { install(SIG_DFL); }

const std::atomic<bool>& StopSignal::flag() { return stop_asked; }

void StopSignal::removes(const std::string& path) {
  if (path.size() >= unfinished_file.size()) return;
  std::copy(path.begin(), path.end(), unfinished_file.begin());
  unfinished_file[path.size()] = '\0';
}

}  // namespace sojourn::cli
