"""Notebooks: cells as a module that Python can parse, and back into the same bytes."""

from __future__ import annotations

import ast
import json

import pytest
from hypothesis import given, strategies as st

from layerlint.files.magics import escaped, restored
from layerlint.files.notebook import NotNotebook, decode_notebook

LINES = st.sampled_from(
    [
        "%time x",
        "!ls \\",
        "?a",
        "a??",
        "x = !ls",
        "b = (1",
        "% 2)",
        "'''",
        "%%time",
        "%%html",
        "y=1",
    ]
)


def notebook(*cells: str | list[str], **members: object) -> bytes:
    made = [{"cell_type": "code", "source": source} for source in cells]
    return json.dumps({"cells": made, **members}, indent=1).encode()


@pytest.mark.parametrize(
    "cell",
    [
        "%matplotlib inline",
        "if x:\n    !ls {x}\n    %cd ..\n",
        "!pip install a \\\n  b\nx = 1",
        "files = !ls *.py\na, b = %sql select",
        "layer?\nlayer.call??\n?layer\n%timeit?",
        "%%time\nx = 1",
        "%%bash\nfor x in (; do",
        "%%html\n<b>",
        "\n%%bash\nls",
        ";f a b",
        "text = '''\n%not a magic\n'''\n%magic",
        "value = (a\n  % b)\n!ls",
        "value = 'a' \\\n  % b",
        "x = 'it''s'  # don't\n%time x",
        "print('what?')\nx = a % b",
    ],
)
def test_what_only_ipython_runs_becomes_python_and_comes_back(cell: str) -> None:
    text = escaped(cell)
    ast.parse(text)
    assert text.count("\n") == cell.count("\n")
    assert restored(text) == cell


def test_python_stays_as_it_is() -> None:
    for cell in ["value = (a\n  % b)", "text = '''\n!no\n'''", "x = a % b  # why?", "x %= 2"]:
        assert escaped(cell) == cell


@given(st.lists(LINES, max_size=6))
def test_any_lines_come_back(lines: list[str]) -> None:
    cell = "\n".join(lines)
    assert restored(escaped(cell)) == cell


@given(st.lists(st.lists(LINES, max_size=4).map("\n".join), max_size=4))
def test_a_notebook_is_written_back_as_it_was(cells: list[str]) -> None:
    source = decode_notebook(notebook(*cells))
    assert source.encode(source.text) == source.data


@pytest.mark.parametrize("indent", [None, 1, 4, "\t"])
@pytest.mark.parametrize("ending", ["", "\n", "\r\n\r\n"])
def test_only_the_source_of_a_changed_cell_is_written_anew(indent, ending: str) -> None:
    cells = [
        {"source": ["x = 1\n", "y = 'é'"], "outputs": [{"b": 1.50, "a": "ü"}], "cell_type": "code"},
        {"cell_type": "code", "source": "a = 1\nb = 2\n", "metadata": {}},
        {"cell_type": "code", "source": [], "metadata": {}},
    ]
    document = {"nbformat": 4, "cells": cells, "metadata": {"z": 1, "a": []}}
    data = (json.dumps(document, indent=indent, ensure_ascii=False) + ending).encode()
    source = decode_notebook(data)
    text = source.text.replace("x = 1\n", "x = 2\nz = 3\n").replace("b = 2\n", "")
    cells[0]["source"] = ["x = 2\n", "z = 3\n", "y = 'é'"]
    cells[1]["source"] = "a = 1\n"
    assert source.survives(text)
    expected = json.dumps(document, indent=indent, ensure_ascii=False) + ending
    assert source.encode(text).decode() == expected


def test_lines_that_stay_keep_their_escapes() -> None:
    data = rb'{"cells": [{"cell_type": "code", "source": ["s = \"\u00e9\/\"\n", "x = 1"]}]}'
    source = decode_notebook(data)
    changed = source.encode(source.text.replace("x = 1", "x = 2"))
    assert changed == data.replace(b"x = 1", b"x = 2")


def test_a_notebook_in_another_language_has_nothing_to_check() -> None:
    source = decode_notebook(notebook("library(keras)", metadata={"kernelspec": {"language": "R"}}))
    assert (source.text, source.language) == ("", "R")


def test_a_cell_that_an_editor_noted_as_another_language_is_no_python() -> None:
    cell = {"cell_type": "code", "source": "{", "metadata": {"vscode": {"languageId": "json"}}}
    ast.parse(decode_notebook(json.dumps({"cells": [cell]}).encode()).text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "Expecting value (line 1, column 1)"),
        (b"x = 1", "Expecting value"),
        (b"[]", "object with `cells`"),
        (b"{}", "has no `cells`"),
        (b'{"worksheets": []}', "of an older format"),
        (b'{"cells": {}}', "`cells` is no list"),
        (b'{"cells": [1]}', "object with `cells`"),
        (b'{"cells": [{"cell_type": "code"}]}', "cell 1 has no `source`"),
        (b'{"cells": [{"cell_type": "code", "source": 1}]}', "of cell 1 is no text"),
        (b'{"cells": []} x', "Extra data"),
        (b'{"cells": [}', "Expecting value"),
        (b'{"cells": []', "Expecting ',' delimiter"),
        (b"\xff", "byte 0 is not UTF-8"),
        (b'{"cells": [{"cell_type": "code", "source": "\\ud800"}]}', "surrogate"),
        (b'{"cells": [{"cell_type": "code", "source": "#\\u001f\\u001f\\n"}]}', "U+001F"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"cells": [], "seen": ' + b"9" * 5_000 + b"}", "a number of too many digits"),
    ],
)
def test_what_is_no_notebook_is_told_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(NotNotebook) as error:
        decode_notebook(data)
    assert reason in str(error.value)
