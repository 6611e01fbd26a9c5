// SPDX-License-Identifier: Apache-2.0
// Whether a build for another processor gives the results of every build; names its best target.
#include <cstdio>
#include <cstring>

#include "hash_of_results.hpp"
#include "vector/target.hpp"

int main(int count, char** arguments) {
  using namespace softlaw;
  const char* name = vector::targets()[0]->name;
  std::printf("%s\n", name);
  if (count > 1 && std::strcmp(arguments[1], name) != 0) return 2;
  const bool wide =
      test::hash_of_results<double>(test::rounds_of_hash) == test::hash_of_wide_results;
  const bool narrow =
      test::hash_of_results<float>(test::rounds_of_hash) == test::hash_of_narrow_results;
  return wide && narrow ? 0 : 1;
}
