// SPDX-License-Identifier: Apache-2.0
// The verbs that the wrapper ./softlaw has: its help is made of these.
#include "command/verb.hpp"

namespace softlaw::properties {
namespace {

const Verb& test_verb = verb(
    {.id = "test",
     .summary = "Build everything and run every test (wrapper)",
     .options = {{.name = "arguments",
                  .takes = "ARGUMENT",
                  .help = "For ctest, such as -R NAME",
                  .repeated = true}},
     .exit_codes = "Exit codes: 0 all tests pass, otherwise that of ctest; 3 the set-up fails."});

const Verb& docs_verb =
    verb({.id = "docs",
          .summary = "Build the pages, check them, and print where they start (wrapper)",
          .options = {},
          .exit_codes = "Exit codes: 0 done, 1 a check fails, 3 the set-up fails."});

const Verb& bench_verb =
    verb({.id = "bench",
          .summary = "Build and run the benchmarks (wrapper)",
          .options = {{.name = "arguments",
                       .takes = "ARGUMENT",
                       .help = "For the benchmark, such as --benchmark_filter=NAME",
                       .repeated = true}},
          .exit_codes = "Exit codes: that of the benchmark; 3 the set-up fails."});

const Verb& peers_verb =
    verb({.id = "peers",
          .summary = "Build the subjects that are made of other libraries, and name them (wrapper)",
          .options = {},
          .exit_codes = "Exit codes: 0 done, 3 the set-up fails."});

const Verb& prove_verb = verb(
    {.id = "prove",
     .summary = "Check all proofs with Coq, and print their axioms (wrapper)",
     .options = {{.name = "arguments",
                  .takes = "ARGUMENT",
                  .help =
                      "--write renews docs/proofs/theorems.proofs; -j N compiles N files at a time",
                  .repeated = true}},
     .exit_codes = "Exit codes: 0 every proof is complete, 1 one is not, 3 the set-up fails."});

}  // namespace
}  // namespace softlaw::properties
