"""Patterns as written to patterns of the core."""

from policyc.core.actions import Argument, Kind, Parameter, Pattern, Same, Signature
from policyc.diagnostics.catalogue import naming, typing
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, kind_name, listed
from policyc.elaborate.lookup import report_unknown
from policyc.elaborate.members import member_of
from policyc.syntax import nodes as n


def pattern(
    context: Context, node: n.Pattern, *, action: bool, relative: bool = False
) -> Pattern | None:
    """The set of ground actions that a pattern names; `None` after a finding.

    `action` demands an action, otherwise an event will do too. `relative` admits `same`.
    """
    signature = signature_of(context, node.name, action=action)
    if signature is None:
        return None
    return arguments(context, node, signature, node.arguments or (), relative=relative)


def signature_of(context: Context, name: n.Name, *, action: bool) -> Signature | None:
    """The action (or event) of a name; `None` after a finding."""
    declared = context.environment.signatures.find(name.text)
    if declared is not None and (declared.entry.is_action or not action):
        return declared.entry
    if name.text in context.environment.failed:
        return None
    code = naming.UNKNOWN_ACTION if action else naming.UNKNOWN_EVENT
    known = [
        word
        for d in context.environment.signatures
        if d.entry.is_action or not action
        for word in (d.name, d.label)
        if word
    ]
    labelled = context.environment.signatures.labelled(name.text)
    report_unknown(context, code, name, name.text, known, labelled)
    return None


def arguments(
    context: Context,
    place: n.Node,
    signature: Signature,
    given: tuple[n.Argument, ...],
    *,
    relative: bool,
) -> Pattern | None:
    """The pattern of a signature with these arguments, missing ones any; `None` after a finding."""
    places = {p.name: i for i, p in enumerate(signature.parameters)}
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
        chosen = _argument(context, node, signature.parameters[index], relative=relative)
        if isinstance(chosen, _Wrong):
            return None
        found[index] = chosen
    return Pattern(signature.name, tuple(found.get(i) for i in range(len(signature.parameters))))


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
    found = (context.proposed or {}).get(name.text)
    if not relative or found is None or found.kind.name != parameter.kind.name:
        context.report(typing.SAME_OUT_OF_PLACE, node, name=name.text)
        return _Wrong()
    return Same(name.text)
