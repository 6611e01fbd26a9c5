// SPDX-License-Identifier: Apache-2.0
#include "subject.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <softlaw/reference/precision.hpp>

namespace softlaw::properties {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The field of a sized table, or null when the table ends before it or was left empty.
#define SOFTLAW_FIELD(table, field)                                                              \
  ((table).size >= offsetof(std::remove_cvref_t<decltype(table)>, field) + sizeof((table).field) \
       ? (table).field                                                                           \
       : nullptr)

template <class F>
F require(F function, const std::string& name) {
  if (!function) throw Absent(name);
  return function;
}

template <class Real>
std::vector<Real> narrow(const Vector& values, Format format) {
  std::vector<Real> narrowed;
  for (double value : values) {
    if (!representable(value, format)) throw Inexact("an argument is no float of the format");
    narrowed.push_back(static_cast<Real>(value));
  }
  return narrowed;
}

/// Unpacks arguments, calls the table of one format, and widens the results to double.
template <class Table, class Real>
class Caller {
 public:
  Caller(const Table& table, const FunctionInfo& function, const Arguments& arguments,
         Format format)
      : table_(table), function_(function), arguments_(arguments), format_(format) {
    if (std::holds_alternative<Vector>(arguments.front())) x_ = vector(0);
    out_.resize(function.result_count(arguments));
  }

  std::vector<double> call() {
    switch (function_.id) {
      case Function::logsumexp:
        return one(field(SOFTLAW_FIELD(table_, logsumexp))(x(), n()));
      case Function::logsumexp_scaled:
        return one(field(SOFTLAW_FIELD(table_, logsumexp_scaled))(x(), n(), number(1)));
      case Function::logaddexp:
        return one(field(SOFTLAW_FIELD(table_, logaddexp))(number(0), number(1)));
      case Function::softmin:
        return one(field(SOFTLAW_FIELD(table_, softmin))(x(), n()));
      case Function::softmin_scaled:
        return one(field(SOFTLAW_FIELD(table_, softmin_scaled))(x(), n(), number(1)));
      case Function::excess:
        return one(field(SOFTLAW_FIELD(table_, excess))(x(), n()));
      case Function::softmax:
        return all(field(SOFTLAW_FIELD(table_, softmax)), x(), n(), out());
      case Function::softmax_temperature:
        return all(field(SOFTLAW_FIELD(table_, softmax_temperature)), x(), n(), number(1), out());
      case Function::log_softmax:
        return all(field(SOFTLAW_FIELD(table_, log_softmax)), x(), n(), out());
      case Function::log_softmax_temperature:
        return all(field(SOFTLAW_FIELD(table_, log_softmax_temperature)), x(), n(), number(1),
                   out());
      case Function::softmax_rows:
        return rows(field(SOFTLAW_FIELD(table_, softmax_rows)));
      case Function::log_softmax_rows:
        return rows(field(SOFTLAW_FIELD(table_, log_softmax_rows)));
      case Function::softplus:
        return one(field(SOFTLAW_FIELD(table_, softplus))(number(0)));
      case Function::logistic:
        return one(field(SOFTLAW_FIELD(table_, logistic))(number(0)));
      case Function::logsumexp_hessian:
        return all(field(SOFTLAW_FIELD(table_, logsumexp_hessian)), x(), n(), out());
      case Function::logsumexp_hessian_vector:
        return all(field(SOFTLAW_FIELD(table_, logsumexp_hessian_vector)), x(), vector(1).data(),
                   n(), out());
      case Function::softmax_derivative_1:
      case Function::softmax_derivative_2:
      case Function::softmax_derivative_3:
        return derivative();
      case Function::entropy:
        return one(field(SOFTLAW_FIELD(table_, entropy))(x(), n()));
    }
    throw std::logic_error("no call for " + function_.name);
  }

 private:
  template <class F>
  F field(F function) const {
    return require(function, function_.name);
  }
  const Real* x() const { return x_.data(); }
  std::size_t n() const { return x_.size(); }
  Real* out() { return out_.data(); }
  std::vector<Real> vector(std::size_t i) const {
    return narrow<Real>(std::get<Vector>(arguments_[i]), format_);
  }
  Real number(std::size_t i) const {
    return narrow<Real>(Vector{std::get<double>(arguments_[i])}, format_).front();
  }

  static std::vector<double> one(Real result) { return {static_cast<double>(result)}; }

  template <class F, class... Args>
  std::vector<double> all(F function, Args... args) {
    function(args...);
    return {out_.begin(), out_.end()};
  }

