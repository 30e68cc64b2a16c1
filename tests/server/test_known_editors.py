"""Editors as they introduce themselves, with what each says that it can: recorded by pytest-lsp."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pytest_lsp import (
    LanguageClient,
    LspSpecificationWarning,
    client_capabilities,
    make_test_lsp_client,
)

from tests.server.layers import LAYER as UNSAFE_TO_FIX

# Nothing but the update stands on the line.
LAYER = UNSAFE_TO_FIX.replace('"😀"; ', "")
EDITORS = ("emacs", "neovim", "visual_studio_code")


@pytest.mark.filterwarnings(f"error::{LspSpecificationWarning.__module__}.LspSpecificationWarning")
@pytest.mark.parametrize("name", EDITORS)
def test_an_editor_is_told_what_is_wrong_and_given_a_fix_that_it_can_apply(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "layerlint.toml").write_text('select = ["LL102"]\n')
    (tmp_path / "layer.py").write_text(LAYER)
    capabilities = client_capabilities(name)

    told, action, hover = asyncio.run(_session(tmp_path, capabilities))

    assert [one.code for one in told] == ["LL102"]
    assert hover.contents.value.startswith("# unguarded-state-update (LL102)")
    (edit,) = _edits(action.edit, capabilities)
    assert "if training:" in edit.new_text


async def _session(root: Path, capabilities: types.ClientCapabilities) -> tuple[Any, Any, Any]:
    """What an editor hears of a layer that it opens: diagnostics, the preferred action, a hover."""
    client = make_test_lsp_client()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(params: types.RegistrationParams) -> None: ...

    await client.start_io(sys.executable, "-m", "layerlint", "server", cwd=root)
    await client.initialize_session(
        types.InitializeParams(capabilities=capabilities, root_uri=root.as_uri())
    )
    uri = (root / "layer.py").as_uri()
    document = types.TextDocumentIdentifier(uri)
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "python", 1, LAYER))
    )
    told = await asyncio.wait_for(_diagnostics(client, document, capabilities), 60)
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document, told[0].range, types.CodeActionContext(told))
    )
    (action,) = [each for each in actions or () if each.is_preferred]
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    hover = await client.text_document_hover_async(types.HoverParams(document, told[0].range.start))
    await client.shutdown_session()
    return told, action, hover


async def _diagnostics(
    client: LanguageClient,
    document: types.TextDocumentIdentifier,
    capabilities: types.ClientCapabilities,
) -> list[types.Diagnostic]:
    """What is wrong in a document: asked for by an editor that says that it asks."""
    if capabilities.text_document is not None and capabilities.text_document.diagnostic is not None:
        report = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(document)
        )
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[document.uri])


def _edits(
    edit: types.WorkspaceEdit, capabilities: types.ClientCapabilities
) -> list[types.TextEdit]:
    """The edits of the one file, in the form that the editor says it reads."""
    workspace = capabilities.workspace
    asked = workspace.workspace_edit if workspace is not None else None
    if asked is not None and asked.document_changes:
        assert edit.changes is None
        (changed,) = edit.document_changes or ()
        assert isinstance(changed, types.TextDocumentEdit)
        return [each for each in changed.edits if isinstance(each, types.TextEdit)]
    assert edit.document_changes is None
    (edits,) = (edit.changes or {}).values()
    return list(edits)
