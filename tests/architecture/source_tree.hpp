#pragma once
// The files of this repository, for the tests that read them.
#include <filesystem>
#include <string>
#include <vector>

namespace sojourn::architecture {

/// A text file and its path relative to the root, with forward slashes.
struct TextFile {
  std::string path;
  std::string text;
};

/// All text files that git tracks; in a tree without git, all of the folders and files that the project ships.
[[nodiscard]] std::vector<TextFile> text_files(const std::filesystem::path& root);

/// C++ files below `folder` of the root.
[[nodiscard]] std::vector<TextFile> cpp_files(const std::filesystem::path& root, const std::string& folder);

}  // namespace sojourn::architecture
