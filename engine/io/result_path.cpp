#include "io/result_path.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "core/diagnostic.hpp"

namespace sojourn::io {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, std::string why, std::string hint) {
  Diagnostic finding;
  finding.file = path.string();
  finding.what = "the result cannot be written here";
  finding.why = std::move(why);
  finding.hint = std::move(hint);
  finding.code = "result-path";
  throw InputError{finding};
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path{"."}; }

std::string reason_of(int error) { return std::generic_category().message(error); }

void refuse_existing(const fs::path& path, const std::string& more) {
  refuse(path, "the file exists" + more, "--force replaces it, -o NAME writes another");
}

/// Asks the system by creating a file: permissions alone know nothing of read-only disks, quotas or long names.
void probe(const fs::path& final_path) {
  const fs::path partial = partial_path(final_path);
  std::error_code ignored;
  const bool stood = fs::exists(fs::symlink_status(partial, ignored));
  const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  const int error = errno;
  if (file < 0) refuse(final_path, reason_of(error), "choose another place with -o");
  ::close(file);
  if (!stood) ::unlink(partial.c_str());
}

/// What the system still holds in memory is lost with the power: a renamed file must be on the disk.
void flush_to_disk(const fs::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) throw std::runtime_error{reason_of(errno)};
  const int result = ::fsync(file);
  const int error = errno;
  ::close(file);
  // Some file systems cannot flush a folder and say EINVAL; the file is whole all the same.
  if (result != 0 && error != EINVAL) throw std::runtime_error{reason_of(error)};
}

}  // namespace

fs::path partial_path(const fs::path& final_path) {
  fs::path partial = final_path;
  if (partial.extension() == ".h5") partial.replace_extension();
  partial += ".partial.h5";
  return partial;
}

void check_writable(const fs::path& final_path, bool force) {
  if (!final_path.has_filename()) refuse(final_path, "it names no file", "-o NAME.h5");
  const fs::path folder = folder_of(final_path);
  std::error_code error;
  const fs::file_status folder_status = fs::status(folder, error);
  if (!fs::exists(folder_status)) {
    refuse(final_path, fmt::format("there is no folder {}", folder.string()), "mkdir -p " + folder.string());
  }
  if (!fs::is_directory(folder_status)) {
    refuse(final_path, fmt::format("{} is not a folder", folder.string()), "choose another place with -o");
  }
  const fs::file_status status = fs::status(final_path, error);
  if (fs::is_directory(status)) {
    refuse(final_path, "it is a folder", "-o " + (final_path / "NAME.h5").string());
  }
  if (!force && fs::exists(status)) refuse_existing(final_path, "");
  probe(final_path);
}

void publish(const fs::path& partial, const fs::path& final_path, bool force) {
  if (!force && fs::exists(final_path)) {
    refuse_existing(final_path, fmt::format(" by now; this run's result is in {}", partial.string()));
  }
  try {
    flush_to_disk(partial, O_RDONLY);
    fs::rename(partial, final_path);
    flush_to_disk(folder_of(final_path), O_RDONLY | O_DIRECTORY);
  } catch (const std::exception& failure) {
    throw std::runtime_error{
        fmt::format("{} is complete, but cannot become {}: {}", partial.string(), final_path.string(), failure.what())};
  }
}

}  // namespace sojourn::io
