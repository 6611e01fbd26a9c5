// SPDX-License-Identifier: Apache-2.0
// Tolerances that standards print.  docs/chapters/presets.md has their sources, and derives what the
// textbook's algorithm has on top of bounds for exp and log alone.  `1rel` promises nothing: of a
// function of which the standard says nothing, nothing is judged.
#include "contracts/contract.hpp"

namespace softlaw::properties {
namespace {

const NamedContract& webnn = named_contract(
    {.id = "webnn",
     .kind = "preset",
     .title = "the tolerances of WebNN's web platform tests",
     .text = "1rel; binary32.softmax: (3n+3)steps; binary32.logsumexp: "
             "(2n+18)steps; binary32.softplus: 18steps; binary32.logistic: 34steps"});

const NamedContract& wgsl = named_contract(
    {.id = "wgsl",
     .kind = "preset",
     .title = "the textbook on exp, log and / of the WebGPU shading language",
     .text = "1rel; binary32.softmax: (2n+17)ulp+6cond ftz; binary32.logsumexp: "
             "2ulp+6cond+(2n+13)u ftz; binary32.log_softmax: 4ulp+6cond+(2n+13)u ftz; "
             "binary32.logistic: (14+4|x|)ulp ftz"});

const NamedContract& opencl_full = named_contract(
    {.id = "opencl-full",
     .kind = "preset",
     .title = "the textbook on exp, log and / of OpenCL C, full profile",
     .text = "1rel; binary32.softmax: (n+17)ulp+1cond ftz; binary32.logsumexp: "
             "1ulp+6cond+(n+6)u ftz; binary32.log_softmax: 2ulp+6cond+(n+6)u ftz; "
             "binary32.logistic: 13ulp ftz; binary64.softmax: (n+13)ulp+1cond; "
             "binary64.logsumexp: 1ulp+6cond+(n+6)u; binary64.log_softmax: 2ulp+6cond+(n+6)u; "
             "binary64.logistic: 9ulp"});

const NamedContract& opencl_embedded =
    named_contract({.id = "opencl-embedded",
                    .kind = "preset",
                    .title = "the textbook on exp, log and / of OpenCL C, embedded profile",
                    .text = "1rel; binary32.softmax: (2n+21)ulp+2cond ftz; binary32.logsumexp: "
                            "2ulp+8cond+(2n+7)u ftz; binary32.log_softmax: 4ulp+8cond+(2n+7)u ftz; "
                            "binary32.logistic: 17ulp ftz"});

const NamedContract& opencl_relaxed = named_contract(
    {.id = "opencl-relaxed",
     .kind = "preset",
     .title = "the textbook on exp and log of OpenCL C with -cl-fast-relaxed-math, full profile",
     .text = "1rel; binary32.softmax: (n+17)ulp+5cond ftz; binary32.logsumexp: "
             "1ulp+6cond+(n+14)u ftz; binary32.log_softmax: 2ulp+6cond+(n+14)u ftz; "
             "binary32.logistic: (13+4|x|)ulp ftz"});

const NamedContract& stablehlo = named_contract(
    {.id = "stablehlo",
     .kind = "preset",
     .title = "the textbook on StableHLO's exponential and log at a tolerance of 10 ulps",
     .text = "1rel; softmax: (n+41)ulp+1cond; logsumexp: 1ulp+20cond+(n+20)u; log_softmax: "
             "2ulp+20cond+(n+20)u; logistic: 23ulp"});

const NamedContract& onnx = named_contract({.id = "onnx",
                                            .kind = "preset",
                                            .title = "the tolerance of ONNX's backend tests",
                                            .text = "1e-3rel+1e-7abs"});

const NamedContract& numpy_allclose = named_contract({.id = "numpy-allclose",
                                                      .kind = "preset",
                                                      .title = "the defaults of numpy.allclose",
                                                      .text = "1e-5rel+1e-8abs"});

const NamedContract& torch =
    named_contract({.id = "torch",
                    .kind = "preset",
                    .title = "the defaults of torch.testing.assert_close",
                    .text = "1e-7rel+1e-7abs; binary32: 1.3e-6rel+1e-5abs"});

}  // namespace
}  // namespace softlaw::properties
