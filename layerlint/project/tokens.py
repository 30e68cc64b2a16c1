"""Reads import statements and class headers token by token, each byte once."""

from __future__ import annotations

import re
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # An imported name and its alias.
    Alias = tuple[str, str | None]

TOKEN = re.compile(rb"[ \t\f]+|#[^\n]*|\\\n|\w+|[^\x00-\x7f]+|[\s\S]")
PLAIN_CLASS = re.compile(rb" +(?P<name>[A-Za-z_]\w*)(?:\((?P<bases>[\w., ]*)\))?:")
OPENING, CLOSING = frozenset((b"(", b"[", b"{")), frozenset((b")", b"]", b"}"))
# Stands for a string; the other for one that is not followed to its end here.
STRING, UNCLEAR = b"''", b"'"
# Calls that never give a layer class back.
RECORDS = frozenset({b"namedtuple", b"NamedTuple", b"TypedDict", b"NewType"})


def read_import(
    text: bytes, start: int, bound: int, keyword: bytes
) -> tuple[str | None, list[Alias], bool | None]:
    """Return the module of a `from`, the names that are imported, and whether this is unsure.

    `start` is behind the keyword. The last is None where the statement did not end before `bound`.
    """
    tokens = _tokens(text, start, bound)
    origin = None
    if keyword == b"from":
        parts: list[bytes] = []
        for token in tokens:
            if token == b"import":
                break
            if not (_is_word(token) or token == b"." or token > b"\x7f"):
                return None, [], False
            parts.append(token)
        else:
            return None, [], None
        if not all(part.isascii() for part in parts):
            return None, [], True
        origin = b"".join(parts).decode()
    items, ended = _items(tokens)
    unsure = any(not token.isascii() for item in items for token in item)
    names = [alias for alias in map(_alias, items) if alias is not None]
    return origin, names, True if unsure else False if ended else None


def read_plain_class(text: bytes, start: int) -> tuple[str, tuple[str, ...]] | None:
    """Return what `read_class` does for a header with names in one line; None where it has more."""
    header = PLAIN_CLASS.match(text, start)
    if header is None:
        return None
    names = [base.strip(b" ").decode() for base in (header["bases"] or b"").split(b",")]
    bases = tuple(filter(None, names))
    return (header["name"].decode(), bases) if all(map(_is_dotted, bases)) else None


def read_plain_import(
    text: bytes, start: int, keyword: bytes
) -> tuple[str | None, list[Alias], bool] | None:
    """Return the same for an import that fills a line of its own; None where it is not plain.

    Most imports are plain, and need not be taken apart token by token.
    """
    end = text.find(b"\n", start)
    line = text[start : end if end >= 0 else len(text)]
    if not line.isascii():
        return None
    origin, listed = None, line.decode()
    if keyword == b"from":
        before, _, listed = listed.partition(" import ")
        origin = before.strip(" ")
        if not _is_dotted(origin.lstrip(".") or "_"):
            return None
    names: list[Alias] = []
    for item in listed.split(","):
        match item.split():
            case [name] if _is_dotted(name) or (name == "*" and origin is not None):
                names.append((name, None))
            case [name, "as", alias] if _is_dotted(name) and alias.isidentifier():
                names.append((name, alias))
            case _:
                return None
    return origin, names, False


def _is_dotted(name: str) -> bool:
    return all(map(str.isidentifier, name.split(".")))


def read_class(
    text: bytes, start: int, bound: int
) -> tuple[str | None, tuple[str, ...] | None] | None:
    """Return the name of a class and the dotted names in its bases; None where there is no class.

    `start` is behind the keyword. The name is None when it has letters that are not ASCII, the
    bases are None when they cannot be read, or are not followed by a colon: somebody may be at it.
    """
    tokens = _tokens(text, start, bound)
    name: list[bytes] = []
    token = next(tokens, b"")
    while _is_word(token) or token > b"\x7f":
        name.append(token)
        token = next(tokens, b"")
    ascii_only = all(map(bytes.isascii, name))
    if not name or (ascii_only and len(name) > 1):
        return None
    shown = name[0].decode() if ascii_only else None
    listed: list[bytes] = []
    opened = False
    for opening in (b"[", b"("):
        # Type parameters come before the bases, which are what is listed last.
        listed = []
        opened = token == opening
        if opened:
            inner = _bracketed(tokens)
            if inner is None:
                return shown, None
            listed, token = inner, next(tokens, b"")
    if token == b":":
        return shown, _bases(listed)
    return (shown, None) if opened else None


