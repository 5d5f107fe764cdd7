#pragma once
// Writes a result in the layout of docs/formats/results.md, which netCDF-4 tools open at once.
#include <array>
#include <cstdint>
#include <filesystem>

#include "io/dataset.hpp"
#include "io/for_each.hpp"
#include "io/result_provenance.hpp"

namespace sojourn::io {

/// Major and minor: a program reads every file of its own major version.
inline constexpr std::array<std::int32_t, 2> results_format_version{1, 0};

struct WriteOptions {
  bool force = false;           ///< replace a file that is there
  ForEach for_each = in_order;  ///< lends threads to pack the values; the file is the same
};

/// Writes `NAME.partial.h5` and renames it to `NAME.h5` once it is whole. Adds `/provenance`, `/timing` and the root
/// attributes `filetype format_version file_digest Conventions`, and those of `engine_version commit semantics_version`
/// that `file` lacks; `file` must bring `digest`.
/// \throws InputError if check_writable does; std::runtime_error if the disk refuses (no partial file is left, except a
/// whole one that could not be renamed); std::logic_error if `file` breaks check_layout.
void write_results(const std::filesystem::path& final_path, const ResultFile& file, const Provenance& provenance,
                   const WriteOptions& options = {});

}  // namespace sojourn::io
