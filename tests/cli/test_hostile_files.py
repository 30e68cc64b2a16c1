"""What a stranger's repository may hold: nothing of it stops the run, and the rest is checked."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ONE_RULE = ("--isolated", "--select", "LL102", "--output-format", "concise")
IMPORTING = "from base import Base\n\n\nclass Derived(Base):\n    pass\n"


def checked(run, *arguments: str, **options):
    """The finished run over the directory, of which nothing was a traceback."""
    finished = run(*(arguments or (*ONE_RULE, ".")), **options)
    assert "Traceback" not in finished.stdout + finished.stderr
    assert finished.returncode in (0, 1, 2)
    return finished


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: os.mkfifo(path), "it is a named pipe, not a file"),
        (lambda path: path.symlink_to("/dev/zero"), "it is a device, not a file"),
        (lambda path: path.symlink_to(path.name), "Too many levels of symbolic links"),
        (lambda path: path.symlink_to("nowhere"), "No such file or directory"),
        (lambda path: path.symlink_to("x" * 300), "File name too long"),
    ],
    ids=["fifo", "zero", "loop", "dangling", "long"],
)
def test_what_is_no_file_is_a_diagnostic(
    run, buggy: Path, make: Callable[[Path], object], said: str
) -> None:
    make(buggy.with_name("odd.py"))
    finished = checked(run)
    assert finished.returncode == 1
    assert f"odd.py:1:1: io-error Cannot read the file: {said}" in finished.stdout
    assert "buggy.py:11:9: LL102" in finished.stdout


@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda path: path.symlink_to("/proc/self/mem")], ids=["fifo", "memory"]
)
def test_layers_are_listed_beside_what_is_no_file(
    run, buggy: Path, make: Callable[[Path], object]
) -> None:
    make(buggy.with_name("odd.py"))
    finished = checked(run, "layers", ".")
    assert "buggy.py:6: layer Counter" in finished.stdout


def test_a_socket_is_a_diagnostic(run, buggy: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("odd.py")
        assert "it is a socket, not a file" in checked(run).stdout


@pytest.mark.parametrize("kind", ["fifo", "zero", "loop", "directory"])
def test_what_is_imported_and_no_file_is_passed_over(run, buggy: Path, kind: str) -> None:
    base = buggy.with_name("base.py")
    {
        "fifo": lambda: os.mkfifo(base),
        "zero": lambda: base.symlink_to("/dev/zero"),
        "loop": lambda: base.symlink_to("base.py"),
        "directory": base.mkdir,
    }[kind]()
    buggy.with_name("derived.py").write_text(IMPORTING)
    finished = checked(run, *ONE_RULE, "derived.py", "buggy.py")
    assert "buggy.py:11:9: LL102" in finished.stdout


@pytest.mark.parametrize("path", ["odd", "odd/", "./odd", "odd/..", "odd/../odd"])
def test_a_pipe_that_is_named_is_refused_and_the_rest_checked(
    run, buggy: Path, tmp_path: Path, path: str
) -> None:
    os.mkfifo(tmp_path / "odd")
    finished = checked(run, *ONE_RULE, path, "buggy.py")
    assert "buggy.py:11:9: LL102" in finished.stdout


@pytest.mark.parametrize("path", ["", " ", "\n", "~", "-x.py", "a" * 5000, "a/" * 3000, "\udcff"])
def test_a_path_that_cannot_be_is_refused_in_one_line(run, path: str) -> None:
    arguments = [*ONE_RULE, "--", path] if path.startswith("-") else [*ONE_RULE, path]
    finished = checked(run, *arguments)
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: ")
    assert "crashed" not in finished.stderr


def test_a_file_below_very_many_directories_is_checked(run, buggy: Path, tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(1200):
        folder = folder / "d"
    descriptor = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=descriptor)
        below = os.open("d", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(descriptor)
    (folder / "deep.py").write_bytes(buggy.read_bytes())
    try:
        finished = checked(run, *ONE_RULE, str((folder / "deep.py").relative_to(tmp_path)))
        assert "deep.py:11:9: LL102" in finished.stdout
    finally:
        # pytest, which removes old folders, does not get so deep.
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


def test_stdin_without_end_is_refused(tmp_path: Path) -> None:
    import subprocess
    import sys

    with open("/dev/zero", "rb") as endless:
        finished = subprocess.run(
            [sys.executable, "-m", "layerlint", "-"],
            stdin=endless,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=60,
        )
    assert (finished.returncode, finished.stderr) == (2, "error: stdin holds more than 64 MiB\n")


@pytest.mark.parametrize("kind", ["fifo", "nested", "directory"])
def test_an_odd_baseline_is_refused(run, buggy: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "baseline.json"
    {
        "fifo": lambda: os.mkfifo(path),
        "nested": lambda: path.write_text("[" * 100_000),
        "directory": path.mkdir,
    }[kind]()
    finished = checked(run, *ONE_RULE, "--config", "baseline = 'baseline.json'", ".")
    assert finished.returncode == 2
    assert "crashed" not in finished.stderr


def test_names_that_are_not_utf8_are_shown_by_their_bytes(run, buggy: Path) -> None:
    odd = os.path.join(os.fsencode(buggy.parent), b"\xff.py")
    with open(odd, "wb") as stream:
        stream.write(buggy.read_bytes())
    assert "\\xff.py:11:9: LL102" in checked(run).stdout
    entries = json.loads(checked(run, *ONE_RULE[:-1], "json", ".").stdout)
    assert sorted(Path(entry["filename"]).name for entry in entries) == ["buggy.py", "\udcff.py"]


@pytest.mark.parametrize(
    "output_format",
    [
        "full",
        "concise",
        "grouped",
        "json",
        "json-lines",
        "github",
        "azure",
        "pylint",
        "gitlab",
        "rdjson",
        "sarif",
        "junit",
    ],
)
def test_no_format_sends_what_steers_a_terminal(run, buggy: Path, output_format: str) -> None:
    odd = "\x1b]0;title\x07\x9b31m\u202e"
    source = buggy.read_text().replace('"seen"', f'"{odd}"')
    folder = buggy.with_name(f"{odd}red")
    folder.mkdir()
    (folder / "odd.py").write_text(f"{source}\nX = 1  # layerlint: ignore[{odd}]\n")
    finished = checked(
        run, "--isolated", "--select", "LL102,suppression", "--output-format", output_format, "."
    )
    assert "LL102" in finished.stdout
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(finished.stdout + finished.stderr)


@pytest.mark.parametrize("arguments", [("--diff",), ("--show-files",), ("--fix", "--show-fixes")])
def test_nothing_else_that_is_printed_does_either(run, buggy: Path, arguments) -> None:
    buggy.rename(buggy.with_name("\x1b[31mred.py"))
    odd = buggy.with_name("\x1b[31mred.py")
    odd.write_text(odd.read_text().replace("        return", "        # \x1b[31m\n        return"))
    finished = checked(run, *ONE_RULE, *arguments, ".")
    assert "\\x1b[31m" in finished.stdout + finished.stderr
    assert "\x1b" not in finished.stdout + finished.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-16"])
@pytest.mark.parametrize("output_format", ["full", "json"])
def test_what_stdout_has_no_character_for_is_escaped(
    run, buggy: Path, encoding: str, output_format: str
) -> None:
    buggy.write_text(buggy.read_text().replace("Counter", "Zähler数"))
    finished = checked(
        run,
        *ONE_RULE[:-1],
        output_format,
        ".",
        environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert finished.returncode == 1
    if output_format == "json" and encoding != "utf-16":
        text = finished.stdout.encode(errors="surrogateescape").decode(encoding)
        assert "Zähler数" in json.loads(text)[0]["message"]


def test_an_ignore_file_that_is_a_pipe_is_none(run, buggy: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / ".gitignore")
    assert "LL102" in checked(run).stdout


@pytest.mark.parametrize(
    "line", ["*a" * 20 + "b", "**/a" * 30 + "b", "[z-a]", "[", "\\", "!", "/", "**", "[[:x:]]"]
)
def test_no_line_of_an_ignore_file_stops_the_run(run, buggy: Path, line: str) -> None:
    (buggy.parent / ".git").mkdir()
    (buggy.parent / ".gitignore").write_text(f"{line}\nignored.py\n")
    buggy.with_name("ignored.py").write_text("x = (")
    buggy.with_name("a" * 200 + ".py").write_text("x = 1\n")
    finished = checked(run)
    assert "syntax-error" not in finished.stdout


def test_output_that_nobody_reads_is_an_error_and_no_wait(run, buggy: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    finished = checked(run, *ONE_RULE, "--output-file", "pipe", ".")
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: cannot write pipe: ")


@pytest.mark.parametrize("file", ["", ".", "no/such", "buggy.py/x", "a" * 300, "/dev/full"])
def test_an_odd_output_file_is_refused(run, buggy: Path, file: str) -> None:
    finished = checked(run, *ONE_RULE, "--output-file", file, ".")
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: cannot write")


def test_the_report_is_not_written_over_what_it_is_about(run, buggy: Path) -> None:
    before = buggy.read_bytes()
    finished = checked(run, *ONE_RULE, "--output-file", "./buggy.py", ".")
    assert finished.returncode == 2
    assert buggy.read_bytes() == before


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"# coding: punycode\nx = 1-\n", b"x = (" * 500],
)
@pytest.mark.parametrize("name", [(), ("--stdin-filename", "a\x1b.py")])
def test_whatever_comes_by_stdin_is_answered(run, data: bytes, name: tuple[str, ...]) -> None:
    assert "\x1b" not in checked(run, *ONE_RULE, *name, "-", stdin=data).stdout


def test_a_closed_stdin_is_said(run, tmp_path: Path) -> None:
    import subprocess
    import sys

    command = [sys.executable, "-m", "layerlint", "-"]
    shell = " ".join(command) + " <&-"
    finished = subprocess.run(shell, shell=True, capture_output=True, text=True, cwd=tmp_path)
    assert (finished.returncode, finished.stderr.count("\n")) == (2, 1)
    assert "stdin is closed" in finished.stderr


@pytest.mark.parametrize("redirection", ["> /dev/full", ">&-"])
def test_a_stdout_that_takes_nothing_is_no_traceback(
    buggy: Path, redirection: str, tmp_path: Path
) -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m layerlint --isolated --select LL102 buggy.py {redirection}"
    finished = subprocess.run(command, shell=True, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert finished.returncode in (1, 2)
    assert "Traceback" not in finished.stderr
    assert "Exception" not in finished.stderr


def test_a_working_directory_that_is_gone_is_said(tmp_path: Path) -> None:
    import subprocess
    import sys

    gone = tmp_path / "gone"
    gone.mkdir()
    shell = f"cd {gone} && rmdir {gone} && {sys.executable} -m layerlint ."
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    finished = subprocess.run(shell, shell=True, capture_output=True, text=True, env=environment)
    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr


def test_a_pipe_in_a_folder_that_may_be_a_package_is_not_opened(run, buggy: Path) -> None:
    """Whether `loose` is one is told from how its modules are imported."""
    loose = buggy.parent / "loose" / "inner"
    loose.mkdir(parents=True)
    os.mkfifo(loose / "a.py")
    (loose / "b.py").write_text("from loose.inner.c import Base\n\n\nclass B(Base):\n    pass\n")
    (loose / "__init__.py").touch()
    assert "buggy.py:11:9: LL102" in checked(run).stdout