def _tokens(text: bytes, position: int, bound: int) -> Iterator[bytes]:
    """Yield the tokens but blanks, comments and joined lines; strings as one token."""
    while position < bound:
        match = TOKEN.match(text, position, bound)
        if match is None:
            return
        token, position = match[0], match.end()
        if token in (b'"', b"'"):
            position, token = _string(text, match.start(), bound)
        elif token[0] in b" \t\f#\\":
            continue
        yield token


def _string(text: bytes, start: int, bound: int) -> tuple[int, bytes]:
    """Return the end of a string, and the token that stands for it."""
    quote = text[start : start + 1]
    if text.startswith(quote * 3, start):
        quote *= 3
    begin = start + len(quote)
    end = text.find(quote, begin, bound)
    if end < 0 or b"\\" in text[begin:end] or (len(quote) == 1 and b"\n" in text[begin:end]):
        return bound, UNCLEAR
    return end + len(quote), STRING


def _items(tokens: Iterator[bytes]) -> tuple[list[list[bytes]], bool]:
    """Return what is listed between commas, and whether the list came to its end."""
    items: list[list[bytes]] = [[]]
    inside = False
    for token in tokens:
        if token == b"(" and items == [[]] and not inside:
            inside = True
        elif token == b"\n" and inside:
            continue
        elif token in (b"\n", b";", b")"):
            return items, True
        elif token == b",":
            items.append([])
        else:
            items[-1].append(token)
    return items, not inside


def _alias(item: Sequence[bytes]) -> Alias | None:
    """Return the name and the alias, None where the tokens are something else."""
    if list(item) == [b"*"]:
        return "*", None
    name, alias = item, None
    if len(item) > 2 and item[-2] == b"as":
        name, alias = item[:-2], item[-1]
    words, dots = name[::2], name[1::2]
    if len(words) == len(dots) or any(dot != b"." for dot in dots):
        return None
    if not all(map(_is_word, words)) or (alias is not None and not _is_word(alias)):
        return None
    return b"".join(name).decode(), alias.decode() if alias is not None else None


def _bracketed(tokens: Iterator[bytes]) -> list[bytes] | None:
    """Return the tokens up to the bracket that closes; None where they cannot be told."""
    depth = 1
    found: list[bytes] = []
    for token in tokens:
        if token == UNCLEAR:
            return None
        depth += (token in OPENING) - (token in CLOSING)
        if depth == 0:
            return found
        if token != b"\n":
            found.append(token)
    return []


def _bases(tokens: Sequence[bytes]) -> tuple[str, ...] | None:
    """Return the dotted names in the bases, None where some base is more than names."""
    names: list[str] = []
    for base in _split(tokens):
        found = _names(base)
        if found is None:
            return None
        names += found
    return tuple(names)


def _split(tokens: Sequence[bytes]) -> Iterator[list[bytes]]:
    depth = 0
    part: list[bytes] = []
    for token in tokens:
        depth += (token in OPENING) - (token in CLOSING)
        if token == b"," and depth == 0:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _names(base: Sequence[bytes]) -> list[str] | None:
    """Return the names in one base; keywords and starred lists are never layers."""
    if not base or base[0] == b"*" or base[1:2] == [b"="]:
        return []
    if any(not token.isascii() for token in base):
        return None
    called = {before for before, token in pairwise(base) if token == b"("}
    called = {token for token in called if _is_word(token) or token in CLOSING}
    if called and called <= RECORDS:
        return []
    if called - RECORDS - {b"with_metaclass"}:
        return None
    names: list[str] = []
    before = b""
    for token in base:
        if token == b"." and before in CLOSING:
            return None
        if _is_word(token):
            if before == b"." and names:
                names[-1] += f".{token.decode()}"
            else:
                names.append(token.decode())
        before = token
    return names


def _is_word(token: bytes) -> bool:
    return token[:1].isalpha() or token[:1] == b"_"
