"""The environments of other engines: one each, made on first use under a cache folder."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs

CACHE = Path(__file__).resolve().parents[2] / ".benchmarks"
PATIENCE = 200
"""Seconds that an engine has for one workload."""


@attrs.frozen
class Peer:
    """An engine: what it is called, what to install, and the file that speaks its language."""

    name: str
    requirement: str
    program: str


PEERS = (
    Peer("JSONLogic, Rust (datalogic-py)", "datalogic-py==5.9.0", "jsonlogic.py"),
    Peer("ZEN expressions, Rust (zen-engine)", "zen-engine==2.1.3", "zen_expression.py"),
    Peer(
        "CEL, Rust (common-expression-language)",
        "common-expression-language==0.10.0",
        "cel_rust.py",
    ),
    Peer("CLIPS (clipspy)", "clipspy==1.0.6", "clips_rules.py"),
    Peer("Cedar, Rust (cedarpy)", "cedarpy==4.12.2", "cedar.py"),
    Peer("business-rules", "business-rules==1.1.1", "business_rules_python.py"),
    Peer("rule-engine", "rule-engine==5.1.0", "rule_engine_python.py"),
    Peer("Rego, C++ (regopy)", "regopy==1.5.2", "rego.py"),
    Peer("CEL, Python (cel-python)", "cel-python==0.5.0", "cel_python.py"),
)


def measured(peer: Peer, workload: Path) -> dict[str, Any] | str:
    """What a peer took for a workload, or why there is nothing to tell."""
    python = _environment(peer)
    if python is None:
        return "not installed"
    program = Path(__file__).parent / "peers" / peer.program
    try:
        done = subprocess.run(  # noqa: S603  # a program of the benchmarks
            [python, "-B", str(program), str(workload)],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return f"over {PATIENCE} s"
    if done.returncode:
        raise RuntimeError(f"{peer.name}: {done.stderr.strip()[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _environment(peer: Peer) -> Path | None:
    """The Python of a peer's environment; `None` where it cannot be installed."""
    folder = CACHE / "environments" / peer.requirement.replace("==", "-")
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run(  # noqa: S603
            [*install, peer.requirement], check=False, capture_output=True
        )
        if done.returncode:
            return None
        (folder / "complete").touch()
    return python
