// SPDX-License-Identifier: Apache-2.0
#include "arrays/saved_calls.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "value/bits.hpp"

namespace softlaw::properties {
namespace {

using Shape = std::vector<std::size_t>;

[[noreturn]] void refuse(const std::string& complaint) { throw std::invalid_argument(complaint); }

std::string who(const NpyFile& file) {
  return "'" + file.path() + "', " + file.description() + ",";
}

std::size_t product(const Shape& shape) {
  return std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
}

Format format_of(const NpyFile& results) {
  const NpyHeader& header = results.header();
  const char* name = "float16 is none of the gate's formats";
  if (header.kind == 'f') {
    name = header.item_size == 8 ? "binary64" : header.item_size == 4 ? "binary32" : "binary16";
  } else if (header.item_size == 2) {
    refuse(who(results) + " has 16 bits a number: name its format with --format");
  } else {
    refuse(who(results) + " has no floating-point numbers");
  }
  const Format* format = reference::find_format(name);
  if (!format) refuse(who(results) + " is in " + name + ", in which the gate does not judge");
  return *format;
}

/// Whole numbers may be too large for it.
bool are_of_format(const Arguments& arguments, const Format& format) {
  const auto fits = [&](double value) { return format.contains(value); };
  return std::ranges::all_of(arguments, [&](const Value& value) {
    const auto* vector = std::get_if<Vector>(&value);
    const auto* number = std::get_if<double>(&value);
    return vector ? std::ranges::all_of(*vector, fits) : !number || fits(*number);
  });
}

Shape without(Shape shape, std::size_t axis) {
  shape.erase(shape.begin() + static_cast<std::ptrdiff_t>(axis));
  return shape;
}

/// The place of the axis among so many.
std::size_t place_of(std::ptrdiff_t axis, const NpyFile& file) {
  const auto axes = std::ssize(file.header().shape);
  if (axis < -axes || axis >= axes) {
    refuse(who(file) + " has no axis " + std::to_string(axis));
  }
  return static_cast<std::size_t>(axis < 0 ? axis + axes : axis);
}

}  // namespace

SavedCalls::SavedCalls(const FunctionItem& function, std::vector<SavedArgument> arguments,
                       NpyFile results, std::ptrdiff_t axis, const std::optional<Format>& format)
    : function_(function), format_(format ? *format : format_of(results)), axis_(axis) {
  if (function.returns_integers)
    refuse(function.name + " returns integers, which are not saved so");
  if (arguments.size() != function.parameters.size()) {
    refuse(function.name + " takes " + std::to_string(function.parameters.size()) +
           " inputs: " + signature(function) + "; got " + std::to_string(arguments.size()));
  }
  // vectors first: they tell the shape of the calls
  arguments_.resize(arguments.size());
  for (const bool vectors : {true, false}) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const Parameter& parameter = function.parameters[i];
      if ((parameter.kind == Kind::vector) != vectors) continue;
      arguments_[i] = given(parameter, std::move(arguments[i]));
    }
  }
  if (!shape_) shape_.emplace();
  count_ = product(*shape_);
  if (count_ == 0) refuse("there is no call in these arrays");
  add_results(std::move(results));
}

std::variant<SavedCalls::View, Value> SavedCalls::given(const Parameter& parameter,
                                                        SavedArgument argument) {
  if (const auto* text = std::get_if<std::string>(&argument)) {
    return read_input(std::string(format_.name) + "; " + *text, {parameter}).arguments.front();
  }
  NpyFile& file = std::get<NpyFile>(argument);
  parameter.kind == Kind::integer ? require_integers(file) : require_format(file);
  const bool is_vector = parameter.kind == Kind::vector;
  const std::size_t axis = is_vector ? place_of(axis_, file) : 0;
  const Shape shape = is_vector ? without(file.header().shape, axis) : file.header().shape;
  if (!shape_) shape_ = shape;
  if (shape != *shape_) {
    refuse(who(file) + " does not fit the other inputs: they have " +
           std::to_string(product(*shape_)) + " calls, it has " + std::to_string(product(shape)));
  }
  return view(std::move(file), is_vector ? std::optional(axis) : std::nullopt);
}

SavedCalls::View SavedCalls::view(NpyFile file, std::optional<std::size_t> axis) {
  View view;
  view.file = files_.size();
  view.steps = file.strides();
  if (axis) {
    view.step = view.steps[*axis];
    view.length = file.header().shape[*axis];
    view.steps = without(view.steps, *axis);
  }
  files_.push_back(std::move(file));
  return view;
}

