// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tuple>

#include "function/arguments.hpp"
#include "function/results.hpp"
#include "function/room.hpp"
#include "function/table_field.hpp"

/**
 * \file
 * How a function is called through its field of the C table.
 *
 * The C arguments follow from the typed ones by a rule: a number is a REAL, an integer a size_t, a
 * run of vectors of one length their pointers and then that length, directions a pointer to
 * pointers and their number; several results go to a last argument `out`.  A function with another
 * signature says how it is called.
 */
namespace softlaw::properties {

/// A field of the tables of the formats, or of the table of codes, and the way to fill it with our own
/// function: generic lambdas.
template <class Access, class Fill, bool of_formats>
struct NamedField {
  const char* name;
  Access access;
  Fill fill;
};
template <bool of_formats, class Access, class Fill>
NamedField<Access, Fill, of_formats> named_field(const char* name, Access access, Fill fill) {
  return {name, access, fill};
}

/// The field of that name, for which the surrounding file has `Ours<Real>::name`.
#define SOFTLAW_FIELD(field)                                         \
  ::softlaw::properties::named_field<true>(                          \
      #field, [](auto& table) -> auto& { return table.field; },      \
      [](auto& table) {                                              \
        using Real = ::softlaw::properties::RealOf<decltype(table)>; \
        table.field = Ours<Real>::field;                             \
      })

/// The same of the table of codes, for which the surrounding file has `Ours::name`.
#define SOFTLAW_CODING_FIELD(field)                             \
  ::softlaw::properties::named_field<false>(                    \
      #field, [](auto& table) -> auto& { return table.field; }, \
      [](auto& table) { table.field = Ours::field; })

template <class Real>
std::tuple<> c_arguments(Room<Real>&) {
  return {};
}

/// The C arguments of the typed ones, by the rule.
template <class Real, class First, class... Rest>
auto c_arguments(Room<Real>& room, const First& first, const Rest&... rest) {
  constexpr bool run_goes_on =
      std::is_same_v<Vector, std::tuple_element_t<0, std::tuple<Rest..., void>>>;
  const auto then = [&](auto... now) {
    return std::tuple_cat(std::make_tuple(now...), c_arguments(room, rest...));
  };
  if constexpr (std::is_same_v<First, double>) {
    return then(room.number(first));
  } else if constexpr (std::is_same_v<First, std::int64_t>) {
    return then(static_cast<std::size_t>(first));
  } else if constexpr (std::is_same_v<First, Directions>) {
    return then(room.pointers(first), first.size());
  } else if constexpr (run_goes_on) {
    return then(room.vector(first));
  } else {
    return then(room.vector(first), first.size());
  }
}

/// Calls a field by the rule.
template <class R>
struct ByRule {
  template <class F, class Real, class... A>
  std::vector<double> operator()(F field, Room<Real>& room, const A&... arguments) const {
    if constexpr (std::is_same_v<R, Interval>) {
      return {static_cast<double>(std::apply(field, c_arguments(room, arguments...)))};
    } else {
      std::apply(field,
                 std::tuple_cat(c_arguments(room, arguments...), std::make_tuple(room.out())));
      return room.results();
    }
  }
};

template <class Signature>
struct FieldOf;

/// The field of a function with these types.
template <class R, class... A>
struct FieldOf<R(A...)> : TableField {
  template <class Access, class Fill>
  FieldOf(NamedField<Access, Fill, true> field) : FieldOf(field, ByRule<R>()) {}

  /// `by` takes the field, room for its arrays and the arguments, and returns an R, or floats.
  template <class Access, class Fill, class By>
  FieldOf(NamedField<Access, Fill, true> field, By by) {
    name = field.name;
    order = offset<softlaw_binary64>(field.access);
    address = [access = field.access](const softlaw_subject& subject, const Format& format) {
      return with_table(subject, format,
                        [&](const auto* table) { return code(find(access, table)); });
    };
    call = [access = field.access, by](const softlaw_subject& subject, const FunctionItem& self,
                                       const Arguments& arguments, const Format& format) {
      return with_table(subject, format, [&](const auto* table) -> Answer {
        Room<RealOf<decltype(*table)>> room(self, arguments, format);
        Answer returned = answer(apply<A...>(
            [&](Taken<A>... a) { return by(find(access, table), room, a...); }, arguments));
        room.check();
        return returned;
      });
    };
    fill_with_ours = [fill = field.fill](Tables& tables) { tables.for_each_format(fill); };
  }

  /// `by` takes the field and the arguments, and returns an R.
  template <class Access, class Fill, class By>
  FieldOf(NamedField<Access, Fill, false> field, By by) {
    name = field.name;
    order = sizeof(softlaw_binary64) + offset<softlaw_coding>(field.access);
    address = [access = field.access](const softlaw_subject& subject, const Format&) {
      return code(find(access, subject.coding));
    };
    call = [access = field.access, by](const softlaw_subject& subject, const FunctionItem&,
                                       const Arguments& arguments, const Format&) {
      return answer(apply<A...>(
          [&](Taken<A>... a) { return by(find(access, subject.coding), a...); }, arguments));
    };
    fill_with_ours = [fill = field.fill](Tables& tables) { fill(tables.coding); };
  }

 private:
  template <class Field>
  static const void* code(Field field) {
    return reinterpret_cast<const void*>(field);
  }

  static Answer answer(std::vector<double> results) { return results; }
  template <class T>
  static Answer answer(const T& result) {
    return to_counts(result);
  }

  template <class Table, class Access>
  static std::size_t offset(Access access) {
    const Table table{};
    return static_cast<std::size_t>(reinterpret_cast<const char*>(&access(table)) -
                                    reinterpret_cast<const char*>(&table));
  }

  /// The field of a sized table, or null when there is no table, when it ends before the field, or
  /// when the field was left empty.
  template <class Access, class Table>
  static auto find(Access access, const Table* table) {
    using Field = std::remove_cvref_t<decltype(access(*table))>;
    if (!table || table->size < offset<Table>(access) + sizeof(Field)) return Field(nullptr);
    return access(*table);
  }
};

}  // namespace softlaw::properties
