"""One requirement: which package it is about, and which versions it allows."""

from __future__ import annotations

import re
from functools import lru_cache

from layerlint.facts.dependents import ENDED, TIED_TO_KERAS_2

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from packaging.version import Version

# No requirement is longer, and the patterns of `packaging` need not be linear.
LONGEST = 300
_TENSORFLOW = """
    tensorflow tensorflow-aarch64 tensorflow-base tensorflow-cpu tensorflow-cpu-aws tensorflow-eigen
    tensorflow-gpu tensorflow-intel tensorflow-macos tensorflow-mkl tensorflow-rocm
    intel-tensorflow intel-tensorflow-avx512 tf-nightly tf-nightly-cpu tf-nightly-gpu
"""
# The distributions that bring one of the packages, by their normalised names.
DISTRIBUTIONS = {
    "keras": "keras",
    "tf-keras": "tf-keras",
    "tf-keras-nightly": "tf-keras",
    **dict.fromkeys(_TENSORFLOW.split(), "tensorflow"),
    **{name: name for name in TIED_TO_KERAS_2},
}
# One of these is in the name of each of them.
_WORDS = ("tensorflow", "keras", "nightly", "numpy", "numba", "h5py", "python")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
EXTRAS = re.compile(r"\[[^\[\]]*\]")
SEPARATORS = re.compile(r"[-_.]+")
# `>=2.4.*` was taken in its time.
OLD_WILDCARD = re.compile(r"([<>]=?\s*[0-9.]*[0-9])\.\*")
# A version at the end of an address, or in the name of a file there.
IN_ADDRESS = re.compile(r"[-@/]v?(\d+(?:\.\d+){1,3})(?![\w.])")
EGG = re.compile(r"#egg=([\w.-]+)")
PYTHONS = tuple(f"3.{minor}" for minor in range(6, 16))
# An image of NVIDIA, by year and month, `nvidia/tensorflow:21.07-tf2-py3`, and what is built on it,
# `name/tensorflow:ngc-22.08-tf2`.
_IMAGE = re.compile(r"\b(?:nvidia/tensorflow:|ngc-)(\d\d)\.(\d\d)-tf[12]\b")
# Versions of TensorFlow, each with the year and the month of its release: no older image has it.
_RELEASED = {(22, 11): "2.11", (24, 3): "2.16"}
# A marker that asks for the version of Python and nothing else.
PYTHON_MARKER = re.compile(r"""\s*python_version\s*([<>=!~]+)\s*["']([\d.*]+)["']\s*""")


class Requirement:
    """A requirement: `package` is tensorflow, keras, tf-keras or what is tied to their versions.

    `specifier` is empty for any version. `ended` is the distribution of TensorFlow that it names
    where that is made no more. `optional` is set where the project can be installed without it.
    """

    __slots__ = ("ended", "optional", "package", "specifier")

    def __init__(self, package: str, specifier: str, *, ended: str = "") -> None:
        self.package = package
        self.specifier = specifier
        self.ended = ended
        self.optional = False

    def __repr__(self) -> str:
        return f"Requirement({self.asked!r}, {self.specifier!r}, optional={self.optional})"

    @property
    def asked(self) -> str:
        """What is asked for, in words of a message."""
        return f"{self.ended}, which ended" if self.ended else f"{self.package}{self.specifier}"


def package_of(name: str) -> str | None:
    """Return which of the packages a distribution of that name brings, if any."""
    return DISTRIBUTIONS.get(_normalised(name))


def _normalised(name: str) -> str:
    return SEPARATORS.sub("-", name).lower()


def may_require(text: str) -> bool:
    """Tell whether a text may name one of the packages at all."""
    lower = text.lower()
    return any(word in lower for word in _WORDS)


