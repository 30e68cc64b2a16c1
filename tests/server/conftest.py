"""An editor: a client of pygls that starts the server as its own process and talks to it."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

PUSHED = types.TextDocumentClientCapabilities()
PULLS = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
UTF16 = types.PositionEncodingKind.Utf16


class Editor:
    """A client with what the server has sent to it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("editor", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []
        self.watched: list[str] = []
        self.refreshes = 0
        self.applied: asyncio.Queue[types.WorkspaceEdit] = asyncio.Queue()
        self.version = 1

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def shown(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def registered(params: types.RegistrationParams) -> None:
            self.watched += [one.method for one in params.registrations]

        @self.client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        def stale(params: None) -> None:
            self.refreshes += 1

        @self.client.feature(types.WORKSPACE_APPLY_EDIT)
        def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.applied.put_nowait(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

    async def start(
        self,
        encodings: list[types.PositionEncodingKind],
        documents: types.TextDocumentClientCapabilities,
    ) -> types.InitializeResult:
        await self.client.start_io(sys.executable, "-m", "layerlint", "server", cwd=self.root)
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=encodings),
            text_document=documents,
            workspace=types.WorkspaceClientCapabilities(
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                    dynamic_registration=True
                ),
                diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
            ),
        )
        result = await self.client.initialize_async(
            types.InitializeParams(
                capabilities=capabilities,
                root_uri=self.root.as_uri(),
                workspace_folders=[types.WorkspaceFolder(self.root.as_uri(), "project")],
            )
        )
        self.client.initialized(types.InitializedParams())
        return result

    def open(self, name: str, text: str) -> str:
        uri = (self.root / name).as_uri()
        item = types.TextDocumentItem(uri, "python", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def open_notebook(self, name: str, *cells: str) -> list[str]:
        notebook = (self.root / name).as_uri()
        uris = [f"vscode-notebook-cell:{self.root / name}#W{index}" for index in range(len(cells))]
        self.client.notebook_document_did_open(
            types.DidOpenNotebookDocumentParams(
                types.NotebookDocument(
                    notebook,
                    "jupyter-notebook",
                    1,
                    [types.NotebookCell(types.NotebookCellKind.Code, uri) for uri in uris],
                ),
                [
                    types.TextDocumentItem(uri, "python", 1, cell)
                    for uri, cell in zip(uris, cells, strict=True)
                ],
            )
        )
        return uris

    def change(self, uri: str, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(self._next(uri), [whole])
        )

    def change_cell(self, name: str, uri: str, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        content = types.NotebookDocumentCellContentChanges(self._next(uri), [whole])
        change = types.NotebookDocumentChangeEvent(
            cells=types.NotebookDocumentCellChanges(text_content=[content])
        )
        notebook = types.VersionedNotebookDocumentIdentifier(
            self.version, (self.root / name).as_uri()
        )
        self.client.notebook_document_did_change(
            types.DidChangeNotebookDocumentParams(notebook, change)
        )

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """What the server sends next about a document."""
        while True:
            told = await asyncio.wait_for(self.told.get(), 30)
            if told.uri == uri:
                return list(told.diagnostics)

    async def refreshed(self) -> None:
        """Wait until the server asks to be asked again."""
        before = self.refreshes
        for _ in range(300):
            await asyncio.sleep(0.1)
            if self.refreshes > before:
                return
        raise TimeoutError

    async def pulled(self, uri: str, known: str | None = None) -> Any:
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(
                types.TextDocumentIdentifier(uri), previous_result_id=known
            )
        )

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

    async def hover(self, uri: str, row: int, column: int) -> str | None:
        place = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(row, column))
        hover: Any = await self.client.text_document_hover_async(place)
        return None if hover is None else str(hover.contents.value)

    def _next(self, uri: str) -> types.VersionedTextDocumentIdentifier:
        self.version += 1
        return types.VersionedTextDocumentIdentifier(self.version, uri)


@pytest.fixture
def edit(tmp_path: Path):
    """Runs what an editor does against a server that was started for it."""
    (tmp_path / "layerlint.toml").write_text('select = ["LL102"]\n')

    def session(steps, encodings=(UTF16,), documents=PUSHED) -> None:
        async def work() -> None:
            editor = Editor(tmp_path)
            await editor.start(list(encodings), documents)
            await steps(editor)
            await editor.client.shutdown_async(None)
            editor.client.exit(None)

        asyncio.run(work())

    return session
