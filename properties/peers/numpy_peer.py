# SPDX-License-Identifier: Apache-2.0
"""NumPy as a subject."""
import numpy
import softlaw

softlaw.serve(
    logaddexp=numpy.logaddexp,
    logsumexp=numpy.logaddexp.reduce,
    contract="4ulp+4cond",
    name=f"NumPy {numpy.__version__}",
    arrays="numpy",
)
