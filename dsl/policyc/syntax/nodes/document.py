"""Files, documents and items."""

from typing import Literal, TypeAlias

import attrs

from policyc.source import Source
from policyc.syntax.nodes.declarations import (
    ActionDeclaration,
    Assume,
    EventDeclaration,
    FactDeclaration,
    KindDeclaration,
    SubjectDeclaration,
    TermDeclaration,
    Uses,
)
from policyc.syntax.nodes.names import Name, Text
from policyc.syntax.nodes.node import Node
from policyc.syntax.nodes.rules import (
    Default,
    Define,
    Effective,
    Includes,
    Published,
    Rule,
    Scope,
    SetTerm,
    SourceDeclaration,
    Stages,
    SubjectTo,
    Unmodelled,
)
from policyc.syntax.nodes.tests import Prove, Scenario, Table, Test

Item: TypeAlias = (
    Uses
    | SubjectDeclaration
    | KindDeclaration
    | ActionDeclaration
    | EventDeclaration
    | FactDeclaration
    | TermDeclaration
    | Assume
    | Published
    | Effective
    | SubjectTo
    | Scope
    | SourceDeclaration
    | Stages
    | Includes
    | Define
    | SetTerm
    | Default
    | Unmodelled
    | Rule
    | Test
    | Scenario
    | Table
    | Prove
)


class Heading(Node):
    """`policy tianxing "天星金融"`."""

    kind: Literal["vocabulary", "policy", "scenarios"]
    name: Name
    label: Text | None = None


class Document(Node):
    """A vocabulary, a policy or scenarios. Rules that stand before any heading have none.

    `unread` are the names that statements with a mistake would have declared, `stage` for stages.
    """

    heading: Heading | None
    items: tuple[Item, ...]
    unread: tuple[str, ...] = ()


@attrs.frozen(eq=False)
class File:
    """Everything that one source holds; `broken` where a part could not be read."""

    source: Source
    documents: tuple[Document, ...]
    broken: bool = False
