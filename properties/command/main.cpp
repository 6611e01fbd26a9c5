// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <iostream>

#include "command/parse.hpp"
#include "command/verb.hpp"

namespace {

int run(int argc, char** argv) {
  using namespace softlaw::properties;
  try {
    const int code = run_verb({argv + 1, argv + argc});
    std::cout.flush();
    if (!std::cout) throw std::runtime_error("cannot write to standard output");
    return code;
  } catch (const UsageError& error) {
    std::cerr << "softlaw: " << error.what() << '\n';
    return ExitCode::usage;
  } catch (const std::exception& error) {
    std::cerr << "softlaw: " << error.what() << '\n';
    return ExitCode::unfit;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const int code = run(argc, argv);
  std::cout.flush();
  std::cerr.flush();
  std::_Exit(code);  // a subject's own actions at the end of a process are not part of the answer
}
