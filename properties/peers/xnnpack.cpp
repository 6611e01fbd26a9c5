// SPDX-License-Identifier: Apache-2.0
// XNNPACK's operators, without a pool of threads.  They may read some bytes past their input, which is
// therefore copied.
#include <xnnpack.h>

#include <stdexcept>
#include <string>

#include "peer.hpp"

namespace {

void require(xnn_status status) {
  if (status != xnn_status_success) {
    throw std::runtime_error("XNNPACK answers with status " + std::to_string(status));
  }
}

template <auto create, auto set_up>
void run(const float* x, std::size_t n, float* out) {
  if (n == 0) return;
  constexpr std::size_t extra = XNN_EXTRA_BYTES / sizeof(float);
  std::vector<float> in(x, x + n), results(n + extra);
  in.resize(n + extra);
  require(xnn_initialize(nullptr));
  xnn_operator_t operation = nullptr;
  require(create(n, n, n, 0, &operation));
  require(set_up(operation, 1, in.data(), results.data(), nullptr));
  require(xnn_run_operator(operation, nullptr));
  require(xnn_delete_operator(operation));
  std::copy_n(results.begin(), n, out);
}

softlaw_binary32 table() {
  softlaw_binary32 table{};
  table.size = sizeof(table);
  table.softmax = run<xnn_create_softmax_nc_f32, xnn_setup_softmax_nc_f32>;
  table.logistic = [](float t) {
    float result = 0;
    run<xnn_create_sigmoid_nc_f32, xnn_setup_sigmoid_nc_f32>(&t, 1, &result);
    return result;
  };
  return table;
}

const softlaw_binary32 binary32 = table();
const softlaw_subject xnnpack = peer::subject("XNNPACK " SOFTLAW_PEER_VERSION, nullptr, &binary32);

}  // namespace

extern "C" const softlaw_subject* softlaw_subject_get(void) { return &xnnpack; }
