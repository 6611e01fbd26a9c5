// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace softlaw::properties {

/// An array as NumPy's format `.npy` has it, versions 1 to 3: the header, which is read and distrusted, and
/// the bytes of the elements.
struct NpyHeader {
  char kind = 0;              ///< f floats, i integers, u integers without a sign, V anything
  std::size_t item_size = 0;  ///< bytes of an element
  bool big_endian = false;
  bool fortran_order = false;  ///< the first index runs fastest
  std::vector<std::size_t> shape;
  std::size_t data_at = 0;  ///< where the elements begin in the file

  std::size_t count() const;  ///< of the elements
};

/// Reads the header at the start of a file of so many bytes.  Throws std::invalid_argument that says what
/// is wrong: also when the file has more or fewer bytes than the shape asks for.
NpyHeader read_npy_header(std::span<const std::byte> start, std::uint64_t file_size);

/// Such a file, mapped into memory: one larger than the memory is no trouble.
class NpyFile {
 public:
  /// Throws std::invalid_argument that names the file.
  explicit NpyFile(const std::string& path);
  ~NpyFile();
  NpyFile(NpyFile&& other) noexcept;
  NpyFile& operator=(NpyFile&&) = delete;

  const std::string& path() const { return path_; }
  const NpyHeader& header() const { return header_; }
  /// Such as `float64 (3, 4)`.
  std::string description() const;

  /// The bits of the element at that place in the file.
  std::uint64_t bits(std::size_t place) const;
  /// The distance in the file, in elements, of neighbours along each axis.
  std::vector<std::size_t> strides() const;

 private:
  std::string path_;
  NpyHeader header_;
  const std::byte* file_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace softlaw::properties
