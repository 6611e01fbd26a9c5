// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

// Files of NumPy's format, as the tests write them.
namespace softlaw::properties {

/// Version 1, with that dictionary as it stands, and these bytes.
inline std::string npy(const std::string& dictionary, const std::string& data) {
  std::string text = "\x93NUMPY";
  text += {'\x01', '\0', static_cast<char>(dictionary.size() & 255),
           static_cast<char>(dictionary.size() >> 8)};
  return text + dictionary + data;
}

inline std::string dictionary(const std::string& type, const std::string& shape,
                              const std::string& fortran = "False") {
  return "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape +
         ", }  \n";
}

template <class T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

inline std::string doubles(const std::string& shape, const std::vector<double>& values) {
  return npy(dictionary("<f8", shape), bytes_of(values));
}

/// Writes it to a temporary file, and gives its path.
inline std::string in_file(const std::string& name, const std::string& text) {
  const std::string path = testing::TempDir() + "softlaw_" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace softlaw::properties
