"""Citations: which source, and where in it."""

from policyc.core.policy import Citation
from policyc.diagnostics.catalogue import naming
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.suggest import nearest
from policyc.elaborate.context import Context
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
    suggestion = nearest(name.text, context.environment.sources.words())
    advice: dict[Language, str] = {"en": "", "zh": ""}
    if suggestion is not None:
        advice = {"en": f", or did you mean `{suggestion}`?", "zh": f"；是否想写`{suggestion}`？"}
    context.report(naming.UNKNOWN_SOURCE, name, name=name.text, advice=advice)
