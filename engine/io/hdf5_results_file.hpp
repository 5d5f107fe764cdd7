#pragma once
// Opens a file that a user calls a result, or says why it is none. Private to io.
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "io/dataset.hpp"
#include "io/hdf5_support.hpp"

namespace sojourn::io::hdf5 {

/// Calls `read` with the open file, its filetype and major format checked.
/// \throws InputError if the file is missing, not a result, of another major format, or damaged where `read` looks.
void with_results_file(const std::filesystem::path& path, const std::function<void(const H5::H5File&)>& read);

struct Member {
  std::string name;
  bool is_group = false;
};
/// Members of a group in the order written.
[[nodiscard]] std::vector<Member> members_of(const H5::Group& group);
[[nodiscard]] bool is_scale(const H5::DataSet& dataset);
/// The axes of a variable by the names of their scales, slowest first.
[[nodiscard]] std::vector<std::string> axes_of(const H5::DataSet& dataset);
[[nodiscard]] Values read_values(const H5::DataSet& dataset);

}  // namespace sojourn::io::hdf5
