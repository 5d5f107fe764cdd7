#include "io/result_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <future>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "io/hdf5_chunks.hpp"
#include "io/hdf5_disk.hpp"
#include "io/hdf5_support.hpp"
#include "io/result_layout.hpp"
#include "io/result_path.hpp"

namespace sojourn::io {
namespace {

using hdf5::Lengths;
using Groups = std::vector<const Group*>;

constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;

/// Attributes stay in the object's header up to this number. Above HDF5's default of 8 they move to a heap, where
/// attaching a scale, which rewrites its list of references, fails with tracked creation order (HDF5 1.10).
constexpr unsigned attributes_in_header = 1000;

H5::DSetCreatPropList with_tracked_attributes() {
  H5::DSetCreatPropList properties;
  hdf5::require(H5Pset_obj_track_times(properties.getId(), false));  // else the second of writing is in the bytes
  hdf5::require(H5Pset_attr_creation_order(properties.getId(), tracked));
  hdf5::require(H5Pset_attr_phase_change(properties.getId(), attributes_in_header, attributes_in_header));
  return properties;
}

/// Creates the datasets of one group: axes first, as scales, then variables with a scale attached on every axis.
class GroupWriter {
  H5::Group& place_;
  const Group& group_;
  int compression_level_;
  const std::vector<hdf5::PackedVariable>& packed_;  // as group_.variables
  std::vector<H5::DataSet> scales_;           // as group_.axes

 public:
  GroupWriter(H5::Group& place, const Group& group, int compression_level, const std::vector<hdf5::PackedVariable>& packed)
      : place_{place}, group_{group}, compression_level_{compression_level}, packed_{packed} {}

  void write() {
    for (const Axis& axis : group_.axes) write_axis(axis);
    for (std::size_t v = 0; v < group_.variables.size(); ++v) write_variable(group_.variables[v], packed_[v]);
    for (const auto& [name, value] : group_.attributes) hdf5::write_attribute(place_, name, value);
  }

 private:
  void write_axis(const Axis& axis) {
    H5::DataSet scale = write_values(axis.name, {axis.name}, {value_count(axis.labels)}, axis.labels, false, {});
    hdf5::require(H5DSset_scale(scale.getId(), axis.name.c_str()));
    for (const auto& [name, value] : axis.attributes) hdf5::write_attribute(scale, name, value);
    scales_.push_back(scale);
  }

  void write_variable(const Variable& variable, const hdf5::PackedVariable& packed) {
    const Lengths lengths = hdf5::lengths_of(group_, variable);
    H5::DataSet dataset = write_values(variable.name, variable.axes, lengths, variable.values, true, packed);
    for (unsigned i = 0; i < variable.axes.size(); ++i) {
      const auto axis = find_axis(group_, variable.axes[i]) - group_.axes.data();
      hdf5::require(H5DSattach_scale(dataset.getId(), scales_[static_cast<std::size_t>(axis)].getId(), i));
    }
    for (const auto& [name, value] : variable.attributes) hdf5::write_attribute(dataset, name, value);
  }

  H5::DataSet write_values(const std::string& name, const std::vector<std::string>& axes, const Lengths& lengths,
                           const Values& values, bool may_miss, const hdf5::PackedVariable& packed) {
    if (const auto* text = std::get_if<Text>(&values)) return write_text(name, lengths, *text);
    if (const auto* floats = std::get_if<std::vector<float>>(&values)) {
      return write_floats(name, axes, lengths, *floats, may_miss, packed);
    }
    if (const auto* codes = std::get_if<std::vector<std::int8_t>>(&values))
      return write_numbers(name, axes, lengths, *codes, packed);
    if (const auto* counts = std::get_if<std::vector<std::int32_t>>(&values))
      return write_numbers(name, axes, lengths, *counts, packed);
    return write_numbers(name, axes, lengths, std::get<std::vector<std::int64_t>>(values), packed);
  }

  static H5::DataSpace space_of(const Lengths& lengths) {
    return lengths.empty() ? H5::DataSpace{H5S_SCALAR}
                           : H5::DataSpace{static_cast<int>(lengths.size()), lengths.data()};
  }

  /// Text lies in the file's heap, which no filter reaches: it is stored as it is.
  H5::DataSet write_text(const std::string& name, const Lengths& lengths, const Text& values) {
    Text valid;
    for (const std::string& value : values) valid.push_back(valid_utf8(value));
    std::vector<const char*> pointers;
    for (const std::string& value : valid) pointers.push_back(value.c_str());
    const H5::StrType type = hdf5::variable_text_type();
    H5::DataSet dataset = place_.createDataSet(name, type, space_of(lengths), with_tracked_attributes());
    if (!pointers.empty()) dataset.write(pointers.data(), type);
    return dataset;
  }

