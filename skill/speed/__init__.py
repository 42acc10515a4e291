"""What is written otherwise than anybody would write it, only to be quick: waiting is heard as silence.

- ``start``, ``bundle`` and ``rows`` are how the packaged function starts (decision 42). Its entry and the
  packaging know them; no room does.
- ``value`` and ``json_text`` stand in for frozen dataclasses and for ``JSONEncoder.encode``. Every room may use
  them but the pretend Echo and its understanding, which use nothing of ours.
"""
