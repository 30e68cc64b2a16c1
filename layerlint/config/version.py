"""`required-version`: does this version of layerlint satisfy a specifier?"""

from __future__ import annotations

from layerlint import __version__
from layerlint.failure import Failure

# Nobody writes more, and the patterns of `packaging` are not linear.
LONGEST = 200


def require(specifier: str) -> None:
    """Fail unless the running version satisfies `specifier`, for instance `>=0.1,<2`.

    A version alone stands for `==` with it.
    """
    # Costs 10 ms at start-up, and few configurations ask.
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    written = ",".join(map(_compared, specifier[: LONGEST + 1].split(",")))
    try:
        if not specifier.strip() or len(specifier) > LONGEST:
            raise InvalidSpecifier(specifier)
        satisfied = SpecifierSet(written).contains(__version__, prereleases=True)
    except ValueError:
        raise Failure(
            f"`required-version` is not a version specifier: {_shortened(specifier)}",
            'write for instance ">=0.1" or "==0.1.0"',
        ) from None
    if not satisfied:
        raise Failure(
            f"required version {specifier} does not match the running version {__version__}"
        )


def _compared(clause: str) -> str:
    word = clause.strip()
    return f"=={word}" if word[:1].isalnum() else clause


def _shortened(specifier: str) -> str:
    return repr(specifier if len(specifier) <= 60 else f"{specifier[:57]}...")
