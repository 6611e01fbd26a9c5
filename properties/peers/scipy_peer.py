# SPDX-License-Identifier: Apache-2.0
"""SciPy as a subject.  It refuses empty arrays with an exception, which is its convention, so they do not reach it."""
import numpy
import scipy
import softlaw
from scipy import special

softlaw.serve(
    logsumexp=lambda x: special.logsumexp(x) if x.size else -numpy.inf,
    softmax=lambda x: special.softmax(x) if x.size else x,
    log_softmax=lambda x: special.log_softmax(x) if x.size else x,
    logistic=special.expit,
    log_logistic=special.log_expit,
    logit=special.logit,
    entropy=lambda p: special.entr(p).sum(),
    kl_divergence=lambda p, q: special.rel_entr(p, q).sum(),
    contract="4ulp+4cond",
    name=f"SciPy {scipy.__version__}",
    arrays="numpy",
)
