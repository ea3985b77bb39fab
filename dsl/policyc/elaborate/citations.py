"""Citations: which source, and where in it."""

from policyc.core.policy import Citation
from policyc.diagnostics.catalogue import naming
from policyc.diagnostics.suggest import nearest
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words
from policyc.syntax import nodes as n


def citations(context: Context, cites: tuple[n.Cite, ...]) -> tuple[Citation, ...]:
    """The citations of a statement; unknown sources are reported and left out."""
    found = []
    for cite in cites:
        declared = context.environment.sources.find(cite.source.text)
        if declared is None:
            _report(context, cite.source)
            continue
        context.cited.add(declared.name)
        found.append(Citation(declared.entry, cite.place.value if cite.place else None))
    return tuple(found)


def _report(context: Context, name: n.Name) -> None:
    known = context.environment.sources.words()
    context.report(naming.UNKNOWN_SOURCE, name, name=name.text, advice=_advice(name.text, known))


def _advice(name: str, known: list[str]) -> Words:
    suggestion = nearest(name, known)
    if suggestion is None:
        return {
            "en": f'declare it with `source {name} "…"`',
            "zh": f'请用`来源 {name} "…"`声明',
        }
    return {
        "en": f"did you mean `{suggestion}`?",
        "zh": f"是否想写`{suggestion}`？",
    }
