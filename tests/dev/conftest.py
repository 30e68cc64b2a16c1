"""A checkout of its own, so that the commands can write without touching the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.dev import book, new, sync

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout with two rules of the real book, to which the commands write."""
    (tmp_path / "layerlint" / "checks" / "training").mkdir(parents=True)
    for family, name in (
        ("training", "training-without-default"),
        ("training", "hardcoded-training"),
    ):
        source = ROOT / "rules" / family / name
        shutil.copytree(source, tmp_path / "rules" / family / name)
        check = Path("layerlint", "checks", family, f"{name.replace('-', '_')}.py")
        shutil.copy(ROOT / check, tmp_path / check)
    table = f"{sync.BEGIN}\n{sync.END}\n"
    (tmp_path / "rules" / "README.md").write_text(f"# Rules\n\n{table}\nmore\n")
    for module in (book, new, sync):
        monkeypatch.setattr(module, "ROOT", tmp_path)
        monkeypatch.setattr(module, "BOOK", tmp_path / "rules")
    monkeypatch.setattr(catalogue, "INDEX", str(tmp_path / "layerlint" / "_index.json"))
    return tmp_path
