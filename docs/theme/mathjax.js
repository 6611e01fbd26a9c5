// On a narrow screen a long formula in a line of text scrolls in a box of its own (softlaw.css).
MathJax.Hub.Register.StartupHook("End", function () {
  document.querySelectorAll("div.contents .MathJax_SVG").forEach(function (formula) {
    formula.classList.toggle("long", formula.firstElementChild.getBoundingClientRect().width > 320);
  });
});
