"""Jupyter notebooks: the code cells as one module, and back into the bytes of the file.

The module has the cells one after the other, a comment that nobody writes between two of them. Of
the file nothing but the `source` of cells whose text has changed is written anew, in the layout
that it had: indentation, order of keys, outputs and the final newline stay byte for byte.
"""

from __future__ import annotations

import codecs
import json
import re

from layerlint.files.magics import MARK, commented, escaped, restored
from layerlint.files.source import Source, Undecodable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

_BOUNDARY = f"{MARK}\x1f\n"
_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_EXPECTED = "Expected a Jupyter notebook, which is stored as JSON"


class NotNotebook(Undecodable):
    """The bytes are no notebook that can be checked; says in a whole sentence why."""


class Cell:
    """A code cell: its number among all cells, from 1, and where its source stands in the file."""

    __slots__ = ("end", "number", "source", "start", "text")

    def __init__(self, number: int, source: str, start: int, end: int, *, foreign: bool) -> None:
        self.number = number
        self.source = source
        self.start = start
        self.end = end
        # What is checked; as many lines as the source.
        self.text = (commented if foreign or _is_indented(source) else escaped)(source)


class NotebookSource(Source):
    """The module of a notebook, which is written back as the notebook.

    A notebook in another language than Python has no cells to check.
    """

    __slots__ = ("cells", "document", "language")

    def __init__(self, data: bytes, document: str, bom: bool) -> None:
        self.document = document
        self.language, self.cells = _read(document)
        if self.language != "python":
            self.cells = []
        super().__init__(data, _joined([cell.text for cell in self.cells]), "utf-8", bom)

    def encode(self, text: str) -> bytes:
        """The bytes of the notebook with a changed module; raises `ValueError` if cells are gone.

        Only cells whose text is another one are touched.
        """
        pieces, done = [], 0
        for cell, changed in self.changed_cells(text):
            old = self.document[cell.start : cell.end]
            pieces += [
                self.document[done : cell.start],
                _spelled(changed, old, self.document.isascii()),
            ]
            done = cell.end
        document = "".join([*pieces, self.document[done:]])
        return (codecs.BOM_UTF8 if self.bom else b"") + document.encode("utf-8")

    def changed_cells(self, text: str) -> Iterator[tuple[Cell, str]]:
        """The cells that are others in a changed module, each with its source there.

        Raises `ValueError` if cells are gone.
        """
        parts = _parted(text)
        if len(parts) != len(self.cells):
            raise ValueError("the boundary of two cells is gone")
        for cell, part in zip(self.cells, parts, strict=True):
            if part != cell.text:
                yield cell, restored(part)

    @property
    def code(self) -> bytes:
        """The module as bytes of Python."""
        return self.text.encode("utf-8")

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The sources of the cells that are checked, by their numbers."""
        return [(f"cell {cell.number}", cell.source) for cell in self.cells]

    def file_row(self, cell: Cell, row: int) -> int:
        """The row of the file in which a row of a cell is written."""
        start = cell.start
        if self.document.startswith("[", start):
            spans = list(_elements(self.document, start, "source"))
            start = spans[min(row, len(spans)) - 1][0] if spans else start
        return self.document.count("\n", 0, start) + 1

    @staticmethod
    def _decode(data: bytes) -> Source:
        return decode_notebook(data)


def decode_notebook(data: bytes) -> NotebookSource:
    """The source of a notebook; raises `NotNotebook`."""
    bom = data.startswith(codecs.BOM_UTF8)
    content = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        source = NotebookSource(data, content.decode("utf-8"), bom)
        joined = [cell.text for cell in source.cells]
        if _parted(source.text) != joined or any(MARK in cell.source for cell in source.cells):
            raise NotNotebook("A cell of the notebook holds the control character U+001F")
        source.code  # noqa: B018
    except UnicodeDecodeError as error:
        raise NotNotebook(f"{_EXPECTED}, but byte {error.start} is not UTF-8") from error
    except UnicodeEncodeError as error:
        raise NotNotebook("A cell of the notebook holds half of a surrogate pair") from error
    except json.JSONDecodeError as error:
        message = f"{_EXPECTED}: {error.msg} (line {error.lineno}, column {error.colno})"
        raise NotNotebook(message) from error
    except RecursionError as error:
        raise NotNotebook(f"{_EXPECTED}, but the JSON is nested too deeply") from error
    except NotNotebook:
        raise
    except ValueError as error:
        raise NotNotebook(f"{_EXPECTED}, but the JSON holds a number of too many digits") from error
    return source


def from_cells(cells: Sequence[tuple[bool, str]]) -> str:
    """The document of a notebook, from its cells: whether each is Python, and its source."""
    written = [
        {"cell_type": "code" if is_code else "markdown", "source": source}
        for is_code, source in cells
    ]
    return json.dumps({"cells": written, "nbformat": 4})


def _joined(texts: list[str]) -> str:
    return _BOUNDARY.join(f"{text}\n" for text in texts)


def _parted(text: str) -> list[str]:
    return [part.removesuffix("\n") for part in text.split(_BOUNDARY)] if text else []


def _read(document: str) -> tuple[str, list[Cell]]:
    """The language of a notebook and its code cells; raises `NotNotebook` or a JSON error."""
    members, end = _members(document, _after_blank(document, 0))
    if end != len(document.rstrip(" \t\r\n")):
        raise json.JSONDecodeError("Extra data", document, end)
    if "cells" not in members:
        older = " of an older format" if "worksheets" in members else ""
        raise NotNotebook(f"{_EXPECTED}{older}, but the JSON has no `cells`")
    metadata = _decoded(document, members["metadata"]) if "metadata" in members else {}
    return _language(metadata), list(_cells(document, members["cells"][0]))


def _language(metadata: Any) -> str:
    """The language that a notebook says its cells are in, Python where it says nothing."""
    if not isinstance(metadata, dict):
        return "python"
    for table, key in (("language_info", "name"), ("kernelspec", "language")):
        said = metadata.get(table)
        if isinstance(said, dict) and isinstance(said.get(key), str):
            name = said[key].lower()
            return "python" if name in ("python", "ipython", "python3") else str(said[key])
    return "python"


def _cells(document: str, start: int) -> Iterator[Cell]:
    for number, (first, _) in enumerate(_elements(document, start, "cells"), 1):
        members, _ = _members(document, first)
        if "cell_type" not in members or _decoded(document, members["cell_type"]) != "code":
            continue
        if "source" not in members:
            raise NotNotebook(f"{_EXPECTED}, but cell {number} has no `source`")
        source = _decoded(document, members["source"])
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        if not isinstance(source, str):
            raise NotNotebook(f"{_EXPECTED}, but the `source` of cell {number} is no text")
        metadata = _decoded(document, members["metadata"]) if "metadata" in members else None
        yield Cell(number, source, *members["source"], foreign=_is_foreign(metadata))


def _is_foreign(metadata: Any) -> bool:
    """Whether an editor has noted that a cell is in another language."""
    said = metadata.get("vscode") if isinstance(metadata, dict) else None
    return isinstance(said, dict) and said.get("languageId", "python") != "python"


def _is_indented(source: str) -> bool:
    """Whether a cell begins indented: IPython takes that off, and no layer is defined in such."""
    first = next((line for line in source.splitlines() if line.strip()), "")
    return first[:1] in (" ", "\t") and not first.lstrip().startswith("#")


def _members(document: str, start: int) -> tuple[dict[str, tuple[int, int]], int]:
    """The spans of the values of the object that begins there, by their keys, and its end."""
    if document[start : start + 1] != "{":
        _value(document, start)
        raise NotNotebook(f"{_EXPECTED} object with `cells`")
    members: dict[str, tuple[int, int]] = {}
    position = _after_blank(document, start + 1)
    while document[position : position + 1] == '"':
        key, position = _value(document, position)
        position = _after_blank(document, position)
        if document[position : position + 1] != ":":
            raise json.JSONDecodeError("Expecting ':' delimiter", document, position)
        first = _after_blank(document, position + 1)
        members[key] = (first, _value(document, first)[1])
        position = _after_blank(document, members[key][1])
        if document[position : position + 1] != ",":
            break
        position = _after_blank(document, position + 1)
    if document[position : position + 1] != "}":
        raise json.JSONDecodeError("Expecting ',' delimiter", document, position)
    return members, position + 1


def _elements(document: str, start: int, name: str) -> Iterator[tuple[int, int]]:
    """The spans of the elements of the list that begins there."""
    if document[start : start + 1] != "[":
        raise NotNotebook(f"{_EXPECTED}, but `{name}` is no list")
    position = _after_blank(document, start + 1)
    while document[position : position + 1] != "]":
        _, end = _value(document, position)
        yield position, end
        position = _after_blank(document, end)
        if document[position : position + 1] == ",":
            position = _after_blank(document, position + 1)


def _value(document: str, start: int) -> tuple[Any, int]:
    return _DECODER.raw_decode(document, start)


def _decoded(document: str, span: tuple[int, int]) -> Any:
    return _value(document, span[0])[0]


def _after_blank(document: str, position: int) -> int:
    match = _BLANK.match(document, position)
    return match.end() if match else position


def _spelled(source: str, old: str, is_ascii: bool) -> str:
    """A source as JSON in the layout of the old one, whose lines keep their spelling."""
    if not old.startswith("["):
        return json.dumps(source, ensure_ascii=is_ascii)
    spans = list(_elements(old, 0, "source"))
    spelling = {_decoded(old, span): old[span[0] : span[1]] for span in spans}
    items = [
        spelling.get(line) or json.dumps(line, ensure_ascii=is_ascii)
        for line in re.findall(r"[^\n]*\n|[^\n]+\Z", source)
    ]
    if not spans or not items:
        return f"[{', '.join(items)}]"
    opening, closing = old[1 : spans[0][0]], old[spans[-1][1] :]
    between = old[spans[0][1] : spans[1][0]] if len(spans) > 1 else f",{opening or ' '}"
    return f"[{opening}{between.join(items)}{closing}"
