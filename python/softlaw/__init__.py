# SPDX-License-Identifier: Apache-2.0
"""The laws of the softmax family, checked, for functions of Python.

    import softlaw
    from scipy.special import logsumexp, softmax

    evidence = softlaw.verify(logsumexp=logsumexp, softmax=softmax, contract="4ulp")
    print(evidence)            # the report
    assert evidence.holds

`verify` judges functions of this process, `check` results that are there already, `laws` makes each law a
test of pytest, and `serve` answers for functions in a script that the command starts.  All of them call the
command `softlaw`, which the variable SOFTLAW names unless it is on PATH.
"""
from .arrays import check
from .command import Error, UsageError, find
from .evidence import Evidence, Law
from .judge import Laws, laws, serve, verify

__version__ = "0.1.0"
__all__ = ["Error", "Evidence", "Law", "Laws", "UsageError", "check", "find", "laws", "serve", "verify"]
