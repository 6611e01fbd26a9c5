# SPDX-License-Identifier: Apache-2.0
"""python3 -m unittest discover python/tests; the variable SOFTLAW names the command."""
import contextlib
import importlib.util
import io
import math
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(HERE)
sys.path.insert(0, PACKAGE)

import softlaw  # noqa: E402
from softlaw import arrays, protocol, subject  # noqa: E402

HAS_NUMPY = importlib.util.find_spec("numpy") is not None
HAS_PYTEST = importlib.util.find_spec("pytest") is not None


def logsumexp(x):
    m = max(x, default=-math.inf)
    return m + math.log(math.fsum(math.exp(v - m) for v in x)) if math.isfinite(m) else m


def softmax(x):
    m = max(x, default=-math.inf)
    e = [math.exp(v - m) for v in x]
    return [v / math.fsum(e) for v in e]


def judged(law, **functions):
    return softlaw.verify(**{"contract": "4ulp", "arrays": "list", "law": law, **functions})


class Protocol(unittest.TestCase):
    def test_numbers_are_exact(self):
        for value in (0.0, -0.0, 0.1, 5e-324, sys.float_info.max, math.inf, -math.inf):
            digits = protocol.FORMATS["binary64"].write([value])
            self.assertEqual(protocol.FORMATS["binary64"].read(digits), [value])
            self.assertEqual(len(digits), 16)
        self.assertEqual(protocol.FORMATS["binary64"].write([1, -0.0]), "3ff0000000000000" + "8000000000000000")
        self.assertEqual(protocol.FORMATS["bfloat16"].write([1.0, math.inf]), "3f807f80")

    def test_nothing_is_rounded(self):
        for name in ("binary32", "binary16", "bfloat16"):
            self.assertEqual(protocol.FORMATS[name].read(protocol.FORMATS[name].write([0.5, -2.0])), [0.5, -2.0])
            with self.assertRaises((ValueError, OverflowError)):
                protocol.FORMATS[name].write([0.1])
            with self.assertRaises((ValueError, OverflowError)):
                protocol.FORMATS[name].write([1e300])

    def test_every_kind_of_argument(self):
        seen = []

        def answer(function, format, arguments):
            seen.append((function, format.name, arguments))
            return 1.5

        line = "7 f binary32 [3f800000] [] 40000000 #3 #[1,2]\n"
        self.assertEqual(protocol.reply(line, answer), "softlaw: 7 [3fc00000]\n")
        self.assertEqual(seen, [("f", "binary32", [[1.0], [], 2.0, 3, [1, 2]])])

    def test_results_of_any_shape(self):
        def reply(result):
            return protocol.reply("1 f binary32 []\n", lambda *_: result).split(" ", 2)[2].strip()

        self.assertEqual(reply([[1.0], [2.0]]), "[3f80000040000000]")
        self.assertEqual(reply([]), "[]")
        self.assertEqual(reply([1, 2]), "#[1,2]")
        self.assertEqual(reply(None), "none")
        self.assertTrue(reply("text").startswith("! ValueError"))

    def test_an_exception_is_an_answer(self):
        def fail(*_):
            raise KeyError("two\nlines")

        self.assertEqual(protocol.reply("1 f binary64 []\n", fail), "softlaw: 1 ! KeyError: 'two\\nlines'\n")
        self.assertIn("! SystemExit", protocol.reply("1 f binary64 []\n", lambda *_: sys.exit(3)))


