"""`policyc decide`: asks a policy about a case, or about a file of cases."""

from typing import Annotated

import typer

from policyc.analyse.reports.layout import wrapped
from policyc.cli import findings, options, output
from policyc.cli.exits import Exit
from policyc.cli.input import read_text
from policyc.cli.policy import PolicyArgument, chosen_policy
from policyc.cli.usage import WrongUsageError
from policyc.core.policy import Verdict
from policyc.decide.cases import Case
from policyc.decide.decision_json import Renderer
from policyc.decide.decision_text import decisions_text, why_not_text
from policyc.decide.exact_json import as_object, read_pairs
from policyc.decide.findings import CaseError
from policyc.decide.point import DecisionPoint
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.json import to_text
from policyc.wording.verdicts import verdict_word

FORMATS = ("text", "json")


def decide(
    policy: Annotated[str, PolicyArgument],
    action: Annotated[
        str | None,
        typer.Argument(metavar="ACTION", help="An action or pattern: contact(emergency, phone)."),
    ] = None,
    given: Annotated[
        str | None,
        typer.Option(metavar="FACTS", help="Facts: overdue = 20, unreachable = 73h, identified."),
    ] = None,
    facts: Annotated[
        str | None, typer.Option(metavar="FILE.json", help="A case as JSON; - is standard input.")
    ] = None,
    cases: Annotated[
        str | None,
        typer.Option(metavar="FILE.jsonl", help="Many cases, one a line; - is standard input."),
    ] = None,
    tally: Annotated[
        bool, typer.Option("--tally", help="Count verdicts and rules at the end, with --cases.")
    ] = False,
    why_not: Annotated[
        str | None,
        typer.Option("--why-not", metavar="VERDICT", help="The nearest facts that would give it."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="Output format.")
    ] = "text",
    on: options.OnOption = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Ask a policy about a case: the verdict, the rules it rests on, and what it turns on.

    What is not stated is unknown. Of a pattern, every action is decided, those with the same answer
    together. With --cases, each line of JSON becomes one line of JSON; one that states no case is
    answered with what is wrong with it, and the exit code is 1. --tally counts them at the end.
    """
    form = options.chosen("--format", form, *FORMATS)
    language = options.language(lang)
    if cases is not None and (given, facts, why_not) != (None, None, None):
        raise WrongUsageError(
            "--cases goes with neither --given, --facts nor --why-not",
            "--cases不能与--given、--facts或--why-not同时使用",
        )
    if tally and cases is None:
        raise WrongUsageError("--tally goes with --cases only", "--tally只能与--cases同时使用")
    wanted = None if why_not is None else _verdict(why_not)
    chosen = chosen_policy(policy, on, language)
    try:
        point = DecisionPoint(chosen.document, chosen.library, confirmed=cases is None)
        if cases is not None:
            from policyc.cli.cases import decide_lines  # noqa: PLC0415  # one way a run
            from policyc.cli.tally import Tally  # noqa: PLC0415  # one way a run

            counted = Tally() if tally else None
            raise typer.Exit(decide_lines(point, cases, action, language, counted))
        case = _case(point, given, facts, language)
        output.write(_answer(point, case, _asked(action, case), wanted, form, language))
    except CaseError as error:
        output.remark(findings.rendered(error.findings, "text", language).rstrip("\n"))
        raise typer.Exit(Exit.USAGE) from None


def _verdict(word: str) -> Verdict:
    """The verdict of a word of the language, in either script."""
    wanted = [v for v in Verdict if v is not Verdict.UNDETERMINED]
    for verdict in wanted:
        if word in (verdict_word(verdict, "en"), verdict_word(verdict, "zh")):
            return verdict
    raise options.not_one_of(
        "--why-not",
        word,
        [v.value for v in wanted],
        [verdict_word(v, "zh") for v in wanted],
    )


def _case(point: DecisionPoint, given: str | None, facts: str | None, language: Language) -> Case:
    """The case that the options state together."""
    case = point.read({})
    if facts is not None:
        source = read_text(facts, language)
        case = point.read(as_object(read_pairs(source.text)))
    return case if given is None else case.joined(point.reader.given(given, "--given"))


def _asked(action: str | None, case: Case) -> str:
    if not (action or "").strip() and case.asked is None:
        raise WrongUsageError(
            "name an action, as in `contact(emergency, phone)`",
            "请写出行为，例如`contact(emergency, phone)`",
        )
    return action or case.asked  # the reader looks at what it is


def _answer(
    point: DecisionPoint,
    case: Case,
    asked: str,
    wanted: Verdict | None,
    form: str,
    language: Language,
) -> str:
    """The decisions as text of a format, and what would give the wanted verdict."""
    actions = point.actions(asked) if wanted is None else (point.reader.asker.action(asked),)
    decisions = [point.decide(action, case) for action in actions]
    why_not = None if wanted is None else point.why_not(actions[0], case, wanted)
    if form == "json":
        renderer = Renderer(point.policy, language)
        if why_not is not None:
            return to_text(renderer.decision(decisions[0], case.identity, why_not))
        return to_text(renderer.answer(asked, decisions, case.identity))
    columns = output.width()
    text = decisions_text(
        point.policy, decisions, language, lambda said, head: wrapped(said, columns, head)
    )
    if why_not is not None:
        text += "\n" + why_not_text(decisions[0], why_not, language)
    return text
