"""Values are compared by their meaning."""

from channelsmith.conform.compare import comparable


def test_values_are_compared_by_their_meaning() -> None:
    assert comparable("2026-01-31T12:00:00Z") == comparable("2026-01-31T14:00:00.000+02:00")
    assert comparable("2026-01-31T12:00:00") != comparable("2026-01-31T12:00:00Z")
    assert comparable({"a": ["19.90", 20.0]}) == comparable({"a": [19.9, 20]})
    assert comparable('{"a": 1}') == comparable('{"a":1}')
    assert comparable(value=True) != comparable("true")
    assert comparable(None) != comparable("")
