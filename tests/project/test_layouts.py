"""A base class is found from wherever the file is linted, however the project is laid out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

BASE = "import keras\n\n\nclass Base(keras.layers.Layer):\n    pass\n"
CHILD = "\n\nclass Child(Base):\n    pass\n"
SITE = ".venv/lib/python3.11/site-packages"

LAYOUTS: dict[str, tuple[str, dict[str, str]]] = {
    "a package beside the marker": (
        "net/sub/impl.py",
        {
            "setup.py": "",
            "net/__init__.py": "",
            "net/base.py": BASE,
            "net/sub/__init__.py": "",
            "net/sub/impl.py": f"from ..base import Base{CHILD}",
        },
    ),
    "tests deep below a project with src": (
        "tests/a/b/c/d/case.py",
        {
            "pyproject.toml": "[project]\nname = 'net'\n",
            "src/net/__init__.py": "",
            "src/net/base.py": BASE,
            "tests/a/b/c/d/case.py": f"from net.base import Base{CHILD}",
        },
    ),
    "a program that lies in a package, beside what it imports": (
        "net/train.py",
        {
            "setup.py": "",
            "net/__init__.py": "",
            "net/base.py": BASE,
            "net/train.py": f"from base import Base{CHILD}",
        },
    ),
    "a folder of tests that is named like the package": (
        "tests/net/case.py",
        {
            ".git/HEAD": "",
            "net/__init__.py": "",
            "net/base.py": BASE,
            "tests/net/__init__.py": "",
            "tests/net/case.py": f"from net.base import Base{CHILD}",
        },
    ),
    "two distributions of one repository, each with its own section": (
        "packages/app/src/app/impl.py",
        {
            ".git/HEAD": "",
            "packages/app/pyproject.toml": "[tool.layerlint]\ntarget-keras = 'auto'\n",
            "packages/core/pyproject.toml": "[tool.layerlint]\ntarget-keras = 'auto'\n",
            "packages/core/src/core_nn/__init__.py": "",
            "packages/core/src/core_nn/base.py": BASE,
            "packages/app/src/app/__init__.py": "",
            "packages/app/src/app/impl.py": f"from core_nn.base import Base{CHILD}",
        },
    ),
    "one namespace over two distributions": (
        "packages/app/company/app/impl.py",
        {
            ".git/HEAD": "",
            "packages/app/setup.py": "",
            "packages/core/setup.py": "",
            "packages/core/company/core/__init__.py": "",
            "packages/core/company/core/base.py": BASE,
            "packages/app/company/app/__init__.py": "",
            "packages/app/company/app/impl.py": f"from company.core.base import Base{CHILD}",
        },
    ),
    "a root that is itself a package": (
        "sub/impl.py",
        {
            ".git/HEAD": "",
            "__init__.py": "",
            "base.py": BASE,
            "sub/__init__.py": "",
            "sub/impl.py": f"from project.base import Base{CHILD}",
        },
    ),
    "a project's environment, for a script in no package": (
        "script.py",
        {
            ".git/HEAD": "",
            f"{SITE}/bases/__init__.py": BASE,
            "script.py": f"from bases import Base{CHILD}",
        },
    ),
    "an editable installation from outside the repository": (
        "script.py",
        {
            ".git/HEAD": "",
            f"{SITE}/__editable__.bases.pth": "import sys\n../../../../../elsewhere/src\n",
            "../elsewhere/src/bases/__init__.py": BASE,
            "script.py": f"from bases import Base{CHILD}",
        },
    ),
    "an editable installation with a finder": (
        "script.py",
        {
            ".git/HEAD": "",
            f"{SITE}/__editable__.bases.pth": "import __editable___bases_1_0_finder\n",
            f"{SITE}/__editable___bases_1_0_finder.py": (
                "from x import y\nMAPPING: dict[str, str] = {'bases': '{elsewhere}/bases'}\n"
            ),
            "../elsewhere/bases/__init__.py": BASE,
            "script.py": f"from bases import Base{CHILD}",
        },
    ),
    "a package that is linked into the project": (
        "script.py",
        {
            ".git/HEAD": "",
            "../elsewhere/bases/__init__.py": BASE,
            "bases": "-> ../elsewhere/bases",
            "script.py": f"from bases import Base{CHILD}",
        },
    ),
    "a folder beside a module of its name": (
        "nn/impl.py",
        {".git/HEAD": "", "nn.py": "", "nn/impl.py": f"{BASE}{CHILD}"},
    ),
    "a module that is called like the package it lies in": (
        "net/model/net.py",
        {
            ".git/HEAD": "",
            "train.py": "from net.model.net import Child\n",
            "net/model/parts/bases.py": BASE,
            "net/model/net.py": f"from .parts.bases import Base{CHILD}",
        },
    ),
}


@pytest.mark.parametrize("place", ["root", "folder", "elsewhere", "one file from elsewhere"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_finds_the_base_from_every_directory(tmp_path: Path, layout: str, place: str) -> None:
    name, files = LAYOUTS[layout]
    project = written(tmp_path / "project", files)
    file = project / name
    directory, path = {
        "root": (project, "."),
        "folder": (file.parent, file.name),
        "elsewhere": (Path("/"), str(project)),
        "one file from elsewhere": (Path("/"), str(file)),
    }[place]
    assert " layer Child < " in layers(directory, path)


def test_a_line_of_code_in_a_path_file_is_not_taken_for_a_directory(tmp_path: Path) -> None:
    files = {
        ".git/HEAD": "",
        f"{SITE}/a.pth": "import bases\n#bases\n\0\n",
        f"{SITE}/import bases/late/__init__.py": BASE,
        "script.py": f"from late import Base{CHILD}",
    }
    project = written(tmp_path / "project", files)
    assert layers(project, ".") == ""


def written(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("-> "):
            path.symlink_to(text[3:])
        else:
            path.write_text(text.replace("{elsewhere}", str(root.parent / "elsewhere")))
    return root


def layers(directory: Path, path: str) -> str:
    command = [sys.executable, "-m", "layerlint", "layers", path]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
