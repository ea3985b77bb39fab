"""Random well-typed documents as text: a vocabulary and a policy with every construct now and then.

What comes out is what a person could have typed: it must be read, elaborated without an error, and
mean the same to every engine.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

import attrs

KINDS = {
    "target": ("borrower", "emergency", "employer"),
    "channel": ("sms", "phone", "visit"),
    "product": ("card", "loan"),
}

VOCABULARY = """vocabulary words "词"
subject borrower "借款人"
subject debt "债务"
kind target "对象": borrower "本人", emergency "联系人", employer "单位"
kind channel "渠道": sms "短信", phone "电话", visit "上门"
kind product "产品": card "信用卡", loan "贷款"
action contact "联系" (target, channel)
action report "上报"
event talk "谈话" (target)
event stop "停止" (target, channel)
event notice "通知"
fact overdue "逾期": days from 0 to 60
fact silent_for "失联": hours
fact wait "等待": minutes from 0 to 600
fact months_late "逾期月": months from 0 to 24
fact amount "金额": CNY from 0 CNY to 1_000 CNY
fact part "当期": CNY
fact rate "比率": percent from 0% to 100%
fact score "评分": number from -10 to 10
fact calls "来电数": count from 0 to 20
fact clock "时间": time of day
fact day "行为日": date from 2025-01-01 to 2026-12-31
fact weekday "星期几": weekday
fact item "品种": product
fact told "已告知": yes/no
fact asked "已询问": yes/no
fact grave "严重": yes/no, by judgement
term early "初期": days from 2 to 20
term late "后期": days from 10 to 40
assume part > 0 CNY
assume part <= amount or grave
"""


def random_text(random: Random, rules: int = 7) -> str:
    """A file of a vocabulary and a policy `p` that uses it."""
    return VOCABULARY + "\n" + random_draft(random, random.randint(1, rules)).text("p")


@attrs.frozen
class Draft:
    """A policy's text in parts: what comes first, and its rules, of which some have names."""

    head: tuple[str, ...]
    rules: tuple[str, ...]
    names: tuple[str, ...]

    def text(self, name: str) -> str:
        """The policy under a name."""
        return "\n".join((f"policy {name}", *self.head, *self.rules)) + "\n"


def random_draft(random: Random, count: int) -> Draft:
    """A policy of so many rules, in the words of `VOCABULARY` or of a random one."""
    lines = ["uses words", 'source law "a law" official']
    lines.append(
        f"set early = {random.randint(2, 9)} days"
        if random.random() < 0.5
        else "set early unspecified"
    )
    lines.append(
        "set late from 12 days to 30 days" if random.random() < 0.5 else "set late unspecified"
    )
    lines.append("assume early < late")
    lines += [
        "stages of overdue:",
        "  first: 1..7 days",
        "  second: 8..15 days",
        "  third: from 16 days to late",
    ]
    lines.append(f"define lost: {condition(random, 1).replace('lost', 'told')}")
    if random.random() < 0.3:
        lines.append(f"scope: {condition(random, 1)}")
    if random.random() < 0.4:
        lines.append(f"default {random.choice(('allow', 'forbid', 'require'))} {pattern(random)}")
    names: list[str] = []
    rules = [_rule(random, place, names) for place in range(count)]
    return Draft(tuple(lines), tuple(rules), tuple(names))


def edited_draft(random: Random, draft: Draft) -> Draft:
    """The draft with one to three rules dropped, added, narrowed, or with a number moved by one."""
    rules = list(draft.rules)
    for turn in range(random.randint(1, 3)):
        place = random.randrange(len(rules))
        match random.randrange(4):
            case 0 if len(rules) > 1 and not rules[place].startswith("rule"):
                del rules[place]  # what has a name may be overridden by it
            case 1:
                rules.append(_rule(random, 100 + turn, list(draft.names)))
            case 2:
                narrowed = f"when {condition(random, 0)} and "
                rules[place] = rules[place].replace("when ", narrowed, 1)
            case _:
                rules[place] = _COMPARED.sub(lambda m: _moved(random, m), rules[place], count=1)
    return attrs.evolve(draft, rules=tuple(rules))


_COMPARED = re.compile(r"(?P<sign>[<>]=?|to) (?P<number>\d+)(?=h|%| per| and| or| days| then|\))")


