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
from typing import Any

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
PATIENCE = 120


class Server:
    """A language server as an editor talks to it: messages with a header, answers by number."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.number = 0

    async def start(self) -> None:
        """Start it on the project."""
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "layerlint", "server"),
            cwd=self.root,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        folder = {"uri": self.root.as_uri(), "name": "project"}
        params = {"processId": None, "rootUri": self.root.as_uri(), "workspaceFolders": [folder]}
        self.send("initialize", {**params, "capabilities": {}}, asks=True)
        while "result" not in await self.receive():
            pass
        self.send("initialized", {})

    def send(self, method: str, params: dict[str, Any], *, asks: bool = False) -> None:
        """Send a notification, or ask."""
        message: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params}
        if asks:
            self.number += 1
            message["id"] = self.number
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    async def receive(self) -> dict[str, Any]:
        """The next message; waits for it."""
        stream = self.process.stdout
        assert stream is not None
        header = await asyncio.wait_for(stream.readuntil(b"\r\n\r\n"), PATIENCE)
        lengths = [line for line in header.split(b"\r\n") if line.startswith(b"Content-Length")]
        body: dict[str, Any] = json.loads(await stream.readexactly(int(lengths[0].split()[1])))
        return body

    async def diagnosed(self, version: int) -> None:
        """Wait for the diagnostics of a version of the document."""
        while True:
            message = await self.receive()
            params = message.get("params") or {}
            if message.get("method") == "textDocument/publishDiagnostics" and (
                params.get("version") == version
            ):
                return

    async def stop(self) -> None:
        """End it as an editor does."""
        self.send("shutdown", {}, asks=True)
        self.send("exit", {})
        await self.process.wait()


def place_of_edit(text: str) -> int:
    """The line, from 0, behind which one is typed: the first statement of the longest function."""
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    longest = max(functions, key=lambda node: (node.end_lineno or 0) - node.lineno)
    return (longest.body[0].end_lineno or 1) - 1


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
    server = Server(root)
    await server.start()
    document = {"uri": file.as_uri(), "languageId": "python", "version": 1, "text": text}
    started = time.perf_counter()
    server.send("textDocument/didOpen", {"textDocument": document})
    await server.diagnosed(1)
    first = time.perf_counter() - started
    edits, parses = [], []
    for version in range(2, rounds + 2):
        changed = [*lines[: line + 1], f"{indent}typed = {version}", *lines[line + 1 :]]
        whole = "\n".join(changed)
        started = time.perf_counter()
        identity = {"uri": file.as_uri(), "version": version}
        server.send(
            "textDocument/didChange",
            {"textDocument": identity, "contentChanges": [{"text": whole}]},
        )
        await server.diagnosed(version)
        edits.append(time.perf_counter() - started)
        parser.stdin.write(json.dumps(whole) + "\n")
        parser.stdin.flush()
        parses.append(float(parser.stdout.readline()))
    await server.stop()
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
