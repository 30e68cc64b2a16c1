"""The catalogue: what every rule is, read from the generated index.

The index is made from the `rule.toml` files by `python -m layerlint.dev sync`. Prose, examples and
proofs stay in the rule book and are opened only when somebody asks for them.
"""

from __future__ import annotations

import os
import re

from layerlint import failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

PACKAGE = os.path.dirname(os.path.abspath(__file__))
INDEX = os.path.join(PACKAGE, "_index.json")

# The families in the order of their codes: LL0 are layerlint's own, LL1 is `training`, ...
FAMILIES = (
    "suppression",
    "training",
    "state",
    "tracing",
    "contract",
    "serialization",
    "randomness",
    "migration",
    "backend",
)

# Rules of several families that belong together: those whose proof saw no exception on some
# generation, so that nobody notices, and those about what goes wrong on Keras 3 only.
GROUPS = {
    "silent": "nothing is raised on some generation: nobody notices",
    "keras3": "what goes wrong on Keras 3 only",
}


class Rule:
    """One rule: the facts of its `rule.toml`, and where its folder and its check are."""

    __slots__ = (
        "backend",
        "code",
        "default",
        "family",
        "fix",
        "fixed_generations",
        "generations",
        "halts_on",
        "inapplicable",
        "judged_by",
        "keras2_since",
        "messages",
        "multi_backend",
        "name",
        "needs",
        "observed",
        "over",
        "references",
        "reports_on",
        "scope",
        "since",
        "summary",
        "tests",
    )

    def __init__(self, family: str, name: str, facts: Mapping[str, Any]) -> None:
        self.family = family
        self.name = name
        self.code: str = facts["code"]
        self.summary: str = facts["summary"]
        self.default: bool = facts["default"]
        self.fix: str = facts["fix"]
        self.generations: tuple[int, ...] = tuple(facts["generations"])
        self.reports_on: tuple[int, ...] = tuple(facts.get("reports-on", self.generations))
        # What the check is declared to look at, and by what it is judged: see `declaration.py`.
        self.scope: str = facts["scope"]
        self.judged_by: str = facts.get("judged-by", "code")
        self.halts_on: tuple[int, ...] = tuple(facts.get("halts-on", ()))
        self.tests: bool = facts.get("tests", False)
        # As data; `layerlint.project.needs` knows what it means.
        self.needs: object = facts.get("needs")
        self.since: str = facts["since"]
        # More general rules, whose findings of the same defect are dropped.
        self.over: tuple[str, ...] = tuple(facts.get("over", ()))
        self.references: tuple[str, ...] = tuple(facts["references"])
        self.messages: dict[str, str] = facts["messages"]
        # The minor version of Keras 2 with which what the rule reports began, 0 for all of them.
        self.keras2_since: int = facts.get("keras2-since", 0)
        # Why the rule does not hold on the Keras of several backends, 2.3 and older.
        self.multi_backend: str = facts.get("multi-backend", "")
        self.inapplicable = by_generation(facts.get("inapplicable", {}))
        self.observed = by_generation(facts.get("observed", {}))
        # What Keras runs on in the proof.
        self.backend: str = facts.get("backend", "tensorflow")
        self.fixed_generations: tuple[int, ...] = tuple(facts.get("fixed-generations", (2, 3)))

    @property
    def module(self) -> str:
        """The dotted name of the module with the rule's check."""
        return f"layerlint.checks.{self.family}.{self.name.replace('-', '_')}"

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of `GROUPS` that the rule is in."""
        silent = any("raise" not in seen for seen in self.observed.values())
        only_keras3 = self.generations == (3,) or self.family == "migration"
        return tuple(
            group for group, is_in in zip(GROUPS, (silent, only_keras3), strict=True) if is_in
        )

    @property
    def folder(self) -> str:
        """The rule's folder in the rule book: prose, examples and proof."""
        return os.path.join(book(), self.family, self.name)

    def address(self, site: str) -> str:
        """Where the page of the rule is published, by the value of `docs-url`."""
        if "{" not in site:
            return f"{site}/rules/{self.name}.html"
        places = {"code": self.code, "name": self.name, "family": self.family}
        return site.format_map(places)

    def read(self, file: str) -> str:
        """The text of a file of the rule's folder (`README.md`, `buggy.py`, `fixed.py`)."""
        with open(os.path.join(self.folder, file), encoding="utf-8") as stream:
            return stream.read()

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name}>"


