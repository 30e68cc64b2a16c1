"""Settings are read anew when they change, and said to be wrong once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from lsprotocol import types

from tests.server.conftest import Editor
from tests.server.layers import LAYER


def told(path: Path) -> types.DidChangeWatchedFilesParams:
    event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    return types.DidChangeWatchedFilesParams([event])


def test_an_edit_of_the_settings_is_heard(edit, tmp_path: Path) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        assert len(await editor.diagnostics(uri)) == 1
        assert editor.watched == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        settings = tmp_path / "layerlint.toml"
        settings.write_text('ignore = ["ALL"]\n')
        editor.client.workspace_did_change_watched_files(told(settings))
        assert await editor.diagnostics(uri) == []

    edit(steps)


def test_a_save_is_enough_where_the_editor_watches_no_files(edit, tmp_path: Path) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        assert len(await editor.diagnostics(uri)) == 1
        (tmp_path / "layerlint.toml").write_text('ignore = ["ALL"]\n')
        saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
        editor.client.text_document_did_save(saved)
        assert await editor.diagnostics(uri) == []

    edit(steps)


def test_broken_settings_are_said_once_and_those_before_stay(edit, tmp_path: Path) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        assert len(await editor.diagnostics(uri)) == 1
        settings = tmp_path / "layerlint.toml"
        settings.write_text('selct = ["ALL"]\n')
        for _ in range(2):
            editor.client.workspace_did_change_watched_files(told(settings))
            assert len(await editor.diagnostics(uri)) == 1
        (message,) = editor.messages
        assert "selct" in message

    edit(steps)


def test_settings_that_are_broken_from_the_start_are_said_once(edit, tmp_path: Path) -> None:
    settings = tmp_path / "layerlint.toml"
    settings.write_text('selct = ["ALL"]\n')

    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        assert await editor.diagnostics(uri) == []
        editor.change(uri, LAYER + "\n")
        assert await editor.diagnostics(uri) == []
        await asyncio.sleep(0.2)
        assert len(editor.messages) == 1
        settings.write_text('select = ["LL102"]\n')
        editor.client.workspace_did_change_watched_files(told(settings))
        assert len(await editor.diagnostics(uri)) == 1

    edit(steps)


def test_what_the_baseline_accepts_is_not_told(edit, tmp_path: Path) -> None:
    (tmp_path / "layer.py").write_text(LAYER)
    (tmp_path / "layerlint.toml").write_text('select = ["LL102"]\nbaseline = "old.json"\n')
    write = [sys.executable, "-m", "layerlint", "baseline", "write"]
    subprocess.run(write, cwd=tmp_path, check=True, capture_output=True)

    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        assert await editor.diagnostics(uri) == []
        again = LAYER.replace("        return", "        self.seen.assign_add(2.0)\n        return")
        editor.change(uri, again)
        (found,) = await editor.diagnostics(uri)
        assert found.range.start.line == 9

    edit(steps)
