// SPDX-License-Identifier: Apache-2.0
// The run-length code of outputs: measurement.hpp declares it.
#include <charconv>
#include <sstream>

#include "drift/measurement.hpp"

namespace softlaw::properties::drift {

std::string to_tokens(const std::vector<Outputs>& given, const std::vector<Outputs>& right,
                      const Format& format) {
  std::string all, last;
  std::size_t count = 0;
  const auto flush = [&] {
    if (count == 0) return;
    all += (all.empty() ? "" : " ") + last + (count > 1 ? "*" + std::to_string(count) : "");
  };
  for (std::size_t i = 0; i < given.size(); ++i) {
    for (std::size_t j = 0; j < given[i].size(); ++j) {
      std::string token = encode(given[i][j], right[i][j], format);
      if (token != last) {
        flush();
        last = std::move(token);
        count = 0;
      }
      ++count;
    }
  }
  flush();
  return all;
}

std::vector<Outputs> from_tokens(const std::string& tokens, const std::vector<Outputs>& right,
                                 const Format& format) {
  std::istringstream words(tokens);
  std::string token;
  std::size_t left = 0;
  const auto next = [&] {
    if (left == 0) {
      if (!(words >> token)) throw std::invalid_argument("there are too few outputs");
      const auto star = token.find('*');
      left = 1;
      if (star != std::string::npos) {
        const char* end = token.data() + token.size();
        const auto read = std::from_chars(token.data() + star + 1, end, left);
        if (read.ec != std::errc() || read.ptr != end || left == 0) {
          throw std::invalid_argument("cannot read the output '" + token + "'");
        }
        token.resize(star);
      }
    }
    --left;
    return token;
  };
  std::vector<Outputs> given;
  for (const Outputs& of_input : right) {
    Outputs& outputs = given.emplace_back();
    for (const Output& each : of_input) outputs.push_back(decode(next(), each, format));
  }
  if (left != 0 || (words >> token)) throw std::invalid_argument("there are too many outputs");
  return given;
}

}  // namespace softlaw::properties::drift
