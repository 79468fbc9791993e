"""YAML and JSON documents with the position of every node."""

from channelsmith.document.document import Document, Json, Node, describe_type, did_you_mean, missing_target

__all__ = ["Document", "Json", "Node", "describe_type", "did_you_mean", "missing_target"]
