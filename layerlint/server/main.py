"""The language server: what it is asked over stdin and stdout, and who answers."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from layerlint.config.document import NAMES
from layerlint.server import actions, hover
from layerlint.server.server import Server

FIX_ALL_COMMAND = "layerlint.fixAll"
# What may be written by others while an editor is open: a branch that is checked out, a generator.
WATCHED = ("**/*.py", "**/*.pyi", "**/*.ipynb", *(f"**/{name}" for name in NAMES))


def make() -> Server:
    """The server with everything that it answers."""
    server = Server()
    _register_documents(server)
    _register_notebooks(server)
    _register_workspace(server)
    _register_diagnostics(server)
    _register_actions(server)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def explained(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        path = server.documents.path(uri)
        return None if path is None else hover.explained(server, uri, path, params.position)

    return server


def _register_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.hold(params.text_document.uri)
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.hold(params.text_document.uri)
        server.publish_soon()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.refresh()
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.release(params.text_document.uri, [params.text_document.uri])
        server.publish_soon()


def _register_notebooks(server: Server) -> None:
    @server.feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenNotebookDocumentParams) -> None:
        server.hold(params.notebook_document.uri)
        server.publish()

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeNotebookDocumentParams) -> None:
        server.hold(params.notebook_document.uri)
        server.publish_soon()

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveNotebookDocumentParams) -> None:
        server.refresh()
        server.publish()

    @server.feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseNotebookDocumentParams) -> None:
        cells = [cell.uri for cell in params.cell_text_documents]
        server.release(params.notebook_document.uri, cells)
        server.publish_soon()


def _register_workspace(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace is not None else None
        if watching is None or not watching.dynamic_registration:
            return
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        )
        registration = types.Registration("layerlint.watch", method, options)
        server.client_register_capability(types.RegistrationParams([registration]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.refresh()
        server.publish_soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        server.refresh()
        server.publish_soon()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def moved(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.restart()
        server.publish_soon()


def _register_diagnostics(server: Server) -> None:
    options = types.DiagnosticOptions(
        identifier="layerlint", inter_file_dependencies=True, workspace_diagnostics=False
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    def pulled(
        params: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        name, told = server.pulled(params.text_document.uri)
        if name == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(name)
        return types.RelatedFullDocumentDiagnosticReport(told, result_id=name)


def _register_actions(server: Server) -> None:
    kinds = types.CodeActionOptions(
        [types.CodeActionKind.QuickFix, actions.FIX_ALL], resolve_provider=True
    )

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def offered(params: types.CodeActionParams) -> Sequence[types.CodeAction]:
        uri, only = params.text_document.uri, params.context.only
        path = server.documents.path(uri)
        source = server.source(path) if path is not None else None
        if path is None or source is None:
            return []
        offers: list[types.CodeAction] = []
        if _is_wanted(types.CodeActionKind.QuickFix, only):
            first, last = server.translator.rows(uri, path, params.range)
            near = [
                one for one in server.found(path) if one.start_row <= last and one.end_row >= first
            ]
            offers += actions.quick_fixes(near, source.text, server.translator)
        if _is_wanted(actions.FIX_ALL, only):
            offers += server.fix_all(path, lazily=only is None)
        return offers

    @server.feature(types.CODE_ACTION_RESOLVE)
    def resolved(action: types.CodeAction) -> types.CodeAction:
        if action.kind == actions.FIX_ALL and isinstance(action.data, str):
            action.edit = server.fixed(action.data)
        return action

    @server.command(FIX_ALL_COMMAND)
    def fix_all(uri: str) -> None:
        path = server.documents.path(uri)
        edit = server.fixed(path) if path is not None else None
        if edit is not None:
            title = actions.FIX_ALL_TITLE
            server.workspace_apply_edit(types.ApplyWorkspaceEditParams(edit, title))


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)
