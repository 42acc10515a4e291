"""What is written otherwise than anybody would write it, only to be quick: waiting is heard as silence.

- ``start``, ``bundle`` and ``rows`` are how the packaged function starts (decision 42). Its entry and the
  packaging know them; no room does.
- ``value``, ``json_text``, ``request_record`` and ``plural_rules`` each stand in for something of Python's own,
  and say for what. Every room may use them but the pretend Echo and its understanding, which use nothing of ours.
"""
