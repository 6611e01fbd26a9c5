#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Log-sum-exp and softmax in Python, put before the gate:

    ./softlaw verify --subject-command 'python3 examples/python/subject.py'
"""
import math
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "python"))  # or pip install

import softlaw  # noqa: E402


def logsumexp(x):
    m = max(x, default=-math.inf)
    return m + math.log(sum(math.exp(v - m) for v in x)) if math.isfinite(m) else m


def softmax(x):
    m = max(x, default=-math.inf)
    e = [math.exp(v - m) for v in x]
    total = sum(e)
    return [v / total for v in e]


softlaw.serve(logsumexp=logsumexp, softmax=softmax, contract="4ulp", name="textbook in Python", arrays="list")
