"""What a project asks for: the versions of TensorFlow and Keras in its packaging files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from layerlint.files.reading import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Version = tuple[int, ...]

FILES = re.compile(r"pyproject\.toml|setup\.(?:py|cfg)|.*requirements.*\.(?:txt|in)")
TENSORFLOW = r"(?:intel-)?tensorflow(?:-(?:cpu|gpu|macos|intel))?|tf-nightly(?:-cpu|-gpu)?"
REQUIREMENT = re.compile(
    rf"^\s*(?P<name>{TENSORFLOW}|keras)(?P<extras>\s*\[[^\]]*\])?\s*\(?"
    r"(?P<specifier>(?:\s*,?\s*(?:===|[<>=!~]=|[<>])\s*[\w.*+!-]+)*)\s*\)?\s*(?:[;#].*)?$",
    re.IGNORECASE,
)
# In bytes of a file, and characters of a line.
LARGEST = 4_000_000
LONGEST = 300
QUOTED = re.compile(r"""["']([^"'\n]+)["']""")
CLAUSE = re.compile(r"(===|[<>=!~]=|[<>])\s*([\w.*+!-]+)")
# Versions that stand for all others when it is asked what a requirement allows.
TENSORFLOW_2: list[Version] = [
    (1, 15, 0),
    *((2, minor, patch) for minor in range(16) for patch in range(4)),
]
TENSORFLOW_3: list[Version] = [
    *((2, minor, patch) for minor in range(16, 60) for patch in range(4)),
    (3, 0, 0),
]
KERAS_2: list[Version] = [
    (1, 2, 2),
    *((2, minor, patch) for minor in range(16) for patch in range(5)),
]
KERAS_3: list[Version] = [
    *((3, minor, patch) for minor in range(60) for patch in range(4)),
    (4, 0, 0),
]


class Requirements:
    """The requirements of one project on TensorFlow and on Keras, as written."""

    __slots__ = ("found",)

    def __init__(self, found: list[tuple[str, str, str]]) -> None:
        """Take (package, specifier, file) triples."""
        self.found = found

    def generation_of_tensorflow(self) -> tuple[int, str] | None:
        """Return which Keras `tensorflow.keras` is, and why; None when it may be either."""
        return self._decide("tensorflow", TENSORFLOW_2, TENSORFLOW_3)

    def generation_of_keras(self) -> tuple[int, str] | None:
        """Return which Keras `keras` is, and why; None when nothing decides it."""
        decided = self._decide("keras", KERAS_2, KERAS_3)
        if decided is None:
            # A TensorFlow before 2.16 comes with Keras 2.
            decided = self.generation_of_tensorflow()
            return decided if decided is not None and decided[0] == 2 else None
        return decided

    def _decide(
        self, package: str, older: list[Version], newer: list[Version]
    ) -> tuple[int, str] | None:
        # A name without versions may be a keyword in setup.py, and tells nothing anyway.
        asked = [(text, file) for name, text, file in self.found if name == package and text]
        old = any(_allows_any(specifier, older) for specifier, _ in asked)
        new = any(_allows_any(specifier, newer) for specifier, _ in asked)
        if old == new:
            return None
        specifier, file = asked[0]
        return (2 if old else 3), f"{file} asks for {package}{specifier}"


def has_packaging_files(names: frozenset[str]) -> bool:
    """Tell whether a directory with such entries is the root of a project."""
    return any(map(FILES.fullmatch, names))


def read_requirements(
    directory: str, entries: Callable[[str], frozenset[str]], consulted: set[str]
) -> Requirements | None:
    """Read the packaging files of a directory; None when none of them asks for the packages.

    The files that were read are added to `consulted`.
    """
    found: list[tuple[str, str, str]] = []
    names = sorted(filter(FILES.fullmatch, entries(directory)))
    folder = os.path.join(directory, "requirements")
    names += [f"requirements/{name}" for name in sorted(entries(folder)) if name.endswith(".txt")]
    for name in names:
        path = os.path.join(directory, name)
        try:
            text = read_regular(path, LARGEST).decode("utf-8", "replace")
        except OSError:
            continue  # no file, or none that anybody wrote by hand
        consulted.add(path)
        if "tensorflow" not in text and "keras" not in text and "tf-nightly" not in text:
            continue
        for line in _requirement_lines(name, text):
            # What is blank says nothing, and no requirement is so long.
            match = REQUIREMENT.match(" ".join(line.split())[:LONGEST])
            if match is not None:
                package = "keras" if match["name"].lower() == "keras" else "tensorflow"
                found.append((package, match["specifier"].replace(" ", ""), name))
    return Requirements(found) if found else None


def allows(specifier: str, version: Version) -> bool:
    """Tell whether a version satisfies every clause of a specifier such as `>=2.4,<2.16`."""
    return all(_satisfies(version, *clause) for clause in CLAUSE.findall(specifier))


def _allows_any(specifier: str, versions: list[Version]) -> bool:
    named = [_version(text) for _, text in CLAUSE.findall(specifier)]
    extra = [version for version in named if versions[0] <= version <= versions[-1]]
    return any(allows(specifier, version) for version in (*versions, *extra))


def _satisfies(version: Version, operator: str, text: str) -> bool:
    wanted = _version(text)
    if operator in ("==", "===", "!="):
        length = len(wanted) if text.endswith("*") else max(len(wanted), len(version))
        return (_padded(version, length) == _padded(wanted, length)) == (operator != "!=")
    if operator == "~=":
        stem = max(1, len(wanted) - 1)
        return version >= wanted and version[:stem] == wanted[:stem]
    length = max(len(wanted), len(version))
    left, right = _padded(version, length), _padded(wanted, length)
    return {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[
        operator
    ]


def _version(text: str) -> Version:
    return tuple(int(number) for number in re.findall(r"\d+", re.split(r"[a-z+*-]", text)[0]))


def _padded(version: Version, length: int) -> Version:
    return (version + (0,) * length)[:length]


def _requirement_lines(name: str, text: str) -> list[str]:
    if name == "pyproject.toml":
        return _pyproject_lines(text)
    if name == "setup.py":
        return QUOTED.findall(text)
    return [line.split(" #")[0] for line in text.splitlines()]


def _pyproject_lines(text: str) -> list[str]:
    import tomli

    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError:
        # A broken file is reported where the configuration is read from it.
        return []
    project = _table(data, "project")
    lists = [project.get("dependencies")]
    lists += _table(project, "optional-dependencies").values()
    lists += _table(data, "dependency-groups").values()
    lines = [line for entries in lists if isinstance(entries, list) for line in entries]
    poetry = _table(_table(data, "tool"), "poetry")
    for package, value in _table(poetry, "dependencies").items():
        lines.append(package + _poetry_specifier(value))
    return [line for line in lines if isinstance(line, str)]


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a table within a table; an empty one where something else stands."""
    value = table.get(key)
    return value if isinstance(value, dict) else {}


def _poetry_specifier(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("version", "")
    if not isinstance(value, str) or value in ("", "*"):
        return ""
    clauses = []
    for clause in value.split(","):
        stripped = clause.strip()
        numbers = _version(stripped.lstrip("^~="))
        if not numbers:
            continue
        if stripped.startswith("^"):
            clauses.append(f">={stripped[1:]},<{numbers[0] + 1}")
        elif stripped.startswith("~") and not stripped.startswith("~="):
            clauses.append(
                f"=={numbers[0]}.{numbers[1]}.*" if len(numbers) > 1 else f"=={numbers[0]}.*"
            )
        else:
            clauses.append(stripped if CLAUSE.match(stripped) else f"=={stripped}")
    return ",".join(clauses)
