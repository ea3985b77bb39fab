"""Rego in C++ (rego-cpp): a set of names, one rule of the module for each rule, as a bundle."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import regopy
from harness import Names, Rules, run


def load(rules: Rules) -> Names:
    """One compiled bundle."""
    text = "\n".join(["package rules", "import rego.v1", *map(_rule, rules)])
    builder = regopy.Interpreter()
    builder.add_module("rules.rego", text)
    bundle = builder.build("x = data.rules.names", ["rules/names"])
    interpreter = regopy.Interpreter()

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        interpreter.set_input(dict(case))
        found = json.loads(str(interpreter.query_bundle(bundle)))
        return list(found["bindings"]["x"])

    return names


def _rule(rule: Mapping[str, Any]) -> str:
    lines = [
        f"input.{name} in {json.dumps(rule[f'{name}s'])}"
        for name in ("target", "channel")
        if rule[f"{name}s"]
    ]
    lines += [line for test in rule["tests"] for line in _lines(test)]
    return f"names contains {json.dumps(rule['name'])} if {{ {'; '.join(lines) or 'true'} }}"


def _lines(test: Mapping[str, Any]) -> list[str]:
    fact = f"input.{test['fact']}"
    match test["kind"]:
        case "Is":
            return [fact if test["value"] else f"not {fact}"]
        case "OneOf":
            return [f"{fact} in {json.dumps(test['values'])}"]
        case "Between":
            lower, upper = test["lower"], test["upper"]
            ends = [f"{fact} >= {lower}"] if lower is not None else []
            return ends + ([f"{fact} < {upper}"] if upper is not None else [])
        case "Outside":
            return [f"true in {{{fact} < {test['lower']}, {fact} >= {test['upper']}}}"]
        case _:
            return [f"{fact} > {test['factor']} * input.{test['other']}"]


if __name__ == "__main__":
    run(load)
