#include "run/gate.hpp"
#include <iostream>
#include <nlohmann/json.hpp>
using namespace softlaw::properties;
int main(int argc, char** argv) {
  GateSettings s; s.each.cases = argc > 2 ? std::stoul(argv[2]) : 200;
  const Subject subject = find_subject(argc > 1 ? argv[1] : "softlaw");
  auto e = run_gate(laws(), Defendant::of(subject), s);
  for (auto& x : e) { nlohmann::ordered_json j = x; std::cout << j.dump(1) << "\n"; }
}
