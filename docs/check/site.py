#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check a built site: site.py SITE [PAGE...].  Prints each fault as `page: what`, and exits 1 if there is any.

The pages named are there; every local link leads to a file, and its fragment to an anchor in it; nothing is loaded from another
host; every page has a language, a title and one h1; neither a formula nor Markdown that Doxygen failed to read is shown raw;
no page names a folder of the machine that made it.
"""
import html.parser
import pathlib
import re
import sys
import urllib.parse

LOADS = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("object", "data")}
ROOT = pathlib.Path(__file__).resolve().parents[2]
NOT_PROSE = {"script", "style", "pre", "code", "fragment", "memproto", "memItemLeft", "memItemRight", "memTemplItemRight"}
FORMULA = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
# Emphasis, code, a link, the line under a table's head.
MARKDOWN = re.compile(r"(?<![\w*])\*{1,2}\w|\w(?<!operator)\*{1,2}(?![\w*])|`|\]\(\w|\|\s*:?-{3,}")


class Page(html.parser.HTMLParser):
    """What the checks need to know of a page."""

    def __init__(self, text):
        super().__init__()
        self.source = text
        self.anchors, self.links, self.loads = set(), [], []
        self.headings, self.language, self.title, self.prose = 0, "", "", ""
        self._open = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self._open.append((tag, {tag, *(given.get("class") or "").split()}))
        self.anchors.update(given[key] for key in ("id", "name") if given.get(key))
        self.headings += tag == "h1"
        if tag == "html":
            self.language = given.get("lang", "")
        for key, value in given.items():
            if (tag, key) in LOADS:
                self.loads.append(value or "")
            elif (tag, key) == ("a", "href"):
                self.links.append(value or "")

    def handle_endtag(self, tag):
        if any(tag == name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if self._open and self._open[-1][0] == "title":
            self.title += data
        elif not any(NOT_PROSE & names for _, names in self._open):
            self.prose += data


def is_outside(target):
    parts = urllib.parse.urlsplit(target)
    return bool(parts.netloc) or parts.scheme not in ("", "javascript", "data")


def faults_of_target(site, path, page, target, pages):
    if is_outside(target) or target.startswith("javascript:"):
        return
    parts = urllib.parse.urlsplit(target)
    file = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
    if not file.exists():
        yield f"leads nowhere: {target}"
    elif site not in file.parents:
        yield f"leads out of the site: {target}"
    elif parts.fragment and file in pages and urllib.parse.unquote(parts.fragment) not in pages[file].anchors:
        yield f"no such anchor: {target}"


def faults_of_page(site, path, page, pages):
    if not page.language:
        yield "no language (html lang)"
    if not page.title.strip():
        yield "no title"
    if page.headings != 1:
        yield f"{page.headings} headings h1 instead of one"
    if "\\f$" in page.prose or "\\f[" in page.prose:
        yield "a formula shown raw"
    text = FORMULA.sub("", page.prose)
    raw = MARKDOWN.search(text)
    if raw:
        yield f"Markdown shown raw: {' '.join(text[max(raw.start() - 30, 0):raw.end() + 30].split())}"
    if str(ROOT) in page.source:
        yield f"names a folder of the machine that made it: {ROOT}"
    for target in page.loads:
        if is_outside(target):
            yield f"loads from outside: {target}"
    for target in page.links + page.loads:
        yield from faults_of_target(site, path, page, target, pages)


def main(folder, *needed):
    site = pathlib.Path(folder).resolve()
    own = [path for path in site.glob("**/*.html") if not {"mathjax", "search"}.intersection(path.relative_to(site).parts)]
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in own}
    if not pages:
        sys.exit(f"{site}: no pages")
    faults = [f"{path.relative_to(site)}: {fault}"
              for path, page in sorted(pages.items()) for fault in faults_of_page(site, path, page, pages)]
    faults += [f"{page}: missing" for page in needed if site / page not in pages]
    print(*faults, f"{len(pages)} pages, {len(faults)} faults", sep="\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main(*sys.argv[1:])
