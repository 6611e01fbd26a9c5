# SPDX-License-Identifier: Apache-2.0
"""Functions of Python as a subject: how they are called, and in which arrays."""
from __future__ import annotations

import importlib.util
import sys
from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple

from . import protocol

#: The dtype of each format, under the name that NumPy, torch and others have for it.
DTYPES = {"binary64": "float64", "binary32": "float32", "binary16": "float16", "bfloat16": "bfloat16"}


def guess_arrays(functions: Iterable[Callable[..., Any]]) -> str:
    """torch for functions of torch; else NumPy, if it is there; else lists."""
    for function in functions:
        owner = getattr(function, "__module__", None) or type(function).__module__
        if owner.split(".")[0] in ("torch", "_VariableFunctions") or _is_module_of_torch(function):
            return "torch"
    return "numpy" if "numpy" in sys.modules or importlib.util.find_spec("numpy") else "list"


def _is_module_of_torch(function: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and (isinstance(function, torch.nn.Module) or _is_builtin_of(torch, function))


def _is_builtin_of(torch: Any, function: Any) -> bool:
    """torch.softmax and the like are built in, and belong to no module."""
    return getattr(torch, getattr(function, "__name__", " "), None) is function


def make_array(kind: str, values: Any, format: str) -> Any:
    """The values in an array of that kind, in the dtype of the format; one number becomes a number of it."""
    if kind == "list":
        return values
    if kind == "numpy":
        import numpy

        dtype = numpy.dtype(DTYPES[format])
        return numpy.array(values, dtype=dtype) if isinstance(values, list) else dtype.type(values)
    if kind == "torch":
        import torch

        return torch.tensor(values, dtype=getattr(torch, DTYPES[format]))
    raise ValueError(f"arrays='{kind}': expected 'list', 'numpy' or 'torch'")


class Rows:
    """A function of many rows, as one of a single vector: the vector is one row among others, and its
    result is the one that is judged.  The others hold the same numbers backwards, and NaN.

    The function gets the axis of its vectors as its keyword `axis` (of torch, `dim`), if one is given."""

    def __init__(self, function: Callable[..., Any], rows: int, axis: Optional[int]) -> None:
        if rows < 1:
            raise ValueError(f"rows={rows}: expected at least 1")
        if axis not in (None, -2, -1, 0, 1):
            raise ValueError(f"axis={axis}: an array of rows has the axes 0 and 1")
        self._function, self._rows, self._axis = function, rows, axis

    def neighbours(self, x: List[float], own: int) -> List[List[float]]:
        rows = [list(reversed(x)) if i % 2 else [float("nan")] * len(x) for i in range(self._rows)]
        rows[own] = x
        return rows

    def __call__(self, kind: str, format: str, x: List[float], rest: List[Any]) -> Any:
        own = len(x) % self._rows
        array = make_array(kind, self.neighbours(x, own), format)
        columns = self._axis in (-2, 0)
        if columns:
            array = array.T
        keywords = {} if self._axis is None else {"dim" if kind == "torch" else "axis": self._axis}
        result = self._function(array, *rest, **keywords)
        if result.ndim == 1:
            return result[own]
        return result[:, own] if columns else result[own]


class Subject:
    """The functions that are judged, by the names that the laws have for them."""

    def __init__(
        self,
        functions: Dict[str, Callable[..., Any]],
        contract: str,
        name: Optional[str] = None,
        formats: Iterable[str] = ("binary64",),
        arrays: Optional[str] = None,
        rows: Optional[int] = None,
        axis: Optional[int] = None,
    ) -> None:
        if not functions:
            raise ValueError("no function to judge: give them by name, such as softmax=my_softmax")
        for key, function in functions.items():
            if not callable(function):
                raise TypeError(f"{key} is not a function: {function!r}")
        self.formats: Tuple[str, ...] = (formats,) if isinstance(formats, str) else tuple(formats)
        for format in self.formats:
            if format not in DTYPES:
                raise ValueError(f"no format '{format}': there are {', '.join(DTYPES)}")
        self.functions = dict(functions)
        self.contract = contract
        self.name = name or _name_of(functions)
        self._arrays = arrays or guess_arrays(functions.values())
        make_array(self._arrays, [], self.formats[0])  # it is there
        if rows and self._arrays == "list":
            raise ValueError("rows: only arrays of NumPy or torch have rows")
        self._by_rows = {key: Rows(function, rows, axis) for key, function in functions.items()} if rows else {}

    @property
    def description(self) -> str:
        return protocol.describe(self.name, self.contract, self.functions, self.formats)

    def answer(self, function: str, format: protocol.Format, arguments: List[protocol.Argument]) -> Any:
        kind = self._arrays
        made = [make_array(kind, a, format.name) if _is_real(a) else a for a in arguments]
        if function in self._by_rows:
            if not isinstance(arguments[0], list):
                return self.functions[function](*made)
            return self._by_rows[function](kind, format.name, [float(v) for v in arguments[0]], made[1:])
        return self.functions[function](*made)


def _is_real(argument: protocol.Argument) -> bool:
    first = argument[0] if isinstance(argument, list) and argument else argument
    return not isinstance(first, int)


def _name_of(functions: Dict[str, Callable[..., Any]]) -> str:
    modules = {(getattr(f, "__module__", None) or type(f).__module__).split(".")[0] for f in functions.values()}
    return " and ".join(sorted(modules))
