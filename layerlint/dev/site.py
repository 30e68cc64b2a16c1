"""Writes the site: the guides of `docs/`, a page for each rule, and one for the settings."""

from __future__ import annotations

import difflib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from layerlint import catalogue
from layerlint.catalogue import Rule
from layerlint.config.option import Option
from layerlint.config.options import OPTIONS
from layerlint.dev.book import ROOT
from layerlint.failure import Failure

GUIDES = ROOT / "docs"


def build(target: Path) -> int:
    """Write the pages to `target/source` and the site to `target/html`; 1 where one is wrong.

    Raises `Failure` when the generator is not installed.
    """
    if find_spec("sphinx") is None or find_spec("myst_parser") is None:
        raise Failure("the site needs Sphinx", "pip install -e '.[docs]'")
    source = target / "source"
    write(source)
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    built = subprocess.run([*command, str(source), str(target / "html")], check=False)
    if built.returncode:
        return 1
    print(f"wrote {target / 'html' / 'index.html'}")
    return 0


def write(source: Path) -> None:
    """Write the source of every page into a directory, in place of what it held."""
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(GUIDES, source)
    (source / "settings.md").write_text(settings(), encoding="utf-8")
    pages = source / "rules"
    pages.mkdir()
    for rule in catalogue.rules():
        (pages / f"{rule.name}.md").write_text(page(rule), encoding="utf-8")
    (pages / "index.md").write_text(overview(), encoding="utf-8")


def page(rule: Rule) -> str:
    """The page of a rule: its own, and what its example, its fix and its proof show."""
    title, _, text = rule.read("README.md").replace("../../../docs/", "../").partition("\n")
    body, references, links = text.strip().partition("\n## References")
    parts = [title, _facts(rule), body.strip(), *_evidence(rule)]
    if references and links.strip():
        parts.append(f"## References\n{links.rstrip()}")
    return "\n\n".join(parts) + "\n"


def overview() -> str:
    """The table of all rules, by family."""
    parts = ["# Rules", f"{len(catalogue.rules())} rules, each proven by running its example."]
    for family in catalogue.FAMILIES:
        rules = [rule for rule in catalogue.rules() if rule.family == family]
        rows = [
            f"| [{rule.code} {rule.name}]({rule.name}.md) | {_cell(rule.summary)} "
            f"| {_generations(rule)} | {'' if rule.fix == 'none' else rule.fix} "
            f"| {'on' if rule.default else 'opt-in'} |"
            for rule in rules
        ]
        head = ["| rule | what goes wrong | Keras | fix | default |", "|---|---|---|---|---|"]
        parts += [f"## {family.capitalize()}", "\n".join([*head, *rows])]
    contents = "\n".join(rule.name for rule in catalogue.rules())
    parts.append(f"```{{toctree}}\n:hidden:\n\n{contents}\n```")
    return "\n\n".join(parts) + "\n"


def settings() -> str:
    """The page of the options, made from the table that the command line is made from."""
    head = "# Settings\n\nKeys of `[tool.layerlint]` in `pyproject.toml`, or of `layerlint.toml`."
    return "\n\n".join([head, *map(_setting, OPTIONS)]) + "\n"


def _setting(option: Option) -> str:
    facts = [f"Type: {option.type_name()}", f"default: {_default(option)}"]
    if option.flag:
        facts.append(f"on the command line: `--{option.key}`")
    example = option.example
    if not example.startswith("["):
        example = f"[tool.layerlint]\n{example}"
    parts = [f"## `{option.key}`", option.doc, "; ".join(facts) + ".", f"```toml\n{example}\n```"]
    return "\n\n".join(parts)


def _default(option: Option) -> str:
    if option.default is None:
        return "none"
    table = option.kind in ("ignores", "severities")
    return "`{}`" if table else f"`{json.dumps(option.default)}`"


def _facts(rule: Rule) -> str:
    fix = "no fix" if rule.fix == "none" else f"{rule.fix} fix"
    state = "on by default" if rule.default else "opt-in"
    return f"*{rule.family} · Keras {_generations(rule)} · {fix} · {state} · since {rule.since}*"


def _evidence(rule: Rule) -> Iterator[str]:
    """The example that was run, what the fix makes of it, and what was seen."""
    buggy = rule.read("buggy.py")
    yield f"## The example that was run\n\n```python\n{buggy.rstrip()}\n```"
    lines = list(
        difflib.unified_diff(
            buggy.splitlines(), rule.read("fixed.py").splitlines(), lineterm="", n=2
        )
    )[2:]
    how = "The right version, by hand" if rule.fix == "none" else "What the fix changes"
    yield f"### {how}\n\n```diff\n" + "\n".join(lines) + "\n```"
    if rule.scope != "suppression":
        yield "### What was seen\n\n" + "\n".join(_seen(rule))
        yield f"To see it in the TensorFlow that you have: `layerlint prove {rule.code}`."


def _seen(rule: Rule) -> Iterator[str]:
    for generation in (2, 3):
        if generation in rule.observed:
            yield f"* Keras {generation}: {rule.observed[generation]}."
        elif generation in rule.inapplicable:
            yield f"* Keras {generation}: does not apply, {rule.inapplicable[generation]}."
        else:
            yield f"* Keras {generation}: the example does what it should."
    if rule.keras2_since:
        yield f"* Keras 2 before 2.{rule.keras2_since}: not reported, it began with that."
    if rule.multi_backend:
        old = "Keras 2.3 and older, of several backends, and TensorFlow 1"
        yield f"* {old}: not reported, {rule.multi_backend}."


def _generations(rule: Rule) -> str:
    return " and ".join(map(str, rule.generations))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