def by_generation(table: Mapping[str, str]) -> dict[int, str]:
    """A table with the keys `keras2` and `keras3`, by the number of the generation."""
    return {int(key.removeprefix("keras")): text for key, text in table.items()}


def rules() -> tuple[Rule, ...]:
    """All rules, in the order of their codes."""
    if not _rules:
        import json

        with open(INDEX, encoding="utf-8") as stream:
            entries = json.load(stream)
        _rules.extend(Rule(entry["family"], entry["name"], entry) for entry in entries)
    return tuple(_rules)


_rules: list[Rule] = []


def find(word: str) -> Rule | None:
    """The rule with this code or name, in any case."""
    folded = word.casefold()
    for rule in rules():
        if folded in (rule.code.casefold(), rule.name):
            return rule
    return None


def nearest(word: str) -> str | None:
    """The code, name, family or prefix that `word` is most likely a misspelling of.

    None for a code of another linter.
    """
    as_code = word.upper()
    if _CODE.fullmatch(as_code) and not as_code.startswith("L"):
        return None
    if as_code.startswith("LL"):
        # `LL1O2` is one slip of the eye from one code, however near to others it is spelled.
        as_code = "LL" + as_code[2:].translate(_LOOKALIKES)
    return as_code if as_code != word.upper() and matching(as_code) else _spelled_like(word)


_CODE = re.compile(r"[A-Z]{1,10}[0-9]+")
_LOOKALIKES = str.maketrans("OIL", "011")


def matching(selector: str) -> tuple[Rule, ...]:
    """The rules that one selector stands for, none when it is unknown.

    A selector is a code (`LL102`), a prefix of codes (`LL1`), a name, a family, a group or `ALL`.
    """
    folded = selector.casefold()
    if folded == "all":
        return rules()
    if folded.startswith("ll"):
        by_code = tuple(rule for rule in rules() if rule.code.casefold().startswith(folded))
        if by_code:
            return by_code
    if folded in GROUPS:
        return tuple(rule for rule in rules() if folded in rule.groups)
    return tuple(rule for rule in rules() if folded in (rule.name, rule.family))


def select(selectors: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that any of the selectors stands for, in the order of their codes.

    A selector that stands for no rule is a `Failure` that names the nearest word.
    """
    chosen: set[str] = set()
    for selector in selectors:
        found = matching(selector)
        if not found:
            near = nearest(selector)
            hint = f"did you mean '{near}'?" if near else "see `layerlint rule --all`"
            raise failure.Failure(f"unknown rule '{selector}'", hint)
        chosen.update(rule.code for rule in found)
    return tuple(rule for rule in rules() if rule.code in chosen)


def book() -> str:
    """The folder of the rule book: the source tree's `rules`, else the copy in the package.

    The source tree comes first because an editable install leaves a stale copy behind; the
    `pyproject.toml` beside it tells it from a stranger's `site-packages/rules`.
    """
    checkout = os.path.dirname(PACKAGE)
    source = os.path.join(checkout, "rules")
    if os.path.isdir(source) and os.path.isfile(os.path.join(checkout, "pyproject.toml")):
        return source
    return os.path.join(PACKAGE, "_rules")


def _spelled_like(word: str) -> str | None:
    """The nearest of everything that a selector may be."""
    words = [word for rule in rules() for word in (rule.code, rule.name)]
    words += ["ALL", *FAMILIES, *GROUPS, *(f"LL{digit}" for digit in range(len(FAMILIES)))]
    return failure.nearest(word, words)
