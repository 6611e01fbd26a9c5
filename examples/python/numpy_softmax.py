#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A softmax of NumPy and the log-sum-exp of SciPy, judged from Python:

    SOFTLAW=./softlaw PYTHONPATH=python python3 examples/python/numpy_softmax.py
"""
import numpy
import scipy.special
import softlaw


def softmax(x, axis=-1):
    e = numpy.exp(x - numpy.max(x, axis=axis, keepdims=True, initial=-numpy.inf))
    return e / numpy.sum(e, axis=axis, keepdims=True)


# one vector a call, in both formats
print(softlaw.verify(softmax=softmax, logsumexp=scipy.special.logsumexp, contract="4ulp", formats=("binary64", "binary32")))

# three columns at once, each judged alone
print(softlaw.verify(softmax=softmax, contract="4ulp", law="agreement.softmax", rows=3, axis=0))

# an array of results that is there already
x = numpy.random.default_rng(1).normal(size=(1000, 64))
print(softlaw.check("softmax", x, softmax(x), contract="16ulp"))
