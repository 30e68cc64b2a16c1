"""The language server as its own process, asked over stdin and stdout by a client of pygls."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from lsprotocol import types

from tests.server.conftest import Editor
from tests.server.layers import BASE, DERIVED, LAYER

COUNTS = "        self.seen.assign_add(1.0)\n"


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 16), ("utf-16", 14), ("utf-32", 13)])
def test_columns_count_in_the_units_that_were_agreed_on(edit, encoding: str, column: int) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        (found,) = await editor.diagnostics(uri)
        assert (found.code, found.range.start.line) == ("LL102", 8)
        assert found.range.start.character == column

    edit(steps, [types.PositionEncodingKind(encoding)])


def test_the_buffer_counts_and_not_the_disk(edit, tmp_path: Path) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        assert len(await editor.diagnostics(uri)) == 1
        editor.change(uri, LAYER.replace("self.seen.assign_add(1.0)", "pass"))
        assert await editor.diagnostics(uri) == []

    edit(steps)


def test_editing_a_base_class_tells_of_its_subclasses(edit, tmp_path: Path) -> None:
    async def steps(editor: Editor) -> None:
        (tmp_path / "base.py").write_text(BASE)
        base = editor.open("base.py", BASE)
        derived = editor.open("derived.py", DERIVED)
        assert len(await editor.diagnostics(derived)) == 1
        editor.change(base, BASE.replace("keras.layers.Layer", "object"))
        assert await editor.diagnostics(derived) == []

    edit(steps)


def test_a_diagnostic_offers_its_fix_and_ways_to_ignore_it(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER.replace('"😀"; ', ""))
        await editor.diagnostics(uri)
        fix, statement, the_class, file = await editor.actions(uri, 8, "quickfix")
        assert (fix.title, fix.is_preferred) == ("Guard with `if training:`", True)
        (change,) = statement.edit.changes[uri]
        assert (change.new_text, change.range.start.line) == ("  # layerlint: ignore[LL102]", 8)
        (change,) = the_class.edit.changes[uri]
        assert (change.new_text, change.range.start.line) == ("  # layerlint: ignore[LL102]", 3)
        assert file.edit.changes[uri][0].new_text == "# layerlint: file-ignore[LL102]\n"
        (all_of_them,) = await editor.actions(uri, 0, "source.fixAll")
        assert "if training:" in all_of_them.edit.changes[uri][0].new_text

    edit(steps)


def test_a_diagnostic_carries_the_edits_of_its_fix(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER.replace('"😀"; ', ""))
        (found,) = await editor.diagnostics(uri)
        assert (found.data["code"], found.data["applicability"]) == ("LL102", "safe")
        (fix, *_) = await editor.actions(uri, 8, "quickfix")
        (told,), (offered,) = found.data["edits"][uri], fix.edit.changes[uri]
        assert told["newText"] == offered.new_text
        assert told["range"]["start"]["line"] == offered.range.start.line

    edit(steps)


def test_hovering_shows_the_page_of_the_rule(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER.replace("(1.0)\n", "(1.0)  # noqa: LL102\n", 1))
        assert await editor.diagnostics(uri) == []
        page = await editor.hover(uri, 8, 50)
        assert page is not None
        assert page.startswith("# unguarded-state-update (LL102)")
        assert await editor.hover(uri, 4, 8) is None

    edit(steps)


def test_hovering_over_one_of_two_names_shows_the_page_of_that_one(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("x.py", "x = 1  # layerlint: ignore[LL101, unguarded-state-update]\n")
        await editor.diagnostics(uri)
        page = await editor.hover(uri, 0, 28)
        assert page is not None
        assert "(LL101)" in page.splitlines()[0]
        page = await editor.hover(uri, 0, 40)
        assert page is not None
        assert "(LL102)" in page.splitlines()[0]

    edit(steps)


def test_a_diagnostic_leads_to_its_page_and_to_the_steps_before_it(edit, tmp_path: Path) -> None:
    async def steps(editor: Editor) -> None:
        helper = LAYER.replace('        "😀"; self.seen.assign_add(1.0)', "        self.count()")
        uri = editor.open("layer.py", f"{helper}\n    def count(self):\n{COUNTS}")
        (found,) = await editor.diagnostics(uri)
        assert found.code_description is not None
        page = Path(url2pathname(urlsplit(found.code_description.href).path))
        assert page.read_text().startswith("# unguarded-state-update (LL102)")
        assert found.related_information
        assert found.related_information[0].location.uri == uri

    edit(steps)


def test_many_changes_at_once_are_answered_once(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        await editor.diagnostics(uri)
        for length in range(20):
            editor.change(uri, LAYER + "#" * length)
        editor.change(uri, "")
        assert await editor.diagnostics(uri) == []
        await asyncio.sleep(0.5)
        assert editor.told.empty()

    edit(steps)


def test_all_safe_fixes_are_a_command_as_well(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER.replace('"😀"; ', ""))
        await editor.diagnostics(uri)
        command = types.ExecuteCommandParams("layerlint.fixAll", [uri])
        await editor.client.workspace_execute_command_async(command)
        applied = await asyncio.wait_for(editor.applied.get(), 30)
        assert applied.changes is not None
        assert "if training:" in applied.changes[uri][0].new_text

    edit(steps)


def test_a_server_that_is_told_to_end_does_so_quietly(tmp_path: Path) -> None:
    messages = [
        {"id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    finished = subprocess.run(
        [sys.executable, "-m", "layerlint", "server"],
        cwd=tmp_path,
        input=b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies),
        capture_output=True,
        timeout=60,
    )
    assert (finished.returncode, finished.stderr) == (0, b"")
