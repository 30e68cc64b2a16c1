"""Who types in a base class is told at once what its file shows, then what its heirs show of it."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from tests.server.conftest import PULLS, Editor

COUNTS = """\
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def count(self):
        self.seen.assign_add(1.0)
"""
OWN = """

class Other(keras.layers.Layer):
    def build(self, input_shape):
        self.most = self.add_weight(name="most", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        self.most.assign_add(1.0)
        return inputs + self.most
"""
HEIR = """\
from base import Counter


class Sub(Counter):
    def call(self, inputs, training=None):
        self.count()
        return inputs + self.seen
"""


def write(root: Path) -> None:
    (root / "base.py").write_text(COUNTS)
    (root / "heir.py").write_text(HEIR)


def lines(told: list[types.Diagnostic]) -> list[int]:
    return [one.range.start.line for one in told]


def test_what_the_file_shows_is_told_before_what_its_heirs_show(edit, tmp_path: Path) -> None:
    write(tmp_path)

    async def steps(editor: Editor) -> None:
        uri = editor.open("base.py", COUNTS + OWN)
        assert lines(await editor.diagnostics(uri)) == [16]
        assert lines(await editor.diagnostics(uri)) == [8, 16]

    edit(steps)


def test_what_the_heirs_show_moves_with_the_text_until_they_are_looked_at(
    edit, tmp_path: Path
) -> None:
    write(tmp_path)

    async def steps(editor: Editor) -> None:
        uri = editor.open("base.py", COUNTS + OWN)
        assert lines(await editor.diagnostics(uri)) == [16]
        assert lines(await editor.diagnostics(uri)) == [8, 16]
        editor.change(uri, f"# typed\n{COUNTS}{OWN}")
        assert sorted(lines(await editor.diagnostics(uri))) == [9, 17]
        editor.change(uri, COUNTS.replace("self.seen.assign_add(1.0)", "pass"))
        assert lines(await editor.diagnostics(uri)) == []

    edit(steps)


def test_a_comment_that_only_heirs_need_is_not_called_idle_meanwhile(edit, tmp_path: Path) -> None:
    (tmp_path / "layerlint.toml").write_text('select = ["LL102", "unused-suppression"]\n')
    write(tmp_path)

    async def steps(editor: Editor) -> None:
        ignored = "assign_add(1.0)  # layerlint: ignore[LL102]"
        uri = editor.open("base.py", COUNTS.replace("assign_add(1.0)", ignored))
        assert await editor.diagnostics(uri) == []
        editor.change(uri, COUNTS.replace("assign_add(1.0)", f"{ignored} meant"))
        assert await editor.diagnostics(uri) == []
        (tmp_path / "heir.py").write_text(HEIR.replace("self.count()", "pass"))
        editor.client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
        )
        assert [one.code for one in await editor.diagnostics(uri)] == ["LL001"]

    edit(steps)


def test_an_editor_that_asks_hears_when_the_heirs_have_shown_more(edit, tmp_path: Path) -> None:
    write(tmp_path)

    async def steps(editor: Editor) -> None:
        uri = editor.open("base.py", COUNTS)
        if not (await editor.pulled(uri)).items:
            await editor.refreshed()
        assert lines((await editor.pulled(uri)).items) == [8]

    edit(steps, documents=PULLS)
