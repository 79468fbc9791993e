"""The part of this package that is the same for every API: how a call is built, sent, judged and read.

The rest of the package is data about one API (operations, models, names); this part obeys that data.
Start at `client.py`, whose docstring tells the order of one call.
"""
