"""A real Neovim, headless, as a user starts it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.layers import LAYER


def test_a_real_neovim_is_told(tmp_path: Path) -> None:
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("Neovim (`nvim`) is not installed")
    (tmp_path / "layerlint.toml").write_text('select = ["LL102"]\n')
    (tmp_path / "layer.py").write_text(LAYER)
    script = tmp_path / "init.lua"
    command = f"{{ {json.dumps(sys.executable)}, '-m', 'layerlint', 'server' }}"
    script.write_text(f"""\
vim.cmd("edit layer.py")
local root = vim.fn.getcwd()
local id = vim.lsp.start_client({{ name = "layerlint", cmd = {command}, root_dir = root }})
vim.lsp.buf_attach_client(0, id)
vim.wait(100000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, found in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(string.format("%d:%d %s\\n", found.lnum + 1, found.col + 1, found.message))
end
vim.cmd("qall!")
""")
    finished = subprocess.run(
        [nvim, "--headless", "--clean", "-u", "NONE", "-l", "init.lua"]
        if _runs_lua(nvim)
        else [nvim, "--headless", "--clean", "-u", "NONE", "-c", "luafile init.lua"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    # Neovim counts columns in bytes.
    assert "9:17 `Counter.call` writes `seen` in inference too" in finished.stdout


def _runs_lua(nvim: str) -> bool:
    """Whether it is new enough to take a script in Lua."""
    return "-l <script>" in subprocess.run([nvim, "--help"], capture_output=True, text=True).stdout
