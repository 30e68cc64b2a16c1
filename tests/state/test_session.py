"""What an editor sees while files change under its hands."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from layerlint.config.resolve import Configuration
from layerlint.report import progress
from layerlint.state.session import Session

BASE = """\
import keras


class Base(keras.layers.Layer):
    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def count(self):
        self.seen.assign(self.seen + 1.0)
"""
OTHER = BASE.replace("def count", "def call").replace("Base", "Other")
DERIVED = """\
from base import Base


class Counting(Base):
    def call(self, x, training=None):
        self.count()
        return x
"""
GUARDED = DERIVED.replace("self.count()", "x if not training else self.count()")


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session on a project in which a class counts what its base class should not count."""
    (tmp_path / "pyproject.toml").write_text('[tool.layerlint]\nselect = ["LL102"]\n')
    (tmp_path / "base.py").write_text(BASE)
    (tmp_path / "derived.py").write_text(DERIVED)
    (tmp_path / "plain.py").write_text("X = 1\n")
    monkeypatch.chdir(tmp_path)
    return Session(Configuration([], file=None, isolated=False), ["."])


def places(session: Session, path: str | None = None) -> list[tuple[str, int]]:
    return [(found.path, found.start_row) for found in session.diagnostics(path)]


def test_what_is_on_disk_is_answered_about_before_anything_is_open(session):
    assert places(session) == places(session, "base.py") == [("base.py", 9)]
    assert places(session, "derived.py") == []


def test_unsaved_text_stands_above_the_disk(session):
    session.open("base.py", f"# note\n{BASE}")
    assert places(session) == [("base.py", 10)]


def test_an_edit_of_a_base_class_is_seen_through_its_subclasses(session):
    session.open("base.py", BASE.replace("+ 1.0", ""))
    session.open("derived.py", DERIVED)
    before = session.outcome()
    session.change("base.py", BASE.replace("(keras.layers.Layer)", ""))
    assert places(session) == []
    assert session.outcome().answered == 2 < before.answered


def test_an_edit_of_a_subclass_is_seen_in_its_base_class(session):
    session.open("derived.py", GUARDED)
    assert places(session, "base.py") == []


def test_only_what_rests_on_an_edit_is_analysed_again(session):
    session.diagnostics()
    session.open("plain.py", "X = 2\n")
    assert session.outcome().answered == 1


def test_a_new_name_concerns_nobody_who_imports_another_one(session, tmp_path):
    (tmp_path / "plain.py").write_text("X = 1\n")
    (tmp_path / "other.py").write_text(f"from plain import X\n{OTHER}")
    session.save()
    assert ("other.py", 10) in places(session)
    session.open("plain.py", "Y = 2\nX = 1\n")
    assert session.outcome().answered == 1
    session.change("plain.py", "Y = 2\n")
    assert session.outcome().answered > 1


@pytest.mark.parametrize("added", ["NAME = 1\n", "def f():\n    pass\n"])
def test_who_uses_a_class_rests_on_that_and_not_on_the_rest_of_its_file(session, added):
    session.open("derived.py", GUARDED)
    session.diagnostics()
    session.open("base.py", f"{BASE}\n\n{added}")
    assert places(session) == []
    assert session.outcome().answered == 1


def test_of_files_that_nobody_asks_about_no_more_is_analysed_than_that_takes(session):
    assert places(session, "derived.py") == []
    session.open("derived.py", GUARDED)
    assert places(session, "derived.py") == []
    assert session.outcome().answered == len(["base.py", "plain.py"])
    # What a base class does wrong is seen where it is derived from.
    session.save()
    session.close("derived.py")
    assert places(session, "base.py") == [("base.py", 9)]


def test_a_text_that_is_not_changed_costs_nothing(session):
    session.diagnostics()
    session.open("base.py", BASE)
    assert session.outcome().answered == 0


def test_closing_without_saving_forgets_the_text(session):
    session.open("base.py", f"# note\n{BASE}")
    session.diagnostics()
    session.close("base.py")
    assert places(session) == [("base.py", 9)]


def test_what_was_saved_counts_once_the_session_hears_of_it(session, tmp_path):
    session.diagnostics()
    (tmp_path / "base.py").write_text(f"# note\n{BASE}")
    (tmp_path / "other.py").write_text(OTHER)
    session.save()
    assert places(session) == [("base.py", 10), ("other.py", 9)]


