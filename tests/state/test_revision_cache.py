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


def test_what_follows_is_made_from_what_was_before() -> None:
    kept = RevisionCache()
    texts = ["a", "a", "b"]
    made = [kept.following("file", text, lambda before, t=text: (before, t)) for text in texts]
    assert made[0] is made[1]
    assert made[2] == ((None, "a"), "b")


def test_a_small_share_leaves_room_for_trees(monkeypatch) -> None:
    monkeypatch.setattr(revision_cache, "MOST", 10)
    make, kept = Maker(), RevisionCache()
    kept.of("0123456789"[:9], make)
    kept.following("index", "0123456789", lambda _: "small", share=0.1)
    kept.of("0123456789"[:9], make)
    assert make.texts == ["012345678"]
