#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The checks of site.py see what they are for, finish.py gives a page its outline, and examples are real."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
GOOD = '<html lang="en"><head><title>t</title></head><body><h1 id="top">t</h1>{}</body></html>'


def checked(*needed, **pages):
    """Exit code and output of site.py on a site with these pages, of which some are needed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in pages.items():
            pathlib.Path(folder, name + ".html").write_text(text, encoding="utf-8")
        run = subprocess.run([sys.executable, HERE / "site.py", folder, *needed], capture_output=True, text=True, check=False)
        return run.returncode, run.stdout + run.stderr


class Examples(unittest.TestCase):
    """What the chapters show is what stands in the sources, paragraph by paragraph."""

    def assert_from(self, example, source):
        text = (HERE.parent / source).read_text(encoding="utf-8")
        for paragraph in (HERE.parent / "chapters" / example).read_text(encoding="utf-8").split("\n\n"):
            self.assertIn(paragraph.strip(), text)

    def test_the_law(self):
        self.assert_from("a-law.txt", "../properties/families/logsumexp/laws/bounds.cpp")

    def test_the_claim(self):
        self.assert_from("a-claim.txt", "sources/S0.claims")


class Site(unittest.TestCase):
    def assert_fault(self, text, message):
        code, output = checked(a=text)
        self.assertEqual(code, 1, output)
        self.assertIn(message, output)

    def test_a_good_site_passes(self):
        links = '<a href="b.html#top">b</a> <a href="#top">a</a> <a href="https://example.org/x">out</a>'
        self.assertEqual(checked(a=GOOD.format(links), b=GOOD.format(""))[0], 0)

    def test_faults_are_found(self):
        for body, message in [
            ('<a href="c.html">c</a>', "leads nowhere: c.html"),
            ('<a href="#nobody">c</a>', "no such anchor: #nobody"),
            ('<a href="../x.html">c</a>', "leads"),
            ('<script src="https://example.org/x.js"></script>', "loads from outside"),
            ('<img src="//example.org/x.png">', "loads from outside"),
            ("<h1>again</h1>", "2 headings h1"),
            ("<p>\\f$x\\f$</p>", "shown raw"),
            ("<p>very **bold** words</p>", "Markdown shown raw"),
            ("<p>of Weierstrass: *if they are</p>", "Markdown shown raw"),
            ("<p>call `f`</p>", "Markdown shown raw"),
            ("<p>see [the page](b.html)</p>", "Markdown shown raw"),
            ("<p>| a | |---|</p>", "Markdown shown raw"),
            (f"<p>{HERE.parents[1]}/a.hpp</p>", "names a folder of the machine"),
        ]:
            with self.subTest(body):
                self.assert_fault(GOOD.format(body), message)

    def test_stars_of_mathematics_and_code_are_no_markdown(self):
        text = r'<p>\(x^*y\), 2 * 3 and operator*()</p><pre>*p, `x`</pre><div class="fragment">[](x)</div>'
        self.assertEqual(checked(a=GOOD.format(text))[0], 0)

    def test_faults_of_the_head_are_found(self):
        self.assert_fault(GOOD.replace(' lang="en"', "").format(""), "no language")
        self.assert_fault(GOOD.replace("<title>t</title>", "").format(""), "no title")

    def test_an_empty_site_fails(self):
        self.assertEqual(checked()[0], 1)

    def test_a_missing_page_is_found(self):
        self.assertEqual(checked("a.html", a=GOOD.format(""))[0], 0)
        self.assertEqual(checked("b.html", a=GOOD.format(""))[0], 1)


@unittest.skipUnless("SOFTLAW_NODE" in os.environ, "no Node.js")
class Formulas(unittest.TestCase):
    def read(self, body):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "a.html").write_text(GOOD.format(body), encoding="utf-8")
            run = subprocess.run([os.environ["SOFTLAW_NODE"], HERE / "formulas.js", folder, os.environ["SOFTLAW_MATHJAX"]],
                                 capture_output=True, text=True, check=False)
            return run.returncode, run.stdout + run.stderr

    def test_good_formulas_pass(self):
        good = r"<p>\(a &lt; \frac1b\) and \(\boldsymbol x\)</p> \[ \begin{cases} 0 \\ 1 \end{cases} \]"
        self.assertEqual(self.read(good), (0, "3 formulas, 0 faults\n"))

    def test_broken_formulas_are_found(self):
        for formula, message in [(r"\(\frac{a\)", "Missing close brace"), (r"\[ \lefft( \]", "Undefined control sequence"),
                                 (r"\(x_1_2\)", "Double subscripts"), (r"\(\left( a\)", "Extra \\left or missing \\right")]:
            with self.subTest(formula):
                code, output = self.read(formula)
                self.assertEqual(code, 1)
                self.assertIn("a.html: " + message, output)

    def test_code_is_no_formula_and_no_formula_at_all_is_a_fault(self):
        self.assertEqual(self.read(r"<pre>\(\frac{\)</pre>"), (1, "0 formulas, 0 faults\n"))


class Finish(unittest.TestCase):
    def assert_finished(self, before, after):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "a.html")
            path.write_text(before, encoding="utf-8")
            for _ in range(2):  # a second run changes nothing
                subprocess.run([sys.executable, HERE / "finish.py", folder], check=True)
            self.assertEqual(path.read_text(encoding="utf-8"), after)

    def test_the_title_becomes_the_one_h1(self):
        self.assert_finished('<div class="title">T</div><h1><a id="s"></a>S</h1><h2 class="memtitle">m</h2>',
                             '<h1 class="title">T</h1><h2><a id="s"></a>S</h2><h2 class="memtitle">m</h2>')

    def test_a_page_without_a_title_gets_that_of_its_head(self):
        self.assert_finished('<title>T — p</title><div class="contents"></div>',
                             '<title>T — p</title><div class="contents"><h1 class="title">T</h1></div>')

    def test_a_page_without_a_formula_loads_no_mathjax(self):
        mathjax = ('<script type="text/x-mathjax-config">\nMathJax.Hub.Config({});\n</script>\n'
                   '<script async="async" src="mathjax/MathJax.js"></script>\n')
        page = '<div class="title">T</div>'
        self.assert_finished(mathjax + page, '<h1 class="title">T</h1>')
        self.assert_finished(mathjax + page + "\\(x\\)", mathjax + '<h1 class="title">T</h1>\\(x\\)')



if __name__ == "__main__":
    unittest.main()
