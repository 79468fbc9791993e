"""One document in which every place that takes text says the same thing: a payload, or a benign word in its twin."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from channelsmith.lint.openapi_objects import TOKEN
from channelsmith.naming.identifiers import to_snake_case
from channelsmith.naming.reserved import ATTRIBUTES

Json = dict[str, object]


def twin_of(payload: str, number: str = "") -> str:
    """The benign text for a payload: a word that needs no other spelling in Python where the payload is one as well."""
    as_it_is = to_snake_case(payload) == payload and payload not in ATTRIBUTES
    return f"benign{number}" if as_it_is else f"benign Text{number}"


def twins(payload: str) -> tuple[Json, Json]:
    """The hostile document of a payload, and the benign one beside it.

    Three signs have a meaning in two places, so that a payload with one of them is left out there, in both documents:
    braces are parameters in a path and variables in the URL of a server, and a star makes a range of a media type.
    """
    path = "benign" if {"{", "}"} & set(payload) else None
    media = "benign" if "*" in payload else None
    header = "benign" if TOKEN.fullmatch(payload) else None  # the name of a header, or none in both documents
    mine = everywhere(payload, path=path, media=media)
    return mine, everywhere(twin_of(payload), path=path, media=media, header=header)


def everywhere(text: str, *, path: str | None = None, media: str | None = None, header: str | None = None) -> Json:
    """A document with `text` in all sinks, but for the path, media types and header of a key where they are given."""
    own, kind = path or text, media or text
    schema: Json = {"$ref": f"#/components/schemas/{_escaped(text)}"}
    about: Json = {"description": text, "x-unknown": text, "x-unknown-mapping": {text: [text]}}
    content: Json = {"schema": schema, "example": text, "examples": {text: {"summary": text, "value": text}}}
    docs: Json = {"url": f"https://docs.example/{text}", "description": text}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "summary": text,
            "termsOfService": text,
            "contact": {"name": text, "url": text, "email": text},
            "license": {"name": text, "url": text},
            **about,
        },
        "externalDocs": docs,
        "x-source": _source(text),
        "tags": [{"name": text, "externalDocs": docs, **about}],
        "servers": [
            {
                "url": f"https://{{{own}}}.example/{own}",
                "variables": {own: {"default": text, "enum": [text, "b"], "description": text}},
                **about,
            }
        ],
        "security": [{text: [text]}, {"second": []}, {"oauth": [text]}],
        "paths": {
            f"/{own}/{{{own}}}": {
                "summary": text,
                **about,
                "parameters": [_parameter(own, "path", text)],
                "post": {
                    "operationId": text,
                    "tags": [text],
                    "summary": text,
                    **about,
                    "x-source": _source(text),
                    "externalDocs": docs,
                    "parameters": [
                        _parameter(text, "query", text),
                        _parameter(header or text, "header", text),
                        _parameter(text, "cookie", text),
                    ],
                    "requestBody": {"content": {"application/json": content, kind: content}, **about},
                    "responses": {
                        "200": {
                            **about,
                            "headers": {text: {"schema": {"type": "string"}, **about}},
                            "content": {"application/json": content},
                            "links": {text: {"operationId": text, "parameters": {text: text}, "description": text}},
                        },
                        "404": {**about, "content": {kind: content}},
                    },
                    "callbacks": {text: {f"{{$request.body#/{text}}}": {"post": {"responses": {"200": about}}}}},
                },
                "get": {
                    "summary": text,
                    "tags": [text],
                    "responses": {"200": {**about, "content": {kind: {}, f"{kind}/2": {}}}},
                },
            },
            f"/{own.replace('/', ' ')}": {
                "delete": {"responses": {"204": about}}
            },  # a resource of the path's own words
        },
        "webhooks": {text: {"post": {"operationId": f"hook {text}", "responses": {"200": about}}}},
        "components": {
            "schemas": _schemas(text, schema),
            "responses": {text: about},
            "parameters": {text: _parameter(f"{text} 2", "query", text)},
            "examples": {text: {"summary": text, "value": text}},
            "requestBodies": {text: {"content": {kind: content}, **about}},
            "headers": {text: {"schema": schema, **about}},
            "links": {text: {"operationId": text}},
            "callbacks": {text: {}},
            "pathItems": {text: {"summary": text}},
            "securitySchemes": {
                text: {"type": "apiKey", "in": "header", "name": header or text, **about},
                "second": {"type": "http", "scheme": "bearer", "bearerFormat": text, **about},
                "oauth": {
                    "type": "oauth2",
                    "flows": {
                        "clientCredentials": {"tokenUrl": f"https://auth.example/{text}", "scopes": {text: text}}
                    },
                    **about,
                },
            },
        },
    }


def _source(text: str) -> Json:
    return {"basis": "documented", "doc": text, "section": text, "note": text}


def _parameter(name: str, where: str, text: str) -> Json:
    schema: Json = {"type": "string", "enum": [text, "b"], "default": text, "pattern": text}
    return {"name": name, "in": where, "required": where == "path", "description": text, "schema": schema}


def _schemas(text: str, schema: Json) -> Json:
    said: Json = {"title": text, "description": text, "x-unknown": text}
    return {
        text: {
            "type": "object",
            **said,
            "required": [text],
            "properties": {
                text: {"type": "string", "default": text, "example": text, "pattern": text, "format": text, **said},
                f"{text} 2": {"type": "string", "enum": [text, "b"], "default": text, **said},
                f"{text} 3": {"const": text, **said},
                f"{text} 4": {"type": ["integer", "null"], "default": 1, **said},
                f"{text} 5": {"type": "array", "items": schema, "default": [text], **said},
                f"{text} 6": {"type": "object", "additionalProperties": schema, "properties": {}, **said},
                f"{text} 7": {"type": "object", "properties": {text: {"const": text}}, **said},
            },
            "patternProperties": {text: {"type": "string"}},
        },
        f"{text} union": {
            **said,
            "oneOf": [{"$ref": "#/components/schemas/first"}, {"$ref": "#/components/schemas/second"}],
            "discriminator": {
                "propertyName": text,
                "mapping": {text: "#/components/schemas/first", "b": "#/components/schemas/second"},
            },
        },
        "first": {"type": "object", "required": [text], "properties": {text: {"type": "string"}}, **said},
        "second": {"type": "object", "required": [text], "properties": {text: {"type": "string"}}, **said},
        f"{text} values": {"type": "string", "enum": [text, "b", f"{text} c"], "default": text, **said},
        f"{text} alias": {"type": "array", "items": {"const": text}, **said},
    }


def many_twins(payloads: Iterable[str]) -> tuple[Json, Json]:
    """A document with all payloads side by side, and its twin; a number tells payloads of the same words apart."""
    told: dict[str, str] = {}
    for at, payload in enumerate(payloads):
        word = to_snake_case(payload)
        told[word if word not in told else f"{word} {at}"] = payload if word not in told else f"{payload} {at}"
    return many(list(told.values())), many([twin_of(text, str(at)) for at, text in enumerate(told.values())])


def many(every: Sequence[str]) -> Json:
    """A document with all texts side by side in each sink that holds several, under fixed words for the rest."""
    ok: Json = {"200": {"description": "ok"}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "many", "version": "1"},
        "tags": [{"name": text, "description": text} for text in every],
        "paths": {
            f"/{at}": {
                "get": {"tags": [text], "operationId": text, "summary": text, "responses": ok},
                "put": {"operationId": f"put {text}", "description": text, "responses": ok},
            }
            for at, text in enumerate(every)
        }
        | {
            "/parameters": {
                "get": {
                    "operationId": "parameters",
                    "parameters": [_parameter(text, where, text) for text in every for where in ("query", "header")],
                    "responses": ok,
                }
            }
        },
        "components": {
            "schemas": {
                **{text: {"type": "object", "properties": {"a": {"type": "string"}}} for text in every},
                "Values": {"type": "string", "enum": every},
                "Fields": {
                    "type": "object",
                    "properties": {text: {"type": "integer", "description": text} for text in every},
                },
                "Constants": {
                    "type": "object",
                    "properties": {f"c{at}": {"enum": [text, 1, None]} for at, text in enumerate(every)},
                },
            },
            "securitySchemes": {text: {"type": "apiKey", "in": "query", "name": text} for text in every},
        },
    }


def written(document: object, folder: Path, name: str = "openapi.json") -> Path:
    """The file of a document, in plain ASCII, so that every character of a text comes by an escape."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), "ascii")
    return path


def _escaped(text: str) -> str:
    """A key as it stands in a reference: a pointer in the fragment of a URI."""
    return text.replace("%", "%25").replace("~", "~0").replace("/", "~1")
