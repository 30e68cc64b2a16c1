"""The server's state: a session on the folders of the workspace, and what the editor was told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from layerlint import __version__
from layerlint.config.resolve import Configuration
from layerlint.diagnostics import Diagnostic
from layerlint.failure import Failure
from layerlint.files.source import Source
from layerlint.server import actions
from layerlint.server.documents import Documents, roots
from layerlint.server.provisional import Provisional
from layerlint.server.translate import Translator
from layerlint.state.digest import digest
from layerlint.state.session import Session

# In seconds. Who types faster is told when the hands rest.
PAUSE = 0.02
# What an edit concerns elsewhere is found out when the hands have rested for so long, and in steps
# with a pause in between, to hear what the editor says then.
REST = 0.2
BREATH = 0.01
_NOTEBOOKS = types.NotebookDocumentSyncOptions(
    [types.NotebookDocumentFilterWithNotebook(notebook="jupyter-notebook")], save=True
)


class Server(LanguageServer):
    """Answers about what is open, unsaved texts included, and tells what an edit changes.

    An editor that asks for diagnostics is sent those of notebooks only, and hears when to ask
    again; any other one is sent all of them.
    """

    def __init__(self) -> None:
        super().__init__(
            "layerlint", __version__, types.TextDocumentSyncKind.Incremental, _NOTEBOOKS
        )
        self.documents = Documents(lambda: self.workspace)
        self._session: Session | None = None
        self._told: dict[str, str] = {}
        # What was sent since the last edit.
        self._sent: dict[str, str] = {}
        self._edited: set[str] = set()
        self._provisional = Provisional()
        self._settling: Iterator[None] = iter(())
        self._complaint = ""
        self._timer: asyncio.TimerHandle | None = None

    @property
    def session(self) -> Session:
        """The session on the folders of the workspace; raises `Failure` for settings."""
        if self._session is None:
            folders = [to_fs_path(uri) for uri in self.workspace.folders]
            session = Session(_configuration(), roots(folders or [self.workspace.root_path]))
            for path in self.documents:
                session.open(path, self.documents.text(path))
            self._session = session
        return self._session

    def restart(self) -> None:
        """Begin anew, with other folders."""
        self._session = None

    def refresh(self) -> None:
        """Look at the disk again: at other files, and at the settings."""
        if self._attempt(lambda: self.session.configure(_configuration())):
            self._complaint = ""

    def hold(self, uri: str) -> None:
        """Let the text of the editor stand above the disk."""
        path = self.documents.open(uri) or self.documents.path(uri)
        if path is not None:
            self._edited.add(path)
            self._attempt(lambda: self.session.open(path, self.documents.text(path)))

    def release(self, uri: str, shown: Iterable[str]) -> None:
        """Let the disk count again, and clear what is shown under some addresses."""
        path = self.documents.close(uri)
        if path is not None:
            self._provisional.forget(path)
            self._attempt(lambda: self.session.close(path))
            for address in shown:
                if self._told.pop(address, None) is not None:
                    empty = types.PublishDiagnosticsParams(address, [])
                    self.text_document_publish_diagnostics(empty)

    def publish_soon(self) -> None:
        """Tell what is wrong when nothing has changed for a moment."""
        self._later(PAUSE, self.publish)

    def publish(self) -> None:
        """Tell what is wrong in everything that is open: an edit may concern another file.

        What was edited is told of at once, as far as it shows by itself; what is found in the heirs
        of its classes follows. The editor is heard meanwhile.
        """
        edited = self._edited.intersection(self.documents)
        self._edited.clear()
        self._sent.clear()
        for path in sorted(edited):
            if not self._is_pulled(path):
                self._send(path)
        self._settling = iter(())
        self._attempt(self._begin)
        if self._session is None or self._session.is_settled:
            self._settle()
        else:
            self._later(REST, self._settle)

    def pulled(self, uri: str, *, note: bool = True) -> tuple[str, list[types.Diagnostic]]:
        """What is wrong in one text that is open, under a name that changes when that does.

        Of cells there is nothing to ask: they are told, as not every editor asks about them. An
        editor that cannot be told to ask again hears everything at once.
        """
        path = self.documents.path(uri)
        told: list[types.Diagnostic] = []
        if path is not None and not self.documents.is_notebook(path):
            told = self._diagnostics(path, early=self._refreshes).get(uri, [])
        name = _name(told)
        if note:
            self._told[uri] = name
        return name, told

    def found(self, path: str, *, early: bool = True) -> list[Diagnostic]:
        """What there is to report of an open file; nothing where its settings cannot be read.

        Of what others show of it no more than is known, unless `early` is unset.
        """
        found: list[Diagnostic] = []

        def ask() -> None:
            session = self.session
            found.extend(session.early(path) if early else session.diagnostics(path))

        self._attempt(ask)
        return found

    def source(self, path: str) -> Source | None:
        """What a file holds in the present revision; None where that cannot be told."""
        try:
            return self.session.contents.source(path)
        except (OSError, ValueError, Failure):
            return None

    def fix_all(self, path: str, *, lazily: bool) -> list[types.CodeAction]:
        """The offer to fix all that is safe; made `lazily` where the editor asks for the edit."""
        title, kind = actions.FIX_ALL_TITLE, actions.FIX_ALL
        if lazily and self._resolves:
            return [types.CodeAction(title, kind, data=path)] if self._is_fixable(path) else []
        edit = self.fixed(path)
        return [types.CodeAction(title, kind, edit=edit)] if edit is not None else []

    def fixed(self, path: str) -> types.WorkspaceEdit | None:
        """All safe fixes of a file as one edit."""
        source = self.source(path)
        if source is None:
            return None
        return actions.fix_all(path, self.found(path), source.text, self.translator)

    @property
    def translator(self) -> Translator:
        """Translates places of the present revision."""
        encoding = self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace is not None else None
        versions = edits is not None and bool(edits.document_changes)
        return Translator(encoding, self.documents, self.source, versions=versions)

    def _begin(self) -> None:
        self._settling = self.session.settle()

    def _settle(self) -> None:
        """Take a step towards all there is to report, and tell it when nothing is left."""
        is_left: list[None] = []
        self._attempt(lambda: is_left.extend(islice(self._settling, 1)))
        if is_left:
            self._later(BREATH, self._settle)
            return
        is_stale = False
        for path in self.documents:
            if self._is_pulled(path):
                (uri,) = self.documents.addresses(path)
                is_stale |= uri in self._told and self.pulled(uri, note=False)[0] != self._told[uri]
            else:
                self._send(path)
        if is_stale and self._refreshes:
            self.workspace_diagnostic_refresh(None)

    def _later(self, seconds: float, work: Callable[[], None]) -> None:
        """Do some work in a moment, in place of any other that waits."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, work)

    def _send(self, path: str) -> None:
        """Tell what is wrong in an open document, unless that was told since the last edit."""
        for uri, told in self._diagnostics(path, early=True).items():
            name = _name(told)
            if self._sent.get(uri) != name:
                self._sent[uri] = self._told[uri] = name
                version = self.documents.version(uri)
                params = types.PublishDiagnosticsParams(uri, told, version)
                self.text_document_publish_diagnostics(params)

    def _diagnostics(self, path: str, *, early: bool) -> dict[str, list[types.Diagnostic]]:
        """What is wrong in an open document, by the addresses under which it is shown."""
        found = self.found(path, early=early)
        source = self.source(path)
        if source is not None:
            settled = not early or self._session is None or self._session.is_settled
            found = self._provisional.told(path, source.text, found, settled=settled)
        told: dict[str, list[types.Diagnostic]] = {
            uri: [] for uri in self.documents.addresses(path)
        }
        for uri, one in self.translator.diagnostics(found):
            told.setdefault(uri, []).append(one)
        return told

    def _attempt(self, work: Callable[[], None]) -> bool:
        """Do what reads the settings, and say once what is wrong with those; whether it is done."""
        try:
            work()
        except Failure as failure:
            if self._complaint != str(failure):
                self._complaint = str(failure)
                text = f"layerlint: {failure}"
                self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))
            return False
        return True

    def _is_fixable(self, path: str) -> bool:
        fixes = (one.fix for one in self.found(path))
        return any(fix is not None and fix.applicability == "safe" for fix in fixes)

    def _is_pulled(self, path: str) -> bool:
        """Whether the editor asks for what is wrong in a document."""
        asked = self.client_capabilities.text_document
        is_asked = asked is not None and asked.diagnostic is not None
        return is_asked and not self.documents.is_notebook(path)

    @property
    def _refreshes(self) -> bool:
        workspace = self.client_capabilities.workspace
        asked = workspace.diagnostics if workspace is not None else None
        return asked is not None and bool(asked.refresh_support)

    @property
    def _resolves(self) -> bool:
        document = self.client_capabilities.text_document
        asked = document.code_action if document is not None else None
        support = asked.resolve_support if asked is not None else None
        return support is not None and "edit" in support.properties


def _configuration() -> Configuration:
    return Configuration([], file=None, isolated=False)


def _name(told: Sequence[types.Diagnostic]) -> str:
    return digest(repr(told).encode("utf-8", "surrogatepass"))
