# SPDX-License-Identifier: Apache-2.0
"""The lines by which a process answers for a subject, as docs/chapters/protocol.md describes them."""
from __future__ import annotations

import io
import math
import os
import struct
import sys
from typing import Any, Callable, Iterable, List, Mapping, Sequence, TextIO, Union

VERSION = 1
MARK = "softlaw: "

#: An argument as it comes: a number, a vector, an integer, integers.
Argument = Union[float, List[float], int, List[int]]


class Format:
    """A floating-point format: its width in hexadecimal digits, and its way to and from them."""

    def __init__(self, name: str, digits: int, code: str) -> None:
        self.name = name
        self.digits = digits
        self._code = code

    def read(self, text: str) -> List[float]:
        return list(struct.unpack(f">{len(text) // self.digits}{self._code}", bytes.fromhex(text)))

    def write(self, values: Sequence[float]) -> str:
        """Raises ValueError where a value is not a number of the format: nothing is rounded here."""
        packed = struct.pack(f">{len(values)}{self._code}", *values)
        if self.digits < 16:
            back = struct.unpack(f">{len(values)}{self._code}", packed)
            for value, kept in zip(values, back):
                if value != kept and not math.isnan(value):
                    raise ValueError(f"{value!r} is not a {self.name} number")
        return packed.hex()


class BFloat16(Format):
    """The upper half of binary32, for which struct has no code."""

    def __init__(self) -> None:
        super().__init__("bfloat16", 4, "")

    def read(self, text: str) -> List[float]:
        return [struct.unpack(">f", bytes.fromhex(text[i : i + 4] + "0000"))[0] for i in range(0, len(text), 4)]

    def write(self, values: Sequence[float]) -> str:
        words = [struct.pack(">f", value).hex() for value in values]
        for value, word in zip(values, words):
            if not math.isnan(value) and (word[4:] != "0000" or struct.unpack(">f", bytes.fromhex(word))[0] != value):
                raise ValueError(f"{value!r} is not a bfloat16 number")
        return "".join("7fc0" if math.isnan(value) else word[:4] for value, word in zip(values, words))


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (Format("binary64", 16, "d"), Format("binary32", 8, "f"), Format("binary16", 4, "e"), BFloat16())
}


def read_argument(word: str, format: Format) -> Argument:
    if word.startswith("#["):
        return [int(part) for part in word[2:-1].split(",") if part]
    if word.startswith("#"):
        return int(word[1:])
    if word.startswith("["):
        return format.read(word[1:-1])
    return format.read(word)[0]


def flat(result: Any) -> List[Any]:
    """The numbers of a result: of a float, of nested lists, of an array or tensor of any shape."""
    for method in ("detach", "tolist"):
        if hasattr(result, method):
            result = getattr(result, method)()
    if not isinstance(result, (list, tuple)):
        return [result]
    return [number for part in result for number in flat(part)]


def write_result(result: Any, format: Format) -> str:
    if result is None:
        return "none"
    numbers = flat(result)
    if all(isinstance(number, int) and not isinstance(number, bool) for number in numbers) and numbers:
        return "#[" + ",".join(map(str, numbers)) + "]"
    return "[" + format.write([float(number) for number in numbers]) + "]"


def one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


#: Answers a call: takes the name of the function, its format and its arguments.
Answer = Callable[[str, Format, List[Argument]], Any]


def reply(line: str, answer: Answer) -> str:
    """The line that answers a line."""
    number, function, name, *words = line.split()
    try:
        format = FORMATS[name]
        result = answer(function, format, [read_argument(word, format) for word in words])
        return f"{MARK}{number} {write_result(result, format)}\n"
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # sys.exit() in a function is its failure, too
        return f"{MARK}{number} ! {one_line(error)}\n"


def describe(name: str, contract: str, functions: Iterable[str], formats: Iterable[str]) -> str:
    listed = " ".join(functions)
    lines = [f"protocol {VERSION}", f"name {name}", f"contract {contract}"]
    lines += [f"{format} {listed}" for format in formats]
    return "".join(f"{MARK}{line}\n" for line in lines + ["ready"])


def converse(questions: TextIO, answers: TextIO, description: str, answer: Answer) -> None:
    """Speaks the protocol until there are no more questions."""
    answers.write(description)
    answers.flush()
    for line in iter(questions.readline, ""):
        answers.write(reply(line, answer))
        answers.flush()


def take_streams(input: int = 0, output: int = 1, errors: int = 2) -> "tuple[TextIO, TextIO]":
    """The streams for the protocol.  From now on, what anything in this process prints goes to standard
    error, and there is nothing to read on standard input."""
    questions = os.fdopen(os.dup(input), "r", encoding="ascii", newline="\n")
    answers = os.fdopen(os.dup(output), "w", encoding="ascii", errors="replace", newline="\n")
    sys.stdout.flush()
    os.dup2(errors, 2)
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    sys.stdin = io.StringIO()
    sys.stdout = sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False, errors="replace")
    return questions, answers
