"""From what the parser reduces to nodes: one method per named rule of the grammar."""

from policyc.syntax.build.expressions import Expressions
from policyc.syntax.build.policies import Policies
from policyc.syntax.build.tests import Tests
from policyc.syntax.build.vocabulary import Vocabularies


class Builder(Vocabularies, Policies, Expressions, Tests):
    """The parser's callbacks."""
