#include "program.hpp"

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace sojourn::test {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

void redirect(const fs::path& file, int descriptor) {
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
}

/// Where stderr goes: a file of its own, or a terminal.
struct Errors {
  int terminal = -1;
};

void read_from(const fs::path& file) {
  const int opened = open(file.c_str(), O_RDONLY);
  if (opened < 0 || dup2(opened, STDIN_FILENO) < 0) _exit(126);
}

/// Starts the program with its streams in `streams/in`, `streams/out` and `streams/err`, outside the folder it works
/// in.
pid_t start(std::vector<std::string> words, std::vector<std::string> environment, const fs::path& folder,
            const fs::path& streams, Errors errors = {}, const std::string& input = "") {
  std::ofstream{streams / "in", std::ios::binary} << input;
  words.insert(words.begin(), SOJOURN_PROGRAM);
  std::vector<char*> argv = pointers(words), envp = pointers(environment);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error{"fork failed"};
  if (child > 0) return child;
  read_from(streams / "in");
  redirect(streams / "out", STDOUT_FILENO);
  if (errors.terminal < 0)
    redirect(streams / "err", STDERR_FILENO);
  else if (dup2(errors.terminal, STDERR_FILENO) < 0)
    _exit(126);
  if (chdir(folder.c_str()) != 0) _exit(126);
  execve(SOJOURN_PROGRAM, argv.data(), envp.data());
  _exit(127);
}

Said finish(pid_t child, const fs::path& streams) {
  int status = 0;
  waitpid(child, &status, 0);
  // A death by signal is told as a shell tells it.
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  Said said{code, text_of(streams / "out"), text_of(streams / "err")};
  fs::remove_all(streams);
  return said;
}

fs::path new_folder() {
  std::string name = (fs::temp_directory_path() / "sojourn-cli-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no folder for the test"};
  return name;
}

// Of what the tests have, the program gets where to look, and how a sanitizer that both are built with should work.
std::vector<std::string> variables(const Workplace::Environment& environment) {
  std::vector<std::string> list;
  for (const char* name : {"PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name); value != nullptr) list.push_back(std::string{name} + "=" + value);
  }
  for (const auto& [name, value] : environment) list.push_back(name + "=" + value);
  return list;
}

}  // namespace

Workplace::Workplace() : folder_{new_folder()} {}
Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Workplace::write(const std::string& name, const std::string& text) const { std::ofstream{folder_ / name} << text; }
std::string Workplace::read(const std::string& name) const { return text_of(folder_ / name); }

std::vector<std::string> Workplace::files() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator{folder_}) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

Said Workplace::run(const std::vector<std::string>& words, const Environment& environment) const {
  const fs::path streams = new_folder();
  return finish(start(words, variables(environment), folder_, streams), streams);
}

Said Workplace::run_with_input(const std::vector<std::string>& words, const std::string& input) const {
  const fs::path streams = new_folder();
  return finish(start(words, variables({}), folder_, streams, {}, input), streams);
}

Said Workplace::run_on_terminal(const std::vector<std::string>& words, const Environment& environment) const {
  const fs::path streams = new_folder();
  winsize size{.ws_row = 40, .ws_col = 120, .ws_xpixel = 0, .ws_ypixel = 0};
  int ours = -1, theirs = -1;
  if (openpty(&ours, &theirs, nullptr, nullptr, &size) != 0) throw std::runtime_error{"no terminal for the test"};
  const pid_t child = start(words, variables(environment), folder_, streams, {theirs});
  close(theirs);
  std::string seen;
  std::array<char, 4096> piece{};
  // Reading fails once the program has closed its end.
  for (ssize_t read_now = 0; (read_now = ::read(ours, piece.data(), piece.size())) > 0;) {
    seen.append(piece.data(), static_cast<std::size_t>(read_now));
  }
  close(ours);
  Said said = finish(child, streams);
  said.err = seen;
  return said;
}

Said Workplace::run_and_signal(const std::vector<std::string>& words, int signal, const std::string& wait_for) const {
  using namespace std::chrono_literals;
  const fs::path streams = new_folder();
  const pid_t child = start(words, variables({}), folder_, streams);
  for (int i = 0; i < 6'000 && text_of(streams / "err").find(wait_for) == std::string::npos; ++i) {
    siginfo_t ended{};
    waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOHANG | WNOWAIT);
    if (ended.si_pid == child) break;  // before it could be stopped
    std::this_thread::sleep_for(10ms);
  }
  kill(child, signal);
  return finish(child, streams);
}

}  // namespace sojourn::test
