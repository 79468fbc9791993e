"""Which schemas describe multipart bodies, whose binary strings are files."""

from collections.abc import Iterator, Mapping

from channelsmith import ir
from channelsmith.ir.access import find_reachable
from channelsmith.ir.media_family import MediaFamily, classify_media


def find_upload_schemas(api: ir.Api) -> Mapping[str, bool]:
    """Return the pointers of the schemas of multipart bodies, and whether each of them describes nothing else.

    They are the bodies themselves and the lists and unions among their properties. An object inside of a body is sent
    as JSON, which has no files.
    """
    schemas = {schema.pointer: schema for schema in api.schemas}
    walk = _Walk(schemas)
    others: list[ir.Type | None] = []
    for media, is_sent in _media(api):
        if is_sent and classify_media(media) is MediaFamily.MULTIPART and media.type is not None:
            walk.visit_body(media.type)
        else:
            others.append(media.type)
    others += [request.body for request in api.incoming]
    others += [parameter.type for operation in api.operations for parameter in operation.parameters]
    reached = find_reachable([*others, *walk.json], schemas)
    pending = list(reached)
    while pending:  # what an object inherits, it has in common with its bases
        bases = set(_bases(schemas[pending.pop()])) - reached
        reached |= bases
        pending += bases
    return {pointer: pointer not in reached for pointer in walk.seen}


def _bases(schema: ir.Schema) -> tuple[str, ...]:
    return schema.bases if isinstance(schema, ir.ObjectSchema) else ()


def _media(api: ir.Api) -> Iterator[tuple[ir.Media, bool]]:
    """Yield every representation, and whether it is that of a request."""
    for operation in api.operations:
        for media in operation.body.media if operation.body is not None else ():
            yield media, True
        for response in operation.responses:
            for media in response.media:
                yield media, False


class _Walk:
    """Visits multipart bodies as far as there can be files; `json` has the types of parts that are JSON."""

    def __init__(self, schemas: Mapping[str, ir.Schema]) -> None:
        self.seen: set[str] = set()
        self.json: list[ir.Type] = []
        self._schemas = schemas

    def visit_body(self, type_: ir.Type) -> None:
        match type_:
            case ir.Ref(pointer) if pointer not in self.seen:
                self.seen.add(pointer)
                match self._schemas[pointer]:
                    case ir.ObjectSchema(properties=properties, additional=additional) as schema:
                        for part in (*(each.type for each in properties), additional or ir.ANY):
                            self._visit_part(part)
                        children = schema.discriminator.targets() if schema.discriminator is not None else ()
                        for pointer in (*schema.bases, *children):
                            self.visit_body(ir.Ref(pointer))
                    case ir.AliasSchema(type=aliased):
                        self.visit_body(aliased)
                    case ir.EnumSchema():
                        pass
            case ir.Array(inner) | ir.Map(inner):
                self._visit_part(inner)
            case ir.Union(members):
                for member in members:
                    self.visit_body(member)
            case _:
                pass

    def _visit_part(self, type_: ir.Type) -> None:
        match type_:
            case ir.Ref(pointer):
                schema = self._schemas[pointer]
                if not isinstance(schema, ir.AliasSchema):
                    self.json.append(type_)
                elif pointer not in self.seen:
                    self.seen.add(pointer)
                    self._visit_part(schema.type)
            case ir.Array(inner):
                self._visit_part(inner)
            case ir.Union(members):
                for member in members:
                    self._visit_part(member)
            case ir.Map():
                self.json.append(type_)
            case _:
                pass
