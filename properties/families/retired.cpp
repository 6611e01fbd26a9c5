// SPDX-License-Identifier: Apache-2.0
// Laws that were split, so that every function is judged by itself.
#include "judge/law.hpp"

namespace softlaw::properties {
namespace {

const Retired& retired_1 = retired(
    {"agreement.cumulants", {"agreement.logsumexp-cumulants", "agreement.logsumexp-derivative"}});
const Retired& retired_2 =
    retired({"agreement.hard-labels",
             {"agreement.cross-entropy-label", "agreement.cross-entropy-label-gradient"}});
const Retired& retired_3 =
    retired({"agreement.lattice-alpha",
             {"agreement.lattice-softmin-alpha", "agreement.lattice-effective-terms"}});
const Retired& retired_4 =
    retired({"agreement.lattice-derivatives", {"agreement.lattice-softmin-derivative"}});
const Retired& retired_5 =
    retired({"agreement.lattice-indices", {"agreement.lattice-last", "agreement.lattice-nearest"}});
const Retired& retired_6 =
    retired({"agreement.lattice-mixed", {"agreement.lattice-softmin-mixed"}});
const Retired& retired_7 = retired(
    {"agreement.regression", {"agreement.regression-loss", "agreement.regression-gradient"}});
const Retired& retired_8 =
    retired({"agreement.soft-labels",
             {"agreement.cross-entropy-logits", "agreement.cross-entropy-logits-gradient"}});
const Retired& retired_9 =
    retired({"agreement.softmax-line", {"agreement.softmax-jet", "agreement.softmax-taylor"}});
const Retired& retired_10 =
    retired({"agreement.units", {"agreement.nats-to-bits", "agreement.bits-to-nats"}});
const Retired& retired_11 =
    retired({"special.divergences", {"special.cross-entropy", "special.kl-divergence"}});
const Retired& retired_12 =
    retired({"special.hard-labels",
             {"special.cross-entropy-label", "special.cross-entropy-label-gradient"}});
const Retired& retired_13 =
    retired({"special.lattice-derivatives",
             {"special.lattice-softmin-derivative", "special.lattice-softmin-alpha",
              "special.lattice-softmin-mixed", "special.lattice-effective-terms",
              "special.lattice-weights"}});
const Retired& retired_14 =
    retired({"special.lattice-indices",
             {"special.lattice-last", "special.lattice-nearest", "special.lattice-jump"}});
const Retired& retired_15 =
    retired({"special.regression", {"special.regression-loss", "special.regression-gradient"}});
const Retired& retired_16 =
    retired({"special.soft-labels",
             {"special.cross-entropy-logits", "special.cross-entropy-logits-gradient"}});
const Retired& retired_17 =
    retired({"special.softmax-derivative-1", {"special.softmax-derivative"}});
const Retired& retired_18 =
    retired({"special.softmax-derivative-2", {"special.softmax-derivative"}});
const Retired& retired_19 =
    retired({"special.softmax-derivative-3", {"special.softmax-derivative"}});
const Retired& retired_20 =
    retired({"special.softmax-derivative-4", {"special.softmax-derivative"}});
const Retired& retired_21 =
    retired({"special.softmax-line",
             {"special.softmax-jet", "special.softmax-taylor", "special.logsumexp-cumulants",
              "special.logsumexp-derivative"}});
const Retired& retired_22 =
    retired({"special.units", {"special.nats-to-bits", "special.bits-to-nats"}});

}  // namespace
}  // namespace softlaw::properties
