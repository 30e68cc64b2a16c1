"""What the bytes of a module tell without being parsed."""

from __future__ import annotations

import re

# The rest of a line up to something that is no comment: to stand in front of a pattern.
CODE = r"(?m:^)[^#\n]*?"
# In a pattern: all characters but some, and what may match the end of a line.
_ALL_BUT = re.compile(r"\[\^[^\[\]]*\]")
_MAY_MATCH_LINE_END = re.compile(r"\\[snWD]|\[\^|\(\?[a-z]*s")
_CLASS = re.compile(rb"class[ \t\f\\]")
_LINE_END = re.compile(rb"\r\n|\r|\n")
# TF_USE_LEGACY_KERAS switched on, in whatever way the environment is written to.
LEGACY_KERAS = re.compile(rb"TF_USE_LEGACY_KERAS[\"']\s*(?:\]\s*)?[=,]\s*[\"']?(?:1|[Tt]rue)\b")
_SWITCHED = re.compile(r"TF_USE_LEGACY_KERAS[\"'\]\s:=,]{1,9}(?:1|[Tt]rue)\b")
_IMPORTS_TF_KERAS = re.compile(rb"^[ \t]+(?:import|from)[ \t]+tf_keras\b", re.MULTILINE)
# What is asked for the version of Keras or TensorFlow that is installed.
_ASKS_FOR_VERSION = re.compile(
    rb"\b(?:getattr|hasattr)\(\s*(?:tf\.|tensorflow\.)?keras\s*,\s*[\"'](?:__)?version"
    rb"|\bkeras\.(?:version\(|__version__)|\b(?:tf|tensorflow)\.__version__"
)
# A choice that is left to whoever runs the program.
_ASKS_ENVIRONMENT = re.compile(rb"\b(?:environ|getenv)\b")
# `keras.ops` in an expression; no Keras 2 has it.
_KERAS_OPS = re.compile(rb"(?<![\w.])(?:tf\.)?keras\.ops\.\w")


def is_within_a_line(pattern: str) -> bool:
    """Tell whether it is plain that what a pattern matches ends on the line where it begins."""
    plain = _ALL_BUT.sub(lambda found: "" if r"\n" in found[0] else found[0], pattern)
    return _MAY_MATCH_LINE_END.search(plain) is None


def sets_legacy_keras(data: bytes) -> bool:
    """Tell whether a module switches TF_USE_LEGACY_KERAS on."""
    return _mentions(data, b"TF_USE_LEGACY_KERAS", LEGACY_KERAS)


def switched_in_text(text: str) -> bool:
    """Tell whether a text of any kind, that of a Dockerfile, has TF_USE_LEGACY_KERAS set."""
    return _SWITCHED.search(text) is not None


def picks_tf_keras(data: bytes) -> bool:
    """Tell whether a module imports `tf_keras` where another version is installed as `keras`.

    Such a module means Keras 2 in either case: `import tf_keras as keras` where the version of
    `tf.keras` begins with a 3, and `tf.keras` itself where it does not.
    """
    return (
        _mentions(data, b"tf_keras", _IMPORTS_TF_KERAS)
        and _ASKS_FOR_VERSION.search(data) is not None
        and _ASKS_ENVIRONMENT.search(data) is None
    )


def uses_keras_ops(data: bytes) -> bool:
    """Tell whether `keras.ops` is spelled out in a module."""
    return _mentions(data, b"keras.ops.", _KERAS_OPS)


def class_lines(data: bytes) -> list[int]:
    """Return the numbers of the lines that may start a class."""
    lines, line, position = [], 1, 0
    for match in _CLASS.finditer(data):
        line += len(_LINE_END.findall(data, position, match.start()))
        position = match.start()
        lines.append(line)
    return lines


def _mentions(data: bytes, word: bytes, pattern: re.Pattern[bytes]) -> bool:
    """Search for a pattern only where the word that it contains occurs."""
    return word in data and pattern.search(data) is not None
