#pragma once
// A result file in memory: groups that are each a complete netCDF dataset with own coordinates (INTERFACE 5).
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sojourn::io {

using Text = std::vector<std::string>;
using Values = std::variant<std::vector<std::int8_t>, std::vector<std::int32_t>, std::vector<std::int64_t>,
                            std::vector<float>, Text>;
using AttributeValue = std::variant<std::string, std::int32_t, std::int64_t, double, std::vector<std::int32_t>,
                                    std::vector<std::int8_t>>;
using Attributes = std::vector<std::pair<std::string, AttributeValue>>;

/// A dimension and its coordinate variable, written as a netCDF-4 dimension scale of that name.
struct Axis {
  std::string name;
  Values labels;
  Attributes attributes;  ///< units, long_name, ...
};

/// A variable over some of its group's axes, slowest first. No axes: a scalar.
/// Floats are 32 bits, rounded to five significant digits by the writer; NaN is missing. Counts carry no fill value.
struct Variable {
  std::string name;
  std::vector<std::string> axes;
  Values values;
  Attributes attributes;  ///< units, long_name, definition, framework, cell_methods, adds_up, source
};

struct Group {
  std::string path;  ///< "/monthly/origin"
  std::vector<Axis> axes;
  std::vector<Variable> variables;
  Attributes attributes;
};

struct ResultFile {
  Attributes attributes;  ///< of the root
  std::vector<Group> groups;
  int compression_level = 1;
};

}  // namespace sojourn::io
