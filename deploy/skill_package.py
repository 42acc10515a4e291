"""``skill-package/``: what Amazon's developer console gets, laid out as version 2 of its ask-cli expects it.

``skill.json`` and ``interaction_models/`` hold what is written once for a language; here it is derived for each
of the language's locales, and the build's own settings are filled in.
"""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from deploy import ROOT
from deploy.files import write_tree
from skill.alexa.spoken_names import with_values
from skill.bootstrap import load_collection
from skill.training.programme import SpokenNames

MANIFEST = ROOT / "deploy" / "skill.json"
ICONS = ROOT / "deploy" / "icons"
MODELS = ROOT / "interaction_models"

PROGRAMME_IN = ("en-GB", "en-IN")
"""The locales that spell "program" otherwise: Alexa writes down what she heard as it is spelt there."""

DERIVED = {"en-US": ("en-AU", "en-CA", "en-GB", "en-IN")}
"""The locales that take over another's words. A file of a locale's own goes before."""

_ICON_URIS = {"smallIconUri": "icon-108.png", "largeIconUri": "icon-512.png"}
_IMAGES = "assets/images"

Json = dict[str, Any]
Words = TypeVar("Words")


def build_skill_package(folder: Path, endpoint: str = "", privacy_url: str = "") -> list[str]:
    """Write the package into ``folder``, in place of whatever was there; its locales are returned.

    ``endpoint`` and ``privacy_url`` as in ``PackageSettings``.
    """
    models = for_every_locale({path.stem: _model(path) for path in MODELS.glob("*.json")})
    source = json.loads(MANIFEST.read_text("utf-8"))["manifest"]
    manifest = {"manifest": filled_in(source, endpoint, privacy_url)}
    files = {
        "skill.json": _text(manifest),
        **{
            f"interactionModels/custom/{locale}.json": spelt(model, locale)
            for locale, model in models.items()
        },
    }
    icons = {f"{_IMAGES}/{name}": (ICONS / name).read_bytes() for name in _ICON_URIS.values()}
    shutil.rmtree(folder, ignore_errors=True)
    write_tree({**icons, **{name: text.encode() for name, text in files.items()}}, folder)
    return list(models)


def spelt(model: str, locale: str) -> str:
    """An American model as it is spelt in another country."""
    if locale not in PROGRAMME_IN:
        return model
    return re.sub(r"\bprogram(s?)\b", r"programme\1", model)


def _model(path: Path) -> str:
    """An interaction model with the names of everything that comes with the coach."""
    found = load_collection()
    names = SpokenNames(found.exercise_names, found.programme_names)
    return _text(with_values(json.loads(path.read_text("utf-8")), names))


def for_every_locale(written: Mapping[str, Words]) -> dict[str, Words]:
    """What is written for some locales, also for the ones that take it over; in the order of their names."""
    derived = {
        locale: written[source]
        for source, locales in DERIVED.items()
        if source in written
        for locale in locales
    }
    return dict(sorted({**derived, **written}.items()))


def filled_in(source: Json, endpoint: str, privacy_url: str) -> Json:
    """The manifest of all locales, with their icons, the endpoint and the privacy policy.

    Amazon takes no events without an endpoint, so a package without one asks for none. It is for the first
    import, which brings the skill's id; the function is told that id, and then the function's ARN is known.
    """
    icons = {uri: f"file://{_IMAGES}/{name}" for uri, name in _ICON_URIS.items()}
    publishing, privacy = source["publishingInformation"], source["privacyAndCompliance"]
    locales = {
        locale: {**words, **icons}
        for locale, words in for_every_locale(publishing["locales"]).items()
    }
    policy = {"privacyPolicyUrl": privacy_url}
    policies = {locale: policy for locale in locales if privacy_url}
    manifest = {
        **source,
        "publishingInformation": {**publishing, "locales": locales},
        "privacyAndCompliance": {**privacy, "locales": policies},
    }
    if not endpoint:
        return {name: part for name, part in manifest.items() if name != "events"}
    called = {"endpoint": _endpoint(endpoint)}
    custom = {**source["apis"]["custom"], **called}
    return {**manifest, "apis": {"custom": custom}, "events": {**source["events"], **called}}


def _endpoint(uri: str) -> Json:
    if uri.startswith("https:"):
        return {"uri": uri, "sslCertificateType": "Trusted"}
    return {"uri": uri}


def _text(document: Mapping[str, Any]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
