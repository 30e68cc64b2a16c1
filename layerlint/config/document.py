"""A configuration file as text: its table, and where in it a key stands."""

from __future__ import annotations

import os
import re

from layerlint.failure import Failure, did_you_mean
from layerlint.files.reading import read_regular
from layerlint.report.visible import visible

SECTION = "tool.layerlint"
# More than any configuration; what is larger is something else.
LARGEST = 4 * 1024 * 1024
# Columns of a line that a message shows.
WIDEST = 160
# The origin of what is given on the command line.
FLAG = "--config"
NAMES = ("layerlint.toml", ".layerlint.toml", "pyproject.toml")


# Keys that are no options, but elsewhere would be, and what to write instead.
_OTHERWISE = {
    "tool": f"[{SECTION}] is for pyproject.toml; here options stand without a section",
    "lint": "options of the linter have no section of their own",
    "preview": "rules that are off by default are switched on by name, with `extend-select`",
}


class Document:
    """The layerlint table of one TOML file, or of a `--config 'key=value'`.

    Of a document that is not `shown` no message quotes anything: whoever wrote the configuration
    of a repository may name any file of whoever lints it, whose log others read.
    """

    __slots__ = ("directory", "has_section", "in_section", "origin", "shown", "table", "text")

    def __init__(
        self, origin: str, directory: str, text: str, *, in_section: bool, shown: bool = True
    ) -> None:
        self.origin = origin
        self.directory = directory
        self.text = text
        self.in_section = in_section
        self.shown = shown
        table: object = self._parsed()
        if in_section:
            for part in SECTION.split("."):
                table = table.get(part) if isinstance(table, dict) else None
        self.has_section = table is not None
        if table is not None and not isinstance(table, dict):
            raise self.failure("layerlint", f"`{SECTION}` must be a table")
        self.table: dict[str, object] = table if isinstance(table, dict) else {}

    def failure(
        self, key: str, message: str, hint: str | None = None, *, at: str | None = None
    ) -> Failure:
        """A failure that shows the line on which `key` stands, or below it the word `at`."""
        if not self.shown:
            return self._withheld()
        place = self._locate(key)
        row, column, width = (self._word(at, place) if at else None) or place
        return Failure(_framed(self.origin, self.text, row, column, width, message), hint)

    def _withheld(self) -> Failure:
        return Failure(
            f"{self.origin} is not a configuration of layerlint; what it holds is not shown, since "
            "it is no TOML file of the project",
            "a configuration lies in the project and its name ends in `.toml`",
        )

    def _parsed(self) -> dict[str, object]:
        import tomli

        try:
            return tomli.loads(self.text)
        except tomli.TOMLDecodeError as error:
            if not self.shown:
                raise self._withheld() from None
            raise _invalid(self.origin, self.text, error) from error
        except RecursionError:
            raise Failure(f"{self.origin}: the TOML is nested too deeply to be read") from None
        except ValueError:
            # What is no error of TOML is one of Python: it reads no number of so many digits.
            raise Failure(f"{self.origin}: the TOML holds a number with too many digits") from None

    def unknown(self, key: str, known: list[str]) -> Failure:
        """The failure for a key that is no option."""
        where = f" in [{SECTION}]" if self.in_section else ""
        hint = did_you_mean(key, known) or "see `layerlint config` for all options"
        return self.failure(key, f"unknown option `{key}`{where}", _OTHERWISE.get(key, hint))

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

    def _word(self, word: str, place: tuple[int, int, int]) -> tuple[int, int, int] | None:
        """Row, column and width of a word that stands after a place, quoted or as a key."""
        written = re.escape(word)
        spelled = re.compile(rf"\"{written}\"|'{written}'|(?<![-\w.]){written}(?=\s*=)")
        row, column, width = place
        for number, line in enumerate(self.text.splitlines()[row - 1 :], row):
            match = spelled.search(line, column - 1 + width if number == row else 0)
            if match:
                return number, match.start() + 1, len(match[0])
        return None


def read(path: str, *, project: str, only_if_mentioned: bool = False) -> Document | None:
    """The document of a file; None when it has no section, or does not even mention layerlint.

    Parsing TOML costs 20 ms at start-up, so a file found on the way up is asked for its bytes
    first; one that was named (`only_if_mentioned=False`) is always parsed. Lines of it are shown
    only if it is a TOML file below `project`.
    """
    shown_path = _shown(path)
    try:
        data = read_regular(path, LARGEST)
    except OSError as error:
        raise Failure(
            f"cannot read the configuration file {shown_path}: {error.strerror}"
        ) from error
    in_section = os.path.basename(path) not in NAMES[:2]
    if only_if_mentioned and in_section and b"layerlint" not in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure(f"{shown_path}: TOML must be UTF-8; byte {error.start} is not") from error
    directory = os.path.dirname(os.path.abspath(path))
    shown = _belongs(path, project)
    document = Document(shown_path, directory, text, in_section=in_section, shown=shown)
    if in_section and not document.has_section:
        if only_if_mentioned:
            return None
        if os.path.basename(path) != "pyproject.toml":
            return Document(shown_path, directory, text, in_section=False, shown=shown)
    return document


def project_of(directory: str) -> str:
    """The repository that a directory lies in, or the directory itself."""
    top = directory
    while not os.path.lexists(os.path.join(top, ".git")):
        parent = os.path.dirname(top)
        if parent == top:
            return directory
        top = parent
    return top


def _belongs(path: str, project: str) -> bool:
    """Whether the file, where links lead, is a TOML file of the project."""
    real, top = os.path.realpath(path), os.path.realpath(project)
    return real.endswith(".toml") and real.startswith(f"{top.rstrip(os.sep)}{os.sep}")


def _shown(path: str) -> str:
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative


def _invalid(origin: str, text: str, error: ValueError) -> Failure:
    message = str(error)
    at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    lines = text.splitlines() or [""]
    row, column = len(lines), len(lines[-1]) + 1
    if at and at[1]:
        row, column = int(at[1]), int(at[2])
    reason = message[: at.start()] if at else message
    hint = """strings stand in quotes: --config 'target-keras = "3"'""" if origin == FLAG else None
    return Failure(_framed(origin, text, row, column, 1, f"not valid TOML: {reason}"), hint)


def _framed(origin: str, text: str, row: int, column: int, width: int, message: str) -> str:
    lines = text.splitlines() or [""]
    line = lines[min(row, len(lines)) - 1]
    # A window of a line that is longer than anything one reads.
    left = max(0, column - 1 - WIDEST // 2) if len(line) > WIDEST else 0
    before = visible(line[left : column - 1].replace("\t", " "))
    excerpt = before + visible(line[max(left, column - 1) : left + WIDEST].replace("\t", " "))
    gutter = " " * len(str(row))
    return (
        f"{origin}:{row}:{column}: {message}\n"
        f"{gutter} |\n"
        f"{row} | {excerpt}\n"
        f"{gutter} | {' ' * len(before)}{'^' * max(1, min(width, WIDEST))}"
    )
