#pragma once
// The files of a study: found, read, checked as text, and put together with what they extend and include.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/scenario_merge.hpp"
#include "io/scenario_node.hpp"

namespace sojourn::io::scenario {

/// One scenario file and what it stands on.
struct ScenarioFile {
  SourceFile source;
  std::string name;          ///< its stem
  std::optional<Node> tree;  ///< as written; nothing if the file cannot be read
  const ScenarioFile* parent = nullptr;
  std::vector<const ScenarioFile*> includes;
  Resolved resolved;          ///< with everything inherited
  std::size_t ancestors = 0;  ///< files above it by a written `extends`
  bool followed = false;      ///< `extends` and `include` are resolved; not so in a file that is only included
  bool whole = true;          ///< false if it or anything it stands on could not be read
};

/// What a file is opened as: a scenario of its own, or a part that another includes.
enum class Role : std::uint8_t { scenario, part };

/// Every file that a study touches, each read once.
class FileSet {
  std::filesystem::path library_;
  std::optional<std::string> standard_input_;
  Findings& findings_;
  Resolved beginning_;
  std::vector<std::unique_ptr<ScenarioFile>> files_;
  std::vector<std::pair<const ScenarioFile*, Spot>> opening_;  ///< files whose `extends` is being followed

 public:
  /// `library` is the folder of the shipped scenarios, `standard_input` the text of the file named `-`, `beginning` what
  /// the library's baseline stands on: the rules in force.
  FileSet(std::filesystem::path library, std::optional<std::string> standard_input, Findings& findings,
          Resolved beginning = {});
  /// A file that the user named, with all it stands on; nullptr if there is none (which is reported). `-` is the text
  /// of standard input: a scenario called `stdin` in the folder one stands in.
  const ScenarioFile* open(const std::filesystem::path& named);
  /// A file that `from` names at `spot` as the value of `key`: a path relative to it, or `library:NAME`.
  const ScenarioFile* open_from(const ScenarioFile& from, const std::string& target, const Spot& spot,
                                const std::string& key, Role role = Role::scenario);
  [[nodiscard]] const std::vector<std::unique_ptr<ScenarioFile>>& files() const { return files_; }

  /// The path that `from` names, checked not to leave its study folder; nothing if it does (which is reported).
  std::optional<std::filesystem::path> path_from(const SourceFile& from, const std::string& target, const Spot& spot,
                                                 const std::string& key);

 private:
  struct Place {
    std::filesystem::path path, folder;
    std::string shown, input_name;
    bool from_standard_input = false;
  };
  const ScenarioFile* open_standard_input();
  bool read_bytes(ScenarioFile& file, const Place& place);
  const ScenarioFile* open_place(const Place& place, Role role);
  std::optional<Place> library_place(const std::string& name, const Spot& spot, const std::string& key);
  [[nodiscard]] ScenarioFile* known(const std::filesystem::path& path) const;
  bool closes_cycle(const std::filesystem::path& path);
  [[nodiscard]] bool is_root(const ScenarioFile& file) const;
  void follow(ScenarioFile& file);
  void follow_extends(ScenarioFile& file);
  void follow_includes(ScenarioFile& file);
  void too_deep(const Spot& spot);
};

/// Files with this ending in a folder and below, without `reference`: the names of the shipped scenarios.
[[nodiscard]] std::vector<std::filesystem::path> scenario_paths(const std::filesystem::path& library);

}  // namespace sojourn::io::scenario
