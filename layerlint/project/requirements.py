"""What a project asks for: the versions of TensorFlow and Keras in its packaging files."""

from __future__ import annotations

import os

from layerlint.facts.dependents import TIED_TO_KERAS_2
from layerlint.files.reading import read_regular
from layerlint.project.layout import CLASSIFYING, DECLARING, PINNING, TELLING, packaging_files
from layerlint.project.raw_text import switched_in_text
from layerlint.project.readme import versions_spoken_of, versions_told
from layerlint.project.requirement import Requirement, allows_any
from layerlint.project.requirement_files import REQUIRED_PYTHON, included, newest_python, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Entries = Callable[[str], frozenset[str]]

# In bytes of a file.
LARGEST = 4_000_000
# So many files are read for one project; a chain of `-r` may go round.
MOST_FILES = 40
# Versions that stand for all others when it is asked what a requirement allows.
TENSORFLOW_BEFORE_2 = tuple(f"1.{minor}.{patch}" for minor in range(16) for patch in range(6))
TENSORFLOW_FROM_2 = tuple(f"2.{minor}.{patch}" for minor in range(16) for patch in range(4))
TENSORFLOW_2 = (*TENSORFLOW_BEFORE_2, *TENSORFLOW_FROM_2)
TENSORFLOW_3 = (*(f"2.{minor}.{patch}" for minor in range(16, 60) for patch in range(4)), "3.0.0")
KERAS_2 = ("1.2.2", *(f"2.{minor}.{patch}" for minor in range(16) for patch in range(5)))
# The Keras of several backends ended with 2.3.
MULTI_BACKEND = ("1.2.2", *(f"2.{minor}.{patch}" for minor in range(4) for patch in range(10)))
TF_KERAS = tuple(f"2.{minor}.{patch}" for minor in range(4, 16) for patch in range(5))
KERAS_3 = (*(f"3.{minor}.{patch}" for minor in range(60) for patch in range(4)), "4.0.0")
# TensorFlow brings a `keras` of its own version from 2.6 on.
_BEFORE_2_6 = tuple(one for one in TENSORFLOW_FROM_2 if int(one.split(".")[1]) < 6)
_BY_WHAT_THEY_BRING = (
    (*TENSORFLOW_BEFORE_2, *_BEFORE_2_6),
    (*(one for one in TENSORFLOW_FROM_2 if one not in _BEFORE_2_6), *TENSORFLOW_3),
)


