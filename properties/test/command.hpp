// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

// The command as a user calls it: the path of the built one is given by CMake.
namespace softlaw::properties {

struct Output {
  int code;
  std::string text;  ///< standard output and, unless they go elsewhere, the errors
};

inline Output call(const std::string& arguments, const std::string& errors_to = "&1") {
  const std::string line = "cd '" + testing::TempDir() + "' && '" SOFTLAW_COMMAND "' " + arguments +
                           " 2>" + errors_to + " </dev/null";
  Output answer{-1, {}};
  FILE* pipe = popen(line.c_str(), "r");
  if (!pipe) return answer;
  std::array<char, 4096> buffer{};
  for (std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe); n > 0;
       n = fread(buffer.data(), 1, buffer.size(), pipe)) {
    answer.text.append(buffer.data(), n);
  }
  answer.code = WEXITSTATUS(pclose(pipe));
  return answer;
}

/// Fails with that code and one line that contains the words.
inline void expect_refusal(const std::string& arguments, int code, const std::string& words) {
  const Output answer = call(arguments);
  EXPECT_EQ(answer.code, code) << arguments << "\n" << answer.text;
  EXPECT_EQ(std::ranges::count(answer.text, '\n'), 1) << arguments << "\n" << answer.text;
  EXPECT_NE(answer.text.find(words), std::string::npos) << arguments << "\n" << answer.text;
}

}  // namespace softlaw::properties
