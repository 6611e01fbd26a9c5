#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tests of check.py: python3 check_test.py [FOLDER of true certificates].

Every true certificate is accepted.  A changed one is accepted exactly if its claim is still true, which the module decimal
tells with 700 digits, by other series.
"""

import decimal
import random
import re
import sys
import unittest
from pathlib import Path

import check

FOLDER = None

decimal.setcontext(decimal.Context(prec=700, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN,
                                   traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow]))

TRUE = """softlaw certificate 1
# logsumexp([0, -8]) came back as 0x1.5fb2f67076984p-12
t1 = exp(-0x1p+3)
t2 = expm1(0x0p+0)
t3 = t2 + t1
t4 = log1p(t3)
t5 = 0x1.5fb2f67076984p-12 + 0x1p-63
claim t5 < t4
"""


def as_decimal(pair):
    m, e = pair
    return decimal.Decimal(m) * decimal.Decimal(2) ** e


def decimal_truth(text):
    """Whether the claim is true: True, False, or None if 700 digits do not tell, or there is no value."""
    lesser, greater, or_equal, values = None, None, None, {}

    def value(word):
        return values[word] if word in values else as_decimal(check.read_number(word))

    functions = {"neg": lambda x: -x, "exp": lambda x: x.exp(), "expm1": lambda x: x.exp() - 1, "log": lambda x: x.ln(),
                 "log1p": lambda x: (1 + x).ln(), "sqrt": lambda x: x.sqrt(), "min": min, "max": max}
    try:
        for line in text.split("\n")[1:]:
            if line.startswith("#") or not line:
                continue
            words = line.split(" ")
            if words[0] == "claim":
                lesser, greater, or_equal = value(words[1]), value(words[3]), words[2] == "<="
                continue
            name, right = line.split(" = ")
            call = re.fullmatch(r"([a-z0-9]+)\((.*)\)", right)
            if call:
                values[name] = functions[call[1]](*[value(word) for word in call[2].split(", ")])
            else:
                a, operator, b = right.split(" ")
                values[name] = {"+": lambda: value(a) + value(b), "*": lambda: value(a) * value(b),
                                "/": lambda: value(a) / value(b), "^": lambda: value(a) ** int(b)}[operator]()
    except (decimal.DecimalException, OverflowError, MemoryError):
        return None
    if not (lesser.is_finite() and greater.is_finite()):
        return None
    if abs(lesser - greater) <= (abs(lesser) + abs(greater)) * decimal.Decimal(10) ** -600:
        return or_equal if lesser == greater else None
    return lesser < greater


def changed(text, source):
    """The text with one number, operation or comparison changed; None if the change is none."""
    lines = text.split("\n")
    places = [i for i, line in enumerate(lines) if line and not line.startswith(("#", "softlaw"))]
    i = source.choice(places)
    numbers = list(re.finditer(r"-?0x[0-9a-f.]+p[+-]?[0-9]+", lines[i]))
    kind = source.randrange(5)
    if kind <= 2 and numbers:
        number = source.choice(numbers)
        m, e = check.read_number(number[0])
        other = [(-m, e), (m, e + source.choice([-3, -1, 1, 3])), (m + source.choice([-1, 1, 1 << 20]), e)][kind]
        put = ("-" if other[0] < 0 else "") + hex(abs(other[0])) + f"p{other[1]:+d}"
        lines[i] = lines[i][:number.start()] + put + lines[i][number.end():]
    elif lines[i].startswith("claim"):
        words = lines[i].split(" ")
        lines[i] = " ".join(["claim", words[3], words[2], words[1]])
    else:
        swaps = [(" + ", " * "), (" * ", " / "), (" / ", " * "), ("exp(", "neg("), ("log1p(", "log("), ("neg(", "exp(")]
        for old, new in source.sample(swaps, len(swaps)):
            if old in lines[i]:
                lines[i] = lines[i].replace(old, new)
                break
    result = "\n".join(lines)
    return result if result != text else None


def is_accepted(text):
    try:
        check.check(text)
        return True
    except check.Refused:
        return False


def is_open(text):
    """Whether the checker finds a claim neither true nor false, as of the root of an exact zero that it only encloses."""
    try:
        check.check(text)
    except check.Refused as refusal:
        return "do not prove" in str(refusal)
    return False


def certificates():
    files = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []
    return [TRUE] + [file.read_text(encoding="utf-8") for file in files]


class Checker(unittest.TestCase):
    def test_true_certificates_are_accepted(self):
        for text in certificates():
            self.assertTrue(is_accepted(text), text[:400])

    def test_a_changed_one_is_accepted_exactly_if_its_claim_is_true(self):
        source = random.Random(13)
        accepted = refused = left_open = 0
        for text in certificates():
            if len(text) > 20000:
                continue
            for _ in range(40):
                change = changed(text, source)
                truth = decimal_truth(change) if change else None
                if truth is None:
                    continue
                if truth and is_open(change):
                    left_open += 1
                    continue
                self.assertEqual(is_accepted(change), truth, change)
                accepted, refused = accepted + truth, refused + (not truth)
        print(f"{accepted} changes leave a true claim, {refused} do not; {left_open} true ones are left open", file=sys.stderr)
        self.assertGreater(refused, 5)
        self.assertLess(left_open, 0.01 * (accepted + refused) + 1)

    def test_what_is_no_certificate_is_refused(self):
        for text in ["", "softlaw certificate 2\nclaim 0x0p0 < 0x1p0", "softlaw certificate 1\n",
                     TRUE + "t6 = exp(0x1p0)\n", TRUE.replace("t1 =", "t4 ="), TRUE.replace("exp(", "eval("),
                     TRUE.replace("claim t5", "claim t9"), TRUE.replace("-0x1p+3", "-8"), TRUE.replace("t3 = t2 + t1", "t3 = t2 + t3"),
                     TRUE.replace("exp(-0x1p+3)", "exp(-0x1p+3, 0x1p0)"), TRUE.replace("-0x1p+3", "0x1p+999999"),
                     "softlaw certificate 1\nt1 = log(-0x1p0)\nclaim t1 < 0x1p0"]:
            self.assertFalse(is_accepted(text), text)

    def test_only_what_is_less_is_less(self):
        claim = "softlaw certificate 1\nt1 = 0x1p+0 / 0x4p+0\nclaim t1 {} 0x1p-2\n"
        self.assertTrue(is_accepted(claim.format("<=")))
        self.assertFalse(is_accepted(claim.format("<")))

    def test_functions_enclose_their_values(self):
        source = random.Random(7)
        for _ in range(300):
            x = (source.getrandbits(53) * source.choice([-1, 1]), source.randrange(-70, -40))
            for bits in (60, 200):
                for name, right in (("exp", as_decimal(x).exp()), ("log", as_decimal((abs(x[0]) + 1, x[1])).ln()),
                                    ("sqrt", as_decimal((abs(x[0]), x[1])).sqrt())):
                    y = x if name == "exp" else (abs(x[0]) + (name == "log"), x[1])
                    low, high = check.FUNCTIONS[name](bits, (y, y))
                    self.assertLessEqual(as_decimal(low), right, (name, x))
                    self.assertGreaterEqual(as_decimal(high), right, (name, x))
                    narrow = abs(as_decimal(high) - as_decimal(low)) <= abs(right) * decimal.Decimal(2) ** (8 - bits)
                    self.assertTrue(narrow, (name, x, bits, low, high))


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        FOLDER = sys.argv.pop(1)
    unittest.main()
