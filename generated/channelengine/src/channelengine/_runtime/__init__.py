"""The runtime: how calls are built, sent, repeated and decoded. It is the same for every API.

The rest of the package is data about one API: operations, models, names. Start reading at `client.py`, whose docstring
has the order of one call.
"""
