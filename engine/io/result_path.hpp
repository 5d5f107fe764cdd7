#pragma once
// Where a result is written: beside its final place first, then renamed, so that NAME.h5 is always complete.
#include <filesystem>

namespace sojourn::io {

/// `NAME.partial.h5` for `NAME.h5`, in the same folder.
[[nodiscard]] std::filesystem::path partial_path(const std::filesystem::path& final_path);

/// To be asked before a run: can a result be written there? Leaves nothing behind and changes nothing.
/// \throws InputError if the folder is missing or refuses files, the path is a folder, or the file exists and `force`
/// is false.
void check_writable(const std::filesystem::path& final_path, bool force);

/// Puts a closed partial file in its final place, in one step and on the disk.
/// \throws InputError if a file is there by now and `force` is false, std::runtime_error if the rename fails; the
/// partial file, which is valid, stays and is named.
void publish(const std::filesystem::path& partial, const std::filesystem::path& final_path, bool force);

}  // namespace sojourn::io
