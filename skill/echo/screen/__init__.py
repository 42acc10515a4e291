"""The screen of the pretend Echo: APL documents, evaluated at any moment of the device's clock.

``expression.py`` has the values of APL's data binding, ``document.py`` says which documents may be shown,
``screen.py`` is one that is shown.
"""
