"""The archive as a whole: open it, add to it, correct it, check it.

The only part that knows all rooms. Every act is one transaction, with one entry in the log.
"""
