"""``skill-package/``: what Amazon's developer console gets, laid out as version 2 of its ask-cli expects it.

``skill.json`` and ``interaction_models/`` hold what is written once for a language; here it is derived for each
of the language's locales, and the build's own settings are filled in.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deploy import ROOT
from deploy.files import write_tree
from skill.errors import DataError
from skill.language.locales import Locale
from skill.loaders import all_locales
from skill.simulator.models import MODELS, missing_files, model_document

MANIFEST = ROOT / "deploy" / "skill.json"
ICONS = ROOT / "deploy" / "icons"

_ICON_URIS = {"smallIconUri": "icon-108.png", "largeIconUri": "icon-512.png"}
_IMAGES = "assets/images"

Json = dict[str, Any]


def build_skill_package(folder: Path, endpoint: str = "", privacy_url: str = "") -> list[str]:
    """Write the package into ``folder``, in place of what was there; its locales are returned.

    ``endpoint`` and ``privacy_url`` as in ``PackageSettings``.

    Raises:
        DataError: a language that has an interaction model lacks something else.
    """
    source = json.loads(MANIFEST.read_text("utf-8"))["manifest"]
    texts = texts_by_locale(source["publishingInformation"]["locales"], all_locales())
    manifest = {"manifest": filled_in(source, texts, endpoint, privacy_url)}
    models = {locale: model_document(all_locales()[locale]) for locale in texts}
    files = {
        "skill.json": _text(manifest),
        **{f"interactionModels/custom/{locale}.json": _text(models[locale]) for locale in models},
    }
    icons = {f"{_IMAGES}/{name}": (ICONS / name).read_bytes() for name in _ICON_URIS.values()}
    shutil.rmtree(folder, ignore_errors=True)
    write_tree({**icons, **{name: text.encode() for name, text in files.items()}}, folder)
    return list(models)


def texts_by_locale(written: Mapping[str, Json], locales: Mapping[str, Locale]) -> dict[str, Json]:
    """What customers read of the skill in each locale that has a model, in the order of their names.

    A locale without texts of its own takes over those of the nearest one in its chain.

    Raises:
        DataError: a locale that has a model lacks texts, or files.
    """
    offered = [one for one in locales.values() if (MODELS / f"{one.model}.json").exists()]
    return {one.name: _texts(one, written) for one in sorted(offered, key=lambda one: one.name)}


def _texts(locale: Locale, written: Mapping[str, Json]) -> Json:
    for file in missing_files(locale):
        remedy = f"write it, or take interaction_models/{locale.model}.json away"
        raise DataError(file, locale.name, "(file)", "is missing", remedy)
    for name in (locale.name, *locale.words):
        if name in written:
            return written[name]
    remedy = "write the skill's name, summary, description, example phrases and keywords"
    where = f"publishingInformation.locales.{locale.base}"
    raise DataError("deploy/skill.json", locale.name, where, "is missing", remedy)


def filled_in(source: Json, texts: Mapping[str, Json], endpoint: str, privacy_url: str) -> Json:
    """The manifest with the texts of all locales, their icons, the endpoint and the privacy policy.

    Amazon takes no events without an endpoint, so a package without one asks for none. It is for the first
    import, which brings the skill's id; the function is given that id, and then the function's ARN is known.
    """
    icons = {uri: f"file://{_IMAGES}/{name}" for uri, name in _ICON_URIS.items()}
    publishing, privacy = source["publishingInformation"], source["privacyAndCompliance"]
    locales = {locale: {**words, **icons} for locale, words in texts.items()}
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