def test_a_module_that_has_moved_is_found_once_the_session_hears_of_it(session, tmp_path):
    moved = DERIVED.replace("from base", "from parts.base")
    session.change("derived.py", moved)
    assert places(session) == []
    (tmp_path / "parts").mkdir()
    (tmp_path / "base.py").rename(tmp_path / "parts" / "base.py")
    session.save()
    session.change("derived.py", f"# note\n{moved}")
    assert places(session) == [("parts/base.py", 9)]


def test_a_file_that_was_never_saved_can_be_open(session):
    session.open("new/layer.py", OTHER)
    assert places(session, "new/layer.py") == [("new/layer.py", 9)]
    session.close("new/layer.py")
    assert places(session, "new/layer.py") == []


def test_paths_may_be_spelled_in_any_way(session, tmp_path):
    session.open(str(tmp_path / "." / "base.py"), f"# note\n{BASE}")
    assert places(session, "./base.py") == [("base.py", 10)]


def test_what_the_settings_exclude_is_not_answered_about(session):
    session.open(".venv/base.py", BASE.replace("def count", "def call"))
    assert places(session, ".venv/base.py") == []


def test_what_cannot_be_parsed_meanwhile_is_a_diagnostic(session):
    session.open("base.py", f"{BASE}\ndef broken(:\n")
    assert [found.code for found in session.diagnostics()] == ["syntax-error"]


def test_a_text_is_in_the_encoding_that_it_declares(session):
    text = f"# coding: latin-1\n# é\n{BASE}"
    session.open("base.py", text)
    assert places(session) == [("base.py", 11)]
    session.change("base.py", text.replace("latin-1", "ascii"))
    assert [found.code for found in session.diagnostics()] == ["invalid-encoding"]


def test_a_revision_is_answered_as_if_there_had_been_none_before(session):
    texts = [BASE, BASE.replace("count", "tally"), BASE.replace("Base", "Other"), BASE]
    for text in texts:
        session.open("base.py", text)
        fresh = Session(Configuration([], file=None, isolated=False), ["."])
        fresh.open("base.py", text)
        assert places(session) == places(fresh)


def test_an_import_that_leads_to_keras_at_last_concerns_who_imports_that_file(session, tmp_path):
    (tmp_path / "tool.py").write_text("Base = object\n")
    (tmp_path / "late.py").write_text(DERIVED.replace("from base", "from tool"))
    session.open("derived.py", GUARDED)
    assert places(session) == []
    session.change("tool.py", "from base import Base\n")
    assert places(session) == [("base.py", 9)]
    session.change("tool.py", "Base = object\n")
    assert places(session) == []


def early_places(session: Session, path: str) -> list[tuple[str, int]]:
    return [(found.path, found.start_row) for found in session.early(path)]


def test_what_a_file_shows_by_itself_is_told_before_its_heirs_are_looked_at(session):
    broken = BASE + DERIVED.partition("class")[1] + DERIVED.partition("class")[2]
    session.open("base.py", broken)
    assert early_places(session, "base.py") == [("base.py", 9)]
    session.change("base.py", BASE)
    assert (early_places(session, "base.py"), session.is_settled) == ([], False)
    for _ in session.settle():
        assert not session.is_settled
    assert session.is_settled
    assert early_places(session, "base.py") == places(session, "base.py") == [("base.py", 9)]


def test_what_no_heir_rests_on_is_settled_early(session):
    session.open("base.py", BASE)
    session.open("derived.py", DERIVED)
    session.diagnostics("base.py")
    session.change("derived.py", GUARDED)
    assert (early_places(session, "derived.py"), session.is_settled) == ([], True)
    assert places(session, "base.py") == []


def test_an_edit_makes_the_steps_idle_that_are_left(session):
    session.open("base.py", BASE)
    steps = session.settle()
    next(steps)
    session.change("base.py", BASE.replace("self.seen.assign(self.seen + 1.0)", "pass"))
    assert list(steps) == [] or not session.is_settled
    assert places(session, "base.py") == []


def test_the_line_that_says_how_far_it_is_goes_away(session, monkeypatch):
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    session.diagnostics()
    assert "Reading: " in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
