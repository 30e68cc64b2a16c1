"""How long an editor waits for the language server, beside the parse of what is edited.

    python -m tests.benchmarks.editing DIRECTORY FILE [--rounds N]

DIRECTORY is a project that the server has open as a whole, FILE one of its modules. In a copy of it
a line of the longest function of FILE is typed anew, over and over, and the time is taken until the
diagnostics of that version come. Between two edits libcst parses the same text in a process of its
own. The medians and their ratio are printed: absolute times mean nothing by themselves.
"""

from __future__ import annotations

import argparse
import ast
import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.server.conftest import PUSHED, UTF16, Editor

# Seconds.
PATIENCE = 120
# Parses what it reads from its standard input, once for each line, and prints the seconds.
PARSES = """
import json, sys, time
import libcst
for line in sys.stdin:
    text = json.loads(line)
    started = time.perf_counter()
    libcst.parse_module(text)
    print(time.perf_counter() - started, flush=True)
"""


def place_of_edit(text: str) -> int:
    """The line, from 0, behind which one is typed: the first statement of the longest function."""
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    longest = max(functions, key=lambda node: (node.end_lineno or 0) - node.lineno)
    return (longest.body[0].end_lineno or 1) - 1


async def diagnosed(editor: Editor) -> None:
    """Wait for the diagnostics of the version that the editor has."""
    while (await asyncio.wait_for(editor.told.get(), PATIENCE)).version != editor.version:
        pass


async def waits(root: Path, file: Path, rounds: int) -> tuple[float, list[float], list[float]]:
    """The seconds until the file was first answered, after each edit, and of each parse."""
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n")
    line = place_of_edit(text)
    indent = " " * (len(lines[line]) - len(lines[line].lstrip()))
    parser = subprocess.Popen(
        [sys.executable, "-c", PARSES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parser.stdin is not None
    assert parser.stdout is not None
    editor = Editor(root)
    await editor.start([UTF16], PUSHED)
    started = time.perf_counter()
    uri = editor.open(str(file.relative_to(root)), text)
    await diagnosed(editor)
    first = time.perf_counter() - started
    edits, parses = [], []
    for number in range(rounds):
        changed = [*lines[: line + 1], f"{indent}typed = {number}", *lines[line + 1 :]]
        whole = "\n".join(changed)
        started = time.perf_counter()
        editor.change(uri, whole)
        await diagnosed(editor)
        edits.append(time.perf_counter() - started)
        parser.stdin.write(json.dumps(whole) + "\n")
        parser.stdin.flush()
        parses.append(float(parser.stdout.readline()))
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    parser.stdin.close()
    parser.wait()
    return first, edits, parses


def main(arguments: list[str]) -> None:
    """Time it and print the medians."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.editing")
    parser.add_argument("directory", type=Path)
    parser.add_argument("file", type=Path, help="relative to the directory")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as copied:
        root = Path(copied).resolve() / "project"
        shutil.copytree(options.directory, root)
        first, edits, parses = asyncio.run(waits(root, root / options.file, options.rounds))
    edit, parse = statistics.median(edits), statistics.median(parses)
    print(f"opened: {first:.2f} s")
    print(f"edited: {edit * 1000:.0f} ms (median of {len(edits)}, worst {max(edits) * 1000:.0f})")
    print(f"parsed by libcst: {parse * 1000:.0f} ms; ratio {edit / parse:.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
