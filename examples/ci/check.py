#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the commands of the workflow files beside this one, in their order, each file in a fresh folder:
    check.py COMMAND TREE FOLDER
In place of the wrapper stands the built COMMAND.  Steps that only the CI's own service can do are left out.  The
example subject breaks laws, so the step that judges must fail, and the reports must be there nevertheless.
Exit code 77: there is no YAML reader (Debian: python3-yaml)."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree

try:
    import yaml
except ImportError:
    sys.exit(77)

COMMAND, TREE, FOLDER = (pathlib.Path(text).resolve() for text in sys.argv[1:4])


def fresh(name):
    """A repository with a subject, and softlaw in a folder."""
    folder = FOLDER / name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "softlaw/properties").mkdir(parents=True)
    shutil.copy(TREE / "examples/subject/subject.c", folder)
    (folder / "softlaw/properties/include").symlink_to(TREE / "properties/include")
    wrapper = folder / "softlaw/softlaw"
    wrapper.write_text(f'#!/bin/sh\nexec "{COMMAND}" "$@"\n')
    wrapper.chmod(0o755)
    return folder


def run(command, folder, **variables):
    environment = {**os.environ, "CI": "true", **variables}
    done = subprocess.run(["sh", "-ec", command], cwd=folder, env=environment, text=True, capture_output=True, check=False)
    print(f"{folder.name}: {command.strip()}: exit code {done.returncode}")
    return done


def expect(fact, what, done=None):
    if not fact:
        sys.exit(f"expected {what}\n{done.stdout + done.stderr if done else ''}")


def read(name):
    return yaml.safe_load((TREE / "examples/ci" / name).read_text())


def check_github():
    folder, failed = fresh("github"), False
    for step in read("github-actions.yml")["jobs"]["verify"]["steps"]:
        if "run" not in step or (failed and step.get("if") != "always()"):
            continue
        done = run(step["run"], folder, GITHUB_STEP_SUMMARY=str(folder / "step"))
        if step["name"] == "Judge it":
            failed = True
            expect(done.returncode == 1 and "\n::error file=" in done.stdout, "a broken law and annotations", done)
        else:
            expect(done.returncode == 0, "success", done)
    expect("broken" in (folder / "step").read_text(), "a summary")
    sarif = json.loads((folder / "softlaw.sarif").read_text())
    expect(sarif["runs"][0]["results"], "results")
    xml.etree.ElementTree.parse(folder / "junit.xml")


def check_gitlab():
    folder, jobs = fresh("gitlab"), read("gitlab-ci.yml")
    for index in range(1, jobs["softlaw"]["parallel"] + 1):
        for command in jobs["softlaw"]["script"]:
            done = run(command, folder, CI_NODE_INDEX=str(index), CI_NODE_TOTAL=str(jobs["softlaw"]["parallel"]))
            expect(done.returncode == 0, "success", done)
    for command in jobs["softlaw-merge"]["script"]:
        done = run(command, folder)
        expect(done.returncode == 1 and "broken" in done.stdout, "a broken law", done)
    xml.etree.ElementTree.parse(folder / jobs["softlaw-merge"]["artifacts"]["reports"]["junit"])
    expect((folder / "report.html").exists() and (folder / "evidence.json").exists(), "artifacts")


def check_pre_commit():
    folder = fresh("pre-commit")
    hook = read("pre-commit-config.yaml")["repos"][0]["hooks"][0]
    done = run(hook["entry"], folder)
    expect(done.returncode == 1 and "broken" in done.stdout, "a broken law", done)


check_github()
check_gitlab()
check_pre_commit()