class Verify(unittest.TestCase):
    def test_a_right_function_holds(self):
        evidence = judged("softmax.order,softmax.range", softmax=softmax)
        self.assertTrue(evidence.holds, evidence)
        self.assertEqual({law.id for law in evidence.laws}, {"softmax.order", "softmax.range"})
        self.assertGreater(evidence["softmax.order"].effective, 0)

    def test_a_wrong_one_has_a_small_counterexample(self):
        evidence = judged("softmax.order", softmax=lambda x: softmax(x)[::-1])
        self.assertFalse(evidence.holds)
        self.assertEqual([law.id for law in evidence.failures], ["softmax.order"])
        self.assertTrue(evidence["softmax.order"].counterexample)
        self.assertIn("again     softlaw.verify(…, law=\"softmax.order\", input=\"binary64; ", evidence.report)
        with self.assertRaises(AssertionError):
            evidence.require()

    def test_one_input(self):
        at = {"law": "agreement.logsumexp", "logsumexp": logsumexp}
        self.assertTrue(softlaw.verify(contract="4ulp", arrays="list", input="1,1", **at).holds)
        self.assertFalse(softlaw.verify(contract="4ulp", arrays="list", input="0,-40", **at).holds)

    def test_an_exception_is_a_finding(self):
        evidence = judged("agreement.logsumexp", logsumexp=lambda x: 1 / 0)
        self.assertIn("the subject threw: ZeroDivisionError: division by zero", evidence.report)

    def test_a_crash_is_a_finding(self):
        evidence = judged("agreement.logsumexp", logsumexp=lambda x: os.kill(os.getpid(), signal.SIGSEGV))
        self.assertIn("the subject ended by signal Segmentation fault", evidence.report)
        evidence = judged("agreement.logsumexp", logsumexp=lambda x: os._exit(7))
        self.assertIn("the subject ended with exit code 7", evidence.report)

    def test_a_hang_is_a_finding(self):
        evidence = judged("agreement.logsumexp", logsumexp=lambda x: time.sleep(1000), timeout=0.5)
        self.assertEqual(evidence["agreement.logsumexp"].verdict, "hung")

    def test_prints_are_no_answers(self):
        def chatty(x):
            print("softmax of", x)
            os.write(1, b"from C")
            return softmax(x)

        evidence = judged("softmax.order", softmax=chatty)
        self.assertTrue(evidence.holds, evidence)
        self.assertIn("softmax of [", evidence.printed)

    def test_a_wrong_count_is_a_finding(self):
        evidence = judged("agreement.softmax", softmax=lambda x: [0.5] * 99)
        self.assertIn("gave 99 results of softmax", evidence.report)

    def test_a_number_of_another_format_is_a_finding(self):
        evidence = judged("agreement.softmax", softmax=softmax, formats="binary32")
        self.assertIn("is not a binary32 number", evidence.report)

    def test_a_function_that_no_law_judged_is_named(self):
        evidence = softlaw.verify(softplus=lambda t: t, contract="4ulp", arrays="list", cases=1)
        self.assertFalse(evidence.holds)
        evidence = softlaw.verify(nats_to_bits=lambda t: t, contract="4ulp", arrays="list", law="softmax.order")
        self.assertEqual(evidence["softmax.order"].verdict, "not applicable")

    def test_what_cannot_be_judged_is_refused(self):
        with self.assertRaisesRegex(softlaw.UsageError, "softmix"):
            softlaw.verify(softmix=softmax, contract="4ulp", arrays="list")
        with self.assertRaisesRegex(softlaw.UsageError, "rather good"):
            softlaw.verify(softmax=softmax, contract="rather good", arrays="list")
        with self.assertRaises(ValueError):
            softlaw.verify(contract="4ulp")
        with self.assertRaises(TypeError):
            softlaw.verify(softmax=3, contract="4ulp")
        with self.assertRaises(ValueError):
            softlaw.verify(softmax=softmax, contract="4ulp", formats="binary65")

    def test_nothing_is_left_behind(self):
        descriptors = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
        judged("agreement.logsumexp", logsumexp=lambda x: os._exit(7))
        self.assertLessEqual(len(os.listdir("/proc/self/fd")) if descriptors else 0, descriptors)
        with self.assertRaises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)


class Command(unittest.TestCase):
    def with_environment(self, **variables):
        old = {key: os.environ.get(key) for key in variables}
        os.environ.update(variables)

        def back():
            for key, value in old.items():
                os.environ.pop(key) if value is None else os.environ.update({key: value})

        self.addCleanup(back)

    def test_the_variable_names_it(self):
        self.with_environment(SOFTLAW="/no/such/softlaw")
        with self.assertRaisesRegex(softlaw.Error, "SOFTLAW names '/no/such/softlaw'"):
            softlaw.find()

    def test_the_path_has_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "softlaw")
            with open(path, "w") as file:
                file.write("#!/bin/sh\n")
            os.chmod(path, 0o755)
            self.with_environment(SOFTLAW="", PATH=folder)
            self.assertEqual(softlaw.find(), path)

    def test_its_version_is_that_of_the_package(self):
        said = subprocess.run([softlaw.find(), "--version"], capture_output=True, text=True).stdout
        self.assertEqual(said.strip(), softlaw.__version__)


