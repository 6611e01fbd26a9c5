// SPDX-License-Identifier: Apache-2.0
#include "reports/html_page.hpp"

namespace softlaw::properties {

const char* const html_style = R"css(
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6675; --paper: #fff; --card: #f5f7f9;
  --line: #d5dbe2; --bar: #4472c4; --good: #1a7f37; --bad: #b3261e; --dim: #8a6100; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ef; --soft: #9aa7b5; --paper: #12161b;
  --card: #1b2128; --line: #343d48; --bar: #7aa2e8; --good: #57c26d; --bad: #ff8a80; --dim: #e0b356; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 70rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
code, pre { font: .85rem/1.45 ui-monospace, monospace; }
.sum { color: var(--soft); margin: .25rem 0; }
.holds { color: var(--good); } .failed { color: var(--bad); } .other { color: var(--dim); }
article { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--bad);
  border-radius: 6px; padding: .75rem 1rem; margin: .75rem 0; }
article p { margin: .4rem 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem .75rem; margin: .5rem 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; font: .85rem/1.6 ui-monospace, monospace; }
.copy { display: flex; gap: .5rem; align-items: start; margin: .5rem 0 0; }
.copy pre { flex: 1; min-width: 0; margin: 0; padding: .4rem .6rem; background: var(--paper);
  border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
button { font: inherit; font-size: .85rem; padding: .3rem .7rem; border: 1px solid var(--line);
  border-radius: 4px; background: var(--paper); color: var(--ink); cursor: pointer; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem; }
figure { margin: 0; } figcaption { font-weight: 600; margin-bottom: .25rem; }
.bars { display: grid; grid-template-columns: minmax(0, max-content) minmax(3rem, 1fr) max-content; gap: .1rem .5rem;
  font-size: .85rem; align-items: center; }
.bars i { height: .8rem; background: var(--bar); border-radius: 2px; min-width: 1px; }
.bars span { overflow-wrap: anywhere; }
.bars b { font-weight: 400; text-align: right; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { padding: .25rem .6rem; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--line); }
th { position: sticky; top: 0; background: var(--card); } .n { text-align: right; }
input { font: inherit; width: min(100%, 24rem); padding: .3rem .5rem; margin: 0 0 .5rem; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
@media (max-width: 40rem) { dl { grid-template-columns: minmax(0, 1fr); } dt { margin-top: .3rem; }
  .copy { flex-direction: column; } .copy pre { width: 100%; } }
)css";

const char* const html_script = R"js(
for (const button of document.querySelectorAll('.copy button')) {
  button.addEventListener('click', async () => {
    const text = button.parentElement.querySelector('pre');
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text);
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
}
const filter = document.querySelector('#filter');
filter.hidden = false;
filter.addEventListener('input', () => {
  for (const row of document.querySelectorAll('tbody tr')) {
    row.hidden = !row.textContent.toLowerCase().includes(filter.value.toLowerCase());
  }
});
)js";

}  // namespace softlaw::properties
