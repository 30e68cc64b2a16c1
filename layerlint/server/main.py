"""The language server: a session on the folders of the workspace, over stdin and stdout."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from layerlint import __version__, catalogue
from layerlint.config.resolve import Configuration
from layerlint.diagnostics import Diagnostic
from layerlint.failure import Failure
from layerlint.files.source import NOTEBOOK, Lines
from layerlint.server import actions
from layerlint.server.translate import Translator, uri_of
from layerlint.state.session import Session

_CODE = re.compile(r"LL\d{3}")


class Server(LanguageServer):
    """Answers about what is open, unsaved texts included, and tells what an edit changes."""

    def __init__(self) -> None:
        super().__init__("layerlint", __version__, types.TextDocumentSyncKind.Incremental)
        self._session: Session | None = None
        self._open: dict[str, str] = {}

    @property
    def session(self) -> Session:
        """The session on the folders of the workspace."""
        if self._session is None:
            folders = [to_fs_path(uri) for uri in self.workspace.folders]
            if not folders and self.workspace.root_path:
                folders = [self.workspace.root_path]
            configuration = Configuration([], file=None, isolated=False)
            self._session = Session(configuration, [path for path in folders if path])
            for uri, path in self._open.items():
                self._session.open(path, self.workspace.get_text_document(uri).source)
        return self._session

    def restart(self) -> None:
        """Read the configuration anew."""
        self._session = None

    def hold(self, uri: str) -> None:
        """Let the text of the editor stand above the disk."""
        path = to_fs_path(uri)
        if path is None or path.endswith(NOTEBOOK):
            return
        self.attempt(lambda: self.session.open(path, self.workspace.get_text_document(uri).source))
        self._open[uri] = path

    def release(self, uri: str) -> None:
        """Let the disk count again."""
        path = self._open.pop(uri, None)
        if path is not None:
            self.attempt(lambda: self.session.close(path))
            empty = types.PublishDiagnosticsParams(uri_of(path), [])
            self.text_document_publish_diagnostics(empty)

    def publish(self) -> None:
        """Send the diagnostics of every file that is open: an edit may concern another one."""
        for uri, path in self._open.items():
            told = [self.translator.diagnostic(one) for one in self.found(path)]
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))

    def found(self, path: str) -> list[Diagnostic]:
        """What there is to report of a file; nothing where its settings cannot be read."""
        found: list[Diagnostic] = []
        self.attempt(lambda: found.extend(self.session.diagnostics(path)))
        return found

    def attempt(self, work: Callable[[], None]) -> None:
        """Do what reads the configuration, and say what is wrong with that."""
        try:
            work()
        except Failure as failure:
            text = f"layerlint: {failure}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    @property
    def translator(self) -> Translator:
        """Translates places of the present revision."""
        encoding = self.server_capabilities.position_encoding
        return Translator(encoding or types.PositionEncodingKind.Utf16, self.lines)

    def lines(self, path: str) -> Lines | None:
        """The lines of a file in the present revision."""
        try:
            return self.session.outcome().contents.source(path).lines
        except (OSError, ValueError, Failure):
            return None


def make() -> Server:
    """The server with everything that it answers."""
    server = Server()
    _register_documents(server)
    _register_questions(server)
    return server


def _register_documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.hold(params.text_document.uri)
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.hold(params.text_document.uri)
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.attempt(lambda: server.session.save())
        server.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.release(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def reconfigured(params: object) -> None:
        server.restart()
        server.publish()


def _register_questions(server: Server) -> None:
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def offered(params: types.CodeActionParams) -> Sequence[types.CodeAction]:
        path = to_fs_path(params.text_document.uri)
        lines = server.lines(path) if path is not None else None
        if path is None or lines is None:
            return []
        found, only = server.found(path), params.context.only
        first, last = params.range.start.line + 1, params.range.end.line + 1
        near = [one for one in found if one.start_row <= last and one.end_row >= first]
        offers: list[types.CodeAction] = []
        if _is_wanted(types.CodeActionKind.QuickFix, only):
            offers += actions.quick_fixes(near, lines.text, server.translator)
        if _is_wanted(actions.FIX_ALL, only):
            offers += actions.fix_all(path, found, lines.text, server.translator)
        return offers

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def explained(params: types.HoverParams) -> types.Hover | None:
        path = to_fs_path(params.text_document.uri)
        lines = server.lines(path) if path is not None else None
        row = params.position.line + 1
        if path is None or lines is None or row > len(lines):
            return None
        rule = None
        comment = lines.line(row).partition("#")[2]
        codes = [one.code for one in server.found(path) if one.start_row <= row <= one.end_row]
        for code in [*codes, *_CODE.findall(comment)]:
            rule = rule or catalogue.find(code)
        if rule is None:
            return None
        page = types.MarkupContent(types.MarkupKind.Markdown, rule.read("README.md"))
        return types.Hover(page)


def _is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == one or kind.startswith(f"{one}.") for one in only)
