#include "architecture/source_tree.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

namespace sojourn::architecture {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

int close(std::FILE* pipe) { return pclose(pipe); }

std::vector<std::string> tracked_paths(const fs::path& root) {
  const std::string command = "git -C '" + root.string() + "' ls-files -z 2>/dev/null";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(command.c_str(), "r"), close};
  std::string listing;
  std::array<char, 4096> buffer{};
  while (pipe) {
    const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (got == 0) break;
    listing.append(buffer.data(), got);
  }
  std::vector<std::string> paths;
  for (std::size_t begin = 0; begin < listing.size();) {
    const std::size_t end = listing.find('\0', begin);
    paths.push_back(listing.substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

std::vector<std::string> shipped_paths(const fs::path& root) {
  std::vector<std::string> paths;
  for (const fs::directory_entry& top : fs::directory_iterator{root}) {
    const std::string name = top.path().filename().string();
    if (name == "build" || name == ".git" || name == ".cache") continue;
    if (top.is_regular_file()) paths.push_back(name);
    if (!top.is_directory()) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator{top.path()}) {
      if (entry.is_regular_file()) paths.push_back(fs::relative(entry.path(), root).generic_string());
    }
  }
  return paths;
}

bool is_text(const std::string& bytes) { return bytes.find('\0') == std::string::npos; }

}  // namespace

std::vector<TextFile> text_files(const fs::path& root) {
  std::vector<std::string> paths = tracked_paths(root);
  if (paths.empty()) paths = shipped_paths(root);
  std::sort(paths.begin(), paths.end());
  std::vector<TextFile> files;
  for (const std::string& path : paths) {
    if (!fs::is_regular_file(root / path)) continue;  // tracked, and deleted in the work tree
    std::string text = read(root / path);
    if (is_text(text)) files.push_back({path, std::move(text)});
  }
  return files;
}

std::vector<TextFile> cpp_files(const fs::path& root, const std::string& folder) {
  std::vector<TextFile> files;
  if (!fs::is_directory(root / folder)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator{root / folder}) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".hpp" && extension != ".cpp") continue;
    files.push_back({fs::relative(entry.path(), root).generic_string(), read(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const TextFile& a, const TextFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace sojourn::architecture
