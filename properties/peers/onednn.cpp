// SPDX-License-Identifier: Apache-2.0
// oneDNN's primitives on the processor, in one thread.
#include <cstdlib>
#include <oneapi/dnnl/dnnl.hpp>
#include <string>

#include "peer.hpp"

namespace {

using dnnl::memory;

const dnnl::engine& engine() {
  static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
  return engine;
}

memory::desc row(std::size_t n) {
  return {{1, static_cast<memory::dim>(n)}, memory::data_type::f32, memory::format_tag::ab};
}

template <class Primitive>
void execute(const typename Primitive::desc& description, const float* x, std::size_t n,
             float* out) {
  if (n == 0) return;
  const Primitive primitive(typename Primitive::primitive_desc(description, engine()));
  dnnl::stream stream(engine());
  memory source(row(n), engine(), const_cast<float*>(x)), target(row(n), engine(), out);
  primitive.execute(stream, {{DNNL_ARG_SRC, source}, {DNNL_ARG_DST, target}});
  stream.wait();
}

constexpr auto inference = dnnl::prop_kind::forward_inference;

template <class Primitive>
void along_row(const float* x, std::size_t n, float* out) {
  execute<Primitive>({inference, row(n), 1}, x, n, out);
}

template <dnnl::algorithm algorithm>
float elementwise(float t) {
  float result = 0;
  execute<dnnl::eltwise_forward>({inference, algorithm, row(1), 1, 0}, &t, 1, &result);
  return result;
}

softlaw_binary32 table() {
  softlaw_binary32 table{};
  table.size = sizeof(table);
  table.softmax = along_row<dnnl::softmax_forward>;
  table.log_softmax = along_row<dnnl::logsoftmax_forward>;
  table.softplus = elementwise<dnnl::algorithm::eltwise_soft_relu>;
  table.logistic = elementwise<dnnl::algorithm::eltwise_logistic>;
  return table;
}

}  // namespace

extern "C" const softlaw_subject* softlaw_subject_get(void) {
  setenv("OMP_NUM_THREADS", "1", 1);  // before its first call
  static const softlaw_binary32 binary32 = table();
  static const std::string name = [] {
    const auto* version = dnnl_version();
    return "oneDNN " + std::to_string(version->major) + "." + std::to_string(version->minor) + "." +
           std::to_string(version->patch);
  }();
  static const softlaw_subject onednn = peer::subject(name.c_str(), nullptr, &binary32);
  return &onednn;
}
