#pragma once
// How a result was made: enough to make it again, and to know what it cost.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "io/dataset.hpp"

namespace sojourn::io {

/// The machine that a run was made on, as far as it can matter to the numbers or to their cost.
struct HostFacts {
  std::string processor;         ///< model name of the first one
  std::string operating_system;  ///< name, release, architecture
  std::string c_library;         ///< its log and exp have a part in the last digits
  std::int32_t cores = 0;        ///< that this process may use
  std::int64_t memory_bytes = 0;
  bool fma = false;  ///< fused multiply-add, which equal bytes ask for
};

[[nodiscard]] HostFacts this_host();

struct Provenance {
  struct Scenario {
    std::string name;
    std::string source;     ///< the text of the file as read; empty for none
    std::string effective;  ///< every key with its value, as TOML
  };
  struct Input {
    std::string path;    ///< as shown to the user
    std::string sha256;  ///< 64 hexadecimal digits
  };

  std::string program = "sojourn";
  std::string engine_version;
  std::int32_t semantics_version = 1;
  std::string commit;
  std::string compiler;    ///< name and version
  std::string build_type;  ///< and flags that matter
  std::vector<std::string> command_line;
  std::vector<std::pair<std::string, std::string>> options;  ///< as resolved, what changes a number and what does not
  std::int64_t seed = 0;
  HostFacts host;
  std::int32_t threads = 0;
  std::string started_at, finished_at;                      ///< UTC, "2026-03-02T10:14:30Z"
  std::vector<std::pair<std::string, double>> seconds;      ///< by part of the work, each named once
  std::vector<std::pair<std::string, std::int64_t>> bytes;  ///< "peak_memory", ..., each named once
  std::vector<Scenario> scenarios;
  std::vector<Input> inputs;
  std::vector<std::int32_t> replicates;  ///< their numbers, as the labels of the other groups
  std::vector<std::string> digests;      ///< of each run: scenario by scenario, its replicates within
};

/// All but the texts of scenarios and the digests, as indented JSON.
[[nodiscard]] std::string record_json(const Provenance& provenance);
/// `/provenance`: `record`, `scenario_source`, `scenario_effective`, `input_path`, `input_sha256`, `digest`.
[[nodiscard]] Group provenance_group(const Provenance& provenance);
/// `/timing`: seconds and bytes, which no digest covers.
[[nodiscard]] Group timing_group(const Provenance& provenance);

}  // namespace sojourn::io
