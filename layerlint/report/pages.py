"""Where the page of a rule is."""

from __future__ import annotations

import os

from layerlint import catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic


def page_of(diagnostic: Diagnostic) -> str | None:
    """The address of the page of a diagnostic's rule, if need be as installed; None for no rule.

    Formats that other machines read name `diagnostic.url` alone: an installed page is not there.
    """
    rule = catalogue.find(diagnostic.code)
    if diagnostic.url is not None or rule is None:
        return diagnostic.url
    # `urllib.request` would import what speaks to servers.
    from pathlib import Path

    return Path(os.path.abspath(os.path.join(rule.folder, "README.md"))).as_uri()
