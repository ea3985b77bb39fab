"""Working out what `policyc compare` writes."""

from collections.abc import Sequence

from policyc.analyse.asked_days import AskedDays
from policyc.analyse.comparison import Comparison, comparison, steps
from policyc.analyse.left_out import LeftOut, Omitted, Why, why_no_statute
from policyc.analyse.reports.compare_json import compare_json
from policyc.analyse.reports.compare_text import compare_text
from policyc.cli import options
from policyc.cli.asked import Asked, asked_lists
from policyc.cli.exits import Exit
from policyc.cli.progress import progress
from policyc.cli.remembered import Answer
from policyc.cli.usage import WrongUsageError
from policyc.cli.wanted import Wanted
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.json import to_text
from policyc.library.library import Library
from policyc.space.grid.joint import NotComparable

TWO = 2


def compared(wanted: Wanted) -> tuple[Answer, Library]:
    """What is to be written, and the library that it was read from.

    Says what is wrong and ends the command where policies cannot be read or compared.
    """
    lists = [wanted.policies, wanted.statutes]
    with asked_lists(lists, wanted.day, wanted.language) as (first, second):
        statutes, no_statutes = _statutes(first.asked, second.asked)
        mine, yours = [a.policy for a in first.asked], [a.policy for a in statutes]
        references = [a.reference for a in first.asked]
        libraries = [a.library for a in (*first.asked, *second.asked)]
        own = tuple(a.own_day for a in (*first.asked, *statutes))
        left_out = Omitted(first.left_out, (*second.left_out, *no_statutes), wanted.day)
    if wanted.statutes and not yours:
        raise WrongUsageError(
            "nothing in the folder after --against is a statute in force",
            "--against后的文件夹中没有有效的法规",
        )
    if len(mine) < TWO and not yours:
        raise WrongUsageError(
            "name two policies at least, or a statute with --against",
            "请至少写出两个政策，或用--against指定法规",
        )
    actions = options.actions(wanted.actions, [*mine, *yours])
    days = AskedDays(wanted.day, wanted.dated, own)
    found = _found(mine, yours, actions, wanted.language)
    if wanted.style is None:
        text = to_text(compare_json(found, wanted.language, left_out, days))
    else:
        text = compare_text(
            found, wanted.language, references, wanted.style, left_out, days, summary=wanted.summary
        )
    return Answer(text, Exit.FINDINGS if found.breached else Exit.OK), libraries[0]


def _statutes(
    policies: Sequence[Asked], asked: Sequence[Asked]
) -> tuple[list[Asked], list[LeftOut]]:
    """What policies are held against: all that was named, and of a folder what can be a statute."""
    compared = {id(each.policy) for each in policies}
    found: list[Asked] = []
    left_out: list[LeftOut] = []
    for each in asked:
        why = None
        if each.folder is not None:
            same = id(each.policy) in compared
            why = Why.COMPARED if same else why_no_statute(each.policy)
        if why is None:
            found.append(each)
        else:
            left_out.append(each.left_out(why))
    return found, left_out


def _found(
    mine: list[Policy], yours: list[Policy], actions: list[str], language: Language
) -> Comparison:
    """The comparison, with a progress bar where somebody waits for it."""
    label = {"en": "comparing", "zh": "比较"}[language]
    total = steps(len(mine), len(yours), len(mine[0].vocabulary.actions))
    try:
        with progress(label, total) as step:
            return comparison(mine, yours, actions or None, step)
    except NotComparable as error:
        raise WrongUsageError(
            f"the policies cannot be compared: they mean different things by `{error.name}`",
            f"无法比较这些政策：它们所说的`{error.name}`含义不同",
        ) from None
