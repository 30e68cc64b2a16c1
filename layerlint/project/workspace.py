"""Where a project begins, and where the packages of a repository may lie.

Nothing depends on the working directory: everything is told from what lies around a file.
"""

from __future__ import annotations

import os
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Entries = Callable[[str], frozenset[str]]

MARKERS = frozenset({".git", ".hg", "pyproject.toml", "setup.py", "setup.cfg"})
REPOSITORIES = frozenset({".git", ".hg"})
# A distribution of a repository lies at most so deep in it, as `packages/core` does.
DEPTH = 3
# So many directories of a repository are looked into for distributions.
MOST_DIRECTORIES = 400
# An editable installation is a file of a few lines.
LARGEST_PATH_FILE = 65_536
FINDER = re.compile(r"__editable___\w+_finder\.py")
MAPPING = re.compile(r"MAPPING(?:: dict\[str, str\])? = \{(.*)\}")
PAIR = re.compile(r"""['"](\w+)['"]: ['"]([^'"]+)['"]""")
NO_SOURCES = frozenset({"node_modules", "build", "dist", "venv", "site-packages"})


def upwards(directory: str) -> Iterator[str]:
    """Yield a directory and all that it lies in, the nearest first."""
    while True:
        yield directory
        parent = os.path.dirname(directory)
        if parent == directory:
            return
        directory = parent


def project_root(directory: str, entries: Entries) -> str | None:
    """Return the nearest directory, `directory` or above it, that holds a project's marker."""
    return next((above for above in upwards(directory) if entries(above) & MARKERS), None)


def sources(root: str, entries: Entries) -> list[str]:
    """Return where the packages of the project at `root` start: in `src`, and in the root."""
    inner = os.path.join(root, "src")
    packaged = "src" in entries(root) and "__init__.py" not in entries(inner)
    return [inner, root] if packaged else [root]


def workspace(root: str, entries: Entries) -> list[str]:
    """Return the sources of every distribution of the repository that the project lies in."""
    top = next((above for above in upwards(root) if entries(above) & REPOSITORIES), root)
    found = []
    level, looked = [top], 0
    for _ in range(DEPTH + 1):
        below = []
        for directory in level:
            looked += 1
            names = entries(directory)
            if looked > MOST_DIRECTORIES or ("__init__.py" in names and directory != top):
                continue
            if names & MARKERS:
                found += sources(directory, entries)
            below += [
                os.path.join(directory, name)
                for name in sorted(names)
                if "." not in name and name not in NO_SOURCES
            ]
        level = below
    return list(dict.fromkeys(found))


def editable(site_packages: str, entries: Entries, consulted: set[str]) -> list[str]:
    """Return the directories from which the packages of an environment are imported by reference.

    Those are what its `.pth` files add to the search path, and what the finders map that setuptools
    writes for an editable installation.

    The files that were read for it are added to `consulted`.
    """
    found = []
    for name in sorted(entries(site_packages)):
        if name.endswith(".pth"):
            consulted.add(os.path.join(site_packages, name))
            for line in _lines(os.path.join(site_packages, name)):
                path = os.path.normpath(os.path.join(site_packages, line.strip()))
                # Lines that start with `import` are code, which is never run here.
                if line.strip() and not line.startswith(("#", "import ", "import\t")):
                    found.append(path)
        elif FINDER.fullmatch(name):
            consulted.add(os.path.join(site_packages, name))
            found += _mapped(os.path.join(site_packages, name))
    return [path for path in dict.fromkeys(found) if "\0" not in path and entries(path)]


def _mapped(finder: str) -> list[str]:
    """Return the directories of the top-level packages that a finder of setuptools maps."""
    found = []
    for line in _lines(finder):
        match = MAPPING.match(line)
        if match is None:
            continue
        for name, path in PAIR.findall(match[1]):
            above, last = os.path.split(path)
            # What is imported under another name than it has on the disk is not followed.
            if name == last:
                found.append(os.path.normpath(above))
    return found


def _lines(path: str) -> list[str]:
    if not os.path.isfile(path):
        return []
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(LARGEST_PATH_FILE).splitlines()
    except OSError:
        return []