class Check(unittest.TestCase):
    def test_results_are_judged(self):
        x = [1.0, 2.0, 3.0]
        evidence = softlaw.check("softmax", x, softmax(x), contract="4ulp")
        self.assertIn("softmax.order", {law.id for law in evidence.laws})
        with self.assertRaisesRegex(AssertionError, "agreement.softmax"):
            softlaw.check("softmax", x, [0.1, 0.2, 0.7], contract="4ulp")

    def test_numbers_and_rows(self):
        softlaw.check("logaddexp", 1.0, 1.0, 1.0 + math.log(2), contract="1ulp")
        rows = [[1.0, 2.0], [3.0, 0.0]]
        softlaw.check("logsumexp", rows, [logsumexp(row) for row in rows], contract="4ulp")
        columns = [list(column) for column in zip(*rows)]
        softlaw.check("logsumexp", columns, [logsumexp(row) for row in rows], contract="4ulp", axis=0)
        with self.assertRaises(AssertionError):
            softlaw.check("logsumexp", columns, [logsumexp(row) for row in rows], contract="4ulp")

    def test_what_does_not_fit_is_refused(self):
        with self.assertRaisesRegex(softlaw.UsageError, "gives 2"):
            softlaw.check("softmax", [[1.0, 2.0]], [0.5], contract="4ulp")
        with self.assertRaises(ValueError):
            softlaw.check("softmax", [[1.0, 2.0], [1.0]], [0.5], contract="4ulp")
        with self.assertRaises(TypeError):
            softlaw.check("softmax", [1.0], contract="4ulp")


@unittest.skipUnless(HAS_NUMPY, "no NumPy")
class NumPy(unittest.TestCase):
    @staticmethod
    def softmax(x, axis=-1):
        import numpy

        e = numpy.exp(x - numpy.max(x, axis=axis, keepdims=True, initial=-numpy.inf))
        return e / numpy.sum(e, axis=axis, keepdims=True)

    def test_its_arrays_are_the_default(self):
        evidence = softlaw.verify(softmax=self.softmax, contract="4ulp", law="softmax.order,softmax.range")
        self.assertTrue(evidence.holds, evidence)

    def test_in_float32(self):
        kinds = set()

        def look(x):
            if x.dtype.name != "float32":
                raise TypeError(x.dtype)
            return self.softmax(x)

        evidence = softlaw.verify(softmax=look, contract="16ulp", formats="binary32", law="softmax.order")
        self.assertTrue(evidence.holds, evidence)
        self.assertEqual(set(evidence["softmax.order"].record["formats"]), {"binary32"}, kinds)

    def test_by_rows(self):
        for axis in (None, 0, 1, -1, -2):
            evidence = softlaw.verify(softmax=self.softmax, contract="4ulp", law="softmax.order", rows=3, axis=axis)
            self.assertTrue(evidence.holds, evidence)

    def test_a_neighbour_that_leaks_is_found(self):
        import numpy

        def leaks(x, axis=-1):  # the maximum of all rows
            e = numpy.exp(x - numpy.max(x, initial=-numpy.inf))
            return e / numpy.sum(e, axis=axis, keepdims=True)

        options = {"contract": "16ulp", "law": "agreement.softmax"}
        self.assertFalse(softlaw.verify(softmax=leaks, rows=3, axis=1, **options).holds)

    def test_arrays_are_checked(self):
        import numpy

        x = numpy.linspace(-3, 3, 60, dtype=numpy.float32).reshape(3, 4, 5)
        softlaw.check("softmax", x, self.softmax(x, 1), contract="16ulp", axis=1)
        with self.assertRaises(AssertionError):
            softlaw.check("softmax", x, self.softmax(x, 1), contract="16ulp", axis=2)
        with self.assertRaisesRegex(softlaw.UsageError, "binary64"):
            softlaw.check("softmax", x, self.softmax(x).astype(float), contract="16ulp")

    def test_the_files_are_those_of_numpy(self):
        import numpy

        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.npy")
            for values in (1.5, [1.0, 2.0], [[1.0], [2.0]], [], [3, 4]):
                arrays.save(path, values)
                numpy.testing.assert_array_equal(numpy.load(path), numpy.array(values))


