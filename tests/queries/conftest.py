"""Fixtures that hand a query whole repositories."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from textwrap import dedent

import pytest

from layerlint.model.module import Module
from layerlint.model.project import Project
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex

MakeRepository = Callable[..., Module]


@pytest.fixture
def repository(tmp_path: Path) -> MakeRepository:
    """The first of the files of a repository, by their paths, as a module."""

    def make(files: dict[str, str]) -> Module:
        top = Path(mkdtemp(dir=tmp_path))
        (top / ".git").mkdir()
        for name, text in files.items():
            path = top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        paths = [str(top / name) for name in files if name.endswith(".py")]
        index = ProjectIndex.build(paths)
        project = Project(
            index, Hierarchy(index), lambda path: Path(path).read_text("utf-8"), lambda _: ()
        )
        return project.module(paths[0])

    return make
