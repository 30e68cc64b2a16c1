"""What is made of a text is made once for the revisions that follow, within bounds."""

from __future__ import annotations

from layerlint.state import revision_cache
from layerlint.state.revision_cache import RevisionCache
from layerlint.state.snapshot import Snapshot


class Maker:
    """Makes something of a text, and remembers of which."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> str:
        self.texts.append(text)
        return text.upper()


def test_a_later_revision_is_given_what_an_earlier_one_made() -> None:
    make, first = Maker(), Snapshot().after({})
    assert first.made("a", make) == "A"
    assert first.after({}).made("a", make) == "A"
    assert make.texts == ["a"]


def test_one_revision_alone_keeps_nothing() -> None:
    make, only = Maker(), Snapshot()
    assert only.made("a", make) == only.made("a", make) == "A"
    assert make.texts == ["a", "a"]


def test_what_is_gone_through_once_does_not_drive_out_what_every_revision_asks_for(
    monkeypatch,
) -> None:
    monkeypatch.setattr(revision_cache, "MOST", 10)
    make, kept = Maker(), RevisionCache()
    for _ in range(3):
        kept.advance()
        kept.of("often", make)
        for index in range(20):
            kept.of(f"once {index}", make)
    assert make.texts.count("often") == 1


def test_what_was_asked_for_long_ago_makes_room(monkeypatch) -> None:
    monkeypatch.setattr(revision_cache, "MOST", 10)
    make, kept = Maker(), RevisionCache()
    kept.of("then then", make)
    kept.advance()
    kept.advance()
    for _ in range(3):
        kept.of("now now", make)
        kept.advance()
    assert make.texts == ["then then", "now now"]
