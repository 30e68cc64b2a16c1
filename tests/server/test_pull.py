"""An editor that asks for diagnostics is not sent them, and hears when to ask again."""

from __future__ import annotations

from tests.server.conftest import PULLS, Editor
from tests.server.layers import BASE, DERIVED, LAYER


def test_what_is_wrong_is_told_when_asked_for(edit) -> None:
    async def steps(editor: Editor) -> None:
        uri = editor.open("layer.py", LAYER)
        report = await editor.pulled(uri)
        assert [one.code for one in report.items] == ["LL102"]
        again = await editor.pulled(uri, report.result_id)
        assert again.kind == "unchanged"
        editor.change(uri, "")
        assert not (await editor.pulled(uri, report.result_id)).items
        assert editor.told.empty()

    edit(steps, documents=PULLS)


def test_the_editor_hears_that_an_edit_concerns_another_document(edit, tmp_path) -> None:
    (tmp_path / "base.py").write_text(BASE)

    async def steps(editor: Editor) -> None:
        base, derived = editor.open("base.py", BASE), editor.open("derived.py", DERIVED)
        assert len((await editor.pulled(derived)).items) == 1
        editor.change(base, BASE.replace("keras.layers.Layer", "object"))
        await editor.refreshed()
        assert not (await editor.pulled(derived)).items

    edit(steps, documents=PULLS)