def _moved(random: Random, found: re.Match[str]) -> str:
    return f"{found['sign']} {max(int(found['number']) + random.choice((-1, 1)), 1)}"


def shuffled_draft(random: Random, draft: Draft) -> Draft:
    """The draft with its rules in another order: it says the same."""
    return attrs.evolve(draft, rules=tuple(random.sample(draft.rules, len(draft.rules))))


def random_vocabulary(random: Random) -> str:
    """A vocabulary with the names of `VOCABULARY`, some of its bounds and assumptions changed."""
    lines = []
    for line in VOCABULARY.splitlines():
        changes = [line, *_OTHERWISE.get(line.partition('"')[0].strip(), ())]
        lines.append(random.choice(changes))
    return "\n".join(line for line in lines if line) + "\n"


_OTHERWISE = {
    "kind target": (
        'kind target "对象": borrower "本人", emergency "联系人", employer "单位", spouse "配偶"',
    ),
    "kind channel": (
        'kind channel "渠道": sms "短信", phone "电话", visit "上门", letter "信函", app "应用"',
    ),
    "action report": ('action report "上报", by borrower',),
    "fact overdue": (
        'fact overdue "逾期": days from 0 to 3650',
        'fact overdue "逾期": days from -5 to 90',
    ),
    "fact silent_for": ('fact silent_for "失联": hours from 0 to 500',),
    "fact wait": ('fact wait "等待": minutes',),
    "fact months_late": ('fact months_late "逾期月": months',),
    "fact amount": ('fact amount "金额": CNY', 'fact amount "金额": CNY from 0 CNY to 950 CNY'),
    "fact rate": ('fact rate "比率": percent',),
    "fact score": ('fact score "评分": number', 'fact score "评分": number from -9 to 9'),
    "fact calls": ('fact calls "来电数": count',),
    "term early": ('term early "初期": days from 1 to 12',),
    "term late": ('term late "后期": days from 11 to 31',),
    "assume part > 0 CNY": ("", "assume part >= 1 CNY"),
    "assume part <= amount or grave": ("", "assume part <= amount", "assume calls <= 9 or told"),
}
"""Other lines for some of the vocabulary's; an empty one leaves the line out."""


def _rule(random: Random, place: int, names: list[str]) -> str:
    same = random.random() < 0.2
    effects = [_effect(random, contact_only=same) for _ in range(1 + (random.random() < 0.15))]
    when = condition(random, 2, same=same) if random.random() < 0.8 or same else None
    head = ""
    if random.random() < 0.85:
        rebuttable = " rebuttable" if random.random() < 0.25 else ""
        beaten = random.sample(names, 1) if names and random.random() < 0.3 else []
        overrides = f" overrides {beaten[0]}" if beaten else ""
        head = f"rule r{place}{rebuttable}{overrides}:\n  "
        names.append(f"r{place}")
    text = head + (f"when {when} then " if when else "") + ", ".join(effects)
    if random.random() < 0.25:
        text += f" unless {condition(random, 1)}"
    if when and random.random() < 0.25:
        text += " otherwise " + _effect(random, contact_only=same)
    return text + "\n  cite law"


def _effect(random: Random, *, contact_only: bool) -> str:
    about = contact(random) if contact_only else pattern(random)
    choices: list[Callable[[], str]] = [
        lambda: f"allow {about}",
        lambda: f"forbid {about}",
        lambda: f"require {about}",
        lambda: f"discourage {about}",
        lambda: f"recommend {about}",
        lambda: f"require {condition(random, 1)} for {about}",
        lambda: f"limit {about} to {random.randint(0, 4)} {_period(random)}{_each(random)}",
        lambda: f"require {about} within {random.randint(1, 9)} days of notice",
        lambda: f"require {about} every 1 year",
    ]
    return random.choices(choices, weights=(6, 6, 3, 2, 2, 2, 3, 1, 1))[0]()


def _period(random: Random) -> str:
    return random.choice(("per day", "per week", "per month", "in any 7 days", "in any 24h"))


def _each(random: Random) -> str:
    return " for each debt" if random.random() < 0.25 else ""


def pattern(random: Random) -> str:
    """A pattern of either action."""
    return "report" if random.random() < 0.15 else contact(random)