  H5::DSetCreatPropList properties_of(const std::vector<std::string>& axes, const Lengths& lengths,
                                      std::size_t bytes) const {
    H5::DSetCreatPropList properties = with_tracked_attributes();
    const bool empty = std::ranges::find(lengths, hsize_t{0}) != lengths.end();
    if (lengths.empty() || empty) return properties;  // HDF5 chunks neither a scalar nor nothing
    const Lengths chunk = hdf5::chunk_of(axes, lengths, bytes);
    properties.setChunk(static_cast<int>(chunk.size()), chunk.data());
    if (compression_level_ > 0) {
      properties.setShuffle();
      properties.setDeflate(compression_level_);
    }
    properties.setFletcher32();
    return properties;
  }

  template <class Number>
  H5::DataSet create(const H5::DSetCreatPropList& properties, const std::string& name, const Lengths& lengths,
                     const hdf5::PackedVariable& packed) {
    H5::DataSet dataset = place_.createDataSet(name, hdf5::types_of(Number{}).file, space_of(lengths), properties);
    if (packed.empty()) return dataset;
    Lengths chunk(lengths.size());
    properties.getChunk(static_cast<int>(chunk.size()), chunk.data());
    for (std::size_t number = 0; number < packed.size(); ++number) {
      const hdf5::PackedChunk& one = packed[number];
      const Lengths begin = hdf5::chunk_begin(lengths, chunk, number);
      hdf5::require(H5Dwrite_chunk(dataset.getId(), H5P_DEFAULT, one.filters_left_out, begin.data(), one.bytes.size(),
                                   one.bytes.data()));
    }
    return dataset;
  }

  template <class Number>
  H5::DataSet write_numbers(const std::string& name, const std::vector<std::string>& axes, const Lengths& lengths,
                            const std::vector<Number>& values, const hdf5::PackedVariable& packed) {
    H5::DataSet dataset = create<Number>(properties_of(axes, lengths, sizeof(Number)), name, lengths, packed);
    if (packed.empty() && !values.empty()) dataset.write(values.data(), hdf5::types_of(Number{}).memory);
    return dataset;
  }

  H5::DataSet write_floats(const std::string& name, const std::vector<std::string>& axes, const Lengths& lengths,
                           const std::vector<float>& values, bool may_miss, const hdf5::PackedVariable& packed) {
    const float missing = std::numeric_limits<float>::quiet_NaN();
    const hdf5::NumberTypes types = hdf5::types_of(missing);
    H5::DSetCreatPropList properties = properties_of(axes, lengths, sizeof(float));
    if (may_miss) properties.setFillValue(types.memory, &missing);
    H5::DataSet dataset = create<float>(properties, name, lengths, packed);
    if (packed.empty() && !values.empty()) dataset.write(five_significant_digits(values).data(), types.memory);
    if (may_miss)
      dataset.createAttribute("_FillValue", types.file, H5::DataSpace{H5S_SCALAR}).write(types.memory, &missing);
    return dataset;
  }
};

class FileWriter {
  H5::H5File file_;
  int compression_level_;
  hdf5::DiskState& disk_;

 public:
  /// Stops at the end of the first group after `disk` has met a failure.
  FileWriter(const std::filesystem::path& path, int compression_level, hdf5::DiskState& disk)
      : compression_level_{compression_level}, disk_{disk} {
    H5::FileCreatPropList creation;
    hdf5::require(H5Pset_obj_track_times(creation.getId(), false));
    hdf5::require(H5Pset_link_creation_order(creation.getId(), tracked));
    hdf5::require(H5Pset_attr_creation_order(creation.getId(), tracked));
    hdf5::require(H5Pset_attr_phase_change(creation.getId(), attributes_in_header, attributes_in_header));
    H5::FileAccPropList access;
    access.setLibverBounds(H5F_LIBVER_V18, H5F_LIBVER_LATEST);
    hdf5::use_disk_driver(access, disk_);
    file_ = H5::H5File{path.string(), H5F_ACC_TRUNC, creation, access};
  }

  void write(const Attributes& attributes, const Groups& groups, const ForEach& for_each) {
    H5::Group root = file_.openGroup("/");
    for (const auto& [name, value] : attributes) hdf5::write_attribute(root, name, value);
    // HDF5 works in one thread: while it places the chunks of a group, those of the next are packed.
    const auto pack_soon = [&](std::size_t g) {
      return std::async(std::launch::async, [&, g] { return hdf5::pack(*groups[g], compression_level_, for_each); });
    };
    std::future<std::vector<hdf5::PackedVariable>> next;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto packed = next.valid() ? next.get() : hdf5::pack(*groups[g], compression_level_, for_each);
      if (disk_.error != 0) return;
      if (g + 1 < groups.size()) next = pack_soon(g + 1);
      H5::Group place = open(groups[g]->path);
      GroupWriter{place, *groups[g], compression_level_, packed}.write();
    }
  }

  void close() { file_.close(); }

