#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Judge every peer that is built by every law, and write the page of the scoreboard:

    ./softlaw peers && properties/peers/scoreboard.py [--softlaw COMMAND] [--cases N] [--folder FOLDER] [--peers NAME,…] [--page FILE]
"""
import argparse
import datetime
import json
import platform
import subprocess
import tempfile
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
STRICT = "careful"
LOOSE = "textbook"
MARKS = {"holds": "+", "vacuous": "o", "flaky": "F", "crashed": "C", "hung": "H"}


def named(peer):
    """The options that name a subject: a shared object, or a script that starts a process."""
    return ["--subject-command", f"sh '{peer}'"] if peer.suffix == ".sh" else ["--subject", str(peer)]


def judge(command, peer, contract, cases):
    """The evidence of all laws under a contract, by id."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "evidence.json"
        run = subprocess.run([command, "verify", *named(peer), "--contract", contract, "--cases", str(cases), "--json", str(file)],
                             capture_output=True, text=True)
        if run.returncode not in (0, 1, 4):
            raise SystemExit(f"{peer.stem}: exit code {run.returncode}: {run.stderr}")
        evidence = json.loads(file.read_text())
    return evidence["subject"], {law["id"]: law for law in evidence["laws"] if law["verdict"] != "not applicable"}


def mark(strict, loose):
    """One sign: + holds, x broken under the strict contract, X even under the loose one."""
    if strict is None:
        return ""
    if strict["verdict"] != "broken":
        return MARKS[strict["verdict"]]
    return "X" if loose and loose["verdict"] == "broken" else "x"


def short(text, limit=90):
    return text if len(text) <= limit else text[:limit] + "…"


def failure(law):
    """The smallest input, what came back, and what was due."""
    found = law.get("counterexample")
    if not found:
        return law["note"]
    calls = "; ".join(dict.fromkeys(f"`{short(call['function'] + call['arguments'])}` = `{short(call['returned'])}`"
                                    for call in found["calls"][:2]))
    right = f", not `{short(found['right'], 40)}`" if found["right"] and len(found["calls"]) <= 2 else ""
    return f"{calls or short(found['relation'])}{right if calls else ''}"


def page(results, cases, version):
    names = list(results)
    laws = sorted({id for _, strict, _ in results.values() for id in strict})
    broken = [id for id in laws if any(s.get(id, {}).get("verdict") not in (None, "holds", "vacuous") for _, s, _ in results.values())]
    lines = [
        "# The scoreboard of peers {#scoreboard}", "",
        "Every law on every peer of this distribution, as `properties/peers/scoreboard.py` found it. None of these libraries",
        "promises a bound: each is held to two \\ref profiles, so a mark says how much a user may rely on, and not that a promise",
        "was broken.", "",
        f"Date: {datetime.date.today().isoformat()}. softlaw {version}, {cases} cases a law, seed 1. "
        f"{platform.machine()}, {platform.freedesktop_os_release()['PRETTY_NAME']}.", "",
        "| mark | meaning |", "|:---:|---|",
        "| + | holds under both contracts |",
        f"| x | broken under `{STRICT}`, holds under `{LOOSE}`: the textbook's algorithm does no better |",
        f"| X | broken even under `{LOOSE}`: the textbook's algorithm does better |",
        "| C, H, F | crashed, hung, or did not repeat |",
        "| o | no case could tell right from wrong |", "",
        "## Summary {#scoreboard_summary}", "",
        "| peer | laws that apply | hold | x | X |", "|---|---:|---:|---:|---:|"]
    for name, (subject, strict, loose) in results.items():
        marks = [mark(strict[id], loose.get(id)) for id in strict]
        lines.append(f"| {subject} (`{name}`) | {len(marks)} | {marks.count('+')} | {marks.count('x')} | {marks.count('X')} |")
    lines += ["", "## Laws that some peer breaks {#scoreboard_laws}", "", "| law | " + " | ".join(names) + " |",
              "|---|" + ":---:|" * len(names)]
    for id in broken:
        lines.append(f"| \\ref {id} | " + " | ".join(mark(s.get(id), l.get(id)) for _, s, l in results.values()) + " |")
    lines += ["", "## The smallest input of every failure {#scoreboard_inputs}", ""]
    for name, (subject, strict, loose) in results.items():
        lines += [f"### {subject} {{#scoreboard_{name}}}", "", "| law | mark | at the smallest input |", "|---|:---:|---|"]
        for id in strict:
            sign = mark(strict[id], loose.get(id))
            if sign in "xXCHF" and sign:
                seen = loose[id] if sign == "X" else strict[id]
                lines.append(f"| {id} | {sign} | {failure(seen).replace('|', '&#124;')} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--softlaw", default=str(TREE / "build/release/properties/softlaw"))
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--folder", help="of the peers; by default, beside the command")
    parser.add_argument("--peers", help="by default, all that are built")
    parser.add_argument("--page", default=str(TREE / "docs/chapters/scoreboard.md"))
    given = parser.parse_args()
    folder = Path(given.folder or Path(given.softlaw).resolve().parent / "peers").resolve()
    peers = sorted(file for file in folder.iterdir() if file.suffix in (".so", ".sh"))
    if given.peers:
        peers = [file for file in peers if file.stem in given.peers.split(",")]
    if not peers:
        raise SystemExit("no peer is built: ./softlaw peers")
    results = {}
    for peer in peers:
        subject, strict = judge(given.softlaw, peer, STRICT, given.cases)
        _, loose = judge(given.softlaw, peer, LOOSE, given.cases)
        results[peer.stem] = subject, strict, loose
        broken = [id for id in strict if strict[id]["verdict"] == "broken"]
        print(f"{subject}: {len(strict)} laws apply, {len(broken)} broken under {STRICT}", flush=True)
    version = subprocess.run([given.softlaw, "--version"], capture_output=True, text=True).stdout.split()[-1]
    Path(given.page).write_text(page(results, given.cases, version), encoding="utf-8")


if __name__ == "__main__":
    main()
