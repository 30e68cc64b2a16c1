"""What is open in the editor: texts and notebooks, by their addresses there and by their paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import Workspace

from layerlint.files.notebook import from_cells
from layerlint.files.source import NOTEBOOK


class Documents:
    """The documents that are open, whose texts the editor has told.

    A notebook has one path, and an address for each of its cells beside its own.
    """

    def __init__(self, workspace: Callable[[], Workspace]) -> None:
        self._workspace = workspace
        self._uris: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        """The paths of what is open."""
        return iter(self._uris)

    def open(self, uri: str) -> str | None:
        """Note what the editor has opened; its path, None where it has none to be known by.

        The cells of a notebook have none of their own, nor has the JSON of a notebook as a text.
        """
        path = self._path(uri)
        if path is not None and path.endswith(NOTEBOOK) and self._notebook(uri) is None:
            return None
        if path is not None:
            self._uris[path] = uri
        return path

    def close(self, uri: str) -> str | None:
        """Forget what the editor has closed; its path, None where it was not open."""
        path = self._path(uri)
        return path if path is not None and self._uris.pop(path, None) is not None else None

    def path(self, uri: str) -> str | None:
        """The path of an open document, of a cell that of its notebook."""
        notebook = self._workspace().get_notebook_document(cell_uri=uri)
        path = self._path(notebook.uri if notebook is not None else uri)
        return path if path in self._uris else None

    def text(self, path: str) -> str:
        """The text of an open document, of a notebook its JSON."""
        notebook = self._notebook(self._uris[path])
        if notebook is None:
            return str(self._workspace().get_text_document(self._uris[path]).source)
        return from_cells([self._cell(cell) for cell in notebook.cells])

    def is_notebook(self, path: str) -> bool:
        """Whether a notebook is open under that path."""
        return path in self._uris and self._notebook(self._uris[path]) is not None

    def addresses(self, path: str) -> list[str]:
        """The addresses under which the editor shows an open document: of a notebook its cells."""
        notebook = self._notebook(self._uris[path])
        if notebook is None:
            return [self._uris[path]]
        return [cell.document for cell in notebook.cells if self._cell(cell)[0]]

    def address(self, path: str, cell: int | None = None) -> str:
        """The address of a file, of a cell by its number if its notebook is open."""
        uri = self._uris.get(path)
        notebook = None if uri is None else self._notebook(uri)
        if notebook is not None and cell is not None:
            return str(notebook.cells[cell - 1].document)
        return uri or str(from_fs_path(path))

    def cell(self, uri: str) -> int | None:
        """The number of a cell in its notebook; None for what is no cell."""
        notebook = self._workspace().get_notebook_document(cell_uri=uri)
        if notebook is None:
            return None
        numbers = {unquote(cell.document): number for number, cell in enumerate(notebook.cells, 1)}
        return numbers.get(unquote(uri))

    def version(self, uri: str) -> int | None:
        """Which text of a document the editor has told last; None for what is not open."""
        held = self._workspace().text_documents.get(unquote(uri))
        return None if held is None else held.version

    def _notebook(self, uri: str) -> types.NotebookDocument | None:
        return self._workspace().get_notebook_document(notebook_uri=uri)

    def _cell(self, cell: types.NotebookCell) -> tuple[bool, str]:
        document = self._workspace().text_documents.get(unquote(cell.document))
        if document is None:
            return False, ""
        is_code = cell.kind == types.NotebookCellKind.Code
        return is_code and document.language_id in ("python", None), document.source

    def _path(self, uri: str) -> str | None:
        path = to_fs_path(uri)
        if path is None and urlsplit(uri).scheme == "untitled":
            # It is checked as a file that lies where the project begins.
            name = os.path.basename(unquote(urlsplit(uri).path))
            return os.path.join(self._workspace().root_path or os.getcwd(), f"{name}.py")
        return None if path is None else os.path.abspath(path)


def roots(folders: Iterable[str | None]) -> list[str]:
    """The folders in whose files an edit may show; not the whole disk, nor all that somebody has.

    Where one of those is opened, only what is open in the editor is checked.
    """
    home = os.path.expanduser("~")
    return [
        folder
        for folder in folders
        if folder and os.path.commonpath([home, os.path.abspath(folder)]) != os.path.abspath(folder)
    ]
