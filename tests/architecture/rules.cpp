#include "architecture/rules.hpp"

#include <array>
#include <regex>
#include <sstream>
#include <utility>

namespace sojourn::architecture {
namespace {

// Dependencies point downwards only; folders of one rank may know one another.
constexpr std::array<std::pair<std::string_view, int>, 8> ranks{
    {{"core", 0}, {"model", 1}, {"population", 2}, {"sim", 3}, {"io", 3}, {"base", 3}, {"study", 4}, {"report", 5}}};

int rank_of(std::string_view folder) {
  for (const auto& [name, rank] : ranks) {
    if (name == folder) return rank;
  }
  return -1;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  for (const std::string_view beginning : beginnings) {
    if (text.starts_with(beginning)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> includes_of(std::string_view text) {
  static const std::regex include_line{R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"};
  std::vector<std::string> found;
  std::istringstream lines{std::string{text}};
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_search(line, match, include_line)) found.push_back(match[1]);
  }
  return found;
}

bool forbidden_in_model(std::string_view header) {
  if (starts_with_any(header, {"oneapi/tbb", "tbb/", "H5", "hdf5"})) return true;
  for (const std::string_view name : {"thread", "mutex", "fstream", "iostream", "random", "chrono"}) {
    if (header == name) return true;
  }
  return false;
}

bool may_include(std::string_view folder, std::string_view header) {
  // Reading a scenario file fills the plain data of the study that it describes; nothing else of study is known to io.
  if (folder == "io" && header == "study/scenario.hpp") return true;
  const int other = rank_of(header.substr(0, header.find('/')));
  return header.find('/') == std::string_view::npos || other < 0 || other <= rank_of(folder);
}

std::vector<std::string> machine_paths_in(std::string_view text) {
  // Put together from parts, so that this file passes its own test.
  static const std::regex path{std::string{"(^|[^A-Za-z0-9_.})\\]/*-])/("} + "home|root|work|tmp" +
                               ")(/|[^A-Za-z0-9_.-]|$)"};
  std::vector<std::string> found;
  std::istringstream lines{std::string{text}};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (std::regex_search(line, path)) found.push_back(std::to_string(number) + ": " + line);
  }
  return found;
}

std::vector<std::string> file_links_in(std::string_view markdown) {
  static const std::regex code{"`[^`]*`"};
  static const std::regex link{R"(\]\(([^)#\s]+)[^)]*\))"};
  std::vector<std::string> found;
  std::istringstream lines{std::string{markdown}};
  bool in_listing = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) in_listing = !in_listing;
    if (in_listing) continue;
    line = std::regex_replace(line, code, "");
    for (std::sregex_iterator match{line.begin(), line.end(), link}; match != std::sregex_iterator{}; ++match) {
      const std::string target = (*match)[1];
      if (target.find("://") == std::string::npos && !target.starts_with("mailto:")) found.push_back(target);
    }
  }
  return found;
}

}  // namespace sojourn::architecture
