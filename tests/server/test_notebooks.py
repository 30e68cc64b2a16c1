"""Notebooks in the editor: the cells are one module, and each is told what is wrong in it."""

from __future__ import annotations

from tests.server.conftest import PULLS, Editor
from tests.server.layers import BASE, LAYER

MAGIC = "%matplotlib inline\n"
SUB = """\
!pip list
class Sub(Counter):
    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * (1.0 + 0.0 * self.seen)
"""


def test_a_layer_of_one_cell_is_derived_from_in_another(edit) -> None:
    async def steps(editor: Editor) -> None:
        first, second = editor.open_notebook("note.ipynb", MAGIC + BASE, SUB)
        assert await editor.diagnostics(first) == []
        (found,) = await editor.diagnostics(second)
        assert (found.code, found.range.start.line) == ("LL102", 3)
        editor.change_cell("note.ipynb", first, BASE.replace("keras.layers.Layer", "object"))
        assert await editor.diagnostics(second) == []

    edit(steps)


def test_fixes_and_comments_land_in_their_cell_and_magics_stay(edit) -> None:
    async def steps(editor: Editor) -> None:
        first, second = editor.open_notebook("note.ipynb", MAGIC + BASE, SUB)
        await editor.diagnostics(second)
        fix, statement, the_class, file = await editor.actions(second, 3, "quickfix")
        assert set(fix.edit.changes) == set(the_class.edit.changes) == {second}
        assert statement.edit.changes[second][0].range.start.line == 3
        assert set(file.edit.changes) == {first}
        (all_of_them,) = await editor.actions(second, 0, "source.fixAll")
        (change,) = all_of_them.edit.changes[second]
        assert "if training:" in change.new_text
        assert "pip" not in change.new_text

    edit(steps)


def test_cells_are_told_also_where_texts_are_asked_about(edit) -> None:
    async def steps(editor: Editor) -> None:
        (cell,) = editor.open_notebook("note.ipynb", LAYER)
        assert len(await editor.diagnostics(cell)) == 1
        assert not (await editor.pulled(cell)).items

    edit(steps, documents=PULLS)


def test_hovering_in_a_cell_shows_the_page_of_the_rule(edit) -> None:
    async def steps(editor: Editor) -> None:
        _, second = editor.open_notebook("note.ipynb", MAGIC + BASE, SUB)
        await editor.diagnostics(second)
        page = await editor.hover(second, 3, 10)
        assert page is not None
        assert "(LL102)" in page.splitlines()[0]

    edit(steps)
