// SPDX-License-Identifier: Apache-2.0
#include <boost/version.hpp>
// Boost 1.81's logsumexp.hpp lacks an include guard, and includes this one
#include <boost/math/special_functions/logsumexp.hpp>
#include <string>

#include "peer.hpp"

namespace {

template <class Table, class Real>
Table table() {
  Table table{};
  table.size = sizeof(Table);
  table.logaddexp = [](Real a, Real b) { return boost::math::logaddexp(a, b); };
  // it reads the first entry of an empty range, which no caller may give it
  table.logsumexp = [](const Real* x, std::size_t n) {
    return n == 0 ? -std::numeric_limits<Real>::infinity() : boost::math::logsumexp(x, x + n);
  };
  return table;
}

const softlaw_binary64 binary64 = table<softlaw_binary64, double>();
const softlaw_binary32 binary32 = table<softlaw_binary32, float>();
const std::string name = "Boost.Math " + std::to_string(BOOST_VERSION / 100000) + "." +
                         std::to_string(BOOST_VERSION / 100 % 1000);
const softlaw_subject boost_math = peer::subject(name.c_str(), &binary64, &binary32);

}  // namespace

extern "C" const softlaw_subject* softlaw_subject_get(void) { return &boost_math; }
