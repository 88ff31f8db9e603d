"""Frames and envelopes of schema/WIRE.md, without a socket."""
from __future__ import annotations

import struct
import zlib
from typing import Dict, Iterator, NamedTuple, Tuple

LIMIT = 4 << 20
HEADER = struct.Struct(">IIBB")
REQUEST, RESPONSE, DATA, GOAWAY, CANCEL = 1, 2, 3, 0x10, 0x11
REMOTE_CLOSED, NO_DATA, ZLIB = 0x01, 0x04, 0x80
COMPRESSION_THRESHOLD = 1_024
ERROR_INFO = b"type.googleapis.com/google.rpc.ErrorInfo"


class ProtocolError(Exception):
    """The peer broke the protocol; the connection cannot be used any more."""


class Status(NamedTuple):
    """How a call ended: the code and message, and the reason and details of its google.rpc.ErrorInfo, if it has one."""
    code: int = 0
    message: str = ""
    reason: str = ""
    details: Dict[str, str] = {}


class Answer(NamedTuple):
    """A response envelope."""
    status: Status
    payload: bytes
    reads_zlib: bool


def frame(stream: int, kind: int, flags: int, payload: bytes = b"", compress: bool = False) -> bytes:
    """Encodes a frame, compressed if that is allowed and makes it smaller."""
    if compress and len(payload) >= COMPRESSION_THRESHOLD:
        packed = struct.pack(">I", len(payload)) + zlib.compress(payload, 6)
        if len(packed) < len(payload):
            payload, flags = packed, flags | ZLIB
    if len(payload) > LIMIT:
        raise ValueError(f"a message of {len(payload)} bytes does not fit in a frame of at most {LIMIT}")
    return HEADER.pack(len(payload), stream, kind, flags) + payload


def plain(payload: bytes, flags: int) -> bytes:
    """The payload before compression."""
    if not flags & ZLIB:
        return payload
    if len(payload) < 5:
        raise ProtocolError("a compressed frame is too short")
    (length,) = struct.unpack_from(">I", payload)
    if length > LIMIT:
        raise ProtocolError(f"a compressed frame announces {length} bytes")
    inflater = zlib.decompressobj()
    try:
        content = inflater.decompress(payload[4:], length + 1)
    except zlib.error as error:
        raise ProtocolError(f"a compressed frame is damaged: {error}") from error
    if len(content) != length or not inflater.eof or inflater.unused_data:
        raise ProtocolError("a compressed frame does not hold what it announces")
    return content


def request(service: str, method: str, payload: bytes, timeout: float, metadata: "list[Tuple[str, str]]") -> bytes:
    """A request envelope."""
    parts = [field(1, service.encode()), field(2, method.encode())]
    if payload:
        parts.append(field(3, payload))
    if timeout > 0:
        parts.append(b"\x20" + varint(int(timeout * 1e9)))
    for key, value in metadata:
        parts.append(field(5, field(1, key.encode()) + field(2, value.encode())))
    return b"".join(parts)


def response(envelope: bytes) -> Answer:
    status, payload, reads_zlib = Status(), b"", False
    for number, value in fields(envelope):
        if number == 1 and isinstance(value, bytes):
            status = read_status(value)
        elif number == 2 and isinstance(value, bytes):
            payload = value
        elif number == 100 and value == b"zlib":
            reads_zlib = True
    return Answer(status, payload, reads_zlib)


def read_status(message: bytes) -> Status:
    status = Status()
    for number, value in fields(message):
        if number == 1 and isinstance(value, int):
            status = status._replace(code=value)
        elif number == 2 and isinstance(value, bytes):
            status = status._replace(message=text(value))
        elif number == 3 and isinstance(value, bytes):
            detail = dict(fields(value))
            if detail.get(1) == ERROR_INFO and isinstance(detail.get(2), bytes):
                reason, details = read_error_info(detail[2])
                status = status._replace(reason=reason, details=details)
    return status


def read_error_info(message: bytes) -> "Tuple[str, Dict[str, str]]":
    reason, details = "", {}
    for number, value in fields(message):
        if number == 1 and isinstance(value, bytes):
            reason = text(value)
        elif number == 3 and isinstance(value, bytes):
            entry = {key: text(part) for key, part in fields(value) if isinstance(part, bytes)}
            details[entry.get(1, "")] = entry.get(2, "")
    return reason, details


def text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def field(number: int, content: bytes) -> bytes:
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(value: int) -> bytes:
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def fields(message: bytes) -> "Iterator[Tuple[int, int | bytes]]":
    """The fields of an encoded message: numbers for varints, bytes for the others."""
    position = 0
    while position < len(message):
        tag, position = read_varint(message, position)
        kind = tag & 7
        if kind == 0:
            value, position = read_varint(message, position)
            yield tag >> 3, value
            continue
        if kind == 2:
            length, position = read_varint(message, position)
        elif kind in (1, 5):
            length = 8 if kind == 1 else 4
        else:
            raise ProtocolError(f"a message has the wire type {kind}")
        if length > len(message) - position:
            raise ProtocolError("a message is truncated")
        yield tag >> 3, message[position:position + length]
        position += length


def read_varint(message: bytes, position: int) -> "Tuple[int, int]":
    value = shift = 0
    while position < len(message) and shift < 70:
        byte = message[position]
        position += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, position
    raise ProtocolError("a varint does not end")
