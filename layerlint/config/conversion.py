"""From what TOML holds to what an option means, or the sentence that says why not."""

from __future__ import annotations

import os
import re

from layerlint.failure import did_you_mean
from layerlint.files.globs import BadPattern, Glob

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from layerlint.config.option import Option

    Meaning = TypeVar("Meaning")

# No option counts anything of which there are more.
LARGEST = 10_000
# Of a value that is quoted in a message.
SHOWN = 60
# A requirement on Keras, as far as it tells its generations apart.
REQUIREMENT = (
    r"^(?=.)(?:(==|~=|>=)?\s*([23])(?:\.(?:[0-9]{1,4}|\*)){0,3})?"
    r"(?:(?:^|\s*,)\s*<\s*([34])(?:\.0){0,2})?$"
)
ADDRESS = r"^(?:https?|file)://[^\s\x00-\x20\x7f]+$"
# What an address may hold in place of a rule's own.
PLACES = frozenset({"code", "name", "family"})


class WrongType(Exception):
    """A value that its option does not take; the message ends a sentence that names the option.

    `at` is the key within a table whose value is wrong.
    """

    def __init__(self, message: str, hint: str | None = None, *, at: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint
        self.at = at


def normalise(option: Option, value: object, directory: str) -> object:
    """The meaning of a raw value; patterns and paths are relative to `directory`."""
    if option.kind == "ignores":
        return _ignores(value, directory)
    if option.kind == "choice":
        return _choice(option, value)
    if option.kind == "generation":
        return _choice(option, _generation(value))
    if option.kind == "address":
        return _address(value)
    if option.kind == "severities":
        return _severities(option, value)
    if option.kind in ("path", "environment"):
        path = _plain("string", value)
        if path:
            return _path(path, directory)
        # Without one is a choice of its own, where there is a default that is found.
        return None if option.kind == "path" else ""
    if option.kind in ("boolean", "integer", "string"):
        return _plain(option.kind, value)
    strings = _strings(value)
    if option.kind == "names":
        return _names(strings)
    if option.kind == "globs":
        return tuple(_glob(pattern, directory) for pattern in strings)
    if option.kind == "paths":
        return tuple(_path(path, directory) for path in strings)
    return strings


def _path(value: object, directory: str) -> str:
    if "\0" in str(value):
        raise WrongType("the name of a directory cannot hold a NUL character")
    return os.path.normpath(os.path.join(directory, os.path.expanduser(str(value))))


def _plain(kind: str, value: object) -> object:
    expected = {"boolean": bool, "integer": int, "string": str}[kind]
    if type(value) is not expected:
        raise WrongType(f"expected {_article(kind)}, found {_described(value)}")
    if kind == "integer" and isinstance(value, int) and value < 0:
        raise WrongType("expected a number that is not negative")
    if kind == "integer" and isinstance(value, int) and value > LARGEST:
        raise WrongType(f"expected a number of at most {LARGEST}, found {_described(value)}")
    return value


def _choice(option: Option, value: object) -> str:
    if isinstance(value, str) and value in option.choices:
        return value
    expected = ", ".join(f'"{choice}"' for choice in option.choices)
    hint = did_you_mean(value, option.choices) if isinstance(value, str) else None
    raise WrongType(f"expected one of {expected}, found {_described(value)}", hint)


def _generation(value: object) -> object:
    """The generations that a requirement allows; any other value as it is."""
    # A generation is as naturally written `3` as "3".
    text = str(value) if type(value) is int and abs(value) <= LARGEST else value
    match = re.fullmatch(REQUIREMENT, text) if isinstance(text, str) else None
    if match is None:
        return value
    relation, lowest, below = match.groups()
    first = int(lowest or 2)
    last = 3 if relation == ">=" or lowest is None else first
    if below is not None:
        last = min(last, int(below) - 1)
    if first > last:
        return value
    return str(first) if first == last else "both"


def _address(value: object) -> str | None:
    text = str(_plain("string", value))
    if not text:
        return None
    if re.fullmatch(ADDRESS, text) is None:
        hint = 'write for instance "https://docs.example.org/layerlint"'
        raise WrongType(f"expected an address, found {_described(value)}", hint)
    for place in re.findall(r"\{([^{}]*)\}", text):
        if place not in PLACES:
            known = ", ".join(f"`{{{name}}}`" for name in sorted(PLACES))
            raise WrongType(f"`{{{place}}}` stands for nothing: there are {known}")
    return text.rstrip("/")


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        hint = f'write ["{value}"]' if isinstance(value, str) and len(value) <= SHOWN else None
        raise WrongType(f"expected a list of strings, found {_described(value)}", hint)
    for item in value:
        if not isinstance(item, str):
            raise WrongType(f"expected a list of strings, found {_described(item)} in it")
    return tuple(value)


def _ignores(value: object, directory: str) -> tuple[tuple[Glob, tuple[str, ...]], ...]:
    if isinstance(value, tuple):
        return value
    if not isinstance(value, dict):
        raise WrongType(f"expected a table, found {_described(value)}")
    return tuple((_glob(key, directory), _within(key, _strings, value[key])) for key in value)


def _glob(pattern: str, directory: str) -> Glob:
    try:
        return Glob(pattern, directory)
    except BadPattern as error:
        raise WrongType(f"not a pattern: {error}") from error


def _names(strings: tuple[str, ...]) -> tuple[str, ...]:
    for name in strings:
        if not all(part.isidentifier() for part in name.split(".")):
            raise WrongType(f'"{name}" is not the dotted name of a class')
    return strings


def _severities(option: Option, value: object) -> tuple[tuple[str, str], ...]:
    if isinstance(value, tuple):
        return value
    if not isinstance(value, dict):
        raise WrongType(f"expected a table, found {_described(value)}")
    return tuple(
        (key, _within(key, lambda item: _choice(option, item), value[key])) for key in value
    )


def _within(key: str, meaning: Callable[[object], Meaning], value: object) -> Meaning:
    """The meaning of the value of a key of a table."""
    try:
        return meaning(value)
    except WrongType as error:
        raise WrongType(str(error), error.hint, at=key) from None


def _described(value: object) -> str:
    if isinstance(value, str):
        return f'the string "{value if len(value) <= SHOWN else value[: SHOWN - 3] + "..."}"'
    if isinstance(value, bool):
        return f"the boolean {str(value).lower()}"
    if isinstance(value, int) and value.bit_length() > 64:
        return "a number with very many digits"  # Python refuses to write those with thousands
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else f"a {type(value).__name__}"


def _article(kind: str) -> str:
    return {"boolean": "a boolean", "integer": "an integer", "string": "a string"}[kind]
