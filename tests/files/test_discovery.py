"""Which files a run looks at."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def files(run, tmp_path: Path):
    """The files that `--show-files` lists."""

    def shown(*arguments: str, cwd: Path | None = None) -> list[str]:
        finished = run("check", "--show-files", *arguments, cwd=cwd)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout.splitlines()

    return shown


def touch(directory: Path, *names: str) -> None:
    for name in names:
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_python_files_are_found_and_sorted(files, tmp_path: Path) -> None:
    touch(tmp_path, "b.py", "a/z.py", "a/y.pyi", "a/x.txt", "c.ipynb", "noext")
    assert files() == ["a/z.py", "b.py", "c.ipynb"]


def test_paths_are_shown_as_they_were_given(files, tmp_path: Path) -> None:
    touch(tmp_path, "pkg/a.py")
    assert files("pkg") == ["pkg/a.py"]
    assert files("./pkg/") == ["pkg/a.py"]
    assert files(str(tmp_path / "pkg")) == [str(tmp_path / "pkg" / "a.py")]
    assert files("../pkg", cwd=tmp_path / "pkg") == ["../pkg/a.py"]


def test_a_file_given_by_name_is_checked_whatever_it_is_called(files, tmp_path: Path) -> None:
    touch(tmp_path, "script")
    assert files("script") == ["script"]


@pytest.mark.parametrize("name", [".git", ".venv", "node_modules", "site-packages", "dist"])
def test_what_nobody_wants_checked_is_left_out(files, tmp_path: Path, name: str) -> None:
    touch(tmp_path, f"{name}/a.py", f"deep/{name}/a.py", "b.py")
    assert files() == ["b.py"]


def test_a_directory_given_by_name_is_searched_although_excluded(files, tmp_path: Path) -> None:
    touch(tmp_path, "site-packages/pkg/a.py")
    assert files("site-packages/pkg") == ["site-packages/pkg/a.py"]


def test_exclude_replaces_the_defaults_and_extend_exclude_adds(files, tmp_path: Path) -> None:
    touch(tmp_path, "dist/a.py", "vendored/b.py", "c.py")
    assert files("--exclude", "vendored") == ["c.py", "dist/a.py"]
    assert files("--extend-exclude", "vendored") == ["c.py"]


def test_include_decides_what_counts_as_python(files, tmp_path: Path) -> None:
    touch(tmp_path, "a.py", "scripts/run", "scripts/b.py")
    assert files("--config", "include = ['scripts/*']") == ["scripts/b.py", "scripts/run"]


def test_excluded_files_given_by_name_are_checked_unless_forced(files, tmp_path: Path) -> None:
    touch(tmp_path, "vendored/a.py", "b.py")
    arguments = ("--exclude", "vendored", "vendored/a.py", "b.py")
    assert files(*arguments) == ["b.py", "vendored/a.py"]
    assert files("--force-exclude", *arguments) == ["b.py"]
    assert files("--force-exclude", "--exclude", "vendored", "vendored") == []


def test_gitignore_is_respected(files, tmp_path: Path) -> None:
    touch(tmp_path, ".git/HEAD", "build/a.py", "src/b.py", "src/gen_c.py", "src/deep/gen_d.py")
    (tmp_path / ".gitignore").write_text("/build\ngen_*.py\n")
    assert files() == ["src/b.py"]
    assert files("--no-respect-gitignore") == [
        "build/a.py",
        "src/b.py",
        "src/deep/gen_d.py",
        "src/gen_c.py",
    ]


def test_nested_gitignores_add_and_take_back(files, tmp_path: Path) -> None:
    touch(tmp_path, ".git/HEAD", "gen_a.py", "src/gen_b.py", "src/c.py")
    (tmp_path / ".gitignore").write_text("gen_*.py\n")
    (tmp_path / "src" / ".gitignore").write_text("!gen_b.py\nc.py\n")
    assert files() == ["src/gen_b.py"]


def test_gitignores_above_hold_within_the_repository(files, tmp_path: Path) -> None:
    touch(tmp_path, ".git/HEAD", "src/gen_a.py", "src/b.py")
    (tmp_path / ".gitignore").write_text("gen_*.py\n")
    assert files("src") == ["src/b.py"]
    assert files(".", cwd=tmp_path / "src") == ["b.py"]


def test_gitignores_above_do_not_count_without_a_repository(files, tmp_path: Path) -> None:
    touch(tmp_path, "src/a.py")
    (tmp_path / ".gitignore").write_text("a.py\n")
    assert files("src") == ["src/a.py"]


def test_the_exclude_file_of_git_is_respected(files, tmp_path: Path) -> None:
    touch(tmp_path, ".git/info/exclude", "a.py", "b.py")
    (tmp_path / ".git" / "info" / "exclude").write_text("a.py\n")
    assert files() == ["b.py"]


def test_links_to_directories_are_not_followed(files, tmp_path: Path) -> None:
    touch(tmp_path, "pkg/a.py")
    (tmp_path / "pkg" / "again").symlink_to(tmp_path / "pkg")
    (tmp_path / "dir.py").symlink_to(tmp_path / "pkg")
    assert files() == ["pkg/a.py"]
