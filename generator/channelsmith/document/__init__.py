"""YAML and JSON documents with the position of every node."""

from channelsmith.document.document import Document, Json, Node, dangling, did_you_mean, kind_of

__all__ = ["Document", "Json", "Node", "dangling", "did_you_mean", "kind_of"]
