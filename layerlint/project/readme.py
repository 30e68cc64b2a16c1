"""The versions of TensorFlow and Keras that a README names: those to install, those tested with.

Prose says less than what pip reads, and counts where nothing else names a version.
"""

from __future__ import annotations

import re

from layerlint.project.requirement import Requirement, may_require, requirement

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


def versions_told(text: str) -> Iterator[Requirement]:
    """Yield the versions that a text tells its readers to use."""
    if not may_require(text):
        return
    for pattern in _SAID:
        for match in pattern.finditer(text[:_MOST]):
            found = requirement(f"{match['name']}=={match['version']}")
            if found is not None:
                yield found
