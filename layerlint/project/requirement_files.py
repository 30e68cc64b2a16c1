"""The files in which projects say what they require: those that people write, and locks.

Each reader yields the requirements on TensorFlow and Keras, and passes over what is broken; those
that a project can be installed without are marked.
"""

from __future__ import annotations

import ast
import re

from layerlint.project.layout import DOCKERFILE
from layerlint.project.requirement import (
    Requirement,
    may_require,
    package_of,
    requirement,
    version_of,
    versions_of_images,
)
from layerlint.project.strings import strings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    Stated = Iterator[Requirement]

# `-r other.txt`, `-c constraints.txt`.
INCLUDED = re.compile(r"\s*(?:-r|--requirement|-c|--constraint)(?:\s+|=)?(\S[^#]*)")
QUOTED = re.compile(r"""["']([^"'\n]+)["']""")
CLAUSE = re.compile(r"===|[<>=!~]=|[<>]")
NUMBERS = re.compile(r"\d+")
# conda's `tensorflow=2.4.1=gpu_py38`, `tensorflow 2.4.*`, `conda-forge::tensorflow >=2.4`.
CONDA = re.compile(r"(?:[\w./-]+::)?([\w.-]+)\s*(.*)")
# The name of a file of requirements that a project can be installed without.
OPTIONAL_FILE = re.compile(r"test|dev|doc|extra|option|example|lint|ci\b|gpu|cuda", re.IGNORECASE)
# The version in `FROM tensorflow/tensorflow:2.4.1-gpu`.
IMAGE = re.compile(r"\btensorflow/tensorflow:v?(\d+\.\d+(?:\.\d+)?)")
# What pip is told to install, between the lines and the options of a shell.
SHELL_WORD = re.compile(r"""[^\s"'`&|;\\]+""")
# Which Python a package asks for, in `setup.py` and in `setup.cfg`.
PYTHON = re.compile(r"""\bpython_requires\s{0,9}=\s{0,9}["']?([<>=!~][^"'\n]*)""")
REQUIRED_PYTHON = re.compile(r"\b[Rr]equires-[Pp]ython\b|\bpython_requires\b")
CLASSIFIED = re.compile(r"\bPython :: 3\.(\d{1,2})\b")
LOCKED = re.compile(r"""(name|version) = ["']([^"']+)["']""")


def read(name: str, text: str) -> Stated:
    """Yield what a file requires, by its name."""
    if not may_require(text):
        return iter(())
    if name.endswith((".yml", ".yaml")):
        return _conda(text)
    if name == "setup.py":
        return _setup(text)
    if name == "setup.cfg":
        return _setup_cfg(text)
    if name in ("METADATA", "PKG-INFO"):
        return _metadata(text)
    if DOCKERFILE.fullmatch(name):
        return _dockerfile(text)
    if name == "Pipfile.lock":
        return _pipfile_lock(text)
    if name.endswith(".lock") or name.startswith("pylock"):
        return _lock(text)
    if name in ("pyproject.toml", "Pipfile", "pixi.toml"):
        return _toml(text)
    lines = text.replace("\r\n", "\n").replace("\\\n", " ").splitlines()
    return _lines(lines, optional=OPTIONAL_FILE.search(name) is not None)


def included(text: str) -> list[tuple[str, bool]]:
    """Return the files that a requirements file includes, and whether as constraints."""
    found = []
    for line in text.splitlines():
        match = INCLUDED.match(line[:1000])
        if match is not None:
            found.append((match[1].strip(), line.lstrip().startswith(("-c", "--c"))))
    return found


def newest_python(text: str) -> Requirement | None:
    """Return the newest Python 3 among the classifiers of a package; None where there is none."""
    minors = [int(each) for each in CLASSIFIED.findall(text)]
    return requirement(f"python==3.{max(minors)}") if minors else None


def _lines(lines: Iterable[str], *, optional: bool = False) -> Stated:
    for line in lines:
        found = requirement(line)
        if found is not None:
            found.optional = optional
            yield found


def _python(asked: Iterable[object]) -> Stated:
    return _lines(f"python{one}" for one in asked if isinstance(one, str))


