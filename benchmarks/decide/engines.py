"""The engines that decisions are compared with."""

from pathlib import Path

from benchmarks.environments import Engine

PATIENCE = 300
"""Seconds that an engine has for one workload."""

_FOLDER = Path(__file__).parent / "peers"


def _engine(name: str, requirement: str, program: str) -> Engine:
    return Engine(name, _FOLDER / program, requirement)


ENGINES = (
    _engine("JSONLogic, Rust (datalogic-py)", "datalogic-py==5.9.0", "jsonlogic.py"),
    _engine("ZEN expressions, Rust (zen-engine)", "zen-engine==2.1.3", "zen_expression.py"),
    _engine(
        "CEL, Rust (common-expression-language)",
        "common-expression-language==0.10.0",
        "cel_rust.py",
    ),
    _engine("CLIPS (clipspy)", "clipspy==1.0.6", "clips_rules.py"),
    _engine("Cedar, Rust (cedarpy)", "cedarpy==4.12.2", "cedar.py"),
    _engine("business-rules", "business-rules==1.1.1", "business_rules_python.py"),
    _engine("rule-engine", "rule-engine==5.1.0", "rule_engine_python.py"),
    _engine("Rego, C++ (regopy)", "regopy==1.5.2", "rego.py"),
    _engine("CEL, Python (cel-python)", "cel-python==0.5.0", "cel_python.py"),
)
