"""How hard generated cases are searched: the same every time, or (`fuzz`) many new ones."""

from hypothesis import HealthCheck, settings

# Machines differ in speed, so no test may fail for being slow.
settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "fuzz", settings.get_profile("default"), derandomize=False, max_examples=1000
)
settings.load_profile("default")
