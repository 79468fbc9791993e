"""Methods that send a list of any length: what `x-batch-limit` adds to a resource."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from channelsmith import ir
from channelsmith.codegen import docs
from channelsmith.codegen import operations as exchange
from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.extra_methods import ExtraView, Spelling
from channelsmith.codegen.signatures import arguments, forwarded
from channelsmith.codegen.text import literal
from channelsmith.naming.disambiguate import choose_names
from channelsmith.naming.names import Names


def batches(
    operation: ir.Operation, names: Names, types: Annotations, *, taken: Iterable[str]
) -> tuple[ExtraView, ...]:
    """The method beside the one of a single batch; none where no argument takes the list.

    `taken` holds the names of the resource's methods and of the resources below it.
    """
    limit, found = operation.batch_limit, arguments(operation, names, types)
    kind = _list(operation, types)
    goes, wire = ("body", limit.pointer[1:]) if limit is not None and limit.pointer else ("", "")
    listed = next((each for each in found if (each.goes, each.wire) == (goes, wire)), None)
    if limit is None or kind is None or listed is None:
        return ()
    rest = tuple(each for each in found if each is not listed)
    used = {each.name for each in found}
    batching, part = _free("batching", used), _free("part", used)
    name = names.methods[operation.pointer]
    inner = ", ".join([*([forwarded(rest)] if rest else []), f"{listed.name}={part}"])
    paths = [each.declared for each in rest if each.goes == "path"]
    item = types.of_argument(kind.items)
    keywords = [*(each.declared for each in rest if each.goes != "path"), f"{batching}: Batching | None = None"]
    about = {listed.name: "A list of any length; it is read as it is sent."}
    about |= {each.name: f"As for `{name}`." for each in rest}
    about[batching] = "How many requests at a time, and a journal to go on from after a crash."
    origin = (operation.pointer, "all")
    own = choose_names({origin: (f"{name}_all", f"{name}_all_")}, taken=taken, kept=names.extras)[origin]
    result = f"BatchResult[{exchange.returns(operation, types)}]"
    heads = [
        f"def {own}({', '.join(['self', *paths, f'{listed.name}: {lists}', '*', *keywords])}) -> {result}"
        for lists in (f"Iterable[{item}]", f"Iterable[{item}] | AsyncIterable[{item}]")
    ]
    build = f"lambda {part}: endpoints.{name}({inner})"
    send = f"(self._client, {listed.name}, {build}, {_limit(limit)}, {batching})"
    return (
        ExtraView(
            name=own,
            doc=_doc(docs.headline(operation), name, limit, about),
            example=", ".join([*(each.name for each in rest if each.goes == "path"), listed.name, "..."]),
            sync=Spelling((), heads[0], f"send_batches{send}"),
            async_=Spelling((), f"async {heads[1]}", f"await send_batches_async{send}"),
            origin=origin,
        ),
    )


def _list(operation: ir.Operation, types: Annotations) -> ir.Array | None:
    """The type of the list that is to be cut."""
    media = operation.body.media if operation.body is not None else ()
    kind = media[0].type if media else None
    if operation.batch_limit is not None and operation.batch_limit.pointer:
        kind = exchange.property_type(kind, operation.batch_limit.pointer[1:], types)
    return kind if isinstance(kind, ir.Array) else None


def _free(word: str, used: set[str]) -> str:
    while word in used:
        word += "_"
    return word


def _limit(limit: ir.BatchLimit) -> str:
    said = {key: value for key, value in asdict(limit).items() if value and key != "pointer"}
    return f"BatchLimit({', '.join(f'{key}={literal(value)}' for key, value in said.items())})"


def _doc(headline: str, name: str, limit: ir.BatchLimit, args: Mapping[str, str]) -> str:
    most = " and ".join(
        [f"{limit.items:,} entries"] * bool(limit.items) + [f"{limit.bytes:,} bytes"] * bool(limit.bytes)
    )
    return "\n\n".join(
        [
            f"{headline.rstrip('.')}, or as many as a list of any length asks for.",
            f"Calls `{name}` for at most {most} at a time. A call that fails does not stop the others.",
            "\n".join(["Args:", *(f"    {word}: {about}" for word, about in args.items())]),
            "Returns:\n    BatchResult: What was accepted, what failed and why.",
            "Raises:\n    AuthenticationError, ConfigurationError: No call can succeed.",
        ]
    )
