#pragma once
// Small helpers over the HDF5 C++ API, which wraps neither creation order nor dimension scales. Private to io.
#include <H5Cpp.h>
#include <hdf5_hl.h>

#include <string>

#include "io/dataset.hpp"

namespace sojourn::io::hdf5 {

/// While it lives, HDF5 prints nothing in this thread and the reason of its first failure is kept. (A failure cannot
/// be asked for afterwards: the next call, even one that closes something during unwinding, clears HDF5's own stack.)
class ErrorCapture {
  std::string reason_;
  H5E_auto2_t earlier_function_ = nullptr;
  void* earlier_data_ = nullptr;

  static herr_t note(hid_t stack, void* self);

 public:
  ErrorCapture();
  ~ErrorCapture();
  ErrorCapture(const ErrorCapture&) = delete;
  ErrorCapture& operator=(const ErrorCapture&) = delete;
  /// "File too large", "Can't open object", ...; empty if nothing failed.
  [[nodiscard]] const std::string& reason() const noexcept { return reason_; }
};

/// Throws H5::Exception if the result of a C call is negative; ErrorCapture knows why.
template <class Result>
Result require(Result result) {
  if (result < 0) throw H5::Exception{"", "a call of HDF5 failed"};
  return result;
}

/// Text of any length, UTF-8: what readers take as a coordinate.
[[nodiscard]] H5::StrType variable_text_type();
/// Text of exactly `length` bytes (at least one), UTF-8: what readers take as an attribute.
[[nodiscard]] H5::StrType fixed_text_type(std::size_t length);

/// How numbers lie in the file (little-endian) and in memory.
struct NumberTypes {
  H5::DataType file, memory;
};
[[nodiscard]] NumberTypes types_of(std::int8_t);
[[nodiscard]] NumberTypes types_of(std::int32_t);
[[nodiscard]] NumberTypes types_of(std::int64_t);
[[nodiscard]] NumberTypes types_of(float);
[[nodiscard]] NumberTypes types_of(double);

void write_attribute(H5::H5Object& object, const std::string& name, const AttributeValue& value);
/// The attributes that a user gave, in the order written; those of scales and fill values are left out.
[[nodiscard]] Attributes read_attributes(const H5::H5Object& object);

}  // namespace sojourn::io::hdf5
