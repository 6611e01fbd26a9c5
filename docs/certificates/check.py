#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check certificates of broken laws: python3 check.py FILE ...

A certificate is a list of numbers, each a sum, product, quotient, power, exp, log or square root of numbers above it,
and a claim that one of two numbers is the lesser.  This program computes an interval that contains each number, from
integers alone, and doubles its precision until the claim is proved or refuted.  It knows nothing of softlaw.

An end of an interval is m * 2**e with integers m and e.  All roundings go outwards.
Exit code: 0 if every claim is proved, 1 if one is not.
"""

import re
import sys
from functools import lru_cache
from math import isqrt

MOST_BITS = 1 << 14
MOST_BYTES = 1 << 24


class Refused(Exception):
    """The text is not a certificate, or does not prove its claim."""


# Floats of any size: (m, e) stands for m * 2**e.


def rounded(m, e, bits, up):
    """The nearest m' * 2**e' above or below with at most so many bits."""
    excess = m.bit_length() - bits
    if excess <= 0:
        return m, e
    return (-(-m >> excess) if up else m >> excess), e + excess


def compare(a, b):
    """-1, 0 or 1, exactly."""
    (m, e), (n, f) = a, b
    sign_a, sign_b = (m > 0) - (m < 0), (n > 0) - (n < 0)
    if sign_a != sign_b or sign_a == 0:
        return (sign_a > sign_b) - (sign_a < sign_b)
    top_a, top_b = m.bit_length() + e, n.bit_length() + f
    if top_a != top_b:
        return sign_a if top_a > top_b else -sign_a
    low = min(e, f)  # of one size: the difference of exponents is that of the lengths
    x, y = m << (e - low), n << (f - low)
    return (x > y) - (x < y)


def add(a, b, bits, up):
    (m, e), (n, f) = a, b
    if m == 0 or n == 0:
        return rounded(*(b if m == 0 else a), bits, up)
    if m.bit_length() + e < n.bit_length() + f:
        (m, e), (n, f) = (n, f), (m, e)
    room = bits + 8
    if n.bit_length() + f < m.bit_length() + e - room - m.bit_length():
        # b is far below the last bit of a: a step towards it is enough, if it goes that way
        shift = max(0, room - m.bit_length())
        m, e = m << shift, e - shift
        step = 1 if n > 0 and up else -1 if n < 0 and not up else 0
        return rounded(m + step, e, bits, up)
    low = min(e, f)
    return rounded((m << (e - low)) + (n << (f - low)), low, bits, up)


def multiply(a, b, bits, up):
    return rounded(a[0] * b[0], a[1] + b[1], bits, up)


def divide(a, b, bits, up):
    (m, e), (n, f) = a, b
    if n < 0:
        m, n = -m, -n
    shift = max(0, bits + 2 + n.bit_length() - m.bit_length())
    m <<= shift
    return rounded(-(-m // n) if up else m // n, e - f - shift, bits, up)


# Functions of one float, in fixed point: an integer k stands for k / 2**p.  Each returns an integer and a bound of its
# error in units of the last place.


@lru_cache(maxsize=None)
def log2(p):
    """log 2 = 2 artanh(1/3) = 2 (1/3 + 1/3**3/3 + 1/3**5/5 + ...): each term is cut, and the rest is less than the last."""
    power, total, k = (1 << p) // 3, 0, 1
    while power:
        total += power // k
        power //= 9
        k += 2
    return 2 * total, 2 * (k + 2)


def exp_fixed(r, p):
    """exp of r / 2**p for |r / 2**p| <= 1: s halvings, the series of Taylor, s squarings."""
    s = 8
    q = p + 2 * s + 8
    x = r << (q - p) >> s  # cut by less than a unit
    term, total, k = 1 << q, 0, 0
    while term not in (0, -1):
        total += term
        k += 1
        term = term * x // (k << q)
    # each of k terms is cut by less than 1 + 1; the rest is less than the last term, as |x| < 1/256
    error = 3 * k + 4
    for _ in range(s):
        total = total * total >> q
        error = 2 * error * (total + (1 << q)) // (1 << q) + 3  # (t + d)**2 - t**2, with |d| far below t
    return total >> (q - p), (error >> (q - p)) + 2


def exp_ends(a, bits):
    """Lower and upper float of exp a."""
    m, e = a
    if m == 0:
        return (1, 0), (1, 0)
    size = m.bit_length() + e
    if size < -bits - 4:  # 1 + a < exp a < 1 + 2 a for small a > 0, and 1 + a < exp a < 1 for a < 0
        near = add((1, 0), (2 * m, e), bits + 8, m > 0)
        return ((1, 0), near) if m > 0 else (near, (1, 0))
    if size > 5000:
        raise Refused("an exponential is too large")
    p = bits + max(size, 0) + 16
    log_2, error = log2(p)
    x = m << (e + p) if e + p >= 0 else m >> -(e + p)  # cut by less than a unit
    k = (2 * x + log_2) // (2 * log_2)
    r = x - k * log_2  # off by less than 1 + |k| error units
    total, off = exp_fixed(r, p)
    off += (total * (2 + abs(k) * error) >> p) * 2 + 2 + abs(k) * error
    return rounded(total - off, k - p, bits, False), rounded(total + off, k - p, bits, True)


def log_ends(a, bits):
    """Lower and upper float of log a, a > 0."""
    m, e = a
    if m & (m - 1) == 0 and m.bit_length() + e == 1:
        return (0, 0), (0, 0)
    k = m.bit_length() + e
    # a = 2**k y, with y in [2/3, 4/3)
    if 3 * m < (1 << (m.bit_length() + 1)):
        k -= 1
    n, d = m, 1
    shift = e - k
    n, d = (n << shift, d) if shift >= 0 else (n, d << -shift)  # y = n / d
    near = max(0, d.bit_length() - abs(n - d).bit_length())  # y - 1 is about 2**-near
    p = bits + 24 + abs(k).bit_length() + (near if k == 0 else 0)
    z = ((n - d) << p) // (n + d)  # |z| <= 1/5, log y = 2 artanh z
    square = z * z >> p
    power, total, j = z, 0, 1
    while power not in (0, -1):
        total += power // j
        power = power * square >> p
        j += 2
    off = 4 * j + 8  # terms are cut by 2 units each, z by one, and the rest is less than a unit
    log_2, error = log2(p)
    total, off = 2 * total + k * log_2, 2 * off + abs(k) * error
    return rounded(total - off, -p, bits, False), rounded(total + off, -p, bits, True)


def sqrt_end(a, bits, up):
    m, e = a
    shift = max(0, 2 * bits + 4 - m.bit_length())
    shift += (e - shift) % 2
    m, e = m << shift, e - shift
    low = isqrt(m)
    return rounded(low + (up and low * low < m), e // 2, bits, up)


# Intervals: pairs of a lower and an upper float.


def least(floats):
    found = floats[0]
    for each in floats[1:]:
        found = each if compare(each, found) < 0 else found
    return found


def greatest(floats):
    found = floats[0]
    for each in floats[1:]:
        found = each if compare(each, found) > 0 else found
    return found


def of_corners(operation, x, y, bits):
    corners = [(a, b) for a in x for b in y]
    return (least([operation(a, b, bits, False) for a, b in corners]),
            greatest([operation(a, b, bits, True) for a, b in corners]))


def interval_sum(x, y, bits):
    return add(x[0], y[0], bits, False), add(x[1], y[1], bits, True)


def interval_quotient(x, y, bits):
    if y[0][0] <= 0 <= y[1][0]:
        raise Undecided()
    return of_corners(divide, x, y, bits)


def interval_power(x, k, bits):
    result = ((1, 0), (1, 0))
    if k % 2 == 0 and x[0][0] < 0:
        if x[1][0] > 0:
            x = ((0, 0), greatest([x[1], (-x[0][0], x[0][1])]))
        else:
            x = ((-x[1][0], x[1][1]), (-x[0][0], x[0][1]))
    for _ in range(k):
        result = of_corners(multiply, result, x, bits)
    return result


def interval_log(x, bits):
    if x[0][0] <= 0:
        raise Undecided()
    return log_ends(x[0], bits)[0], log_ends(x[1], bits)[1]


def interval_sqrt(x, bits):
    if x[0][0] < 0:
        raise Undecided()
    return sqrt_end(x[0], bits, False), sqrt_end(x[1], bits, True)


class Undecided(Exception):
    """More bits are needed."""


ONE, MINUS_ONE = ((1, 0), (1, 0)), ((-1, 0), (-1, 0))


def interval_exp(x, bits):
    return exp_ends(x[0], bits)[0], exp_ends(x[1], bits)[1]


FUNCTIONS = {
    "neg": lambda bits, x: ((-x[1][0], x[1][1]), (-x[0][0], x[0][1])),
    "exp": lambda bits, x: interval_exp(x, bits),
    "expm1": lambda bits, x: interval_sum(interval_exp(x, bits), MINUS_ONE, bits),
    "log": lambda bits, x: interval_log(x, bits),
    "log1p": lambda bits, x: interval_log(interval_sum(x, ONE, bits), bits),
    "sqrt": lambda bits, x: interval_sqrt(x, bits),
    "min": lambda bits, *all: (least([x[0] for x in all]), least([x[1] for x in all])),
    "max": lambda bits, *all: (greatest([x[0] for x in all]), greatest([x[1] for x in all])),
}
ONE_OPERAND = {"neg", "exp", "expm1", "log", "log1p", "sqrt"}
OPERATORS = {
    "+": lambda bits, x, y: interval_sum(x, y, bits),
    "*": lambda bits, x, y: of_corners(multiply, x, y, bits),
    "/": lambda bits, x, y: interval_quotient(x, y, bits),
}

# The text.

NUMBER = re.compile(r"(-?)0x([0-9a-f]+)(?:\.([0-9a-f]*))?p([+-]?[0-9]{1,6})")


def read_number(text):
    match = NUMBER.fullmatch(text)
    if not match:
        raise Refused(f"not a number: {text}")
    sign, whole, fraction, exponent = match.groups()
    fraction = fraction or ""
    m = int(whole + fraction, 16)
    return (-m if sign else m), int(exponent) - 4 * len(fraction)


def read_operand(text, known):
    if re.fullmatch("t[0-9]+", text):
        if text not in known:
            raise Refused(f"{text} is used before it is known")
        return text
    return read_number(text)


def read_line(line, known):
    """The operation of bits and operands, and the operands."""
    words = line.split(" ")
    if len(words) == 3 and words[1] in OPERATORS:
        return OPERATORS[words[1]], [read_operand(words[i], known) for i in (0, 2)]
    if len(words) == 3 and words[1] == "^" and re.fullmatch("[0-9]{1,3}", words[2]):
        k = int(words[2])
        return (lambda bits, x: interval_power(x, k, bits)), [read_operand(words[0], known)]
    match = re.fullmatch(r"([a-z0-9]+)\((.*)\)", line)
    if match and match[1] in FUNCTIONS:
        operands = [read_operand(word, known) for word in match[2].split(", ")]
        if len(operands) == 1 or match[1] not in ONE_OPERAND:
            return FUNCTIONS[match[1]], operands
    raise Refused(f"not an expression: {line}")


def read(text):
    """The lines as (name, operation, operands), and the claim as (lesser, greater, whether they may be equal)."""
    lines = text.split("\n")
    if lines[0] != "softlaw certificate 1":
        raise Refused("the first line must be: softlaw certificate 1")
    steps, known, claim = [], set(), None
    for line in lines[1:]:
        if line.startswith("#") or not line:
            continue
        if claim:
            raise Refused("there is something after the claim")
        if line.startswith("claim "):
            words = line.split(" ")
            if len(words) != 4 or words[2] not in ("<", "<="):
                raise Refused(f"not a claim: {line}")
            claim = read_operand(words[1], known), read_operand(words[3], known), words[2] == "<="
            continue
        name, equals, right = line.partition(" = ")
        if not equals or not re.fullmatch("t[0-9]+", name) or name in known:
            raise Refused(f"not a definition: {line}")
        steps.append((name, *read_line(right, known)))
        known.add(name)
    if not claim:
        raise Refused("the claim is missing")
    return steps, claim


def check(text):
    """Returns the number of bits that prove the claim, or raises Refused."""
    steps, (lesser, greater, or_equal) = read(text)
    bits = 128
    while bits <= MOST_BITS:
        values = {}

        def value(operand):
            return values[operand] if isinstance(operand, str) else (operand, operand)

        try:
            for name, operation, operands in steps:
                values[name] = operation(bits, *[value(each) for each in operands])
        except Undecided:
            bits *= 2
            continue
        low, high = value(lesser), value(greater)
        order = compare(low[1], high[0])
        if order < 0 or (order == 0 and or_equal):
            return bits
        if compare(low[0], high[1]) >= (1 if or_equal else 0):
            raise Refused("the claim is false")
        bits *= 2
    raise Refused(f"{MOST_BITS} bits do not prove the claim")


def main(paths):
    good = True
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read(MOST_BYTES + 1)
            if len(text) > MOST_BYTES:
                raise Refused("the file is too long")
            print(f"{path}: proved with {check(text)} bits")
        except (Refused, OSError, UnicodeDecodeError) as error:
            print(f"{path}: REFUSED: {error}")
            good = False
    return 0 if good and paths else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
