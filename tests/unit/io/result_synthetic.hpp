#pragma once
// A small result with one of everything that the format knows; its numbers are made up, and told by their indices.
#include <limits>
#include <string>

#include "io/dataset.hpp"
#include "io/result_provenance.hpp"

namespace sojourn::io::synthetic {

inline constexpr float missing = std::numeric_limits<float>::quiet_NaN();

inline Axis text_axis(const char* name, Text labels) { return {name, std::move(labels), {{"long_name", name}}}; }

inline Axis replicate_axis() {
  return {"replicate", std::vector<std::int32_t>{0, 1, 2}, {{"units", "1"}, {"long_name", "replicate"}}};
}

/// Counts 0, 1, 2, ... in the order stored.
inline std::vector<std::int32_t> counts(std::int32_t length) {
  std::vector<std::int32_t> values;
  for (std::int32_t i = 0; i < length; ++i) values.push_back(i);
  return values;
}

/// 0.25, 1.25, 2.25, ...; every seventh missing.
inline std::vector<float> means(int length) {
  std::vector<float> values;
  for (int i = 0; i < length; ++i) values.push_back(i % 7 == 6 ? missing : static_cast<float>(i) + 0.25F);
  return values;
}

inline Attributes described(const char* units, const char* long_name, const char* definition, std::int32_t adds_up) {
  return {{"units", units},    {"long_name", long_name},         {"definition", definition},
          {"source", "model"}, {"framework", "GCM objective 5"}, {"cell_methods", "month: sum"},
          {"adds_up", adds_up}};
}

inline Group monthly_origin() {
  const Attributes days{
      {"units", "days since 1970-01-01"}, {"calendar", "standard"}, {"long_name", "first day of the month"}};
  Group group{"/monthly/origin", {}, {}, {{"long_name", "indicators by month and origin"}}};
  group.axes = {text_axis("scenario", {"baseline", "npl-fee-cap"}),
                replicate_axis(),
                {"month", std::vector<std::int32_t>{20454, 20485, 20513, 20544}, days},  // 2026-01 to 2026-04
                text_axis("origin", {"BGD", "NPL"}),
                text_axis("sex", {"women", "men"})};
  const std::vector<std::string> all{"scenario", "replicate", "month", "origin", "sex"};
  group.variables = {
      {"deployments", all, counts(96), described("1", "deployments", "Workers who left for a job abroad.", 1)},
      {"mean_recruitment_cost_usd", all, means(96),
       described("USD", "recruitment cost paid, mean", "Mean cost borne.", 0)},
      {"mean_recruitment_cost_usd_both",
       {"scenario", "replicate", "month", "origin"},
       means(48),
       described("USD", "recruitment cost paid, mean", "Mean cost borne.", 0)},
      {"median_days_to_resolve", all, means(96), described("day", "time to resolve, median", "Median days.", 0)},
      {"median_days_to_resolve_both",
       {"scenario", "replicate", "month", "origin"},
       means(48),
       described("day", "time to resolve, median", "Median days.", 0)},
      {"remittances_sent_usd", all, std::vector<std::int64_t>(96, std::int64_t{5'000'000'000}),
       described("USD", "remittances sent", "Money sent home.", 1)}};
  return group;
}

inline Group annual_corridor() {
  const Attributes origins{{"units", "1"},
                           {"long_name", "origin of the corridor"},
                           {"definition", "Country that the workers leave."},
                           {"flag_values", std::vector<std::int8_t>{0, 1}},
                           {"flag_meanings", "BGD NPL"}};
  Group group{"/annual/corridor", {}, {}, {}};
  group.axes = {text_axis("scenario", {"baseline", "npl-fee-cap"}),
                replicate_axis(),
                {"year", std::vector<std::int32_t>{2026, 2027}, {{"units", "1"}, {"long_name", "calendar year"}}},
                text_axis("corridor", {"BGD-SAU", "NPL-QAT", "NPL-MYS"}),
                text_axis("sex", {"women", "men"})};
  group.variables = {{"corridor_origin", {"corridor"}, std::vector<std::int8_t>{0, 1, 1}, origins},
                     {"deployments",
                      {"scenario", "replicate", "year", "corridor", "sex"},
                      counts(72),
                      described("1", "deployments", "Workers who left for a job abroad.", 1)}};
  return group;
}

inline Group effects_period() {
  Group group{"/effects/period", {}, {}, {}};
  group.axes = {text_axis("scenario", {"npl-fee-cap"}), text_axis("stat", {"mean", "se", "lower", "median", "upper"}),
                text_axis("origin", {"BGD", "NPL"}), text_axis("sex", {"women", "men"})};
  group.variables = {{"deployments",
                      {"scenario", "stat", "origin", "sex"},
                      means(20),
                      described("1", "deployments, paired difference", "Mean difference of pairs.", 1)},
                     {"deployments_same_sign_percent",
                      {"scenario", "origin", "sex"},
                      means(4),
                      described("percent", "pairs with the sign of the mean", "Share of pairs.", 0)}};
  return group;
}

/// No lever at all, a text of every kind, a scalar, an empty group within.
inline std::vector<Group> measures() {
  Group none{"/measures", {text_axis("scenario", {"baseline", "npl-fee-cap"}), text_axis("lever", {})}, {}, {}};
  none.variables = {{"kind", {"scenario", "lever"}, Text{}, described("1", "kind", "Kind of the lever.", 0)},
                    {"fine_usd", {"lever"}, std::vector<float>{}, described("USD", "fine", "Fine per case.", 0)},
                    {"note", {}, Text{"नेपाल, \"quoted\"\nand a second line"}, described("1", "note", "Any text.", 0)}};
  return {none, {"/measures/log", {}, {}, {}}};
}

inline ResultFile result() {
  ResultFile file;
  file.attributes = {{"semantics_version", std::int32_t{1}},
                     {"status", "complete"},
                     {"last_complete_month", "2026-04"},
                     {"digest", "sj1:7c1e0a94d2b35f68"},
                     {"title", "Fee cap – नेपाल"},
                     {"question", "What does a cap do?"},
                     {"history", "2026-03-02T10:14:30Z made by Sojourn 0.1.0"},
                     {"population_scale", std::int32_t{100}}};
  file.groups = {monthly_origin(), annual_corridor(), effects_period()};
  for (Group& group : measures()) file.groups.push_back(std::move(group));
  return file;
}

inline Provenance provenance() {
  Provenance made;
  made.engine_version = "0.1.0";
  made.commit = "0123456789abcdef0123456789abcdef01234567";
  made.compiler = "g++ 12.2.0";
  made.build_type = "Release";
  made.command_line = {"sojourn", "run", "npl-fee-cap.toml"};
  made.options = {{"threads", "2"}};
  made.seed = 7;
  made.host = this_host();
  made.threads = 2;
  made.started_at = "2026-03-02T10:08:42Z";
  made.finished_at = "2026-03-02T10:14:30Z";
  made.seconds = {{"run", 348.1}, {"effects", 0.4}};
  made.bytes = {{"peak_memory", std::int64_t{3'221'225'472}}};
  made.scenarios = {{"baseline", "", "format = 1\n"},
                    {"npl-fee-cap", "title = \"Fee cap\"\n", "format = 1\ntitle = \"Fee cap\"\n"}};
  made.inputs = {{"npl-fee-cap.toml", std::string(64, 'a')}};
  made.replicates = {0, 1, 2};
  made.digests = {"sj1:0", "sj1:1", "sj1:2", "sj1:3", "sj1:4", "sj1:5"};
  return made;
}

}  // namespace sojourn::io::synthetic
