#include "io/result_provenance.hpp"

#include <nlohmann/json.hpp>

#include <numeric>

#include "io/result_layout.hpp"

namespace sojourn::io {
namespace {

using Json = nlohmann::ordered_json;

Json host_json(const HostFacts& host) {
  return Json{{"processor", valid_utf8(host.processor)}, {"operating_system", valid_utf8(host.operating_system)},
              {"c_library", valid_utf8(host.c_library)}, {"cores", host.cores},
              {"memory_bytes", host.memory_bytes},       {"fma", host.fma}};
}

Variable text_variable(std::string name, std::vector<std::string> axes, Text values, const char* long_name,
                       const char* definition) {
  return {std::move(name),
          std::move(axes),
          std::move(values),
          {{"units", "1"}, {"long_name", long_name}, {"definition", definition}}};
}

template <class Items, class Member>
Text column(const Items& items, Member member) {
  Text values;
  for (const auto& item : items) values.push_back(item.*member);
  return values;
}

std::vector<std::int32_t> counted(std::size_t count) {
  std::vector<std::int32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

template <class Value>
std::pair<Text, std::vector<Value>> split(const std::vector<std::pair<std::string, Value>>& items) {
  std::pair<Text, std::vector<Value>> columns;
  for (const auto& [name, value] : items) {
    columns.first.push_back(name);
    columns.second.push_back(value);
  }
  return columns;
}

}  // namespace

std::string record_json(const Provenance& provenance) {
  Json record{{"program", provenance.program},
              {"engine_version", provenance.engine_version},
              {"semantics_version", provenance.semantics_version},
              {"commit", provenance.commit},
              {"compiler", provenance.compiler},
              {"build_type", provenance.build_type},
              {"seed", provenance.seed},
              {"threads", provenance.threads},
              {"started_at", provenance.started_at},
              {"finished_at", provenance.finished_at}};
  record["command_line"] = Json::array();
  for (const std::string& word : provenance.command_line) record["command_line"].push_back(valid_utf8(word));
  record["options"] = Json::object();
  for (const auto& [name, value] : provenance.options) record["options"][name] = valid_utf8(value);
  record["host"] = host_json(provenance.host);
  record["seconds"] = Json::object();
  for (const auto& [name, value] : provenance.seconds) record["seconds"][name] = value;
  record["bytes"] = Json::object();
  for (const auto& [name, value] : provenance.bytes) record["bytes"][name] = value;
  return record.dump(2, ' ', false, Json::error_handler_t::replace);
}

Group provenance_group(const Provenance& provenance) {
  using Scenario = Provenance::Scenario;
  using Input = Provenance::Input;
  Group group{"/provenance", {}, {}, {{"long_name", "how this file was made"}}};
  group.axes = {
      {"scenario", column(provenance.scenarios, &Scenario::name), {{"long_name", "scenario"}}},
      {"replicate", provenance.replicates, {{"units", "1"}, {"long_name", "replicate"}}},
      {"input", counted(provenance.inputs.size()), {{"units", "1"}, {"long_name", "number of the input file"}}}};
  group.variables = {
      text_variable("record", {}, {record_json(provenance)}, "record of the run",
                    "Program, versions, commit, compiler, options, seed, host, threads, times and memory, as JSON."),
      text_variable("scenario_source", {"scenario"}, column(provenance.scenarios, &Scenario::source),
                    "scenario as written", "Text of the scenario file as it was read."),
      text_variable("scenario_effective", {"scenario"}, column(provenance.scenarios, &Scenario::effective),
                    "scenario in full", "Every key of the scenario with the value that was run, defaults included."),
      text_variable("input_path", {"input"}, column(provenance.inputs, &Input::path), "input file",
                    "A file that the run read."),
      text_variable("input_sha256", {"input"}, column(provenance.inputs, &Input::sha256), "SHA-256 of the input file",
                    "SHA-256 of the file's content, in hexadecimal digits."),
      text_variable("digest", {"scenario", "replicate"}, provenance.digests, "digest of the run",
                    "XXH3 of all monthly tallies of one scenario and replicate, before any selection of outputs.")};
  return group;
}

Group timing_group(const Provenance& provenance) {
  const auto [parts, seconds] = split(provenance.seconds);
  const auto [uses, bytes] = split(provenance.bytes);
  Group group{"/timing", {}, {}, {{"long_name", "what this file cost to make; outside the file's digest"}}};
  group.axes = {{"part", parts, {{"long_name", "part of the work"}}},
                {"use", uses, {{"long_name", "use of memory or disk"}}}};
  group.variables = {
      {"seconds",
       {"part"},
       std::vector<float>(seconds.begin(), seconds.end()),
       {{"units", "s"}, {"long_name", "time taken"}, {"definition", "Wall-clock time of one part of the work."}}},
      {"bytes",
       {"use"},
       bytes,
       {{"units", "byte"}, {"long_name", "memory or disk used"}, {"definition", "Largest amount held at one time."}}}};
  return group;
}

}  // namespace sojourn::io
