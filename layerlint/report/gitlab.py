"""GitLab's code quality report."""

from __future__ import annotations

import json

from layerlint.report.identity import Identities, fingerprints
from layerlint.report.places import in_repository

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.report.report import Report

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """A list with one object for each diagnostic; fingerprints do not depend on lines."""
    identities = Identities(report.lines, in_repository)
    known = fingerprints(map(identities.of, report.diagnostics))
    entries = [
        {
            "description": f"{diagnostic.code}: {diagnostic.message}",
            "check_name": diagnostic.name,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {
                "path": in_repository(diagnostic.path),
                "lines": {"begin": diagnostic.start_row, "end": diagnostic.end_row},
            },
        }
        for diagnostic, fingerprint in zip(report.in_files(), known, strict=True)
    ]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"
