"""Many cases, one a line: each line of JSON to one line of JSON, fast and in constant memory.

A line says no more and no less than `decide --format json` says of its case. Most lines are told
from what is remembered: the axis that a key means, the value that a text stands for, the text of
each answer, of which a policy has few. Whatever is out of the ordinary takes the way of a single
case, which is also the one that says what is wrong.
"""

import json
from typing import Any

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.decide.decision import Decision
from policyc.decide.decision_json import DECISION, Renderer, compact
from policyc.decide.exact_json import as_object, decimal, read_pairs, refused
from policyc.decide.findings import CaseError, finding
from policyc.decide.forgetful import Forgetful
from policyc.decide.point import DecisionPoint
from policyc.decide.quick_keys import QuickKeys, Store, UnusualError
from policyc.decide.telling import Telling
from policyc.diagnostics.catalogue import deciding
from policyc.diagnostics.diagnostic import Language

_DECODER: Any = json.JSONDecoder(
    object_pairs_hook=list, parse_float=decimal, parse_constant=refused
)
_scan = _DECODER.scan_once

_UNUSUAL = (
    UnusualError, CaseError, StopIteration, ValueError, ArithmeticError, RecursionError,
)  # fmt: skip
"""What the quick way gives up on; the other way says what is wrong, if anything is."""

_CASE = Store.CASE
_HEAD = f'{{"schema":"{DECISION}",'


class LineDecider:
    """Decides lines. `asked` is what a line without `ask` is asked about."""

    def __init__(
        self, point: DecisionPoint, language: Language = "en", asked: str | None = None
    ) -> None:
        self._point = point
        self._asked = asked
        self._renderer = Renderer(point.policy, language)
        self._keys = QuickKeys(point.policy, point.reader)
        self._tellings: Forgetful[str | None, Telling] = Forgetful(self._telling)
        self._by_action = Forgetful(self._of_action)

    def answer(self, line: str) -> str:
        """The decision on the case of a line. Raises `CaseError` with what is wrong with it."""
        try:
            return self._quickly(line)
        except _UNUSUAL:
            return self._carefully(line)

    def _carefully(self, line: str) -> str:
        case = self._point.read(as_object(read_pairs(line)))
        asked = self._asked if case.asked is None else case.asked
        if asked is None:
            raise CaseError((finding(deciding.NO_ACTION),))
        decisions = [self._point.decide(a, case) for a in self._point.actions(asked)]
        return compact(self._renderer.answer(asked, decisions, case.identity))

    def _quickly(self, line: str) -> str:
        if line[:1] != "{":
            raise UnusualError
        pairs, end = _scan(line, 0)
        if end != len(line):
            raise UnusualError
        case: dict[str, Value] = {}
        stores: tuple[dict[str, Any], ...] = (case, {}, {})
        keys = self._keys
        for key, value in pairs:
            name, store, texts, whole, others = keys[key]
            kind = type(value)
            taken = value
            if kind is int:
                if value not in whole:
                    raise UnusualError
            elif kind is str:
                taken = texts[value]
            elif value is None:
                stores[Store.ASIDE][name] = None
                continue
            elif kind not in others or not others[kind](value):
                raise UnusualError
            if store is _CASE:
                case[name] = taken
            else:
                stores[store][name] = taken
        return self._told(case, stores[Store.ASIDE], stores[Store.MORE], len(pairs))

    def _told(
        self, case: dict[str, Value], aside: dict[str, Any], more: dict[str, Value], stated: int
    ) -> str:
        if len(case) + len(aside) + len(more) != stated or not case.keys().isdisjoint(aside):
            raise UnusualError  # something is stated twice
        text = self._tellings[aside.get("ask") or self._asked].text(case, more)
        identity = aside.get("id")
        return text if identity is None else f'{_HEAD}"id":{compact(identity)},{text[len(_HEAD) :]}'

    def _telling(self, asked: str | None) -> Telling:
        actions = () if asked is None else self._point.actions(asked)
        if len(actions) != 1:
            raise UnusualError
        return self._by_action[actions[0]]

    def _of_action(self, action: Ground) -> Telling:
        return Telling(self._point.decider, action, self._keys.more, self._decision)

    def _decision(self, decision: Decision) -> str:
        return compact(self._renderer.decision(decision))