class Requirements:
    """The requirements of one project on TensorFlow and on Keras, each with its file.

    What is `pinned`, by a lock, a constraint or an image, counts where nothing else names a
    version: a lock tells on what a project is developed, its own requirements on what it may run.
    What its README has `told` comes last; what is only `spoken` of there, or in what it is
    classified for, tells of what time it is.
    `ties` are requirements on what works with Keras 2 only.
    `switches_to_legacy` is set where one of the files has TF_USE_LEGACY_KERAS switched on.
    """

    __slots__ = ("declared", "pinned", "spoken", "switches_to_legacy", "ties", "told")

    def __init__(self) -> None:
        self.declared: list[tuple[Requirement, str]] = []
        self.pinned: list[tuple[Requirement, str]] = []
        self.told: list[tuple[Requirement, str]] = []
        self.spoken: list[tuple[Requirement, str]] = []
        self.ties: list[tuple[Requirement, str]] = []
        self.switches_to_legacy = False

    def __bool__(self) -> bool:
        return bool(self.declared or self.pinned or self.ties)

    def add(self, found: Iterable[Requirement], file: str, *, declares: bool) -> None:
        """Add what a file asks for; of what is tied to one Keras only what is so in any case."""
        others: dict[str, list[Requirement]] = {}
        for one in found:
            if one.package in TIED_TO_KERAS_2:
                if not one.optional:
                    others.setdefault(one.package, []).append(one)
            else:
                (self.declared if declares else self.pinned).append((one, file))
        for asked in others.values():
            # By markers, a file may ask for one version here and for another there.
            if all(map(_is_tied, asked)):
                self.ties.append((asked[0], file))

    def generation_of_tensorflow(self) -> tuple[int, str] | None:
        """Return which Keras `tensorflow.keras` is, and why; None when it may be either."""
        decided = self._decide("tensorflow", TENSORFLOW_2, TENSORFLOW_3)
        if decided is not None and decided[0] == 3 and self.asks_for("tf-keras"):
            return None  # with TF_USE_LEGACY_KERAS it is `tf_keras`
        if decided is None:
            # From 2.16 on TensorFlow asks for Keras 3 itself.
            keras = self._decide("keras", KERAS_2, KERAS_3)
            return keras if keras is not None and keras[0] == 2 else None
        return decided

    def generation_of_keras(self) -> tuple[int, str] | None:
        """Return which Keras `keras` is, and why; None when nothing decides it."""
        decided = self._decide("keras", KERAS_2, KERAS_3)
        if decided is None:
            # A TensorFlow before 2.16 comes with Keras 2.
            decided = self.generation_of_tensorflow()
            return decided if decided is not None and decided[0] == 2 else None
        return decided

    def asks_for_keras3(self) -> bool:
        """Tell whether the project asks for Keras 3, or for a TensorFlow that comes with it."""
        decided = (self.generation_of_tensorflow(), self.generation_of_keras())
        return any(each is not None and each[0] == 3 for each in decided)

    def asks_for_before(self, minor: int) -> bool:
        """Tell whether the Keras asked for, or spoken of, is older than 2.`minor`.

        TensorFlow counts alike.
        """
        older = tuple(one for one in KERAS_2 if int(one.split(".")[1]) < minor)
        newer = (*(one for one in KERAS_2 if one not in older), *KERAS_3)
        decided = self._decide("keras", older, newer)
        if decided is None:
            older = (*TENSORFLOW_BEFORE_2, *older)
            decided = self._decide("tensorflow", older, (*newer, *TENSORFLOW_3))
        if decided is not None:
            return decided[0] == 2
        spoken = [one for one, _ in self._telling() if one.package in ("keras", "tensorflow")]
        later = (*newer, *TENSORFLOW_3)
        return bool(spoken) and not any(allows_any(one.specifier, later) for one in spoken)

    def asks_for_multi_backend(self) -> bool | None:
        """Tell whether the `keras` asked for is 2.3 or older; None where nothing decides it."""
        decided = self._decide("keras", MULTI_BACKEND, (*TF_KERAS, *KERAS_3))
        if decided is not None:
            return decided[0] == 2
        if self.asks_for_tensorflow_1():
            return True
        brought = self._decide("tensorflow", *_BY_WHAT_THEY_BRING)
        return False if brought is not None and brought[0] == 3 else None

    def asks_for_tensorflow_1(self) -> bool:
        """Tell whether the TensorFlow asked for is older than 2, and makes graphs."""
        later = (*TENSORFLOW_FROM_2, *TENSORFLOW_3)
        decided = self._decide("tensorflow", TENSORFLOW_BEFORE_2, later)
        return decided is not None and decided[0] == 2

    def tie_to_keras2(self) -> str | None:
        """Return what the project cannot do without that works with Keras 2 only, if anything."""
        for one, file in self.ties:
            return f"{file} asks for {one.asked}, which rules Keras 3 out"
        spoken = self._telling()
        if spoken and not any(_is_of_keras3(one) for one, _ in spoken):
            one, file = spoken[0]
            return f"{file} speaks of {one.asked}, which is of the days of Keras 2"
        return None

    def _telling(self) -> list[tuple[Requirement, str]]:
        """Return what is spoken of, where no file asks for any version."""
        asked = any(one.specifier for one, _ in (*self.declared, *self.pinned))
        return [] if asked else self.spoken

    def stays(self) -> bool:
        """Tell whether the project needs a package of which no version works with Keras 3."""
        return any(TIED_TO_KERAS_2[one.package] is None for one, _ in self.ties)

    def asks_for(self, package: str) -> bool:
        """Tell whether any file names a package, in whatever version."""
        return any(one.package == package for one, _ in (*self.declared, *self.pinned))

    def _decide(
        self, package: str, older: tuple[str, ...], newer: tuple[str, ...]
    ) -> tuple[int, str] | None:
        for found in (self.declared, self.pinned, self.told):
            # A name without versions may be a keyword in setup.py, and tells nothing anyway.
            asked = [(r, file) for r, file in found if r.package == package and r.specifier]
            asked = _without_overruled(asked)
            if not asked:
                continue
            old = any(allows_any(one.specifier, older) for one, _ in asked)
            new = any(allows_any(one.specifier, newer) for one, _ in asked)
            if old == new:
                return None
            return (2 if old else 3), f"{asked[0][1]} asks for {asked[0][0].asked}"
        return None