def requirement(line: str) -> Requirement | None:
    """Return what a line requires as pip reads it; None where that is none of the packages.

    Lines that are no requirements, or wrong ones, are passed over.
    """
    if not may_require(line[: 4 * LONGEST]):
        return None
    text = " ".join(line[: 4 * LONGEST].split())
    text = text.partition(" #")[0].partition(" --")[0][:LONGEST]
    if "://" in text.partition("@")[0]:
        return _of_address(text)
    match = NAME.match(text)
    package = None if match is None else package_of(match[0])
    if match is None or package is None:
        return None
    rest = EXTRAS.sub("", text[match.end() :], count=1).strip()
    return _limited(_normalised(match[0]), _wanted(package, rest))


def _wanted(package: str, rest: str) -> Requirement | None:
    """Return what is wanted of a package, from what stands behind its name."""
    if not rest:
        return Requirement(package, "")
    if rest.startswith("@"):
        return Requirement(package, _version_in(rest[1:].partition(" ;")[0]))
    return _parsed(package, rest)


def _limited(name: str, found: Requirement | None) -> Requirement | None:
    """Return a requirement with the limit of a distribution that is made no more."""
    if found is None or name not in ENDED:
        return found
    limited = ",".join(filter(None, (found.specifier, f"<{ENDED[name]}")))
    return Requirement(found.package, limited, ended=name)


def version_of(package: str, version: str) -> Requirement | None:
    """Return the requirement of one version of a package, as a lock has it."""
    return _parsed(package, f"=={version[:LONGEST]}") if version else None


def versions_of_images(text: str) -> Iterator[Requirement]:
    """Yield the TensorFlow of the images of NVIDIA that are named, as their age limits it."""
    for year, month in _IMAGE.findall(text):
        for released, version in _RELEASED.items():
            if (int(year), int(month)) < released:
                yield Requirement("tensorflow", f"<{version}")
                break


def _parsed(package: str, text: str) -> Requirement | None:
    """Return a requirement whose specifier can be read, and that holds on some Python 3."""
    # Costs 10 ms, its reader of whole requirements ten times that; most files name no version.
    from packaging.specifiers import SpecifierSet

    specifier, _, marker = text.partition(";")
    specifier = specifier.strip()
    if specifier.startswith("(") and specifier.endswith(")"):
        specifier = specifier[1:-1]
    for attempt in (specifier, OLD_WILDCARD.sub(r"\1", specifier)):
        try:
            read = SpecifierSet(attempt)
        except ValueError:
            continue
        only = PYTHON_MARKER.fullmatch(marker)
        if only is not None and not _applies(only[1] + only[2]):
            return None
        return Requirement(package, str(read))
    return None


def _applies(python: str) -> bool:
    """Tell whether some Python 3 is one of those that a marker asks for."""
    from packaging.specifiers import SpecifierSet

    try:
        allowed = SpecifierSet(python)
    except ValueError:
        return True
    return any(map(allowed.contains, PYTHONS))


def _of_address(text: str) -> Requirement | None:
    """Return what an address alone requires: its `#egg`, or the name of its file."""
    egg = EGG.search(text)
    file = text.partition("?")[0].rpartition("/")[2].partition("@")[0].removesuffix(".git")
    package = package_of(egg[1] if egg else file.partition("-")[0])
    return None if package is None else Requirement(package, _version_in(text))


def _version_in(address: str) -> str:
    found = IN_ADDRESS.findall(address.partition("#")[0])
    return f"=={found[-1]}" if found else ""


@lru_cache(maxsize=256)
def allows_any(specifier: str, versions: tuple[str, ...]) -> bool:
    """Tell whether a specifier allows one of `versions`, or one between the first and the last."""
    from packaging.specifiers import SpecifierSet
    from packaging.version import parse

    allowed = SpecifierSet(specifier)
    first, last = parse(versions[0]), parse(versions[-1])
    named = [version for one in allowed for version in _named(one.version)]
    if any(first <= one <= last and allowed.contains(one, prereleases=True) for one in named):
        return True
    return any(allowed.contains(version, prereleases=True) for version in versions)


def _named(text: str) -> list[Version]:
    from packaging.version import InvalidVersion, parse

    try:
        return [parse(text.removesuffix(".*"))]
    except InvalidVersion:
        return []  # `===` takes any text