 private:
  /// The group at `path`, made with its ancestors one by one: those that HDF5 makes itself do not track order.
  H5::Group open(const std::string& path) {
    H5::Group group = file_.openGroup("/");
    for (std::size_t begin = 1; begin < path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      const std::string name = path.substr(begin, end - begin);
      group = group.nameExists(name) ? group.openGroup(name) : create(group, name);
      begin = end + 1;
    }
    return group;
  }

  static H5::Group create(const H5::Group& parent, const std::string& name) {
    H5::PropList creation{H5P_GROUP_CREATE};
    hdf5::require(H5Pset_obj_track_times(creation.getId(), false));
    hdf5::require(H5Pset_link_creation_order(creation.getId(), tracked));
    hdf5::require(H5Pset_attr_creation_order(creation.getId(), tracked));
    hdf5::require(H5Pset_attr_phase_change(creation.getId(), attributes_in_header, attributes_in_header));
    const hid_t id =
        hdf5::require(H5Gcreate2(parent.getId(), name.c_str(), H5P_DEFAULT, creation.getId(), H5P_DEFAULT));
    H5::Group group{id};  // holds the group a second time
    H5Gclose(id);
    return group;
  }
};

AttributeValue given(const Attributes& attributes, std::string_view name, const AttributeValue& otherwise) {
  const auto found = std::ranges::find(attributes, name, &Attributes::value_type::first);
  return found == attributes.end() ? otherwise : found->second;
}

/// The attributes of the format in their order, then any others that the caller gave.
Attributes root_attributes(const Attributes& from_caller, const Provenance& provenance,
                           const std::string& file_digest) {
  const auto or_else = [&](const char* name, const AttributeValue& otherwise) {
    return std::pair<std::string, AttributeValue>{name, given(from_caller, name, otherwise)};
  };
  Attributes attributes{
      {"filetype", "sojourn-results"},
      {"format_version", std::vector<std::int32_t>(results_format_version.begin(), results_format_version.end())},
      or_else("semantics_version", provenance.semantics_version),
      or_else("engine_version", provenance.engine_version),
      or_else("commit", provenance.commit),
      or_else("status", "complete"),
      or_else("last_complete_month", ""),
      or_else("digest", ""),
      {"file_digest", file_digest},
      or_else("title", ""),
      or_else("question", ""),
      or_else("history", fmt::format("{} made by Sojourn {}", provenance.finished_at, provenance.engine_version)),
      {"Conventions", "CF-1.10, ACDD-1.3"}};
  for (const auto& attribute : from_caller) {
    const bool there =
        std::ranges::find(attributes, attribute.first, &Attributes::value_type::first) != attributes.end();
    if (!there) attributes.push_back(attribute);
  }
  return attributes;
}

/// Writes and closes the file; the reason if that fails, else an empty text.
std::string try_to_write(const std::filesystem::path& partial, const Attributes& attributes, const Groups& groups,
                         int level, const ForEach& for_each, hdf5::DiskState& disk) {
  const hdf5::ErrorCapture errors;
  std::string reason;
  try {
    FileWriter writer{partial, level, disk};
    writer.write(attributes, groups, for_each);
    writer.close();
  } catch (const H5::Exception& failure) {
    reason = errors.reason().empty() ? failure.getDetailMsg() : errors.reason();
  } catch (const std::exception& failure) {  // no memory, for instance
    reason = failure.what();
  }
  if (disk.error == EWOULDBLOCK) return "another run is writing it";
  return disk.error != 0 ? std::generic_category().message(disk.error) : reason;
}

void write_partial(const std::filesystem::path& partial, const Attributes& attributes, const Groups& groups,
                   int level, const ForEach& for_each) {
  hdf5::DiskState disk;
  const std::string reason = try_to_write(partial, attributes, groups, level, for_each, disk);
  if (reason.empty()) return;
  std::error_code ignored;
  if (disk.opened) std::filesystem::remove(partial, ignored);
  throw std::runtime_error{fmt::format("{} cannot be written: {}", partial.string(), reason)};
}

}  // namespace

void write_results(const std::filesystem::path& final_path, const ResultFile& file, const Provenance& provenance,
                   const WriteOptions& options) {
  check_writable(final_path, options.force);
  check_layout(file);
  if (given(file.attributes, "digest", "") == AttributeValue{""}) throw std::logic_error{"result file: no digest"};
  const std::array added{provenance_group(provenance), timing_group(provenance)};
  Groups groups;
  for (const Group& group : file.groups) groups.push_back(&group);
  for (const Group& group : added) groups.push_back(&group);
  check_layout(groups);
  const std::filesystem::path partial = partial_path(final_path);
  write_partial(partial, root_attributes(file.attributes, provenance, file_digest(groups, options.for_each)), groups,
                file.compression_level, options.for_each);
  publish(partial, final_path, options.force);
}

}  // namespace sojourn::io
