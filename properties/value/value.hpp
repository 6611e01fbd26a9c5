// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <softlaw/reference/format.hpp>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace softlaw::properties {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

using reference::Format;
using reference::Interval;
using Intervals = std::vector<Interval>;

/// Thrown when a law would have to round an argument: the case says nothing and is discarded.
struct Inexact : std::runtime_error {
  using runtime_error::runtime_error;
};

/// A vector of floats, held as doubles.  The arithmetic below is exact or throws Inexact.
struct Vector : std::vector<double> {
  using vector::vector;
};

using Integers = std::vector<std::uint32_t>;
/// The results of an integer-valued function.
using Counts = std::vector<std::uint64_t>;

/// One argument of a law or of a function.
using Value = std::variant<double, Vector, std::int64_t, Integers>;
using Arguments = std::vector<Value>;

enum class Kind { scalar, vector, integer, integers };

/// The name and kind of an argument.
struct Parameter {
  std::string name;
  Kind kind;
};

/// One input of a law, and the class of inputs that it was drawn from.
struct Case {
  Format format = Format::binary64;
  Arguments arguments;
  std::string input_class;
};

Vector operator+(const Vector& x, double c);
Vector operator+(const Vector& x, const Vector& y);
Vector operator-(const Vector& x, const Vector& y);
Vector operator-(Vector x);
Vector operator*(double factor, const Vector& x);
Vector concatenate(const Vector& x, const Vector& y);
Vector repeat(const Vector& x, std::size_t copies);

/// Componentwise exact enclosures.
Intervals enclose(const Vector& x);

/// The largest entry, and how often it stands there; x is not empty.
double maximum(const Vector& x);
std::size_t multiplicity_of_maximum(const Vector& x);
/// From the largest entry to the next smaller one; +inf if all are equal.
Interval gap_below_maximum(const Vector& x);

/// `0x1.8p+1`, `inf`, `-nan` never: the command reads it back.
std::string hexadecimal(double value);
/// The shortest decimal that reads back as the same float of the format.
std::string decimal(double value, Format format);

/// The format of that name, or std::invalid_argument that says which there are.
Format read_format(const std::string& name);

/// Where result i stands in a matrix of so many columns, such as `[1][0]`.
std::string row_and_column(std::size_t i, std::size_t columns);

/// For people: decimal and hexadecimal.
std::string to_text(const Integers& values);
std::string to_text(const Counts& values);
std::string to_text(const Arguments& arguments, Format format);

/// Values as `--input` takes them: hexadecimal, entries by comma, arguments by semicolon.
std::string to_input(const Case& input);
/// Reads the output of to_input().  Throws std::invalid_argument that names the argument and what
/// cannot be read.
Case read_input(const std::string& text, const std::vector<Parameter>& parameters);
/// Reads a decimal or hexadecimal float, `inf` or `nan`; the whole text or std::invalid_argument.
double read_number(const std::string& text);

}  // namespace softlaw::properties
