"""`layerlint rule`: what a rule is, why it is true, or a table of them."""

from __future__ import annotations

import sys

from layerlint import catalogue
from layerlint.report.reflow import reflow
from layerlint.report.style import WIDEST, style_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from layerlint.catalogue import Rule

# Where nothing is known of the terminal, or there is none.
COLUMNS = 80


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from layerlint.cli.parser import add_text_or_json

    parser.add_argument(
        "rule",
        nargs="?",
        metavar="RULE",
        help="the code or name of the rule to explain; a prefix or family lists its rules",
    )
    parser.add_argument("--all", action="store_true", help="list all rules (the default)")
    add_text_or_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explain one rule, or list several."""
    word = "ALL" if arguments.all or arguments.rule is None else arguments.rule
    rule = catalogue.find(word)
    if arguments.output_format == "json":
        import json

        document = [_facts(each) for each in catalogue.select([word])]
        print(json.dumps(document[0] if rule else document, indent=2, ensure_ascii=False))
    elif rule is not None:
        print(explained(rule))
    else:
        print(_table(catalogue.select([word])))
    return 0


def explained(rule: Rule) -> str:
    """The rule's page, with its facts and what was observed below the title."""
    style = style_for(sys.stdout)
    width = min(style.width or COLUMNS, WIDEST)
    title, _, body = rule.read("README.md").partition("\n")
    facts = [
        "Default: on" if rule.default else "Default: opt-in",
        f"Fix: {rule.fix}",
        f"Keras: {', '.join(map(str, rule.generations))}",
        f"Since: {rule.since}",
    ]
    seen = [
        f"Observed on Keras {generation}: {rule.observed[generation]}"
        for generation in sorted(rule.observed)
    ]
    observed = [line for text in seen for line in reflow(text, width)]
    lines = [title, "", " · ".join(facts), *observed, *reflow(body.rstrip(), width)]
    return "\n".join(style.bold(line) if line.startswith("#") else line for line in lines)


def _table(rules: Sequence[Rule]) -> str:
    """A line for each rule: code, whether it has a fix, name and summary."""
    width = max(len(rule.name) for rule in rules)
    fixes = {"safe": "[*]", "unsafe": "[~]", "none": "   "}
    lines = [
        f"{rule.code} {fixes[rule.fix]} {rule.name:<{width}}  {rule.summary}"
        f"{'' if rule.default else ' (opt-in)'}"
        for rule in rules
    ]
    return "\n".join([*lines, "", "[*] has a safe fix   [~] has an unsafe fix"])


def _facts(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "summary": rule.summary,
        "default": rule.default,
        "fix": rule.fix,
        "generations": rule.generations,
        "since": rule.since,
        "messages": rule.messages,
        "observed": {f"keras{generation}": seen for generation, seen in rule.observed.items()},
        "references": rule.references,
        "explanation": rule.read("README.md"),
    }
