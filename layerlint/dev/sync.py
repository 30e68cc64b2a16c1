"""Regenerates what is derived from the rule book: the index and the tables of rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from layerlint import catalogue
from layerlint.dev import book, questions
from layerlint.dev.book import BOOK, ROOT, BrokenRule, Facts
from layerlint.failure import Failure

BEGIN = "<!-- rules:begin -->"
END = "<!-- rules:end -->"


def sync(keep_going: bool = False) -> int:
    """Write the index and the tables; with `keep_going`, of those rules that are sound.

    Returns 0, or 1 when some rule was left out. Without `keep_going` one broken `rule.toml` is a
    failure and nothing is written.
    """
    entries, broken = read_book()
    if broken and not keep_going:
        raise Failure("\n".join(["the rule book is broken", *(f"  {error}" for error in broken)]))
    for path, text in generated(entries).items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path.relative_to(ROOT)}")
    for error in broken:
        print(f"left out {error}", file=sys.stderr)
    return 1 if broken else 0


def read_book() -> tuple[list[Facts], list[BrokenRule]]:
    """The sound rules in the order of their codes, and the broken ones."""
    entries: dict[str, Facts] = {}
    broken = []
    for folder in book.folders():
        try:
            facts = book.read(folder)
        except BrokenRule as error:
            broken.append(error)
            continue
        other = entries.setdefault(facts["code"], facts)
        if other is not facts:
            broken.append(BrokenRule(folder, [f"{facts['code']} is also {other['name']}"]))
    return [entries[code] for code in sorted(entries)], broken


def generated(entries: Sequence[Facts]) -> dict[Path, str]:
    """The text of every generated file."""
    contract = BOOK / "README.md"
    return {
        Path(catalogue.INDEX): json.dumps(entries, indent=1, ensure_ascii=False) + "\n",
        contract: _with_table(contract, table(entries)),
        ROOT / questions.PAGE: questions.page(),
    }


def table(entries: Sequence[Facts]) -> str:
    """The table of all rules in Markdown."""
    rows = ["| rule | what goes wrong | Keras | fix | default |", "|---|---|---|---|---|"]
    for facts in entries:
        link = f"{facts['family']}/{facts['name']}/README.md"
        fix = "" if facts["fix"] == "none" else facts["fix"]
        generations = ", ".join(map(str, facts["generations"]))
        default = "on" if facts["default"] else "opt-in"
        summary = facts["summary"].replace("|", "\\|")
        rows.append(
            f"| [{facts['code']} {facts['name']}]({link}) "
            f"| {summary} | {generations} | {fix} | {default} |"
        )
    return "\n".join(rows)


def _with_table(path: Path, table: str) -> str:
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise Failure(f"{path.relative_to(ROOT)} lacks the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{table}\n{END}{after}"