class Subjects(unittest.TestCase):
    def test_arrays_are_guessed(self):
        self.assertEqual(subject.guess_arrays([math.exp]), "numpy" if HAS_NUMPY else "list")

    def test_a_script_serves(self):
        script = (
            f"import sys; sys.path.insert(0, {PACKAGE!r}); import softlaw; print('noise', end='');"
            "softlaw.serve(logsumexp=max, contract='4ulp', name='largest', arrays='list')"
        )
        questions = "1 logsumexp binary64 [3ff00000000000004000000000000000]\n2 softmax binary64 []\n"
        done = subprocess.run([sys.executable, "-c", script], input=questions, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = done.stdout.splitlines()
        self.assertIn("softlaw: name largest", lines)
        self.assertEqual(lines[-2], "softlaw: 1 [4000000000000000]")
        self.assertTrue(lines[-1].startswith("softlaw: 2 ! KeyError"), lines[-1])


TESTS_OF_A_USER = """
import math, sys
sys.path.insert(0, {tests!r})
import softlaw
from test_softlaw import softmax

good = softlaw.laws(softmax=softmax, contract="4ulp", arrays="list", law="softmax.order,softmax.range".split(","))
bad = softlaw.laws(softmax=lambda x: softmax(x)[::-1], contract="4ulp", arrays="list", law="softmax.order")
"""


@unittest.skipUnless(HAS_PYTEST, "no pytest")
class Plugin(unittest.TestCase):
    def call(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "test_mine.py"), "w") as file:
                file.write(TESTS_OF_A_USER.format(tests=HERE))
            environment = {**os.environ, "PYTHONPATH": PACKAGE, "PYTEST_ADDOPTS": ""}
            line = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, "test_mine.py"]
            done = subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True)
            return done.returncode, done.stdout + done.stderr

    def test_each_law_is_a_test(self):
        code, said = self.call("-v", "-p", "softlaw.pytest_plugin")
        self.assertEqual(code, 1, said)
        self.assertIn("test_mine.py::good::softmax.order PASSED", said)
        self.assertIn("test_mine.py::good::softmax.range PASSED", said)
        self.assertIn("test_mine.py::bad::softmax.order FAILED", said)
        self.assertIn("smallest  binary64: x = ", said)
        self.assertIn("1 failed, 2 passed", said)

    def test_they_are_selected(self):
        code, said = self.call("-v", "-p", "softlaw.pytest_plugin", "-k", "range")
        self.assertEqual(code, 0, said)
        self.assertIn("1 passed, 2 deselected", said)

    def test_without_the_plugin_it_says_so(self):
        code, said = self.call()
        self.assertNotEqual(code, 0)
        self.assertIn("pytest -p softlaw.pytest_plugin", said)


class Package(unittest.TestCase):
    def test_it_builds_without_anything_else(self):
        sys.path.insert(0, os.path.join(PACKAGE, "build_backend"))
        self.addCleanup(sys.path.remove, os.path.join(PACKAGE, "build_backend"))
        import wheels

        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            wheel = os.path.join(folder, wheels.build_wheel(folder))
            code = "import softlaw, softlaw.judge; print(softlaw.__file__, softlaw.__version__)"
            environment = {**os.environ, "PYTHONPATH": wheel}
            done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
            self.assertTrue(done.stdout.startswith(wheel), done.stderr)
            self.assertTrue(os.path.exists(os.path.join(folder, wheels.build_sdist(folder))))
            wheels.build_editable(folder)

    @unittest.skipUnless(importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"), "no venv")
    def test_pip_installs_it_without_a_network(self):
        with tempfile.TemporaryDirectory() as folder:
            made = subprocess.run([sys.executable, "-m", "venv", folder], capture_output=True, text=True)
            if made.returncode != 0:
                self.skipTest(made.stdout + made.stderr)
            python = os.path.join(folder, "bin", "python")
            install = [python, "-m", "pip", "install", "--no-index", "--quiet", PACKAGE]
            done = subprocess.run(install, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            code = "import softlaw, importlib.metadata as m; print(softlaw.__file__, m.version('softlaw'))"
            said = subprocess.run([python, "-c", code], cwd=folder, capture_output=True, text=True).stdout.split()
            self.assertTrue(os.path.realpath(said[0]).startswith(os.path.realpath(folder)), said)
            self.assertEqual(said[1], softlaw.__version__)


if __name__ == "__main__":
    unittest.main()
