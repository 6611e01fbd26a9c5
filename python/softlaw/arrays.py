# SPDX-License-Identifier: Apache-2.0
"""Results that are there already: an assertion for one call, or for an array of calls."""
from __future__ import annotations

import array
import json
import os
import sys
import tempfile
from typing import Any, List, Optional, Sequence, Tuple

from . import command
from .evidence import Evidence


def check(
    function: str,
    *arguments_and_results: Any,
    contract: str = "textbook",
    axis: int = -1,
    law: "Sequence[str] | str | None" = None,
    calls: int = 1000,
    budget: str = "1m",
) -> Evidence:
    """Judges results by all laws that need one call alone, and raises AssertionError if one is broken.

        softlaw.check("softmax", x, returned)
        softlaw.check("kl_divergence", p, q, returned, contract="4ulp")

    Takes the name of the function, its arguments, and what it returned for them: numbers, nested lists, arrays
    of NumPy or tensors.  Vectors lie along `axis`; each line along it is a call of its own.  Of more than
    `calls`, half are the farthest from a correctly rounded result, and half lie evenly among all.
    """
    if len(arguments_and_results) < 2:
        raise TypeError("check takes the name of a function, its arguments, and the results")
    options = ["check", function, f"--axis={axis}", "--contract", contract, "--calls", str(calls), "--budget", budget]
    patterns = [law] if isinstance(law, str) else list(law or [])
    options += ["--law", ",".join(patterns)] if patterns else []
    with tempfile.TemporaryDirectory(prefix="softlaw-") as folder:
        paths = []
        for i, values in enumerate(arguments_and_results):
            last = i + 1 == len(arguments_and_results)
            paths.append(os.path.join(folder, "results.npy" if last else f"argument-{i + 1}.npy"))
            format = save(paths[-1], values)
            options += ["--format", format] if last and format else []
        for path in paths[:-1]:
            options += ["--input", path]
        evidence = os.path.join(folder, "evidence.json")
        code, report = command.call([*options, "--output", paths[-1], "--json", evidence])
        with open(evidence, encoding="utf-8") as file:
            return Evidence(code, _without_again(report), json.load(file)).require()


def _without_again(report: str) -> str:
    """The report without the lines that call the command with files that are gone."""
    return "\n".join(line for line in report.splitlines() if not line.startswith("    again "))


def save(path: str, values: Any) -> Optional[str]:
    """Writes an array as NumPy's format .npy; returns the format, if the file does not tell it."""
    type, shape, data, format = _contents(values)
    text = repr({"descr": type, "fortran_order": False, "shape": shape})
    header = text + " " * (63 - (10 + len(text)) % 64) + "\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode("latin-1"))
        file.write(data)
    return format


def _contents(values: Any) -> "Tuple[str, Tuple[int, ...], Any, Optional[str]]":
    if hasattr(values, "detach"):  # a tensor
        values = values.detach().cpu().contiguous()
        if str(values.dtype) == "torch.bfloat16":
            import torch

            bits = values.view(torch.int16).numpy()
            return bits.dtype.str, bits.shape, bits.tobytes(), "bfloat16"
        values = values.numpy()
    if hasattr(values, "dtype") and hasattr(values, "tobytes"):  # an array or a number of NumPy
        if values.dtype.name == "bfloat16":  # of ml_dtypes, which JAX has
            return "<u2", tuple(values.shape), values.tobytes(), "bfloat16"
        return values.dtype.str, tuple(values.shape), values.tobytes(), None
    numbers, shape = _flat(values)
    code = "q" if numbers and all(isinstance(n, int) and not isinstance(n, bool) for n in numbers) else "d"
    order = "<" if sys.byteorder == "little" else ">"
    return order + ("i8" if code == "q" else "f8"), shape, array.array(code, numbers).tobytes(), None


def _flat(values: Any) -> "Tuple[List[Any], Tuple[int, ...]]":
    """The numbers of nested lists, and their shape."""
    if not isinstance(values, (list, tuple)):
        return [values], ()
    parts = [_flat(value) for value in values]
    shapes = {shape for _, shape in parts}
    if len(shapes) > 1:
        raise ValueError("the rows of a nested list differ in length")
    inner = shapes.pop() if shapes else ()
    return [number for numbers, _ in parts for number in numbers], (len(parts), *inner)
