#include "io/hdf5_results_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/diagnostic.hpp"
#include "io/result_writer.hpp"

namespace sojourn::io::hdf5 {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, std::string what, std::string why, std::string hint,
                         const char* code) {
  Diagnostic finding;
  finding.file = path.string();
  finding.what = std::move(what);
  finding.why = std::move(why);
  finding.hint = std::move(hint);
  finding.code = code;
  throw InputError{finding};
}

[[noreturn]] void refuse_foreign(const std::filesystem::path& path, std::string why) {
  refuse(path, "not a results file of Sojourn", std::move(why), "results are the .h5 files that sojourn run writes",
         "not-a-result");
}

template <class Wanted>
Wanted attribute_of(const Attributes& attributes, const char* name) {
  const auto found = std::ranges::find(attributes, name, &Attributes::value_type::first);
  if (found == attributes.end()) return {};
  const auto* value = std::get_if<Wanted>(&found->second);
  return value ? *value : Wanted{};
}

void check_format(const std::filesystem::path& path, const H5::H5File& file) {
  const H5::Group root = file.openGroup("/");
  if (!root.attrExists("filetype")) refuse_foreign(path, "an HDF5 file of another program");
  const Attributes attributes = read_attributes(root);
  const std::string filetype = attribute_of<std::string>(attributes, "filetype");
  if (filetype != "sojourn-results") refuse_foreign(path, fmt::format("its filetype is \"{}\"", filetype));
  std::vector<std::int32_t> version = attribute_of<std::vector<std::int32_t>>(attributes, "format_version");
  version.resize(2);
  if (version[0] == results_format_version[0]) return;
  refuse(path,
         fmt::format("results format {}.{}, made by Sojourn {}", version[0], version[1],
                     attribute_of<std::string>(attributes, "engine_version")) +
             fmt::format("; this program reads {}.x", results_format_version[0]),
         "", "install that version, or ask its owner for sojourn export", "results-format");
}

void check_is_hdf5(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) refuse(path, "no such file", "", "", "no-such-file");
  if (std::filesystem::is_directory(status)) refuse_foreign(path, "it is a folder");
  const htri_t is_hdf5 = H5Fis_hdf5(path.c_str());
  if (is_hdf5 == 0) refuse_foreign(path, "it is not HDF5");
}

herr_t collect_member(hid_t group, const char* name, const H5L_info_t*, void* members) {
  H5O_info_t object;
  if (H5Oget_info_by_name2(group, name, &object, H5O_INFO_BASIC, H5P_DEFAULT) < 0) return -1;
  static_cast<std::vector<Member>*>(members)->push_back({name, object.type == H5O_TYPE_GROUP});
  return 0;
}

herr_t collect_scale(hid_t, unsigned, hid_t scale, void* names) {
  const ssize_t length = H5DSget_scale_name(scale, nullptr, 0);
  if (length < 0) return -1;
  std::string name(static_cast<std::size_t>(length) + 1, '\0');
  if (H5DSget_scale_name(scale, name.data(), name.size()) < 0) return -1;
  name.resize(static_cast<std::size_t>(length));
  static_cast<std::vector<std::string>*>(names)->push_back(name);
  return 0;
}

std::size_t count_of(const H5::DataSpace& space) { return static_cast<std::size_t>(space.getSimpleExtentNpoints()); }

template <class Number>
std::vector<Number> read_numbers(const H5::DataSet& dataset) {
  std::vector<Number> values(count_of(dataset.getSpace()));
  if (!values.empty()) dataset.read(values.data(), types_of(Number{}).memory);
  return values;
}

Text read_text(const H5::DataSet& dataset) {
  const H5::DataSpace space = dataset.getSpace();
  std::vector<char*> pointers(count_of(space), nullptr);
  if (pointers.empty()) return {};
  const H5::StrType type = variable_text_type();
  dataset.read(pointers.data(), type);
  Text values;
  for (const char* text : pointers) values.emplace_back(text ? text : "");
  H5::DataSet::vlenReclaim(pointers.data(), type, space);
  return values;
}

}  // namespace

void with_results_file(const std::filesystem::path& path, const std::function<void(const H5::H5File&)>& read) {
  const ErrorCapture errors;
  check_is_hdf5(path);
  try {
    const H5::H5File file{path.string(), H5F_ACC_RDONLY};
    check_format(path, file);
    read(file);
  } catch (const H5::Exception& failure) {
    refuse(path, "the file is cut short or damaged", errors.reason().empty() ? failure.getDetailMsg() : errors.reason(),
           "copy it again, or repeat the run that made it", "damaged-file");
  }
}

std::vector<Member> members_of(const H5::Group& group) {
  std::vector<Member> members;
  hsize_t position = 0;
  require(H5Literate(group.getId(), H5_INDEX_CRT_ORDER, H5_ITER_INC, &position, collect_member, &members));
  return members;
}

bool is_scale(const H5::DataSet& dataset) { return require(H5DSis_scale(dataset.getId())) > 0; }

std::vector<std::string> axes_of(const H5::DataSet& dataset) {
  std::vector<std::string> names;
  const auto rank = static_cast<unsigned>(dataset.getSpace().getSimpleExtentNdims());
  for (unsigned axis = 0; axis < rank; ++axis) {
    require(H5DSiterate_scales(dataset.getId(), axis, nullptr, collect_scale, &names));
    if (names.size() != axis + 1) throw H5::Exception{"", "an axis without exactly one dimension scale"};
  }
  return names;
}

Values read_values(const H5::DataSet& dataset) {
  const H5::DataType type = dataset.getDataType();
  const H5T_class_t kind = type.getClass();
  if (kind == H5T_STRING) return read_text(dataset);
  if (kind == H5T_FLOAT) return read_numbers<float>(dataset);
  if (kind != H5T_INTEGER) throw H5::Exception{"", "a variable of a type that results do not use"};
  if (type.getSize() == 1) return read_numbers<std::int8_t>(dataset);
  return type.getSize() == 8 ? Values{read_numbers<std::int64_t>(dataset)} : read_numbers<std::int32_t>(dataset);
}

}  // namespace sojourn::io::hdf5