void SavedCalls::add_results(NpyFile results) {
  require_format(results);
  if (has_whole_numbers(results)) refuse(who(results) + " has no floating-point numbers");
  const Shape& shape = results.header().shape;
  if (shape == *shape_) {
    results_ = view(std::move(results), std::nullopt);
  } else if (shape.size() == shape_->size() + 1 &&
             without(shape, place_of(axis_, results)) == *shape_) {
    const std::size_t axis = place_of(axis_, results);
    results_ = view(std::move(results), axis);
  } else if (shape.size() > shape_->size() + 1 && !results.header().fortran_order &&
             std::equal(shape_->begin(), shape_->end(), shape.begin())) {
    const auto first = shape.begin() + std::ssize(*shape_);
    const std::size_t length = product({first, shape.end()});
    results_ = view(std::move(results), std::nullopt);
    results_.steps.resize(shape_->size());
    results_.step = 1;
    results_.length = length;
  } else {
    refuse(who(results) + " does not have the shape of the results of " + std::to_string(count_) +
           " calls of " + function_.name);
  }
  const std::size_t due = function_.result_count(arguments(0));
  if (results_.length != due) {
    refuse(who(files_.back()) + " has results of length " + std::to_string(results_.length) +
           ", and " + function_.name + " gives " + std::to_string(due));
  }
}

void SavedCalls::require_format(const NpyFile& file) const {
  const NpyHeader& header = file.header();
  if (has_whole_numbers(file)) return;
  const bool wide_enough = header.item_size == static_cast<std::size_t>(width(format_)) / 8;
  const bool is_half = format_.precision == 11;
  const bool fits = header.kind == 'f' ? header.item_size != 2 || is_half : header.item_size == 2;
  if (!wide_enough || !fits) {
    refuse(who(file) + " is not in " + format_.name + ", the format of the call");
  }
}

void SavedCalls::require_integers(const NpyFile& file) const {
  const char kind = file.header().kind;
  if (kind != 'i' && kind != 'u') refuse(who(file) + " has no integers");
}

std::size_t SavedCalls::View::start(std::size_t call, const Shape& shape) const {
  std::size_t place = 0;
  for (std::size_t i = shape.size(); i-- > 0; call /= shape[i]) place += call % shape[i] * steps[i];
  return place;
}

/// Integers that are meant as such, not as the bits of floats.
bool SavedCalls::has_whole_numbers(const NpyFile& file) const {
  const NpyHeader& header = file.header();
  const bool are_bits = header.item_size == 2 && width(format_) == 16;
  return (header.kind == 'i' || header.kind == 'u') && !are_bits;
}

double SavedCalls::number(const View& view, std::size_t place) const {
  const NpyFile& file = files_[view.file];
  if (has_whole_numbers(file)) return static_cast<double>(integer(file, place));
  return from_bits(file.bits(place), format_);
}

std::vector<double> SavedCalls::numbers(const View& view, std::size_t call) const {
  const std::size_t start = view.start(call, *shape_);
  std::vector<double> all(view.length);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = number(view, start + i * view.step);
  return all;
}

std::int64_t SavedCalls::integer(const NpyFile& file, std::size_t place) {
  const auto unused = static_cast<int>(64 - 8 * file.header().item_size);
  const std::uint64_t bits = file.bits(place) << unused;
  return file.header().kind == 'i' ? static_cast<std::int64_t>(bits) >> unused
                                   : static_cast<std::int64_t>(bits >> unused);
}

Arguments SavedCalls::arguments(std::size_t call) const {
  Arguments all;
  for (std::size_t i = 0; i < arguments_.size(); ++i) {
    if (const auto* fixed = std::get_if<Value>(&arguments_[i])) {
      all.push_back(*fixed);
      continue;
    }
    const View& view = std::get<View>(arguments_[i]);
    switch (function_.parameters[i].kind) {
      case Kind::vector: {
        const std::vector<double> values = numbers(view, call);
        all.emplace_back(Vector(values.begin(), values.end()));
        break;
      }
      case Kind::scalar:
        all.emplace_back(numbers(view, call).front());
        break;
      default:
        all.emplace_back(integer(files_[view.file], view.start(call, *shape_)));
    }
  }
  return all;
}

std::vector<double> SavedCalls::results(std::size_t call) const { return numbers(results_, call); }

bool SavedCalls::is_legal(std::size_t call) const try {
  const Arguments given = arguments(call);
  function_.check(given);
  return are_of_format(given, format_);
} catch (const std::domain_error&) {
  return false;
}

}  // namespace softlaw::properties
