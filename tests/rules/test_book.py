"""The rule book is whole: every rule has its folder, its page, its check and its evidence."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.catalogue import Rule
from layerlint.dev import book, sync

CHECKS = book.ROOT / "layerlint" / "checks"
HEADINGS = [
    "What it does",
    "Why is this bad?",
    "Example",
    "Use instead",
    "Fix safety",
    "Known limits",
    "References",
]

every_rule = pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.code) for rule in catalogue.rules()]
)
every_proven_rule = pytest.mark.parametrize(
    "rule",
    [pytest.param(rule, id=rule.code) for rule in catalogue.rules() if rule.scope != "suppression"],
)


def test_every_folder_is_a_sound_rule():
    _, broken = sync.read_book()
    assert [str(error) for error in broken] == []


def test_what_is_generated_is_fresh():
    entries, _ = sync.read_book()
    stale = [
        str(path.relative_to(book.ROOT))
        for path, text in sync.generated(entries).items()
        if path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run `python -m layerlint.dev sync`"


def test_every_folder_has_a_check_and_every_check_a_folder():
    folders = {(path.parent.name, path.name.replace("-", "_")) for path in book.folders()}
    checks = {
        (path.parent.name, path.stem)
        for family in catalogue.FAMILIES
        for path in (CHECKS / family).glob("*.py")
        if not path.stem.startswith("_")
    }
    assert folders == checks


def test_names_and_codes_are_unique():
    rules = catalogue.rules()
    assert len({rule.name for rule in rules}) == len({rule.code for rule in rules}) == len(rules)


@every_rule
def test_a_folder_holds_what_it_must_and_nothing_else(rule: Rule):
    files = {path.name for path in Path(rule.folder).iterdir()} - {"__pycache__", "cases"}
    proof = set() if rule.scope == "suppression" else {"proof.py"}
    assert files == {"rule.toml", "README.md", "buggy.py", "fixed.py"} | proof


@every_rule
def test_the_page_has_its_headings_in_order(rule: Rule):
    lines = rule.read("README.md").splitlines()
    assert lines[0] == f"# {rule.name} ({rule.code})"
    fenced = False
    headings = []
    for line in lines[1:]:
        fenced ^= line.startswith("```")
        if line.startswith("#") and not fenced:
            headings.append(line)
    assert headings == [f"## {heading}" for heading in HEADINGS]


@every_rule
def test_no_section_of_the_page_is_empty(rule: Rule):
    _, *sections = re.split(r"(?m)^## ", rule.read("README.md"))
    assert [section for section in sections if not section.partition("\n")[2].strip()] == []


@every_rule
def test_the_code_on_the_page_parses(rule: Rule):
    blocks = re.findall(r"(?ms)^```python\n(.*?)^```", rule.read("README.md"))
    assert len(blocks) >= 2
    for block in blocks:
        ast.parse(block)


@every_rule
def test_references_are_the_same_on_the_page_and_in_the_facts(rule: Rule):
    section = rule.read("README.md").partition("## References\n")[2]
    linked = re.findall(r"https://[^\s)>\]]+", section)
    assert sorted(linked) == sorted(rule.references)


@every_rule
def test_a_rule_stands_over_rules_that_exist(rule: Rule):
    assert [code for code in rule.over if catalogue.find(code) is None] == []
    assert rule.code not in rule.over


@every_rule
def test_every_message_is_used_by_the_check(rule: Rule):
    words = set(re.findall(r"[a-z0-9]+", rule_source(rule)))
    unused = [
        name
        for name in rule.messages
        if name != "default" and not words.issuperset(name.split("-"))
    ]
    assert unused == []


def rule_source(rule: Rule) -> str:
    """The source of the rule's check and of what its family shares."""
    family = CHECKS / rule.family
    own = family / f"{rule.name.replace('-', '_')}.py"
    return "".join(path.read_text(encoding="utf-8") for path in (own, *family.glob("_*.py")))


@every_proven_rule
def test_the_proof_defines_what_its_rule_needs(rule: Rule):
    tree = ast.parse(rule.read("proof.py"))
    functions = {
        node.name: [argument.arg for argument in node.args.args]
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    assert functions["observe"] == ["module", "keras"]
    if rule.fix == "safe":
        assert functions["unchanged"] == ["buggy", "fixed", "keras"]
    assert "Observation" in rule.read("proof.py")


@every_proven_rule
def test_what_was_observed_is_recorded_for_each_claimed_generation(rule: Rule):
    assert sorted(rule.observed) == sorted(rule.generations), (
        f"run `python -m layerlint.dev observe {rule.code}`"
    )
