"""The same diagnostics from flake8, where a project has that already.

flake8 imports this module whenever it starts, so that the engine is imported with the first file
and libcst with the first that may hold something to report. Fixes, baselines and severities are
the business of `layerlint` itself; what it selects, excludes and ignores holds here too.
"""

from __future__ import annotations

from layerlint import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator, Sequence

    from layerlint.config.resolve import Configuration
    from layerlint.diagnostics import Diagnostic

    Violation = tuple[int, int, str, type]

# For what is no finding of a rule: flake8 wants a code of letters and digits.
OTHER = "LL000"


class Plugin:
    """What flake8 makes for each file."""

    name = "layerlint"
    version = __version__
    _configuration: Configuration | None = None

    def __init__(self, tree: ast.AST, filename: str, lines: Sequence[str]) -> None:
        self._filename = filename
        self._text = "".join(lines)

    def run(self) -> Iterator[Violation]:
        """The diagnostics as flake8 wants them; a wrong configuration is one too.

        flake8 would print a traceback for an exception.
        """
        from layerlint.failure import Failure

        try:
            diagnostics = self._diagnostics()
        except Failure as failure:
            message = failure.message.partition("\n")[0]
            yield 1, 0, f"{OTHER} layerlint cannot check the file: {message}", Plugin
            return
        for found in diagnostics:
            code = found.code if found.code.startswith("LL") else f"{OTHER} {found.code}:"
            yield found.start_row, found.start_column - 1, f"{code} {found.message}", Plugin

    def _diagnostics(self) -> list[Diagnostic]:
        from layerlint.config.resolve import Configuration
        from layerlint.engine.linting import run
        from layerlint.files.discovery import file_at, is_excluded
        from layerlint.state.snapshot import Snapshot

        if Plugin._configuration is None:
            Plugin._configuration = Configuration([], file=None, isolated=False)
        file = file_at(self._filename, Plugin._configuration)
        if is_excluded(file):
            return []
        data = _encoded(self._text)
        contents = Snapshot() if data is None else Snapshot({file.path: data})
        return run([file], contents, lasting=False).diagnostics


def _encoded(text: str) -> bytes | None:
    """The text in the encoding that it declares, which flake8 decoded it from; None if it cannot.

    flake8 falls back to Latin-1 where a file is not what it declares; such a file is read again.
    """
    from tokenize import detect_encoding

    lines = (line.encode("utf-8", "replace") for line in text.splitlines(keepends=True)[:2])
    try:
        encoding, _ = detect_encoding(lambda: next(lines, b""))
        return text.encode(encoding)
    except (SyntaxError, UnicodeEncodeError):
        return None
