// SPDX-License-Identifier: Apache-2.0
#include "inprocess/subject.hpp"

#include <algorithm>

#include "contracts/contract.hpp"
#include "subjects/watched.hpp"

namespace softlaw::laws {

using namespace softlaw::properties;
using detail::Call;
using detail::Erased;

namespace {

detail::Kind kind_of_parameter(const FunctionItem& function, std::size_t i) {
  if (function.takes_directions && i + 1 == function.parameters.size()) {
    return detail::Kind::directions;
  }
  switch (function.parameters[i].kind) {
    case softlaw::properties::Kind::scalar:
      return detail::Kind::number;
    case softlaw::properties::Kind::vector:
      return detail::Kind::vector;
    case softlaw::properties::Kind::integer:
      return detail::Kind::integer;
    default:
      return detail::Kind::integers;
  }
}

std::string name_of(detail::Kind kind) {
  const char* const names[] = {"a number", "a vector", "an integer", "integers", "directions"};
  return names[static_cast<std::size_t>(kind)];
}

/// Rows lie one behind the other.
bool is_passed(const FunctionItem& function, std::size_t i) {
  return function.parameters[i].name != "padding";
}

std::string expected(const FunctionItem& function) {
  std::string list;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    if (!is_passed(function, i)) continue;
    list += (list.empty() ? "" : ", ") + function.parameters[i].name + ": " +
            name_of(kind_of_parameter(function, i));
  }
  return function.name + " takes " + list + ", and has " +
         (function.returns_integers ? "integer" : "real") + " results";
}

bool fits(const FunctionItem& function, const Erased& erased) {
  std::vector<detail::Kind> kinds;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    if (is_passed(function, i)) kinds.push_back(kind_of_parameter(function, i));
  }
  return kinds == erased.parameters &&
         function.returns_integers == (erased.results == detail::Results::integers);
}

template <class Real>
Call<Real> call_of(const FunctionItem& function, const Arguments& arguments, Room<Real>& room) {
  Call<Real> call;
  const auto vector = [&](const Vector& values) {
    return std::span<const Real>(room.vector(values), values.size());
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!is_passed(function, i)) continue;
    detail::Argument<Real>& argument = call.arguments.emplace_back();
    switch (kind_of_parameter(function, i)) {
      case detail::Kind::number:
        argument.number = room.number(std::get<double>(arguments[i]));
        break;
      case detail::Kind::vector:
        argument.vector = vector(std::get<Vector>(arguments[i]));
        break;
      case detail::Kind::integer:
        argument.integer = std::get<std::int64_t>(arguments[i]);
        break;
      case detail::Kind::integers:
        argument.integers = std::get<Integers>(arguments[i]);
        break;
      case detail::Kind::directions:
        for (const Vector& h : unpack_directions(arguments, i)) {
          argument.directions.push_back(vector(h));
        }
    }
  }
  return call;
}

template <class Real>
Answer answer_of(const std::function<void(Call<Real>&)>& f, const FunctionItem& function,
                 const Arguments& arguments, const Format& format, detail::Results results) {
  Room<Real> room(function, arguments, format);
  Call<Real> call = call_of(function, arguments, room);
  if (results == detail::Results::written) {
    call.out = {room.out(), result_count(function, arguments)};
  }
  f(call);
  room.check();
  if (results == detail::Results::integers) return call.counts;
  if (results == detail::Results::written) return room.results();
  const std::size_t due = result_count(function, arguments);
  if (call.returned.size() != due) {
    throw Threw("it returned " + std::to_string(call.returned.size()) + " results where " +
                std::to_string(due) + " are due");
  }
  return std::vector<double>(call.returned.begin(), call.returned.end());
}

}  // namespace

void Subject::Implementation::add(const std::string& name, Erased erased) {
  const FunctionItem* function = find_function(name);
  if (!function) {
    throw std::invalid_argument("there is no function '" + name +
                                "': softlaw list --functions names them");
  }
  if (!fits(*function, erased)) {
    std::string given;
    for (const detail::Kind kind : erased.parameters) {
      given += (given.empty() ? "" : ", ") + name_of(kind);
    }
    throw std::invalid_argument(expected(*function) + "; the function given takes " +
                                (given.empty() ? "nothing" : given) + ", and has " +
                                (erased.results == detail::Results::integers ? "integer" : "real") +
                                " results");
  }
  std::string format;
  if (erased.has_floats) {
    format = std::holds_alternative<std::function<void(Call<float>&)>>(erased.call)
                 ? Format::binary32.name
                 : Format::binary64.name;
  }
  functions_.insert_or_assign({name, format}, std::move(erased));
}

const Erased* Subject::Implementation::find(const FunctionItem& function,
                                            const Format& format) const {
  for (const std::string& name : {std::string(format.name), std::string()}) {
    const auto found = functions_.find({function.name, name});
    if (found != functions_.end()) return &found->second;
  }
  return nullptr;
}

bool Subject::Implementation::has(const FunctionItem& function, const Format& format) const {
  return find(function, format) != nullptr;
}

Answer Subject::Implementation::answer(const FunctionItem& function, const Arguments& arguments,
                                       const Format& format) const {
  const Erased* erased = find(function, format);
  if (!erased) throw Absent(function.name);
  return watched(function.name, [&] {
    return std::visit(
        [&](const auto& f) { return answer_of(f, function, arguments, format, erased->results); },
        erased->call);
  });
}

Subject::Subject(std::string name, const std::string& contract)
    : implementation_(std::make_shared<Implementation>(std::move(name), Contract::read(contract))) {
}

void Subject::add(const std::string& function, Erased erased) {
  implementation_->add(function, std::move(erased));
}

}  // namespace softlaw::laws