def contact(random: Random) -> str:
    """A pattern of `contact`."""
    first = _argument(random, KINDS["target"])
    if random.random() < 0.2:
        return f"contact({first})"
    if random.random() < 0.1:
        return f"contact(channel = {_argument(random, KINDS['channel'])})"
    return f"contact({first}, {_argument(random, KINDS['channel'])})"


def _argument(random: Random, members: Sequence[str]) -> str:
    roll = random.random()
    if roll < 0.35:
        return "any"
    chosen = random.sample(members, random.randint(1, len(members) - 1))
    return ("not " if roll > 0.85 else "") + " | ".join(chosen)


def condition(random: Random, depth: int, *, same: bool = False) -> str:
    """A condition in the language."""
    if depth and random.random() < 0.55:
        word = random.choice((" and ", " and ", " or "))
        parts = [condition(random, depth - 1, same=same) for _ in range(random.randint(2, 3))]
        return "(" + word.join(parts) + ")"
    if depth and random.random() < 0.15:
        return f"not {condition(random, depth - 1, same=same)}"
    return _same_atom(random) if same and random.random() < 0.7 else _atom(random)


def _same_atom(random: Random) -> str:
    arguments = random.choice(("same target", "same target, same channel", "any, same channel"))
    if random.random() < 0.6:
        return f"ever(stop({arguments}))"
    return f"days_since(talk(same target)) {_operator(random)} {random.randint(0, 9)}"


def _operator(random: Random) -> str:
    return random.choice(("<", "<=", ">", ">=", ">=", "<", "=", "!="))


def _atom(random: Random) -> str:
    op = _operator(random)
    number = random.randint
    choices: list[Callable[[], str]] = [
        lambda: f"overdue {op} {number(2, 58)}",
        lambda: f"overdue in {number(1, 20)}..{number(21, 40)} days",
        lambda: f"overdue from {number(0, 20)} to {number(21, 60)}",
        lambda: f"overdue in {{1, 3, {number(5, 9)}}}",
        lambda: f"overdue {op} early",
        lambda: f"overdue {op} late",
        lambda: (
            f"stage {random.choice(('=', '>=', '<', '!='))} "
            f"{random.choice(('first', 'second', 'third'))}"
        ),
        lambda: f"silent_for {op} {number(1, 90)}h",
        lambda: f"silent_for > {number(1, 5)} days",
        lambda: f"wait {op} {number(2, 9)}h",
        lambda: f"months_late {op} {number(2, 20)} months",
        lambda: f"amount > {number(2, 9)} * part",
        lambda: f"part < {number(5, 60)}% of amount",
        lambda: f"amount - 2 * part {op} {number(1, 90)} CNY",
        lambda: f"amount in {number(1, 400)}..{number(401, 900)} CNY",
        lambda: f"rate > {number(1, 98)}%",
        lambda: f"score {op} {number(-8, 8)}",
        lambda: f"calls + 2 * score {op} {number(1, 9)}",
        lambda: f"calls not in {{0, {number(2, 9)}}}",
        lambda: f"clock from {number(18, 23)}:00 to 08:{number(10, 59)}",
        lambda: f"clock {random.choice(('<', '>='))} {number(10, 20)}:30",
        lambda: f"day {random.choice(('<', '>='))} 2025-{number(2, 12):02}-01",
        lambda: f"weekday in {random.choice(('{sat, sun}', 'mon..fri', '{wed}'))}",
        lambda: f"item {random.choice(('=', '!='))} {random.choice(KINDS['product'])}",
        lambda: random.choice(("told", "asked", "grave", "not told", "asked = no", "lost")),
        lambda: (
            f"count(contact({_argument(random, KINDS['target'])}, phone), {_window(random)})"
            f" >= {number(1, 4)}"
        ),
        lambda: f"since(talk({random.choice(('borrower', 'any'))})) {op} {number(1, 60)}h",
        lambda: f"days_since(notice) {op} {number(1, 9)}",
        lambda: f"ever({random.choice(('notice', 'talk(any)', 'stop(borrower, phone)'))})",
    ]
    return random.choice(choices)()


def _window(random: Random) -> str:
    windows = (
        "today",
        "this week",
        "this month",
        "last 7 days",
        "last 24h",
        "since notice",
        "last 1 month",
    )
    return random.choice(windows) + _each(random).replace(" for", ", for")
