"""Small projects on disk, and what the hierarchy says about them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.layer_header import LayerHeader


class Written:
    """A project whose files have been written to disk."""

    def __init__(self, root: Path, files: Mapping[str, str | bytes]) -> None:
        self.root = root
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def path(self, name: str) -> str:
        return str(self.root / name)

    def index(self, *names: str, **options: object) -> ProjectIndex:
        """The index of the named files, of all Python files when none is named."""
        chosen = [self.path(name) for name in names] or sorted(map(str, self.root.rglob("*.py")))
        return ProjectIndex.build(chosen, **options)  # type: ignore[arg-type]

    def hierarchy(self, *names: str, screen: bool = True, **options: object) -> Hierarchy:
        return Hierarchy(self.index(*names), screen=screen, **options)  # type: ignore[arg-type]

    def layer(self, name: str, **options: object) -> LayerHeader:
        """The one layer called `name` in the project."""
        found = [layer for layer in self.all(**options) if layer.qualname == name]
        assert len(found) == 1, f"{len(found)} layers called {name}"
        return found[0]

    def all(self, **options: object) -> list[LayerHeader]:
        """All layers of the project; the same with and without the screen."""
        screened, unscreened = (
            hierarchy_layers(self.hierarchy(screen=screen, **options)) for screen in (True, False)
        )
        assert list(map(facts, screened)) == list(map(facts, unscreened))
        return screened

    def names(self, **options: object) -> list[str]:
        return [layer.qualname for layer in self.all(**options)]


def hierarchy_layers(hierarchy: Hierarchy) -> list[LayerHeader]:
    return [layer for path in hierarchy.index.paths.values() for layer in hierarchy.layers(path)]


def facts(layer: LayerHeader) -> tuple[object, ...]:
    """Everything that is known of a layer, for comparison."""
    return (
        layer.path,
        layer.line,
        layer.qualname,
        layer.kind,
        layer.chain,
        layer.keras_bases,
        layer.complete,
        sorted(layer.generations),
        layer.generation_reason,
        [header.identity for header in layer.mro],
    )


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Written]:
    """Write files given by path, or one `layers.py` given as text."""

    def write(files: Mapping[str, str | bytes] | str) -> Written:
        # A marker keeps the search for modules within the project.
        root = tmp_path / "project"
        os.makedirs(root / ".git", exist_ok=True)
        return Written(root, {"layers.py": files} if isinstance(files, str) else files)

    return write
