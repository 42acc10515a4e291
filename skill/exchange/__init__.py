"""What goes out to watches, calendars and spreadsheets, and what comes in from them: files, and nothing else.

The only user of the FIT and calendar libraries, which the extra ``fit`` brings. No file is opened here: bytes
come in and go out. See decision 33.
"""
