"""The versions that a README names: those to install, those tested with, those it speaks of.

Prose says less than what pip reads, and counts where nothing else names a version. What is only
spoken of tells when the code was written, not what it has to run on.
"""

from __future__ import annotations

import re

from layerlint.project.requirement import (
    Requirement,
    may_require,
    requirement,
    versions_of_images,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# More of a text is not read, in characters.
_MOST = 100_000
_NAME = r"(?P<name>tensorflow(?:[-_](?:gpu|cpu|macos))?|keras)"
_NUMBER = r"(?P<version>\d+\.\d+(?:\.\d+)?)(?![\w+]|\.[\w*])"
_VERSION = rf"[\s:=(`*]{{0,9}}v?{_NUMBER}"
# "2.4 to 2.18", "2.4 and later", "2.4, 2.9": more than the one version.
_MORE = r"\W{0,3}(?:to|or|and|through|up|until)?\W{0,3}(?:v?\d|above|later|newer|higher|up\b)"
_MORE += r"|\W?[-~+]|\s(?:to|or|up)\b"
_SAID = (
    # `pip install tensorflow==2.3.1`, wherever it stands.
    re.compile(rf"(?<![\w-]){_NAME} ?== ?{_NUMBER}", re.IGNORECASE),
    # "Tested with Python 3.8 and TensorFlow 2.4.1".
    re.compile(rf"\btested\b[^\n]{{0,80}}?(?<![\w-]){_NAME}{_VERSION}(?!{_MORE})", re.IGNORECASE),
    # A line of a list that is nothing else: "* TensorFlow 2.4", "- tensorflow-gpu: 1.15".
    re.compile(
        rf"^[ \t]{{0,9}}[-*+][ \t]{{1,9}}[`*]{{0,3}}{_NAME}[`*]{{0,3}}{_VERSION}[)`* \t]{{0,9}}$",
        re.IGNORECASE | re.MULTILINE,
    ),
)
# A picture that lists them: `badge/tensorflow-2.14%20%7C%202.15-blue`.
_LISTED = re.compile(
    r"/badge/(?P<name>tensorflow|keras)[-_]"
    r"(?P<versions>\d\.\d{1,2}(?:(?:%20|%7C|%2C|[|,/]){1,9}\d\.\d{1,2}){1,9})-\w",
    re.IGNORECASE,
)
_VERSION_LISTED = re.compile(r"(?:%20|%7C|%2C|[|,/])+|(\d\.\d{1,2})", re.IGNORECASE)
# "A TensorFlow 2.0 implementation of", "ported to keras 2.2.4".
_SPOKEN = re.compile(
    rf"(?<![\w./-])(?P<name>tensorflow|tf|keras)(?:[-_](?:gpu|cpu))?(?: version)?[-_\s:=(`*]{{0,9}}"
    rf"v?{_NUMBER}(?!{_MORE})",
    re.IGNORECASE,
)
# What in front of a version means that later ones, or earlier, are meant as well.
_OPEN = re.compile(
    r"(?:\b(?:above|after|before|from|least|min|minimum|no|not|since|than|until|without)\b|[<>≤≥])"
    r"[^\n.]{0,12}$",
    re.IGNORECASE,
)
# "TensorFlow 2.5+", "keras>=2.4", "at least TF 2.1", "TensorFlow 2.4 or later": any later one, too.
_LATER = re.compile(
    r"(?P<least>\bleast )?(?<![\w-])(?P<name>tensorflow|tf|keras)(?P<between>[^\n\d]{0,12})"
    r"(?P<version>\d+\.\d+)(?:\.\d+)?"
    r"(?P<more>(?:-\w{3})?\+|\s(?:or|and)\s(?:later|above|newer|higher|up)\b)?",
    re.IGNORECASE,
)
# The pictures of versions: `badge/TensorFlow-2.8-FF6F00`.
_BADGE = re.compile(rf"/badge/(?P<name>tensorflow|tf|keras)[-_]v?{_NUMBER}-\w", re.IGNORECASE)
# `conda create -n old python=3.6`.
_CONDA = re.compile(r"\bconda (?:create|install)\b[^\n]{0,80}\bpython ?==? ?(\d\.\d+)")


def versions_told(text: str) -> Iterator[Requirement]:
    """Yield the versions that a text tells its readers to use."""
    if not may_require(text):
        return
    for pattern in _SAID:
        for match in pattern.finditer(text[:_MOST]):
            found = requirement(f"{match['name']}=={match['version']}")
            if found is not None:
                yield found
    for match in _LISTED.finditer(text[:_MOST]):
        for version in filter(None, _VERSION_LISTED.findall(match["versions"])):
            yield Requirement(_package(match), f"=={version}")


def versions_spoken_of(text: str) -> Iterator[Requirement]:
    """Yield the versions that a text names in passing, or makes an environment with."""
    if not may_require(text):
        return
    text = text[:_MOST]
    for match in (*_SPOKEN.finditer(text), *_BADGE.finditer(text)):
        found = requirement(f"{_package(match)}=={match['version']}")
        if found is not None and not _OPEN.search(text[max(0, match.start() - 30) : match.start()]):
            yield found
    for match in _LATER.finditer(text):
        if match["least"] or match["more"] or {">", "≥"}.intersection(match["between"]):
            yield Requirement(_package(match), f">={match['version']}")
    for version in _CONDA.findall(text):
        found = requirement(f"python=={version}")
        if found is not None:
            yield found
    yield from versions_of_images(text)


def _package(match: re.Match[str]) -> str:
    return "keras" if match["name"].lower() == "keras" else "tensorflow"
