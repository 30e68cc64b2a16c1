"""What a project asks for: the versions of TensorFlow and Keras in its packaging files."""

from __future__ import annotations

import os

from layerlint.files.reading import read_regular
from layerlint.project.layout import DECLARING, PINNING, packaging_files
from layerlint.project.requirement import Requirement, allows_any
from layerlint.project.requirement_files import included, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

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


class Requirements:
    """The requirements of one project on TensorFlow and on Keras, each with its file.

    What is `pinned`, by a lock or a constraint, counts where nothing else names a version: a lock
    tells on what a project is developed, its own requirements on what it may run.
    """

    __slots__ = ("declared", "pinned")

    def __init__(self) -> None:
        self.declared: list[tuple[Requirement, str]] = []
        self.pinned: list[tuple[Requirement, str]] = []

    def __bool__(self) -> bool:
        return bool(self.declared or self.pinned)

    def generation_of_tensorflow(self) -> tuple[int, str] | None:
        """Return which Keras `tensorflow.keras` is, and why; None when it may be either."""
        decided = self._decide("tensorflow", TENSORFLOW_2, TENSORFLOW_3)
        if decided is not None and decided[0] == 3 and self._asks_for("tf-keras"):
            return None  # with TF_USE_LEGACY_KERAS it is `tf_keras`
        return decided

    def generation_of_keras(self) -> tuple[int, str] | None:
        """Return which Keras `keras` is, and why; None when nothing decides it."""
        decided = self._decide("keras", KERAS_2, KERAS_3)
        if decided is None:
            # A TensorFlow before 2.16 comes with Keras 2.
            decided = self.generation_of_tensorflow()
            return decided if decided is not None and decided[0] == 2 else None
        return decided

    def asks_for_multi_backend(self) -> bool | None:
        """Tell whether the `keras` asked for is 2.3 or older; None where nothing decides it."""
        decided = self._decide("keras", MULTI_BACKEND, (*TF_KERAS, *KERAS_3))
        if decided is None:
            decided = self._decide(
                "tensorflow", TENSORFLOW_BEFORE_2, (*TENSORFLOW_FROM_2, *TENSORFLOW_3)
            )
            return True if decided is not None and decided[0] == 2 else None
        return decided[0] == 2

    def _asks_for(self, package: str) -> bool:
        return any(one.package == package for one, _ in (*self.declared, *self.pinned))

    def _decide(
        self, package: str, older: tuple[str, ...], newer: tuple[str, ...]
    ) -> tuple[int, str] | None:
        for found in (self.declared, self.pinned):
            # A name without versions may be a keyword in setup.py, and tells nothing anyway.
            asked = [(r, file) for r, file in found if r.package == package and r.specifier]
            if not asked:
                continue
            old = any(allows_any(one.specifier, older) for one, _ in asked)
            new = any(allows_any(one.specifier, newer) for one, _ in asked)
            if old == new:
                return None
            specifier, file = asked[0][0].specifier, asked[0][1]
            return (2 if old else 3), f"{file} asks for {package}{specifier}"
        return None


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
        target = found.declared if declares else found.pinned
        target += [(one, name) for one in read(os.path.basename(name), text)]
        if not name.endswith((".txt", ".in")):
            continue
        for other, constrains in included(text):
            inner = os.path.normpath(os.path.join(os.path.dirname(name), other))
            if inner not in seen and len(seen) < MOST_FILES:
                seen.add(inner)
                pending.append((inner, declares and not constrains))
    return found or None


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