  std::vector<double> derivative() {
    std::vector<std::vector<Real>> directions;
    std::vector<const Real*> pointers;
    directions.reserve(arguments_.size());
    pointers.reserve(arguments_.size());
    for (std::size_t i = 1; i < arguments_.size(); ++i) directions.push_back(vector(i));
    for (const auto& direction : directions) pointers.push_back(direction.data());
    return all(field(SOFTLAW_FIELD(table_, softmax_derivative)), x(), n(), pointers.data(),
               pointers.size(), out());
  }

  /// Lays the rows out with NaN between them, and takes no result for one that was written there.
  template <class F>
  std::vector<double> rows(F function) {
    const auto columns = static_cast<std::size_t>(std::get<std::int64_t>(arguments_[1]));
    const auto padding = static_cast<std::size_t>(std::get<std::int64_t>(arguments_[2]));
    const std::size_t count = n() / columns, ldx = columns + padding, ldout = columns + padding / 2;
    const Real poison = std::numeric_limits<Real>::quiet_NaN(), untouched = Real(-7);
    std::vector<Real> in(count * ldx, poison), result(count * ldout, untouched);
    for (std::size_t i = 0; i < n(); ++i) in[i / columns * ldx + i % columns] = x_[i];
    function(in.data(), count, columns, ldx, number(3), result.data(), ldout);
    bool spilled = false;
    std::vector<double> dense;
    for (std::size_t i = 0; i < result.size(); ++i) {
      if (i % ldout < columns) {
        dense.push_back(static_cast<double>(result[i]));
      } else {
        spilled |= result[i] != untouched;
      }
    }
    if (spilled) dense.assign(dense.size(), std::numeric_limits<double>::quiet_NaN());
    return dense;
  }

  const Table& table_;
  const FunctionInfo& function_;
  const Arguments& arguments_;
  Format format_;
  std::vector<Real> x_, out_;
};

/// How much of the way from what was returned to the end of what is allowed the exact value is.
double share_used(double returned, const Interval& allowed, const Interval& exact) {
  if (allowed.is_empty() || exact.is_empty() || !allowed.is_bounded() || !exact.is_bounded()) {
    return 0;
  }
  const reference::WorkingPrecision enough_for_a_ratio(64);
  const Interval error = exact_difference(exact, Interval(returned));
  const bool above = certainly_less(Interval(0), error);
  const reference::Real& end = above ? allowed.upper() : allowed.lower();
  const Interval room = exact_difference(Interval(end, end), Interval(returned));
  const Interval share = error / room;
  return share.is_bounded() ? midpoint_double(share) : 0;
}

/// What the subject throws is a finding, whatever it is.
template <class F>
auto guarded(F&& call) {
  try {
    return call();
  } catch (const Absent&) {
    throw;
  } catch (const Inexact&) {
    throw;
  } catch (const std::exception& error) {
    throw Threw(error.what());
  } catch (...) {
    throw Threw("what is no std::exception");
  }
}

std::string show(const std::vector<double>& values, Format format) {
  Arguments as_arguments;
  for (double value : values) as_arguments.emplace_back(value);
  return to_text(as_arguments, format);
}

}  // namespace

double ulps_off(double returned, const Interval& exact, Format format) {
  if (exact.is_empty()) return std::isnan(returned) ? 0 : infinity;
  const Interval error = reference::error_in_ulp(returned, exact, format);
  // beyond binary64 when an infinity is returned for a small number
  return certainly_less(error, Interval(0x1p1000)) ? std::fabs(midpoint_double(error)) : infinity;
}

Subject::Subject(const softlaw_subject& table) : table_(&table) {
  if (table.version != SOFTLAW_SUBJECT_VERSION) {
    throw std::invalid_argument("the subject has version " + std::to_string(table.version) +
                                " of the table, this gate judges version " +
                                std::to_string(SOFTLAW_SUBJECT_VERSION));
  }
  if (table.size < sizeof(softlaw_subject)) {
    throw std::invalid_argument("the subject's table has size " + std::to_string(table.size) +
                                ", expected " + std::to_string(sizeof(softlaw_subject)));
  }
  if (!table.name || !table.contract) {
    throw std::invalid_argument("the subject states no name or no contract");
  }
  for (const char* c = table.name; *c; ++c) name_ += *c >= ' ' && *c <= '~' ? *c : '?';
  const bool too_small = (table.binary64 && table.binary64->size <= sizeof(std::size_t)) ||
                         (table.binary32 && table.binary32->size <= sizeof(std::size_t)) ||
                         (table.coding && table.coding->size <= sizeof(std::size_t));
  if (too_small) {
    throw std::invalid_argument("a table of functions of '" + name_ + "' does not state its size");
  }
  contract_ = Contract::read(table.contract);
}

