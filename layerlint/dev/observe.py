"""Runs proofs and writes what they saw on the buggy module into `rule.toml`."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from layerlint.catalogue import Rule
from layerlint.dev import book
from layerlint.failure import Failure, did_you_mean
from layerlint.proof import rendering
from layerlint.proof.claims import GENERATIONS
from layerlint.proof.runner import prove


def observe(words: Sequence[str]) -> int:
    """Prove the rules of these codes, names or folders; record what was seen where it holds.

    Returns 1 when some proof does not hold; nothing is recorded for that rule.
    """
    folders = _folders(words)
    rules = []
    for folder in folders.values():
        facts = book.read(folder)
        rules.append(Rule(facts["family"], facts["name"], facts))
    seen: dict[str, dict[int, str]] = defaultdict(dict)
    failed = set()
    for proven in prove(rules, GENERATIONS):
        print(f"{rendering.heading(proven)}: {rendering.text(proven)}", flush=True)
        if not proven.holds:
            failed.add(proven.rule.code)
        elif proven.generation in proven.rule.generations:
            seen[proven.rule.code][proven.generation] = proven.outcomes[0].detail
    for code, details in seen.items():
        if code not in failed:
            path = folders[code] / "rule.toml"
            text = path.read_text(encoding="utf-8")
            path.write_text(with_observed(text, details), encoding="utf-8", newline="\n")
    return 1 if failed else 0


def with_observed(text: str, details: dict[int, str]) -> str:
    """The text of a `rule.toml` with these sentences as its `[observed]`, the rest as it was."""
    lines = [
        f"keras{generation} = {json.dumps(details[generation], ensure_ascii=False)}"
        for generation in sorted(details)
    ]
    table = "[observed]\n" + "\n".join(lines) + "\n"
    before, header, rest = _partition(text, r"(?m)^\[observed\][^\n]*\n?")
    if not header:
        return f"{text.rstrip()}\n\n{table}"
    _, next_header, after = _partition(rest, r"(?m)^\[")
    return before + table + (f"\n{next_header}{after}" if next_header else "")


def _partition(text: str, pattern: str) -> tuple[str, str, str]:
    match = re.search(pattern, text)
    if match is None:
        return text, "", ""
    return text[: match.start()], match[0], text[match.end() :]


def _folders(words: Sequence[str]) -> dict[str, Path]:
    """The folder of each rule that was named, by code."""
    known = {}
    for folder in book.folders():
        match = re.search(r'(?m)^code = "(LL\d{3})"', _toml(folder))
        if match:
            known[match[1]] = folder
    by_word = {code.casefold(): code for code in known}
    by_word |= {folder.name: code for code, folder in known.items()}
    chosen = {}
    for word in words:
        code = by_word.get(Path(word).name.casefold())
        if code is None:
            raise Failure(
                f"no rule folder has the code or name '{word}'", did_you_mean(word, by_word)
            )
        chosen[code] = known[code]
    return chosen


def _toml(folder: Path) -> str:
    path = folder / "rule.toml"
    return path.read_text(encoding="utf-8") if path.exists() else ""