def _without_overruled(asked: list[tuple[Requirement, str]]) -> list[tuple[Requirement, str]]:
    """Leave out what is asked for beside what ended, where pip is to install all of a list."""
    lists = {file for one, file in asked if one.ended and file.endswith((".txt", ".in"))}
    return [(one, file) for one, file in asked if one.ended or file not in lists]


def _is_of_keras3(one: Requirement) -> bool:
    """Tell whether what is asked for allows Keras 3."""
    newer = {"tensorflow": TENSORFLOW_3, "keras": KERAS_3}.get(one.package)
    return not _is_tied(one) if newer is None else allows_any(one.specifier, newer)


def _is_tied(one: Requirement) -> bool:
    """Tell whether all versions asked for of a package are among those that need Keras 2."""
    first = TIED_TO_KERAS_2[one.package]
    if first is None:
        return True
    major, minor = map(int, first.split("."))
    later = [f"{major}.{each}.{patch}" for each in range(minor, 60) for patch in range(6)]
    later += [f"{each}.{patch}.0" for each in range(major + 1, major + 4) for patch in range(20)]
    return bool(one.specifier) and not allows_any(one.specifier, tuple(later))


def read_requirements(directory: str, entries: Entries, consulted: set[str]) -> Requirements | None:
    """Read the packaging files of a directory; None when none of them asks for the packages.

    The files that were read are added to `consulted`.
    """
    names = sorted(packaging_files(entries(directory)))
    folder = sorted(entries(os.path.join(directory, "requirements")))
    declaring = [name for name in names if DECLARING.fullmatch(name)]
    declaring += [f"requirements/{name}" for name in folder if name.endswith((".txt", ".in"))]
    pending = [(name, True) for name in declaring]
    pending += [(name, False) for name in names if PINNING.fullmatch(name)]
    found = Requirements()
    seen = {name for name, _ in pending}
    for name, declares in pending:
        text = _content(os.path.join(directory, name), entries, consulted)
        found.switches_to_legacy |= switched_in_text(text)
        found.add(read(os.path.basename(name), text), name, declares=declares)
        if not name.endswith((".txt", ".in")):
            continue
        for other, constrains in included(text):
            inner = os.path.normpath(os.path.join(os.path.dirname(name), other))
            if inner not in seen and len(seen) < MOST_FILES:
                seen.add(inner)
                pending.append((inner, declares and not constrains))
    return found or None


def read_told(directory: str, entries: Entries, consulted: set[str]) -> Requirements:
    """Read what the README of a directory tells its readers to use, and of what time it speaks.

    So does a package that is classified for old Pythons alone.
    """
    found = Requirements()
    for name in sorted(packaging_files(entries(directory))):
        if CLASSIFYING.fullmatch(name):
            text = _content(os.path.join(directory, name), entries, consulted)
            found.spoken += [(one, name) for one in _old_python(text)]
        if TELLING.fullmatch(name):
            text = _content(os.path.join(directory, name), entries, consulted)
            found.told += [(one, name) for one in versions_told(text)]
            found.spoken += [(one, name) for one in versions_spoken_of(text)]
    return found


def _old_python(text: str) -> list[Requirement]:
    """Return the newest Python that a package is classified for, where none has Keras 3.

    Who says which Pythons a package requires has named all that it runs on.
    """
    newest = None if REQUIRED_PYTHON.search(text) else newest_python(text)
    return [newest] if newest is not None and _is_tied(newest) else []


def _content(path: str, entries: Entries, consulted: set[str]) -> str:
    above, file = os.path.split(path)
    if file not in entries(above):
        return ""
    try:
        text = read_regular(path, LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""  # no file, or none that anybody wrote by hand
    consulted.add(path)
    return text
