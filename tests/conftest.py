"""How hard generated cases are searched: the same every time, many new ones (`fuzz`), or few.

And a cache of the tests' own: nothing is read from the user's, or written there.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

# Machines differ in speed, so no test may fail for being slow.
settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "fuzz", settings.get_profile("default"), derandomize=False, max_examples=1000
)
# Where the tests themselves are on trial (`make mutants`), they run once for each mutant, and
# nobody reads the case that one failed on.
settings.register_profile(
    "mutants",
    settings.get_profile("default"),
    max_examples=10,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile("default")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("POLICYC_CACHE")
    os.environ["POLICYC_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["POLICYC_CACHE"]
    else:
        os.environ["POLICYC_CACHE"] = before
