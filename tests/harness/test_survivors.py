"""How what mutmut found is told."""

from tests.harness.survivors import told

LISTED = """\
    policyc.core.keys.x__length__mutmut_1: killed
    policyc.core.keys.x__length__mutmut_2: survived
    policyc.core.axes.xǁNumbersǁadmits__mutmut_1: timeout
    policyc.core.axes.xǁNumbersǁadmits__mutmut_2: not checked
    policyc.engines.python.rows.x__at__mutmut_1: no tests
    policyc.engines.python.rows.x__at__mutmut_2: not checked
    policyc.engines.x_other__mutmut_1: not checked
"""


def test_what_was_not_noticed_is_named_and_each_room_is_counted() -> None:
    assert list(told(LISTED.splitlines())) == [
        "survived: policyc.core.keys.x__length__mutmut_2",
        "no tests: policyc.engines.python.rows.x__at__mutmut_1",
        "policyc: 0 of 0 noticed, none tried; 1 mutants",
        "policyc.core: 2 of 3 noticed, 66.7 %; 4 mutants",
        "policyc.engines.python: 0 of 1 noticed, 0.0 %; 2 mutants",
        "all: 2 of 4 noticed, 50.0 %; 7 mutants",
    ]
