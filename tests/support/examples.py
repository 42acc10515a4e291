"""How many examples hypothesis tries for the promise of a test.

A test says how many are worth their time. ``make test`` tries a tenth of these, ``make e2e`` all of them by the
profile ``promised``: the same ones each time, so that the outcome depends on the code alone. The profile
``searching`` tries other ones each time; what it finds is mended, and becomes a test. ``make mutants``
has a profile of its own.
"""

from hypothesis import HealthCheck, Phase, settings

_USUAL = 100
_QUICK = _USUAL // 10
_FEWEST = 5

# A busy machine breaks no promise, so nothing is too slow: neither the test nor the making of its examples.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("searching", _PATIENT, max_examples=_USUAL)
settings.register_profile("promised", _PATIENT, max_examples=_USUAL, derandomize=True)
settings.register_profile("quick", _PATIENT, max_examples=_QUICK, derandomize=True)
# Whether a mutant is noticed is enough: to look for its smallest example takes minutes.
_WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
settings.register_profile("mutants", settings.get_profile("quick"), phases=_WITHOUT_SHRINKING)
settings.load_profile("quick")


def tried(examples: int, *needless: HealthCheck) -> settings:
    """So many examples of a hundred that the profile tries, and five at least.

    ``needless`` are checks of hypothesis that would find fault with the test, and are wrong about it.
    """
    share = examples * settings().max_examples // _USUAL
    return settings(
        max_examples=max(min(examples, _FEWEST), share),
        suppress_health_check=[*settings().suppress_health_check, *needless],
    )
