"""Reads the folders of the rule book and says what is wrong with their `rule.toml`."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import tomli

from layerlint.catalogue import FAMILIES
from layerlint.declaration import declared

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "rules"

Facts = dict[str, Any]


class BrokenRule(Exception):
    """A `rule.toml` that cannot be used: its folder and everything that is wrong with it."""

    def __init__(self, folder: Path, problems: list[str]) -> None:
        self.folder = folder
        self.problems = problems
        super().__init__(f"{folder.relative_to(ROOT)}: " + "; ".join(problems))


def folders() -> Iterator[Path]:
    """The folder of every rule, by family and name."""
    for family in FAMILIES:
        yield from sorted(path for path in (BOOK / family).glob("*") if path.is_dir())


def read(folder: Path) -> Facts:
    """The facts of a rule, its family and name included; raises `BrokenRule`."""
    try:
        facts = tomli.loads((folder / "rule.toml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise BrokenRule(folder, [f"cannot read rule.toml: {error}"]) from None
    problems = list(problems_of(facts, folder.parent.name, folder.name))
    if problems:
        raise BrokenRule(folder, problems)
    return {
        "code": facts.pop("code"),
        "family": folder.parent.name,
        "name": folder.name,
        **facts,
        **declaration_of(folder),
    }


def declaration_of(folder: Path) -> Facts:
    """What the rule's check is declared to look at and to need, as data.

    Raises `BrokenRule` when the check cannot be imported, or its module declares none.
    """
    path = ROOT.joinpath("layerlint", "checks", folder.parent.name, folder.name.replace("-", "_"))
    # Under a name of its own: the check may be imported already, from another checkout.
    spec = importlib.util.spec_from_file_location(
        f"layerlint._declared.{path.name}", path.with_suffix(".py")
    )
    if spec is None or spec.loader is None or not path.with_suffix(".py").is_file():
        raise BrokenRule(folder, [f"there is no check in {path.with_suffix('.py').name}"])
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BrokenRule(folder, [f"cannot import the check: {error}"]) from error
    finally:
        del sys.modules[spec.name]
    check = declared(module)
    if check is None:
        raise BrokenRule(folder, ["the module of the check declares none, or several"])
    return {
        "scope": check.scope,
        **({} if check.needs is None else {"needs": check.needs.as_data()}),
        **({} if check.judged_by == "code" else {"judged-by": check.judged_by}),
        **({"halts-on": list(check.halts_on)} if check.halts_on else {}),
        **({"tests": True} if check.tests else {}),
    }


def problems_of(facts: Facts, family: str, name: str) -> Iterator[str]:
    """Whatever breaks the contract of `rule.toml`, as stated in `rules/README.md`."""
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", name):
        yield f"the name of the folder, {name!r}, is not kebab-case of two words or more"
    for key in sorted(REQUIRED - facts.keys()):
        yield f"`{key}` is missing"
    for key, value in facts.items():
        if key not in FIELDS:
            yield f"`{key}` is not a known key"
        elif not FIELDS[key][1](value):
            yield f"`{key}` must be {FIELDS[key][0]}"
    if any(key not in FIELDS or not FIELDS[key][1](value) for key, value in facts.items()):
        return
    code = str(facts.get("code", ""))
    if code and code[2] != str(FAMILIES.index(family)):
        yield f"{code} is not a code of {family}, which has LL{FAMILIES.index(family)}xx"
    if not set(facts.get("generations", ())) <= set(facts.get("reports-on", (2, 3))):
        yield "`reports-on` leaves out one of `generations`"
    claimed = {f"keras{generation}" for generation in facts.get("generations", ())}
    for key in sorted(claimed & facts.get("inapplicable", {}).keys()):
        yield f"`inapplicable.{key}` contradicts `generations`"


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value) and "\n" not in value


def _sentence(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[A-Z`].*[^.\s]", value))


def _code(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"LL\d{3}", value))


def _generations(value: object) -> bool:
    return value in ([2], [3], [2, 3])


def _list_of(item: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(map(item, value))


def _by_generation(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= {"keras2", "keras3"}
        and all(map(_text, value.values()))
    )


def _messages(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(_sentence, value.values()))


def _one_of(*words: str) -> Callable[[object], bool]:
    return lambda value: value in words


def _link(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"https://\S+", value))


# Every key of rule.toml: what it must be, and how that is tested.
FIELDS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "code": ("LL and three digits", _code),
    "summary": (
        "a line that starts with a capital or a backtick, without full stop",
        _sentence,
    ),
    "default": ("true or false", lambda value: isinstance(value, bool)),
    "fix": ('"safe", "unsafe" or "none"', _one_of("safe", "unsafe", "none")),
    "generations": ("[2], [3] or [2, 3]", _generations),
    "reports-on": ("[2], [3] or [2, 3]", _generations),
    "fixed-generations": ("[2], [3] or [2, 3]", _generations),
    "backend": ('"tensorflow" or "jax"', _one_of("tensorflow", "jax")),
    "since": (
        "a version",
        lambda value: isinstance(value, str) and bool(re.fullmatch(r"\d+\.\d+\.\d+", value)),
    ),
    "over": ("a list of codes", _list_of(_code)),
    "references": ("a list of https links", _list_of(_link)),
    "messages": (
        "a table of lines that start with a capital or a backtick, without full stop",
        _messages,
    ),
    "keras2-since": ("the minor version of a Keras 2", lambda value: value in range(1, 16)),
    "multi-backend": ("a line", _text),
    "inapplicable": ("a table with a reason for keras2 or keras3", _by_generation),
    "observed": ("a table with a sentence for keras2 and keras3", _by_generation),
}
REQUIRED = {
    "code",
    "summary",
    "default",
    "fix",
    "generations",
    "since",
    "references",
    "messages",
}
