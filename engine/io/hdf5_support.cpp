#include "io/hdf5_support.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "io/result_layout.hpp"

namespace sojourn::io::hdf5 {
namespace {

/// The words of the system in a description that also holds addresses and file descriptors:
/// "file write failed: time = ..., error message = 'File too large', buf = 0x...".
std::string plain_words(const std::string& description) {
  static constexpr std::string_view key = "error message = '";
  const std::size_t begin = description.find(key);
  if (begin == std::string::npos) return description;
  const std::size_t end = description.find('\'', begin + key.size());
  return description.substr(begin + key.size(), end - begin - key.size());
}

herr_t take_innermost(unsigned, const H5E_error2_t* error, void* text) {
  *static_cast<std::string*>(text) = plain_words(error->desc ? error->desc : "");
  return 1;  // stop at the first
}

const H5::DataSpace& scalar_space() {
  static const H5::DataSpace space{H5S_SCALAR};
  return space;
}

template <class Number>
void write_number(H5::H5Object& object, const std::string& name, Number value) {
  const NumberTypes types = types_of(value);
  object.createAttribute(name, types.file, scalar_space()).write(types.memory, &value);
}

template <class Number>
void write_numbers(H5::H5Object& object, const std::string& name, const std::vector<Number>& values) {
  const NumberTypes types = types_of(Number{});
  const hsize_t length = values.size();
  object.createAttribute(name, types.file, H5::DataSpace{1, &length}).write(types.memory, values.data());
}

void write_text(H5::H5Object& object, const std::string& name, const std::string& value) {
  // Text of no length cannot be stored without a null space, which readers stumble over: one NUL stands for it.
  std::string text = valid_utf8(value);
  const H5::StrType type = fixed_text_type(text.size());
  object.createAttribute(name, type, scalar_space()).write(type, text.c_str());
}

std::string read_text(const H5::Attribute& attribute, const H5::DataType& type) {
  std::string text(type.getSize(), '\0');
  attribute.read(type, text.data());
  text.resize(std::min(text.find('\0'), text.size()));
  return text;
}

template <class Number>
Number read_number(const H5::Attribute& attribute) {
  Number value{};
  attribute.read(types_of(value).memory, &value);
  return value;
}

template <class Number>
std::vector<Number> read_numbers(const H5::Attribute& attribute) {
  std::vector<Number> values(static_cast<std::size_t>(attribute.getSpace().getSimpleExtentNpoints()));
  attribute.read(types_of(Number{}).memory, values.data());
  return values;
}

AttributeValue read_attribute(const H5::Attribute& attribute) {
  const H5::DataType type = attribute.getDataType();
  const bool one = attribute.getSpace().getSimpleExtentNdims() == 0;
  const std::size_t size = type.getSize();
  switch (type.getClass()) {
    case H5T_STRING:
      if (!one || H5Tis_variable_str(type.getId()) > 0) break;
      return read_text(attribute, type);
    case H5T_FLOAT:
      if (one) return read_number<double>(attribute);
      break;
    case H5T_INTEGER:
      if (one)
        return size == 8 ? AttributeValue{read_number<std::int64_t>(attribute)} : read_number<std::int32_t>(attribute);
      return size == 1 ? AttributeValue{read_numbers<std::int8_t>(attribute)} : read_numbers<std::int32_t>(attribute);
    default:
      break;
  }
  throw H5::Exception{"", fmt::format("attribute {} has a type that results do not use", attribute.getName())};
}

herr_t collect_name(hid_t, const char* name, const H5A_info_t*, void* names) {
  static_cast<Text*>(names)->push_back(name);
  return 0;
}

}  // namespace

ErrorCapture::ErrorCapture() {
  H5Eget_auto2(H5E_DEFAULT, &earlier_function_, &earlier_data_);
  H5Eset_auto2(H5E_DEFAULT, &ErrorCapture::note, this);
}

ErrorCapture::~ErrorCapture() { H5Eset_auto2(H5E_DEFAULT, earlier_function_, earlier_data_); }

herr_t ErrorCapture::note(hid_t stack, void* self) {
  std::string& reason = static_cast<ErrorCapture*>(self)->reason_;
  if (reason.empty()) H5Ewalk2(stack, H5E_WALK_UPWARD, take_innermost, &reason);
  return 0;
}

H5::StrType variable_text_type() {
  H5::StrType type{H5::PredType::C_S1, H5T_VARIABLE};
  type.setCset(H5T_CSET_UTF8);
  return type;
}

H5::StrType fixed_text_type(std::size_t length) {
  H5::StrType type{H5::PredType::C_S1, std::max<std::size_t>(length, 1)};
  type.setCset(H5T_CSET_UTF8);
  type.setStrpad(H5T_STR_NULLPAD);  // all bytes are text: no reader shows a NUL at its end
  return type;
}

NumberTypes types_of(std::int8_t) { return {H5::PredType::STD_I8LE, H5::PredType::NATIVE_INT8}; }
NumberTypes types_of(std::int32_t) { return {H5::PredType::STD_I32LE, H5::PredType::NATIVE_INT32}; }
NumberTypes types_of(std::int64_t) { return {H5::PredType::STD_I64LE, H5::PredType::NATIVE_INT64}; }
NumberTypes types_of(float) { return {H5::PredType::IEEE_F32LE, H5::PredType::NATIVE_FLOAT}; }
NumberTypes types_of(double) { return {H5::PredType::IEEE_F64LE, H5::PredType::NATIVE_DOUBLE}; }

void write_attribute(H5::H5Object& object, const std::string& name, const AttributeValue& value) {
  struct Writer {
    H5::H5Object& object;
    const std::string& name;
    void operator()(const std::string& text) const { write_text(object, name, text); }
    void operator()(std::int32_t number) const { write_number(object, name, number); }
    void operator()(std::int64_t number) const { write_number(object, name, number); }
    void operator()(double number) const { write_number(object, name, number); }
    void operator()(const std::vector<std::int32_t>& numbers) const { write_numbers(object, name, numbers); }
    void operator()(const std::vector<std::int8_t>& numbers) const { write_numbers(object, name, numbers); }
  };
  std::visit(Writer{object, name}, value);
}

Attributes read_attributes(const H5::H5Object& object) {
  static constexpr std::array own{"CLASS", "NAME", "REFERENCE_LIST", "DIMENSION_LIST", "_FillValue"};
  Text names;
  hsize_t position = 0;
  require(H5Aiterate2(object.getId(), H5_INDEX_CRT_ORDER, H5_ITER_INC, &position, collect_name, &names));
  Attributes attributes;
  for (const std::string& name : names) {
    if (std::ranges::find(own, name) != own.end()) continue;
    attributes.emplace_back(name, read_attribute(object.openAttribute(name)));
  }
  return attributes;
}

}  // namespace sojourn::io::hdf5
