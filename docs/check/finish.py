#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Mend what Doxygen's pages lack: finish.py SITE.

Doxygen 1.9.4 writes the title of a page as a plain box and starts its sections at h1.  Here the title
becomes the page's one h1 and each section goes one level down, so that the outline reads as a book's does.
Doxygen loads MathJax on every page; here a page without a formula goes without.
"""
import pathlib
import re
import sys

TITLE = re.compile(r'<div class="title">(.*?)</div>', re.DOTALL)
SECTION = re.compile(r"<h([1-5])>(.*?)</h\1>", re.DOTALL)  # Doxygen's own headings carry a class
MATHJAX = re.compile(r'<script type="text/x-mathjax-config">.*?</script>\s*<script[^>]*MathJax\.js"></script>\s*', re.DOTALL)


def one_level_down(match):
    level = int(match[1]) + 1
    return f"<h{level}>{match[2]}</h{level}>"


def finish(page):
    page, titles = TITLE.subn(r'<h1 class="title">\1</h1>', SECTION.sub(one_level_down, page), count=1)
    if not titles:  # the indices of members: their title stands in the head alone
        name = re.search(r"<title>(.*?)</title>", page)[1].split(" — ")[0]
        page = page.replace('<div class="contents">', f'<div class="contents"><h1 class="title">{name}</h1>', 1)
    return page if "\\(" in page or "\\[" in page else MATHJAX.sub("", page)


def main(site):
    for path in pathlib.Path(site).glob("**/*.html"):
        before = path.read_text(encoding="utf-8")
        if '<h1 class="title">' not in before:
            path.write_text(finish(before), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
