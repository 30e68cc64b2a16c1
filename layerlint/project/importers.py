"""Which files import a module, and which ones a module imports."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.namespaces import namespace, tf_name

if TYPE_CHECKING:
    from layerlint.project.index import ProjectIndex


def importers(index: ProjectIndex, path: str) -> Iterator[str]:
    """The files that import a module, also where it is not seen which of that name they mean."""
    name = index.importing(path).name
    stem = name.rpartition(".")[2]
    if not stem.isidentifier():
        return
    for user in index.importing_a(stem):
        if user == path:
            continue
        named = index.imports_with(stem, user)
        if named is None or any(_may_be(each, stem, path, user, index) for each in named):
            yield user


def importers_of_package(index: ProjectIndex, path: str) -> Iterator[str]:
    """The files that import something of the top package that a module is in."""
    name, _, root = index.locator.module_name(os.path.abspath(path))
    package = name.partition(".")[0]
    folder = os.path.join(root, package)
    for user in index.importing_a(package):
        named = index.imports_with(package, user)
        if named is None or any(_may_be_in(each, folder, user, index) for each in named):
            yield user


def _may_be(name: str, stem: str, path: str, user: str, index: ProjectIndex) -> bool:
    """Whether a dotted name means a module, or nobody knows what: `tensorflow.keras.layers` is no
    `net/layers.py`, wherever TensorFlow is.
    """
    located = index.locate(name, user)
    if located is not None:
        return _is_same(located[0], path)
    parts = name.split(".")
    ends = [i + 1 for i, part in enumerate(parts) if part == stem]
    have = os.path.splitext(os.path.abspath(path))[0].split(os.sep)
    return any(have[-end:] == parts[:end] for end in ends)


def _may_be_in(name: str, folder: str, user: str, index: ProjectIndex) -> bool:
    """Whether a dotted name means something in a package, or nobody knows what.

    A repository may be imported by another name than that of the folder it was cloned into.
    """
    located = index.locate(name, user)
    if located is not None:
        return os.path.abspath(located[0]).startswith((f"{folder}.", folder + os.sep))
    return namespace(name) is None and tf_name(name) is None


def certain_importers(index: ProjectIndex, path: str) -> Iterator[str]:
    """The files that import a module and no other one of its name."""
    stem = index.importing(path).name.rpartition(".")[2]
    for user in importers(index, path):
        located = [index.locate(each, user) for each in index.imports_with(stem, user) or ()]
        if any(each is not None and _is_same(each[0], path) for each in located):
            yield user


def imported(index: ProjectIndex, path: str) -> Iterator[str]:
    """The files of the project that a file imports."""
    for name in index.targets(path):
        located = index.locate(name, path)
        if located is not None and index.contains(located[0]):
            yield index.shown(os.path.abspath(located[0]))


def _is_same(one: str, other: str) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)
