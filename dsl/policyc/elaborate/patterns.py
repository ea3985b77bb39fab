"""Patterns as written to patterns of the core."""

from policyc.core.actions import Argument, Kind, Parameter, Pattern, Same, Signature
from policyc.diagnostics.catalogue import naming, typing
from policyc.diagnostics.suggest import nearest
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, kind_name, listed
from policyc.elaborate.lookup import report_unknown
from policyc.elaborate.members import is_member_word, member_of
from policyc.syntax import nodes as n


def pattern(
    context: Context, node: n.Pattern, *, action: bool, relative: bool = False
) -> Pattern | None:
    """The set of ground actions that a pattern names; `None` after a finding.

    `action` demands an action, otherwise an event will do too. `relative` admits `same`.
    """
    signature = signature_of(context, node.name, action=action, given=node.arguments or ())
    if signature is None:
        return None
    return arguments(context, node, signature, node.arguments or (), relative=relative)


def signature_of(
    context: Context, name: n.Name, *, action: bool, given: tuple[n.Argument, ...] = ()
) -> Signature | None:
    """The action (or event) of a name; `None` after a finding, which looks at the arguments too."""
    declared = context.environment.signatures.find(name.text)
    if declared is not None and (declared.entry.is_action or not action):
        return declared.entry
    if name.text in context.environment.failed:
        return None
    code = naming.UNKNOWN_ACTION if action else naming.UNKNOWN_EVENT
    possible = [d.entry for d in context.environment.signatures if d.entry.is_action or not action]
    known = [word for s in possible for word in (s.name, s.label) if word]
    taking = [signature for signature in possible if given and _takes(signature, given)]
    if taking and nearest(name.text, known) is None:
        context.report(code, name, name=name.text, advice=_that_take(taking, given))
    else:
        labelled = context.environment.signatures.labelled(name.text)
        report_unknown(context, code, name, name.text, known, labelled)
    return None


def _takes(signature: Signature, given: tuple[n.Argument, ...]) -> bool:
    """Whether every member among some arguments is one that a parameter in its place takes."""
    pairs = zip(given, signature.parameters, strict=False)
    return len(given) <= len(signature.parameters) and all(
        is_member_word(parameter.kind, name.text)
        for argument, parameter in pairs
        if argument.how in ("among", "but")
        for name in argument.names
    )


def _that_take(signatures: list[Signature], given: tuple[n.Argument, ...]) -> Words:
    """What there is that takes these arguments."""
    shown = ", ".join(argument.span.text for argument in given)
    english = listed([s.name for s in signatures[:_SHOWN]])["en"]
    chinese = listed([s.label or s.name for s in signatures[:_SHOWN]])["zh"]
    return {
        "en": f"what can be said of `({shown})`: {english}",
        "zh": f"可以接`({shown})`的有：{chinese}",
    }


_SHOWN = 8
"""So many names are listed."""


def arguments(
    context: Context,
    place: n.Node,
    signature: Signature,
    given: tuple[n.Argument, ...],
    *,
    relative: bool,
) -> Pattern | None:
    """The pattern of a signature with these arguments, missing ones any; `None` after a finding."""
    places = {word: i for i, p in enumerate(signature.parameters) for word in _words(p)}
    found: dict[int, Argument] = {}
    for position, node in enumerate(given):
        index = position if node.parameter is None else places.get(node.parameter.text)
        if index is None or index >= len(signature.parameters):
            _report_arguments(context, place, signature, node, len(given))
            return None
        if index in found:
            name = signature.parameters[index].name
            context.report(typing.REPEATED_ARGUMENT, node, name=name)
            return None
        if _is_misplaced(context, node, signature, index):
            return None
        chosen = _argument(context, node, signature.parameters[index], relative=relative)
        if isinstance(chosen, _Wrong):
            return None
        found[index] = chosen
    return Pattern(signature.name, tuple(found.get(i) for i in range(len(signature.parameters))))


def _is_misplaced(context: Context, node: n.Argument, signature: Signature, index: int) -> bool:
    """Whether an argument is a member that another parameter takes; a finding if so."""
    own = signature.parameters[index].kind
    for name in node.names if node.how in ("among", "but") else ():
        if is_member_word(own, name.text):
            continue
        for place, parameter in enumerate(signature.parameters):
            if is_member_word(parameter.kind, name.text):
                text, kind = name.text, kind_name(own)
                hint = _in_place(signature, place, text)
                context.report(naming.UNKNOWN_MEMBER, name, name=text, kind=kind, advice=hint)
                return True
    return False


def _in_place(signature: Signature, place: int, text: str) -> Words:
    """That an argument belongs to another parameter, and how it is written there."""
    kind = kind_name(signature.parameters[place].kind)
    english = f"{signature.name}({'any, ' * place}{text})"
    chinese = f"{signature.label or signature.name}({'任何, ' * place}{text})"
    return {
        "en": f"it is a member of {kind['en']}: write `{english}`",
        "zh": f"它是{kind['zh']}的成员：请写`{chinese}`",
    }


def _words(parameter: Parameter) -> tuple[str, ...]:
    """What a parameter goes by: its name, and its kind's label where that is the kind's name."""
    label = parameter.kind.label
    own = parameter.name == parameter.kind.name
    return (label, parameter.name) if own and label is not None else (parameter.name,)


class _Wrong:
    """An argument that was reported."""


def _report_arguments(
    context: Context, place: n.Node, signature: Signature, node: n.Argument, given: int
) -> None:
    names = listed([p.name for p in signature.parameters])
    if node.parameter is not None:
        context.report(
            naming.UNKNOWN_PARAMETER,
            node.parameter,
            action=signature.name,
            name=node.parameter.text,
            names=names,
        )
        return
    context.report(
        typing.WRONG_ARGUMENTS,
        place,
        action=signature.name,
        wanted=_how_many(len(signature.parameters)),
        given=str(given),
        names=names,
    )


def _how_many(count: int) -> Words:
    if count == 0:
        return {"en": "no arguments", "zh": "0个参数"}
    return {"en": f"{count} argument{'s' if count > 1 else ''}", "zh": f"{count}个参数"}


def _argument(
    context: Context, node: n.Argument, parameter: Parameter, *, relative: bool
) -> Argument | _Wrong:
    match node.how:
        case "any":
            return None
        case "same":
            return _same(context, node, parameter, relative=relative)
        case _:
            kind = parameter.kind
            members = [member_of(context, name, kind, name.text) for name in node.names]
            named = frozenset(m for m in members if m is not None)
            if len(named) < len(set(members)):
                return _Wrong()
            return _chosen(context, node, kind, named)


def _chosen(
    context: Context, node: n.Argument, kind: Kind, named: frozenset[str]
) -> Argument | _Wrong:
    every = frozenset(kind.members)
    chosen = every - named if node.how == "but" else named
    if not chosen:
        context.report(typing.EMPTY_PATTERN, node, kind=kind_name(kind))
        return _Wrong()
    return None if chosen == every else chosen


def _same(
    context: Context, node: n.Argument, parameter: Parameter, *, relative: bool
) -> Argument | _Wrong:
    (name,) = node.names
    proposed = (context.proposed or {}).values()
    found = next((p for p in reversed(list(proposed)) if name.text in _words(p)), None)
    if not relative or found is None or found.kind.name != parameter.kind.name:
        context.report(typing.SAME_OUT_OF_PLACE, node, name=name.text)
        return _Wrong()
    return Same(found.name)
