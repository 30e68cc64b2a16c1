"""What suppression comments say, each by itself."""

from __future__ import annotations

import re

from layerlint import catalogue
from layerlint.failure import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = ("ignore", "file-ignore", "disable", "enable")
_MENTIONED = re.compile(rb"layerlint\s{0,9}(?::|-?\s{0,9}(?:ignore|file-ignore|disable|enable))")
# Of small letters, and with the letters first: these are searched for at once.
_CODE_MENTIONED = re.compile(rb"ll(?<!\wll)\d")
# A `noqa` with a code: those of other linters cover nothing of ours.
_CODED = re.compile(rb"noqa\s*:\s*[a-z]+\d+\b")
_OWN = re.compile(r"#\s*layerlint\s*:\s*(?P<body>[^#]*)")
_DIRECTIVE = re.compile(r"\A(?P<kind>[-\w]+)\s*(?:\[(?P<rules>[^\]]*)\])?")
_NOQA = re.compile(r"#\s*noqa(?P<rules>\s*:\s*[A-Z]+\d+(?:[,\s]+[A-Z]+\d+)*)?\b", re.IGNORECASE)
# What somebody wrote who meant a suppression: it stands behind other words, in another case, in
# other brackets or in none. Quoted, it is spoken of.
_LOOKALIKE = re.compile(
    r"(?<![`'\"\w])layerlint\s{0,9}[:\-]?\s{0,9}(?P<kind>ignore|file-ignore|disable|enable)"
    r"\s{0,9}(?P<bracket>[\[({:=]?)\s{0,9}(?P<rules>[-\w]+(?:\s{0,9},\s{0,9}[-\w]+)*)"
    r"\s{0,9}[\])}]?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,]+")
# No linter has longer prefixes.
_NOQA_WORD = re.compile(r"[A-Z]{1,30}\d+", re.IGNORECASE)
_OUR_CODE = re.compile(r"LL\d+", re.IGNORECASE)


class Selector:
    """One rule, prefix, name or family in a suppression, and the rows that it covers.

    One that is `foreign` stands for no rule here, and is said to be a code of another linter.
    """

    __slots__ = ("closed_by", "codes", "first_row", "foreign", "last_row", "text", "used")

    def __init__(self, text: str, codes: frozenset[str]) -> None:
        self.text = text
        self.codes = codes
        self.first_row = 0
        self.last_row = 0
        self.used = False
        self.foreign = False
        self.closed_by: tuple[Suppression, Selector] | None = None

    def covers(self, row: int) -> bool:
        """Whether a diagnostic that starts on that row is suppressed."""
        return self.first_row <= row <= self.last_row


class Suppression:
    """One comment, or the part of it from one `#` to the next.

    `start` and `end` are the character offsets of that part, `rules` those between the brackets.
    `kind` is one of `KINDS`, or `noqa`; `problem` says why the comment is not a valid suppression,
    and `meant` is then how it would be one; `foreign` are the codes of other linters in a `noqa`.
    """

    __slots__ = (
        "end",
        "foreign",
        "kind",
        "meant",
        "own_line",
        "problem",
        "row",
        "rules",
        "selectors",
        "start",
    )

    def __init__(self, kind: str, start: int, end: int, row: int, *, own_line: bool) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.row = row
        self.own_line = own_line
        self.rules = (end, end)
        self.selectors: list[Selector] = []
        self.foreign: list[str] = []
        self.problem: str | None = None
        self.meant: str | None = None

    def unknown(self) -> list[Selector]:
        """The selectors that stand for no rule, neither here nor in another linter."""
        return [one for one in self.selectors if not one.codes and not one.foreign]


def mentions_suppression(data: bytes) -> bool:
    """Whether a file may hold a suppression at all."""
    lower = data.lower()
    return b"noqa" in lower or (b"layerlint" in lower and _MENTIONED.search(lower) is not None)


def mentions_own(data: bytes) -> bool:
    """Whether a file that may hold a suppression may hold one that names this tool or its rules."""
    return _names_own(data.lower())


def covers_any(data: bytes) -> bool:
    """Whether a file may hold a suppression of a rule of ours: by its name, or of all rules."""
    lower = data.lower()
    return _names_own(lower) or lower.count(b"noqa") > len(_CODED.findall(lower))


def _names_own(lower: bytes) -> bool:
    return b"layerlint" in lower or _CODE_MENTIONED.search(lower) is not None


def parse(comment: str, offset: int, row: int, *, own_line: bool) -> Iterator[Suppression]:
    """The suppressions in a comment, those included that only look like one."""
    for match in re.finditer(r"#[^#]*", comment):
        start, part = offset + match.start(), match[0].rstrip()
        own = _OWN.match(part)
        noqa = _NOQA.match(part)
        if own:
            suppression = Suppression("", start, start + len(part), row, own_line=own_line)
            _parse_own(suppression, own["body"], start + own.start("body"))
            if suppression.problem is not None:
                _spell(suppression, part)
            yield suppression
        elif noqa:
            suppression = Suppression("noqa", start, start + len(part), row, own_line=own_line)
            _parse_noqa(suppression, noqa, start)
            yield suppression
        else:
            suppression = Suppression("", start, start + len(part), row, own_line=own_line)
            _spell(suppression, part)
            if suppression.problem is not None:
                yield suppression


def _parse_own(suppression: Suppression, body: str, offset: int) -> None:
    directive = _DIRECTIVE.match(body)
    suppression.kind = directive["kind"] if directive else ""
    if suppression.kind not in KINDS:
        meant = nearest(suppression.kind, KINDS)
        suppression.problem = f"`{body.strip()}` is none of {', '.join(KINDS)}"
        suppression.problem += f"; did you mean `{meant}`?" if meant else ""
        return
    assert directive is not None
    if directive["rules"] is None or not directive["rules"].strip():
        suppression.problem = f"`{suppression.kind}` names no rule"
        return
    suppression.rules = (offset + directive.start("rules"), offset + directive.end("rules"))
    for word in _WORD.finditer(directive["rules"]):
        codes = frozenset(rule.code for rule in catalogue.matching(word[0]))
        suppression.selectors.append(Selector(word[0], codes))


def _spell(suppression: Suppression, part: str) -> None:
    """Say how a comment that only looks like a suppression has to be spelled."""
    match = _LOOKALIKE.search(part)
    before = part[: match.start()].lstrip("#").strip(" \t,;:.-") if match else ""
    if match is None or (before and match["bracket"] not in ("[", "(")):
        return  # prose
    rules = _WORD.findall(match["rules"])
    if not all(map(catalogue.matching, rules)):
        return
    right = f"# layerlint: {match['kind'].lower()}[{', '.join(rules)}]"
    after = part[match.end() :].strip()
    reason = " ".join(text for text in (before, after) if text)
    suppression.problem = f"write `{right}`"
    suppression.meant = f"{right}  {reason}" if reason else right


def _parse_noqa(suppression: Suppression, noqa: re.Match[str], start: int) -> None:
    if noqa["rules"] is None:
        everything = frozenset(r.code for r in catalogue.rules() if r.family != "suppression")
        suppression.selectors.append(Selector("", everything))
        return
    words = list(_NOQA_WORD.finditer(noqa[0], noqa.start("rules")))
    suppression.rules = (start + words[0].start(), start + words[-1].end())
    for word in words:
        found = catalogue.find(word[0])
        codes = frozenset([found.code]) if found else frozenset[str]()
        if _OUR_CODE.fullmatch(word[0]):
            suppression.selectors.append(Selector(word[0], codes))
        else:
            suppression.foreign.append(word[0])
