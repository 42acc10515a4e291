"""What is done for a quick start, and for nothing else: a cold start is heard as silence (decision 42).

The sources know nothing of it. The packaging makes a bundle of them (``deploy/bundle/``), which a process of the
function takes its modules from. Nothing else of ours imports this room but the function's entry.
"""
