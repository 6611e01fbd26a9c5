// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernel/check.hpp"

/// The checks of the lattice's arguments.
namespace softlaw::kernel {

template <class R>
void require_positive(const char* function, const char* argument, R value) {
  if (value > 0 && std::isfinite(value)) return;
  throw std::domain_error(std::string("softlaw::") + function + ": " + argument +
                          " must be positive and finite, got " + to_text(value));
}

template <class R>
void require_place(const char* function, R n) {
  if (n >= 0 && std::isfinite(n)) return;
  throw std::domain_error(std::string("softlaw::") + function +
                          ": n must be finite and at least 0, got " + to_text(n));
}

/// Whether there are points at all, n finite.
template <class R>
bool in_domain(R n) {
  return n >= 0 && std::isfinite(n);
}

}  // namespace softlaw::kernel
