"""What lies in a directory, as far as it has a say in where modules are found."""

from __future__ import annotations

import os
import re

from layerlint.state.digest import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set as AbstractSet


# What a distribution says of itself: in an archive of sources, and beside what a wheel holds.
METADATA = r"PKG-INFO|[^/]+\.dist-info/METADATA"
# What says what a project needs, and what pins it; what its images are built from does that too.
DECLARING = re.compile(
    rf"{METADATA}|pyproject\.toml|setup\.(?:py|cfg)|.*requi\w*ments?.*\.(?:txt|in)|Pipfile|pixi\.toml"
    r"|(?:environment|conda|env[-_.\d])[^/]*\.ya?ml|(?:[^/]*[-_.])?env(?:ironment)?\.ya?ml"
)
DOCKERFILE = re.compile(r"(?:[^/]*\.)?[Dd]ockerfile(?:[.-][^/]*)?")
PINNING = re.compile(
    r"(?:uv|poetry|pdm)\.lock|pylock(?:\.[^.]+)?\.toml|Pipfile\.lock|constraints[^/]*\.txt"
    rf"|{DOCKERFILE.pattern}"
)
# What tells its readers on what a project was tested.
TELLING = re.compile(r"readme(?:\.(?:md|rst|txt))?", re.IGNORECASE)
# What is known of a distribution that is installed beside its packages.
DISTRIBUTIONS = (".dist-info", ".egg-info")
# What says in its classifiers for which Pythons a package is.
CLASSIFYING = re.compile(rf"pyproject\.toml|setup\.(?:cfg|py)|{METADATA}")
# Ask which names are those of packaging files, of distributions; no file is called like that.
_PACKAGING = "<packaging>"
_DISTRIBUTED = "<distributions>"


class Names(frozenset[str]):
    """The names in a directory, which note what is asked of them.

    An answer rests on the names that somebody looked up, not on all that happen to lie there.
    """

    asked: set[str]
    listed: bool

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)

    def __and__(self, names: AbstractSet[object]) -> frozenset[str]:
        self.asked.update(map(str, names))
        return super().__and__(names)

    def __iter__(self) -> Iterator[str]:
        self.listed = True
        return super().__iter__()

    def __len__(self) -> int:
        self.listed = True
        return super().__len__()

    def of_packaging(self) -> frozenset[str]:
        """The names of packaging files."""
        self.asked.add(_PACKAGING)
        return _of_packaging(super().__iter__())

    def of_distributions(self) -> frozenset[str]:
        """The names of what is known of distributions."""
        self.asked.add(_DISTRIBUTED)
        return _of_distributions(super().__iter__())

    def question(self) -> str:
        """What was asked: names, or `*` for all that may be names of modules."""
        return "*" if self.listed else "\n".join(sorted(self.asked))


def packaging_files(names: frozenset[str]) -> frozenset[str]:
    """Return the names of packaging files among those of a directory."""
    return names.of_packaging() if isinstance(names, Names) else _of_packaging(names)


def has_distributions(names: frozenset[str]) -> bool:
    """Tell whether the packages of a directory were installed there, or built from there."""
    found = names.of_distributions() if isinstance(names, Names) else _of_distributions(names)
    return bool(found)


def _of_distributions(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if name.endswith(DISTRIBUTIONS))


def _of_packaging(names: Iterable[str]) -> frozenset[str]:
    names = tuple(names)
    wheels = [f"{name}/METADATA" for name in names if name.endswith(".dist-info")]
    if len(wheels) == 1:  # among many, as where they are installed, none is of all that lies there
        names += (wheels[0],)
    return frozenset(
        name
        for name in names
        if DECLARING.fullmatch(name) or PINNING.fullmatch(name) or TELLING.fullmatch(name)
    )


def names_in(directory: str) -> Names:
    """Return the names in a directory; none when it cannot be read."""
    try:
        found = Names(os.listdir(directory))
    except (OSError, ValueError):
        found = Names()
    found.asked = set()
    found.listed = False
    return found


def layout_of(directory: str, question: str) -> str:
    """Return the answer to what was asked of the names in a directory, as they are now."""
    try:
        names = os.listdir(directory)
    except (OSError, ValueError):
        return ""
    if question == "*":
        told = sorted(name for name in names if _is_told(name))
        return digest("\n".join(told).encode("utf-8", "surrogateescape"))
    asked = set(question.split("\n"))
    told_of = asked.intersection(names)
    if _PACKAGING in asked:
        told_of |= _of_packaging(names)
    if _DISTRIBUTED in asked:
        told_of |= _of_distributions(names)
    return "\n".join(sorted(told_of))


def _is_told(name: str) -> bool:
    """Tell whether a name may be looked up: that of a module, of a directory, or of a project file.

    Data, logs and what editors and caches leave may come and go.
    """
    return (
        ("." not in name and name != "__pycache__")
        or name.endswith(_SUFFIXES)
        or name.startswith("python")
        or name in _MARKERS
    )


_SUFFIXES = (
    ".py",
    ".pyi",
    ".toml",
    ".cfg",
    ".txt",
    ".in",
    ".lock",
    ".yml",
    ".yaml",
    ".json",
    ".pth",
    ".egg-link",
    *DISTRIBUTIONS,
)
_MARKERS = frozenset({".git", ".hg", ".venv"})
