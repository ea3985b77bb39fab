"""For which values of terms that are left open a policy keeps to a statute, in words."""

from collections.abc import Sequence

import attrs

from policyc.analyse.compliance import Compliance
from policyc.analyse.provisions import Breach, Provision
from policyc.analyse.reports import phrases, statute_phrases
from policyc.analyse.reports.naming import Naming
from policyc.analyse.reports.open_terms import whose_terms
from policyc.core.conditions import ALWAYS, NEVER, Condition, axes_of, negate
from policyc.diagnostics.terminal import escaped
from policyc.space.questions.terms import Complying
from policyc.space.undecided import Undecided
from policyc.wording.conditions import fact_text
from policyc.wording.tidying import tidied


@attrs.frozen(eq=False)
class OpenValuesTeller:
    """Tells what turns on open values between one policy and one statute, named in this order."""

    found: Compliance
    naming: Naming

    def possibly(self, provision: Provision) -> str:
        """For which values a clause is not kept to."""
        found = provision.terms
        if isinstance(found, Complying) and found.exact:
            return self.only_when(found.condition)
        return self.said(statute_phrases.TURNS_ON, terms=self.whose(provision.breaches))

    def only_when(self, kept: Condition) -> str:
        """When a clause is not kept to, given when it is; the shorter of the two ways to say so."""
        yes, no = (
            self.naming.teller.condition(each, alone=True)
            for each in (tidied(self.found.joint.axes, negate(kept)), kept)
        )
        if len(yes) <= len(no):
            text = self.said(statute_phrases.ONLY_WHEN, condition=yes)
        else:
            text = self.said(statute_phrases.NOT_SO_WHEN, condition=no)
        return text + self.labels(kept)

    def labels(self, condition: Condition) -> str:
        """What the terms of a condition are called, where it does not name them so."""
        keys = dict.fromkeys(axes_of(condition))
        labels = ((key, self.found.joint.axes[key].label) for key in keys)
        speech = self.naming.speech
        told = [
            f"“{label}”" for key, label in labels if label not in (None, fact_text(speech, key))
        ]
        listed = self.said(phrases.LISTED).join(told)
        return self.said(phrases.BRACKETS, inside=listed) if told else ""

    def terms(self) -> str | None:
        """For which values of open terms there is no breach."""
        found = self.found.terms
        certain = any(each.terms is None for each in self.found.broken)
        if found is None or isinstance(found, Undecided) or certain:
            return None
        terms = self.whose(self.found.breaches)
        if found.condition == NEVER and found.exact:
            return escaped(self.said(statute_phrases.COMPLIES_NEVER, terms=terms))
        if found.condition in (ALWAYS, NEVER):
            return None
        form = (
            statute_phrases.COMPLIES_WHEN if found.exact else statute_phrases.COMPLIES_AT_LEAST_WHEN
        )
        told = self.naming.teller.condition(found.condition, alone=True)
        return escaped(self.said(form, condition=told, terms=terms))

    def whose(self, breaches: Sequence[Breach]) -> str:
        """The open terms that bound some breaches, with who leaves them open."""
        keys = (key for breach in breaches for key in breach.terms)
        return whose_terms(keys, self.found.joint, self.naming)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)
