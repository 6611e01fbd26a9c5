// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "function/item.hpp"

// The refusals of arguments that do not fit a function: std::domain_error that names the function,
// the argument and the value.
namespace softlaw::properties {

[[noreturn]] void refuse(const FunctionItem& function, std::size_t argument,
                         const std::string& complaint);
/// The same of one entry of the argument.
[[noreturn]] void refuse_entry(const FunctionItem& function, std::size_t argument,
                               std::size_t entry, const std::string& complaint);
/// The argument is at most `most`.
void require_at_most(const FunctionItem& function, std::size_t argument, std::int64_t value,
                     std::int64_t most);
/// All vectors have the length of the first.
void require_one_length(const FunctionItem& function, const Arguments& arguments);
/// Every argument is in the domain of its parameter.
void require_domains(const FunctionItem& function, const Arguments& arguments);

}  // namespace softlaw::properties
