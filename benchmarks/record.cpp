#include "record.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>

#include "io/result_provenance.hpp"

namespace sojourn::bench {
namespace {

using Json = nlohmann::ordered_json;

double load_of_last_minute() {
  double load = 0;
  return getloadavg(&load, 1) == 1 ? load : std::nan("");
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  gmtime_r(&now, &day);
  return fmt::format("{:04d}-{:02d}-{:02d}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

std::string compiler() {
#ifdef __clang__
  return "clang " __clang_version__;
#else
  return "g++ " __VERSION__;
#endif
}

double rounded(double value, double parts) { return std::round(value * parts) / parts; }
double milliseconds(double seconds) { return rounded(seconds * 1000.0, 10); }
Json seconds_of(const Seconds& time) {
  return {{"wall_s", rounded(time.wall, 1000)}, {"processor_s", rounded(time.processor, 1000)}};
}

Json head(const World& world, const RunSpec& spec, const std::string& note) {
  const io::HostFacts host = io::this_host();
  return {{"date", today()},
          {"note", note},
          {"processor", host.processor},
          {"cores", host.cores},
          {"memory_gib", std::round(static_cast<double>(host.memory_bytes) / 0x1p30)},
          {"operating_system", host.operating_system},
          {"compiler", compiler()},
          {"build_type", SOJOURN_BUILD_TYPE},
          {"load_of_last_minute", rounded(load_of_last_minute(), 100)},
          {"constants", world.constants()},
          {"markets", world.base().markets.size()},
          {"scale", spec.scale},
          {"years", spec.years},
          {"burn_in_months", spec.burn_in_months},
          {"threads", spec.threads}};
}

double per_second(std::int64_t count, double seconds) { return seconds > 0 ? static_cast<double>(count) / seconds : 0; }

}  // namespace

void print(const RunTiming& timing) {
  const Seconds abroad = timing.abroad();
  fmt::print(
      "scale {}, {} months, {} threads: start {:.2f} s, months {:.2f} s (processor {:.2f} s), {:.2f} ms a month\n",
      timing.spec.scale, timing.months, timing.spec.threads, timing.start.wall, timing.monthly.wall,
      timing.monthly.processor, timing.monthly.wall * 1000.0 / timing.months);
  fmt::print("people who act {}, worker-months {}, departures {}\n", timing.acting, timing.worker_months,
             timing.departures);
  fmt::print(
      "abroad {:.3f} s wall, {:.3f} s processor: {:.1f} million worker-months a second (median month {:.1f}), "
      "{:.1f} million per second of processor; {:.4f} events per worker-month\n",
      abroad.wall, abroad.processor, per_second(timing.worker_months, abroad.wall) / 1e6,
      timing.median_abroad_rate() / 1e6, per_second(timing.worker_months, abroad.processor) / 1e6,
      static_cast<double>(timing.abroad_events) / static_cast<double>(timing.worker_months));
  for (const model::Step& step : model::month_order) {
    const Seconds& spent = timing.stages[static_cast<std::size_t>(step.stage)];
    if (spent.wall <= 0) continue;
    fmt::print("  {:<24} {:9.3f} ms a month {:6.1f} %\n", step.name, spent.wall * 1000.0 / timing.months,
               100.0 * spent.wall / timing.monthly.wall);
  }
  fmt::print("peak memory {:.0f} MiB, digest {:016x}\n", peak_memory_mib(), timing.digest);
}

void print(const StudyTiming& timing) {
  fmt::print(
      "{} runs at scale {}, {} years + {} months, {} at a time: {:.2f} s wall, {:.2f} s processor, peak memory {:.0f} "
      "MiB, digest {:016x}\n",
      timing.runs, timing.spec.scale, timing.spec.years, timing.spec.burn_in_months, timing.spec.threads,
      timing.all.wall, timing.all.processor, peak_memory_mib(), timing.digest);
}

std::string as_json(const World& world, const RunTiming& timing, const std::string& note) {
  Json record = head(world, timing.spec, note);
  record["what"] = "one run";
  record["start"] = seconds_of(timing.start);
  record["months"] = timing.months;
  record["all_months"] = seconds_of(timing.monthly);
  record["people_who_act"] = timing.acting;
  record["departures"] = timing.departures;
  record["worker_months"] = timing.worker_months;
  record["abroad"] = seconds_of(timing.abroad());
  record["abroad_worker_months_per_second"] = std::round(per_second(timing.worker_months, timing.abroad().wall));
  record["abroad_worker_months_per_second_median_month"] = std::round(timing.median_abroad_rate());
  record["abroad_worker_months_per_processor_second"] =
      std::round(per_second(timing.worker_months, timing.abroad().processor));
  record["abroad_events_per_worker_month"] =
      rounded(static_cast<double>(timing.abroad_events) / static_cast<double>(timing.worker_months), 1e5);
  for (const model::Step& step : model::month_order) {
    const Seconds& spent = timing.stages[static_cast<std::size_t>(step.stage)];
    if (spent.wall > 0) record["stages_ms"][std::string{step.name}] = milliseconds(spent.wall);
  }
  record["peak_memory_mib"] = std::round(peak_memory_mib());
  record["digest"] = fmt::format("{:016x}", timing.digest);
  return record.dump(2);
}

std::string as_json(const World& world, const StudyTiming& timing, const std::string& note) {
  Json record = head(world, timing.spec, note);
  record["what"] = "runs side by side, one thread each";
  record["runs"] = timing.runs;
  record["all"] = seconds_of(timing.all);
  record["peak_memory_mib"] = std::round(peak_memory_mib());
  record["digest"] = fmt::format("{:016x}", timing.digest);
  return record.dump(2);
}

}  // namespace sojourn::bench
