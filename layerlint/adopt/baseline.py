"""A baseline: the findings that were there when layerlint was adopted, known without lines.

The file is JSON with one finding in a line, sorted, so that a version control system shows well
what was paid off. Its paths are relative to its directory.
"""

from __future__ import annotations

import json
import os
from collections import Counter

from layerlint import catalogue
from layerlint.failure import Failure
from layerlint.files.reading import read_regular
from layerlint.files.source import Lines
from layerlint.report.identity import Identities

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.files.discovery import File
    from layerlint.report.identity import Identity
    from layerlint.state.snapshot import Snapshot

NAME = "layerlint-baseline.json"
VERSION = 1
_KEYS = ("path", "code", "class", "message")


class Baseline:
    """How often each finding is accepted, and the file that says so."""

    __slots__ = ("accepted", "path")

    def __init__(self, path: str, accepted: Counter[Identity] | None = None) -> None:
        self.path = path
        self.accepted: Counter[Identity] = Counter() if accepted is None else accepted

    def place(self, path: str) -> str:
        """A path as the baseline writes it."""
        directory = os.path.dirname(os.path.abspath(self.path))
        return os.path.relpath(os.path.abspath(path), directory).replace(os.sep, "/")

    def identities(self, diagnostics: Sequence[Diagnostic], contents: Snapshot) -> list[Identity]:
        """What the baseline knows each of the diagnostics by."""
        known = Identities(lambda path: _lines(contents, path), self.place)
        return [known.of(diagnostic) for diagnostic in diagnostics]

    def new(self, diagnostics: Sequence[Diagnostic], contents: Snapshot) -> list[Diagnostic]:
        """The diagnostics that the baseline does not accept.

        What is no finding of a rule, such as a syntax error, cannot be accepted.
        """
        left = Counter(self.accepted)
        kept = []
        for diagnostic, identity in zip(
            diagnostics, self.identities(diagnostics, contents), strict=True
        ):
            if left[identity] > 0 and catalogue.find(diagnostic.code):
                left[identity] -= 1
            else:
                kept.append(diagnostic)
        return kept

    def stale(
        self, diagnostics: Sequence[Diagnostic], contents: Snapshot, files: Sequence[File]
    ) -> Counter[Identity]:
        """What is accepted and was not found, in the files checked and in those that are gone."""
        found = Counter(self.identities(diagnostics, contents))
        checked = {self.place(file.absolute) for file in files}
        return Counter(
            {
                identity: count - found[identity]
                for identity, count in self.accepted.items()
                if count > found[identity] and (identity[0] in checked or self._is_gone(identity))
            }
        )

    def updated(
        self, diagnostics: Sequence[Diagnostic], contents: Snapshot, files: Sequence[File]
    ) -> Baseline:
        """The baseline that accepts what was found, and as before what was not looked at."""
        checked = {self.place(file.absolute) for file in files}
        accepted = Counter(
            {
                identity: count
                for identity, count in self.accepted.items()
                if identity[0] not in checked and not self._is_gone(identity)
            }
        )
        findings = [one for one in diagnostics if catalogue.find(one.code)]
        accepted.update(self.identities(findings, contents))
        return Baseline(self.path, accepted)

    def text(self) -> str:
        """What the file holds."""
        lines = [
            json.dumps(
                {**dict(zip(_KEYS, identity, strict=True)), "count": count}, ensure_ascii=False
            )
            for identity, count in sorted(self.accepted.items())
        ]
        findings = ",\n".join(f"    {line}" for line in lines)
        body = f"[\n{findings}\n  ]" if lines else "[]"
        return f'{{\n  "version": {VERSION},\n  "findings": {body}\n}}\n'

    def _is_gone(self, identity: Identity) -> bool:
        directory = os.path.dirname(os.path.abspath(self.path))
        return not os.path.exists(os.path.join(directory, identity[0]))


def read(path: str) -> Baseline:
    """The baseline that a file holds; raises `Failure`."""
    try:
        document = json.loads(read_regular(path).decode("utf-8"))
    except FileNotFoundError:
        raise Failure(
            f"there is no baseline {shown(path)}", "write it with `layerlint baseline write`"
        ) from None
    except OSError as error:
        raise Failure(f"cannot read the baseline {shown(path)}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise Failure(f"the baseline {shown(path)} is not valid JSON: {error}") from error
    try:
        return Baseline(path, _accepted(document))
    except (KeyError, TypeError, AttributeError):
        raise Failure(
            f"{shown(path)} is not a baseline of version {VERSION}",
            "write it anew with `layerlint baseline write`",
        ) from None


class Baselines:
    """Keeps what the baseline of each file's configuration does not accept."""

    __slots__ = ("_by_path", "_read", "accepted")

    def __init__(self, files: Sequence[File]) -> None:
        self._by_path = {
            file.path: str(file.settings.values["baseline"])
            for file in files
            if file.settings.values["baseline"]
        }
        self._read = {path: read(path) for path in dict.fromkeys(self._by_path.values())}
        self.accepted = 0

    @property
    def paths(self) -> list[str]:
        """The files of the baselines."""
        return list(self._read)

    def keep(self, diagnostics: Sequence[Diagnostic], contents: Snapshot) -> list[Diagnostic]:
        """The diagnostics that are new, in order; counts the others in `accepted`."""
        kept: set[Diagnostic] = set()
        for path in (None, *self._read):
            mine = [one for one in diagnostics if self._by_path.get(one.path) == path]
            if path is not None:
                mine = self._read[path].new(mine, contents)
            kept.update(mine)
        self.accepted = len(diagnostics) - len(kept)
        return [one for one in diagnostics if one in kept]


def _accepted(document: dict[str, object]) -> Counter[Identity]:
    findings = document["findings"]
    if document["version"] != VERSION or not isinstance(findings, list):
        raise TypeError
    accepted: Counter[Identity] = Counter()
    for entry in findings:
        path, code, scope, message = (str(entry[key]) for key in _KEYS)
        accepted[path, code, scope, message] += int(entry["count"])
    return accepted


def _lines(contents: Snapshot, path: str) -> Lines | None:
    try:
        return Lines(contents.text(path))
    except (OSError, ValueError):
        return None


def shown(path: str) -> str:
    """A path as a message names it."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative
