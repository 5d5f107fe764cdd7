#include "io/result_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <utility>
#include <variant>

#include "io/digest.hpp"

namespace sojourn::io {
namespace {

using Names = std::set<std::string, std::less<>>;

[[noreturn]] void fault(std::string_view place, std::string_view what) {
  throw std::logic_error{fmt::format("result file: {}: {}", place, what)};
}

bool is_netcdf_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto letter_or_digit = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
  return !name.empty() && letter(name.front()) && std::ranges::all_of(name, letter_or_digit);
}

void check_path(const Group& group) {
  if (group.path.size() < 2 || group.path.front() != '/') fault(group.path, "a group's path is /name or /name/name");
  std::size_t begin = 1;
  while (begin <= group.path.size()) {
    const std::size_t end = std::min(group.path.find('/', begin), group.path.size());
    if (!is_netcdf_name(std::string_view{group.path}.substr(begin, end - begin)))
      fault(group.path, "not a path of names");
    begin = end + 1;
  }
}

void check_attributes(const std::string& place, const Attributes& attributes) {
  static const Names reserved{"CLASS",      "NAME",          "REFERENCE_LIST", "DIMENSION_LIST",
                              "_FillValue", "_Netcdf4Dimid", "_NCProperties",  "_nc3_strict"};
  Names seen;
  for (const auto& [name, value] : attributes) {
    if (name.empty()) fault(place, "an attribute without a name");
    if (reserved.contains(name)) fault(place, fmt::format("attribute {} belongs to the format", name));
    if (!seen.insert(name).second) fault(place, fmt::format("attribute {} is written twice", name));
    const auto* codes = std::get_if<std::vector<std::int8_t>>(&value);
    const auto* numbers = std::get_if<std::vector<std::int32_t>>(&value);
    if ((codes && codes->empty()) || (numbers && numbers->empty()))
      fault(place, fmt::format("attribute {} is empty", name));
  }
}

void check_axis(const Group& group, const Axis& axis) {
  const std::string place = group.path + "/" + axis.name;
  check_attributes(place, axis.attributes);
  const auto* labels = std::get_if<Text>(&axis.labels);
  if (!labels) return;
  Names seen;
  for (const std::string& label : *labels) {
    if (!seen.insert(label).second) fault(place, fmt::format("label \"{}\" is written twice", label));
  }
}

void check_variable(const Group& group, const Variable& variable) {
  const std::string place = group.path + "/" + variable.name;
  check_attributes(place, variable.attributes);
  std::size_t cells = 1;
  Names seen;
  for (const std::string& name : variable.axes) {
    const Axis* axis = find_axis(group, name);
    if (!axis) fault(place, fmt::format("the group has no axis {}", name));
    if (!seen.insert(name).second) fault(place, fmt::format("axis {} is used twice", name));
    cells *= value_count(axis->labels);
  }
  const std::size_t values = value_count(variable.values);
  if (values != cells) fault(place, fmt::format("{} values for {} cells", values, cells));
}

void add_name(Names& taken, const Group& group, const std::string& name) {
  const std::string place = group.path + "/" + name;
  if (!is_netcdf_name(name)) fault(place, "a name is letters, digits and _, and starts with no digit");
  if (!taken.insert(place).second) fault(place, "the name is used twice");
}

void add_values(Digest& digest, const Text& values) {
  for (const std::string& value : values) digest.add_text(valid_utf8(value));
}
template <class Number>
void add_values(Digest& digest, const std::vector<Number>& values) {
  digest.add_bytes(values.data(), values.size() * sizeof(Number));
}

bool holds_floats(const Values& values) { return std::holds_alternative<std::vector<float>>(values); }

/// Values as a file holds them: floats with five significant digits, others as they are.
Values rounded(const Values& values) {
  const auto* floats = std::get_if<std::vector<float>>(&values);
  return floats ? Values{five_significant_digits(*floats)} : values;
}

using Shape = std::vector<std::pair<std::string, std::size_t>>;  // axis, length

void add_dataset(Digest& digest, const std::string& path, const Shape& shape, const Values& values) {
  digest.add_text(path);
  digest.add_number(static_cast<std::int64_t>(values.index()));
  digest.add_number(static_cast<std::int64_t>(shape.size()));
  for (const auto& [axis, length] : shape) {
    digest.add_text(axis);
    digest.add_number(static_cast<std::int64_t>(length));
  }
  std::visit([&](const auto& some) { add_values(digest, some); }, values);
}

std::vector<const Group*> pointers(const ResultFile& file) {
  std::vector<const Group*> groups;
  for (const Group& group : file.groups) groups.push_back(&group);
  return groups;
}

/// 10^0 to 10^50: the smallest float is 1.4e-45, and its fifth digit four places lower.
constexpr std::array<double, 51> powers_of_ten = [] {
  std::array<double, 51> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

double power_of_ten(int exponent) {
  return exponent >= 0 ? powers_of_ten[static_cast<std::size_t>(exponent)]
                       : 1 / powers_of_ten[static_cast<std::size_t>(-exponent)];
}

/// As std::nearbyint for 0 <= number < 2^51, without a call where the processor's own instruction may not be used: the
/// sum has no binary digits left behind the point.
double nearest_whole(double number) noexcept { return number + 0x1p52 - 0x1p52; }

}  // namespace

float five_significant_digits(float value) noexcept {
  if (!std::isfinite(value)) return value;
  if (value == 0) return 0;
  const double size = std::abs(static_cast<double>(value));
  // floor(log10(size)) from the binary exponent, right or one too low: log10(2) is just above 1233/4096. A float is never
  // subnormal as a double.
  int exponent = ((static_cast<int>(std::bit_cast<std::uint64_t>(size) >> 52U) - 1023) * 1233) >> 12;
  if (size >= power_of_ten(exponent + 1)) ++exponent;
  const int shift = 4 - exponent;
  const double digits = nearest_whole(shift >= 0 ? size * power_of_ten(shift) : size / power_of_ten(-shift));
  const double rounded = shift >= 0 ? digits / power_of_ten(shift) : digits * power_of_ten(-shift);
  return static_cast<float>(std::copysign(rounded, static_cast<double>(value)));
}

std::vector<float> five_significant_digits(const std::vector<float>& values) {
  std::vector<float> rounded(values.size());
  std::ranges::transform(values, rounded.begin(), [](float value) { return five_significant_digits(value); });
  return rounded;
}

std::size_t value_count(const Values& values) noexcept {
  return std::visit([](const auto& some) { return some.size(); }, values);
}

const Axis* find_axis(const Group& group, std::string_view name) noexcept {
  const auto found = std::ranges::find(group.axes, name, &Axis::name);
  return found == group.axes.end() ? nullptr : &*found;
}

void check_layout(const std::vector<const Group*>& groups) {
  Names taken;
  for (const Group* group : groups) {
    check_path(*group);
    check_attributes(group->path, group->attributes);
    if (!taken.insert(group->path).second) fault(group->path, "the name is used twice");
    for (const Axis& axis : group->axes) add_name(taken, *group, axis.name);
    for (const Variable& variable : group->variables) add_name(taken, *group, variable.name);
    for (const Axis& axis : group->axes) check_axis(*group, axis);
    for (const Variable& variable : group->variables) check_variable(*group, variable);
  }
}

void check_layout(const ResultFile& file) {
  check_attributes("/", file.attributes);
  if (file.compression_level < 0 || file.compression_level > 9) fault("/", "compression_level is 0 to 9");
  check_layout(pointers(file));
}

std::string file_digest(const std::vector<const Group*>& groups, const ForEach& for_each) {
  std::vector<const Group*> sorted = groups;
  std::ranges::sort(sorted, {}, &Group::path);
  Digest digest;
  for (const Group* group : sorted) {
    if (group->path == "/timing") continue;
    for (const Axis& axis : group->axes) {
      add_dataset(digest, group->path + "/" + axis.name, {{axis.name, value_count(axis.labels)}}, rounded(axis.labels));
    }
    std::vector<Values> floats(group->variables.size());  // as the file holds them
    for_each(floats.size(), [&](std::size_t v) {
      if (holds_floats(group->variables[v].values)) floats[v] = rounded(group->variables[v].values);
    });
    for (std::size_t v = 0; v < floats.size(); ++v) {
      const Variable& variable = group->variables[v];
      Shape shape;
      for (const std::string& name : variable.axes) {
        shape.emplace_back(name, value_count(find_axis(*group, name)->labels));
      }
      add_dataset(digest, group->path + "/" + variable.name, shape, holds_floats(variable.values) ? floats[v] : variable.values);
    }
  }
  return digest.text();
}

std::string file_digest(const ResultFile& file) { return file_digest(pointers(file), in_order); }

}  // namespace sojourn::io
