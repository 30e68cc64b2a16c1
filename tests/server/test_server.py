"""The language server as its own process, asked over stdin and stdout by a client of pygls."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

LAYER = """\
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        "😀"; self.seen.assign_add(1.0)
        return inputs * (1.0 + 0.0 * self.seen)
"""
BASE = LAYER.partition("\n\n    def call")[0] + "\n"
DERIVED = f"""\
from base import Counter


class Sub(Counter):
{LAYER.partition("self.seen = ")[2].partition(chr(10) * 2)[2]}"""


class Editor:
    """A client with the diagnostics that it was last sent."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("editor", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

    async def start(self, encodings: list[types.PositionEncodingKind]) -> None:
        await self.client.start_io(sys.executable, "-m", "layerlint", "server", cwd=self.root)
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(general=general),
                root_uri=self.root.as_uri(),
                workspace_folders=[types.WorkspaceFolder(self.root.as_uri(), "project")],
            )
        )
        self.client.initialized(types.InitializedParams())

    def open(self, name: str, text: str) -> str:
        uri = (self.root / name).as_uri()
        item = types.TextDocumentItem(uri, "python", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        document = types.VersionedTextDocumentIdentifier(2, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        while True:
            told = await asyncio.wait_for(self.told.get(), 120)
            if told.uri == uri:
                return list(told.diagnostics)

    async def actions(self, uri: str, row: int, *kinds: str) -> list[Any]:
        place = types.Position(row, 0)
        return list(
            await self.client.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(uri),
                    types.Range(place, place),
                    types.CodeActionContext([], list(kinds) or None),
                )
            )
            or []
        )


@pytest.fixture
def edit(tmp_path: Path):
    """Runs what an editor does against a server that was started for it."""

    def session(steps, encodings=(types.PositionEncodingKind.Utf16,)) -> None:
        (tmp_path / "layerlint.toml").write_text('select = ["LL102"]\n')

        async def work() -> None:
            editor = Editor(tmp_path)
            await editor.start(list(encodings))
            await steps(editor)
            await editor.client.shutdown_async(None)
            editor.client.exit(None)

        asyncio.run(work())

    return session


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
        fix, here, everywhere = await editor.actions(uri, 8, "quickfix")
        assert (fix.title, fix.is_preferred) == ("Guard with `if training:`", True)
        (change,) = here.edit.changes[uri]
        assert change.new_text == "  # layerlint: ignore[LL102]"
        assert everywhere.edit.changes[uri][0].new_text == "# layerlint: file-ignore[LL102]\n"
        (all_of_them,) = await editor.actions(uri, 0, "source.fixAll")
        assert "if training:" in all_of_them.edit.changes[uri][0].new_text

    edit(steps)


def test_hovering_shows_the_page_of_the_rule(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER.replace("(1.0)\n", "(1.0)  # noqa: LL102\n", 1))
        assert await editor.diagnostics(uri) == []
        place = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(8, 50))
        hover = await editor.client.text_document_hover_async(place)
        assert hover is not None
        assert hover.contents.value.startswith("# unguarded-state-update (LL102)")

    edit(steps)


def test_a_real_neovim_is_told(tmp_path: Path) -> None:
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("Neovim (`nvim`) is not installed")
    (tmp_path / "layerlint.toml").write_text('select = ["LL102"]\n')
    (tmp_path / "layer.py").write_text(LAYER)
    script = tmp_path / "init.lua"
    command = f"{{ {json.dumps(sys.executable)}, '-m', 'layerlint', 'server' }}"
    script.write_text(f"""\
vim.cmd("edit layer.py")
local root = vim.fn.getcwd()
local id = vim.lsp.start_client({{ name = "layerlint", cmd = {command}, root_dir = root }})
vim.lsp.buf_attach_client(0, id)
vim.wait(100000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(string.format("%d:%d %s\\n", found.lnum + 1, found.col + 1, found.message))
end
vim.cmd("qall!")
""")
    finished = subprocess.run(
        [nvim, "--headless", "--clean", "-u", "NONE", "-l", "init.lua"]
        if _runs_lua(nvim)
        else [nvim, "--headless", "--clean", "-u", "NONE", "-c", "luafile init.lua"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    # Neovim counts columns in bytes.
    assert "9:17 `Counter.call` writes `seen` in inference too" in finished.stdout


def _runs_lua(nvim: str) -> bool:
    """Whether it is new enough to take a script in Lua."""
    return "-l <script>" in subprocess.run([nvim, "--help"], capture_output=True, text=True).stdout