bool Subject::has(Format format) const {
  return format == Format::binary64 ? table_->binary64 != nullptr : table_->binary32 != nullptr;
}

std::vector<double> Subject::call(const FunctionInfo& function, const Arguments& arguments,
                                  Format format) const {
  if (!has(format)) throw Absent(format_name(format));
  return guarded([&] {
    return format == Format::binary64
               ? Caller<softlaw_binary64, double>(*table_->binary64, function, arguments, format)
                     .call()
               : Caller<softlaw_binary32, float>(*table_->binary32, function, arguments, format)
                     .call();
  });
}

Integers Subject::huffman_lengths(const Vector& weights, std::uint32_t radix, Format format) const {
  if (!has(format)) throw Absent(format_name(format));
  Integers lengths(weights.size());
  return guarded([&] {
    if (format == Format::binary64) {
      require(SOFTLAW_FIELD(*table_->binary64, huffman_lengths), "huffman_lengths")(
          weights.data(), weights.size(), radix, lengths.data());
    } else {
      const std::vector<float> narrowed = narrow<float>(weights, format);
      require(SOFTLAW_FIELD(*table_->binary32, huffman_lengths), "huffman_lengths")(
          narrowed.data(), narrowed.size(), radix, lengths.data());
    }
    return lengths;
  });
}

const softlaw_coding& Subject::coding() const {
  if (!table_->coding) throw Absent("coding");
  return *table_->coding;
}

std::vector<double> SubjectEvaluator::call(const FunctionInfo& function,
                                           const Arguments& arguments) const {
  std::vector<double> returned = subject_->call(function, arguments, format());
  if (recording()) note(function.name, arguments, show(returned, format()));
  return returned;
}

Intervals SubjectEvaluator::evaluate(const FunctionInfo& function,
                                     const Arguments& arguments) const {
  return subject_->contract().allow(call(function, arguments), function, arguments, format());
}

Truth SubjectEvaluator::compare(const FunctionInfo& function, const Arguments& arguments,
                                const Intervals& exact) const {
  const std::vector<double> returned = call(function, arguments);
  const Intervals allowed = subject_->contract().allow(returned, function, arguments, format());
  double strain = 0, ulp = 0;
  for (std::size_t i = 0; i < returned.size(); ++i) {
    strain = std::max(strain, share_used(returned[i], allowed[i], exact[i]));
    ulp = std::max(ulp, ulps_off(returned[i], exact[i], format()));
  }
  return same(allowed, exact).measured(strain, ulp);
}

Integers SubjectEvaluator::find_lengths(const Vector& weights, std::uint32_t radix) const {
  return subject_->huffman_lengths(weights, radix, format());
}

Kraft SubjectEvaluator::find_kraft_sum(const Integers& lengths, std::uint32_t radix) const {
  const auto kraft_sum = require(SOFTLAW_FIELD(subject_->coding(), kraft_sum), "kraft_sum");
  Kraft sum{0, Integers(lengths.empty() ? 0 : std::ranges::max(lengths))};
  sum.whole = guarded(
      [&] { return kraft_sum(lengths.data(), lengths.size(), radix, sum.fraction.data()); });
  return sum;
}

Integers SubjectEvaluator::find_digits(const Integers& lengths, std::uint32_t radix,
                                       const Integers& symbols) const {
  const auto encode = require(SOFTLAW_FIELD(subject_->coding(), prefix_encode), "prefix_encode");
  std::size_t count = 0;
  for (auto symbol : symbols) count += lengths.at(symbol);
  Integers digits(count);
  digits.resize(std::min(count, guarded([&] {
                           return encode(lengths.data(), lengths.size(), radix, symbols.data(),
                                         symbols.size(), digits.data());
                         })));
  return digits;
}

std::optional<Integers> SubjectEvaluator::find_symbols(const Integers& lengths, std::uint32_t radix,
                                                       const Integers& digits,
                                                       std::size_t count) const {
  const auto decode = require(SOFTLAW_FIELD(subject_->coding(), prefix_decode), "prefix_decode");
  Integers symbols(count);
  const std::size_t used = guarded([&] {
    return decode(lengths.data(), lengths.size(), radix, digits.data(), digits.size(),
                  symbols.data(), count);
  });
  if (used > digits.size()) return std::nullopt;
  return symbols;
}

}  // namespace softlaw::properties
