"""What folders hold and a comparison leaves out, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from policyc.analyse.left_out import LeftOut, Why
from policyc.analyse.reports import phrases
from policyc.analyse.reports.phrases import Phrase, phrase
from policyc.analyse.reports.policies_text import first_of
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped

LEFT_OUT_OF = phrase("left out of {folder}, {why}: {names}", "略去{folder}中{why}的：{names}")
WHY: Mapping[Why, Phrase] = MappingProxyType(
    {
        Why.NO_POLICY: phrase("not policies", "不是政策"),
        Why.NOT_IN_FORCE: phrase("not in force on {day}", "{day}不在有效期内"),
        Why.COMPARED: phrase("among those compared", "已列入比较"),
        Why.SUBJECT: phrase("subject to statutes themselves", "本身受法规约束"),
        Why.BINDS_NOBODY: phrase(
            "forbidding, requiring and advising nothing", "没有任何禁止、要求或建议"
        ),
    }
)
"""Why a document of a folder is left out."""


def left_out_text(
    found: Iterable[LeftOut], day: date | None, language: Language, limit: int | None
) -> Iterator[str]:
    """What folders hold and was left out: a sentence for each folder and reason."""
    groups: dict[tuple[str, Why], dict[str, None]] = {}
    for each in found:
        groups.setdefault((each.folder, each.why), {})[each.document] = None
    order = list(Why)
    for folder, why in sorted(groups, key=lambda group: order.index(group[1])):
        names = groups[folder, why]
        few = first_of([escaped(name) for name in names], language, limit and min(limit, NAMED))
        told = phrases.LISTED[language].join(few)
        because = WHY[why][language].format(day=day)
        text = LEFT_OUT_OF[language]
        yield text.format(folder=escaped(folder), why=because, names=told)


NAMED = 6
"""How many of the documents that are left out for one reason are named, unless all are wanted."""
