"""A configuration file as text: its table, and where in it a key stands."""

from __future__ import annotations

import os
import re

from layerlint.failure import Failure, did_you_mean

SECTION = "tool.layerlint"
NAMES = ("layerlint.toml", ".layerlint.toml", "pyproject.toml")


class Document:
    """The layerlint table of one TOML file, or of a `--config 'key=value'`."""

    __slots__ = ("directory", "has_section", "in_section", "origin", "table", "text")

    def __init__(self, origin: str, directory: str, text: str, *, in_section: bool) -> None:
        self.origin = origin
        self.directory = directory
        self.text = text
        self.in_section = in_section
        table: object = _parse(origin, text)
        if in_section:
            for part in SECTION.split("."):
                table = table.get(part) if isinstance(table, dict) else None
        self.has_section = table is not None
        if table is not None and not isinstance(table, dict):
            raise self.failure("layerlint", f"`{SECTION}` must be a table")
        self.table: dict[str, object] = table if isinstance(table, dict) else {}

    def failure(self, key: str, message: str, hint: str | None = None) -> Failure:
        """A failure that shows the line on which `key` stands."""
        row, column, width = self._locate(key)
        return Failure(_framed(self.origin, self.text, row, column, width, message), hint)

    def unknown(self, key: str, known: list[str]) -> Failure:
        """The failure for a key that is no option."""
        where = f" in [{SECTION}]" if self.in_section else ""
        message = f"unknown option `{key}`{where}"
        return self.failure(
            key, message, did_you_mean(key, known) or "see `layerlint config` for all options"
        )

    def _locate(self, key: str) -> tuple[int, int, int]:
        """Row, column and width of the key: inside its section where the file has sections."""
        last = key.rpartition(".")[2]
        header = re.compile(r"^\s*\[+\s*" + re.escape(SECTION))
        spelled = re.compile(
            r"^(?:\s*|.*[{,.\[]\s*)(?P<key>[\"']?" + re.escape(last) + r"[\"']?)\s*[=.\]]"
        )
        within = not self.in_section
        for row, line in enumerate(self.text.splitlines(), 1):
            if self.in_section and line.lstrip().startswith("["):
                within = header.match(line) is not None
            match = spelled.match(line) if within else None
            if match:
                return row, match.start("key") + 1, len(match["key"])
        return 1, 1, 1


def read(path: str, *, only_if_mentioned: bool = False) -> Document | None:
    """The document of a file; None when it has no section, or does not even mention layerlint.

    Parsing TOML costs 20 ms at start-up, so a file found on the way up is asked for its bytes
    first; one that was named (`only_if_mentioned=False`) is always parsed.
    """
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise Failure(f"cannot read the configuration file {path}: {error.strerror}") from error
    in_section = os.path.basename(path) not in NAMES[:2]
    if only_if_mentioned and in_section and b"layerlint" not in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(f"{path}: TOML must be UTF-8; byte {error.start} is not") from error
    directory = os.path.dirname(os.path.abspath(path))
    document = Document(_shown(path), directory, text, in_section=in_section)
    if in_section and not document.has_section:
        if only_if_mentioned:
            return None
        if os.path.basename(path) != "pyproject.toml":
            return Document(_shown(path), directory, text, in_section=False)
    return document


def _shown(path: str) -> str:
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def _parse(origin: str, text: str) -> dict[str, object]:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        message = str(error)
        at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
        lines = text.splitlines() or [""]
        row, column = len(lines), len(lines[-1]) + 1
        if at and at[1]:
            row, column = int(at[1]), int(at[2])
        reason = message[: at.start()] if at else message
        framed = _framed(origin, text, row, column, 1, f"not valid TOML: {reason}")
        raise Failure(framed) from error


def _framed(origin: str, text: str, row: int, column: int, width: int, message: str) -> str:
    lines = text.splitlines() or [""]
    line = lines[min(row, len(lines)) - 1]
    gutter = " " * len(str(row))
    return (
        f"{origin}:{row}:{column}: {message}\n"
        f"{gutter} |\n"
        f"{row} | {line}\n"
        f"{gutter} | {' ' * (column - 1)}{'^' * max(1, width)}"
    )
