// SPDX-License-Identifier: Apache-2.0
// Check that every formula of a built site can be set: node formulas.js SITE [MATHJAX].
// Doxygen passes formulas on unread, and MathJax shows a broken one to the reader in red.  Here MathJax's
// own reader of TeX reads them all, without a browser; each fault is printed as `page: what: formula`.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

/** MathJax 2.7 with the parts that the pages load, in a window that only loads scripts. */
function startMathJax(folder) {
  const waiting = [];
  const element = (tagName) => ({
    tagName, style: {}, childNodes: [], firstChild: null,
    appendChild(child) { if (child.src) load(child); return child; },
    insertBefore(child) { return this.appendChild(child); },
    removeChild() {}, setAttribute() {}, addEventListener() {}, getElementsByTagName: () => [],
  });
  const location = {protocol: "file:", href: "file:///", pathname: "/", search: "", hash: ""};
  const head = element("head"), body = element("body");
  const document = {
    head, body, location, documentElement: element("html"), childNodes: [], styleSheets: [], readyState: "complete", cookie: "",
    createElement: element, createTextNode: (data) => ({data}), getElementById: () => null, addEventListener() {},
    getElementsByTagName: (tag) => ({head: [head], body: [body]})[tag] || [],
  };
  const window = {
    document, console, navigator: {userAgent: "", appName: "", appVersion: "", platform: "", vendor: ""},
    location, addEventListener() {}, clearTimeout() {},
    setTimeout(task, delay) { if (!(delay > 1000)) waiting.push(task); return 1; },  // longer: a load that failed
    MathJax: {root: "mathjax", skipStartupTypeset: true, jax: [], extensions: [], messageStyle: "none", showMathMenu: false},
  };
  window.window = window.self = window.top = window;
  const context = vm.createContext(window);
  function load({src, onload}) {
    const file = path.join(folder, src.replace(/\?.*$/, "").replace(/^mathjax\//, ""));
    vm.runInContext(fs.readFileSync(file, "utf8"), context, {filename: file});
    if (onload) onload();
  }
  const settle = () => { while (waiting.length) waiting.shift()(); };
  load({src: "MathJax.js"});
  settle();
  for (const part of ["jax/element/mml/jax.js", "jax/input/TeX/config.js", "jax/input/TeX/jax.js",
                      "extensions/TeX/AMSmath.js", "extensions/TeX/AMSsymbols.js"]) {
    window.MathJax.Ajax.Require("[MathJax]/" + part);
    settle();
  }
  return function parse(formula) {
    try {
      return window.MathJax.InputJax.TeX.Parse(formula, {}).mml();
    } catch (error) {
      if (!error.restart) throw error;
      settle();  // a rarer command has loaded its extension
      return parse(formula);
    }
  };
}

/** The formulas of a page as Doxygen writes them; what is shown as code holds none. */
function formulas(html) {
  const prose = html.replace(/<div class="fragment">.*?<\/div><!-- fragment -->|<(pre|code|script)\b.*?<\/\1>/gs, "");
  const entities = {lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", nbsp: " "};
  return [...prose.matchAll(/\\\((.*?)\\\)|\\\[(.*?)\\\]/gs)]
    .map((found) => (found[1] ?? found[2]).replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name) => entities[name]));
}

function pagesOf(site) {
  return fs.readdirSync(site).filter((name) => name.endsWith(".html")).sort();
}

function main(site, mathjax = path.join(site, "mathjax")) {
  const parse = startMathJax(mathjax);
  let read = 0, faults = 0;
  for (const page of pagesOf(site)) {
    for (const formula of formulas(fs.readFileSync(path.join(site, page), "utf8"))) {
      ++read;
      try {
        parse(formula);
      } catch (error) {
        ++faults;
        console.log(`${page}: ${error.message}: ${formula.trim()}`);
      }
    }
  }
  console.log(`${read} formulas, ${faults} faults`);
  process.exitCode = faults || !read ? 1 : 0;
}

main(...process.argv.slice(2));
