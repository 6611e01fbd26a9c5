// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <softlaw/laws.hpp>

#include "subjects/subject.hpp"

/// An implementation of which the functions were given one by one: behind softlaw/laws.hpp.
class softlaw::laws::Subject::Implementation : public softlaw::properties::Subject {
 public:
  Implementation(std::string name, const properties::Contract& contract)
      : properties::Subject(std::move(name), contract) {}

  /// Throws std::invalid_argument if there is no such function, or it takes other parameters.
  void add(const std::string& function, detail::Erased erased);

  bool has(const properties::FunctionItem& function,
           const properties::Format& format) const override;
  properties::Answer answer(const properties::FunctionItem& function,
                            const properties::Arguments& arguments,
                            const properties::Format& format) const override;

 private:
  using Key = std::pair<std::string, std::string>;  ///< function and format; of codes, no format
  const detail::Erased* find(const properties::FunctionItem& function,
                             const properties::Format& format) const;

  std::map<Key, detail::Erased> functions_;
};
