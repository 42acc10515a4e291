"""APL, the documents of screens: a workout that is seen, counted and touched.

``document.py`` is what every screen gets, ``datasource.py`` what is different each time: numbers and finished
texts. All that is seen is a function of one clock, ``now``, which Amazon's engine keeps by itself.
"""