def _setup(text: str) -> Stated:
    """Yield what the strings of `setup.py` require, those that are put together included."""
    try:
        written = strings(ast.parse(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        written = [(one, True) for one in QUOTED.findall(text)]  # as Python 2 had it
    for line, optional in written:
        yield from _lines([line], optional=optional)
    yield from _python(PYTHON.findall(text))


def _setup_cfg(text: str) -> Stated:
    optional = False
    for line in text.splitlines():
        if line.startswith("["):
            optional = not line.startswith("[options]")
        yield from _lines((line, line.partition("=")[2]), optional=optional)
    yield from _python(PYTHON.findall(text))


def _metadata(text: str) -> Stated:
    """Yield what a distribution requires by its own account, as headers before its description."""
    headers, _, _ = text.replace("\r\n", "\n").partition("\n\n")
    for line in headers.splitlines():
        field, _, value = line[:1000].partition(":")
        if field == "Requires-Dist":
            needed, _, marker = value.partition(";")
            yield from _lines([needed], optional="extra" in marker)
        elif field == "Requires-Python":
            yield from _python([value.strip()])


def _dockerfile(text: str) -> Stated:
    """Yield the TensorFlow of the image that one begins with, and what pip installs into it."""
    for line in text.replace("\\\n", " ").splitlines():
        image = IMAGE.search(line[:1000])
        if image is not None:
            yield Requirement("tensorflow", f"=={image[1]}")
        elif line.startswith("FROM "):
            yield from versions_of_images(line[:1000])
        elif "install" in line:
            yield from _lines(SHELL_WORD.findall(line[:10_000]))


def _conda(text: str) -> Stated:
    for line in text.splitlines():
        item = line[:1000].strip()
        if not item.startswith("-"):
            continue
        item = item[1:].partition(" #")[0].strip().strip("\"'")
        match = CONDA.fullmatch(item)
        if match is None or package_of(match[1]) is None:
            continue
        specifier = match[2].strip()
        if specifier.startswith("=") and not specifier.startswith("=="):
            specifier = f"=={specifier[1:].partition('=')[0].strip().removesuffix('.*')}.*"
        elif specifier[:1].isdigit():
            specifier = f"=={specifier.split()[0]}"
        found = requirement(match[1] + specifier)
        if found is not None:
            yield found


def _toml(text: str) -> Stated:
    import tomli

    try:
        data = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError):
        return  # a broken file is reported where the configuration is read from it
    project = _table(data, "project")
    yield from _lines(_texts([project.get("dependencies")]))
    yield from _python([project.get("requires-python")])
    yield from _lines(_texts(_optional_lists(data)), optional=True)
    yield from _tables(data)


def _optional_lists(data: dict[str, Any]) -> list[object]:
    """Return the lists of requirements, as pip reads them, of what a project can do without."""
    project, tool = _table(data, "project"), _table(data, "tool")
    lists: list[object] = []
    lists += _table(project, "optional-dependencies").values()
    lists += _table(data, "dependency-groups").values()
    lists += _table(_table(tool, "pdm"), "dev-dependencies").values()
    lists += [_table(tool, "uv").get("dev-dependencies")]
    lists += [
        environment.get(key)
        for environment in _table(_table(tool, "hatch"), "envs").values()
        if isinstance(environment, dict)
        for key in ("dependencies", "extra-dependencies")
    ]
    return lists


def _texts(lists: Iterable[object]) -> Iterator[str]:
    for entries in lists:
        if isinstance(entries, list):
            yield from (one for one in entries if isinstance(one, str))


def _tables(data: dict[str, Any]) -> Stated:
    """Yield the requirements of tables from name to version: Poetry's, Pipenv's and Pixi's."""
    poetry = _table(_table(data, "tool"), "poetry")
    pixi = _table(_table(data, "tool"), "pixi") or data
    needed = [_table(poetry, "dependencies"), _table(data, "packages")]
    needed += [_table(pixi, "dependencies"), _table(pixi, "pypi-dependencies")]
    unneeded = [_table(poetry, "dev-dependencies"), _table(data, "dev-packages")]
    unneeded += [
        _table(group, "dependencies")
        for group in _table(poetry, "group").values()
        if isinstance(group, dict)
    ]
    tables = [(table, False) for table in needed] + [(table, True) for table in unneeded]
    for table, is_unneeded in tables:
        for name, value in table.items():
            for entry in value if isinstance(value, list) else [value]:
                optional = is_unneeded or (isinstance(entry, dict) and "optional" in entry)
                yield from _lines((name + one for one in _specifiers(entry)), optional=optional)


def _specifiers(value: object) -> list[str]:
    """Return the alternatives of one value of a table, as pip would have them."""
    if isinstance(value, dict):
        address = value.get("url") or value.get("tag") or value.get("file")
        if isinstance(address, str):
            return [f" @ x/{address}"]
        value = value.get("version", "")
    if not isinstance(value, str):
        return []
    return [_specifier(part.strip()) for part in value[:300].split("||")]


def _specifier(text: str) -> str:
    """Return a specifier with Poetry's carets and tildes as pip has them."""
    clauses = []
    for clause in filter(None, (part.strip() for part in text.split(","))):
        numbers = NUMBERS.findall(clause)[:2]
        if clause == "*" or not numbers:
            continue
        if clause.startswith("^"):
            clauses.append(f">={clause[1:]},<{int(numbers[0][:9]) + 1}")
        elif clause.startswith("~") and not clause.startswith("~="):
            clauses.append(f"=={'.'.join(numbers)}.*")
        else:
            clauses.append(clause if CLAUSE.match(clause) else f"=={clause}")
    return ",".join(clauses)


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a table within a table; an empty one where something else stands."""
    value = table.get(key)
    return value if isinstance(value, dict) else {}


def _lock(text: str) -> Stated:
    """Yield the versions in a lock, which is TOML and may be long, line by line."""
    package = None
    for line in text.splitlines():
        if line.startswith("["):
            package = None
            continue
        match = LOCKED.match(line[:300])
        if match is None:
            continue
        if match[1] == "name":
            package = package_of(match[2])
        elif package is not None:
            found = version_of(package, match[2])
            package = None
            if found is not None:
                yield found


def _pipfile_lock(text: str) -> Stated:
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    for section in ("default", "develop"):
        for name, value in _table(data, section).items() if isinstance(data, dict) else ():
            version = value.get("version") if isinstance(value, dict) else None
            yield from _lines([name + version] if isinstance(version, str) else [])
