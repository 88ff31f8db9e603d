"""Calls over connections: deadlines, retries, several servers."""
from __future__ import annotations

import enum
import random
import socket
import ssl
import threading
import time
from typing import Dict, Iterator, List, Optional, Sequence, Tuple, Union

from . import wire
from .access import OPEN, Access

Addresses = Union[str, Sequence[str]]


class Code(enum.IntEnum):
    """How a call ended, as a gRPC status code."""
    OK = 0
    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16

    @classmethod
    def _missing_(cls, value: object) -> "Code":
        return cls.UNKNOWN


class CallError(Exception):
    """A call failed.

    A service tells programs why as well, for example `reason` "UNKNOWN_FILTER" with `details` {"name": "dat", "known": …}: schema/WIRE.md
    lists them. Where it does not, `reason` is empty.
    """

    def __init__(self, code: int, message: str, reason: str = "", details: Optional[Dict[str, str]] = None) -> None:
        super().__init__(f"{Code(code).name}: {message}")
        self.code = Code(code)
        self.message = message
        self.reason = reason
        self.details = details or {}


class Connection:
    """One connection, for one call at a time."""

    def __init__(
        self, address: str, timeout: float, access: Access = OPEN, context: Optional[ssl.SSLContext] = None
    ) -> None:
        host, _, port = address.rpartition(":")
        host = host.strip("[]")
        try:
            self.socket = socket.create_connection((host, int(port)), timeout)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if context:
                self.socket = context.wrap_socket(self.socket, server_hostname=host)
        except (OSError, ValueError) as error:
            raise CallError(Code.UNAVAILABLE, f"cannot connect to {address}: {error}") from error
        self.address = address
        self.access = access
        self.stream = -1
        self.server_reads_zlib = False
        self.is_leaving = False

    def close(self) -> None:
        self.socket.close()

    def send(self, service: str, method: str, payload: bytes, deadline: float, flags: int) -> None:
        timeout = self.remaining(deadline)
        metadata = self.access.metadata()
        if self.stream < 0:
            metadata += [("accept-compression", "zlib"), ("accept-goaway", "1")]
        self.stream += 2
        envelope = wire.request(service, method, payload, timeout, metadata)
        self.socket.settimeout(timeout)
        self.socket.sendall(wire.frame(self.stream, wire.REQUEST, flags, envelope, self.server_reads_zlib))

    def receive(self, deadline: float) -> "Tuple[int, int, bytes]":
        """The next frame of the call: its type, its flags, its payload."""
        while True:
            length, stream, kind, flags = wire.HEADER.unpack(self.read(wire.HEADER.size, deadline))
            if length > wire.LIMIT:
                raise wire.ProtocolError(f"a frame announces {length} bytes")
            payload = wire.plain(self.read(length, deadline), flags)
            if kind == wire.GOAWAY:
                self.is_leaving = True
            elif stream == self.stream and kind in (wire.RESPONSE, wire.DATA):
                return kind, flags, payload

    def cancel(self) -> None:
        """Tells the server that the caller no longer waits."""
        try:
            self.socket.sendall(wire.frame(self.stream, wire.CANCEL, 0))
        except OSError:
            pass

    def read(self, count: int, deadline: float) -> bytes:
        content = bytearray()
        while len(content) < count:
            self.socket.settimeout(self.remaining(deadline))
            piece = self.socket.recv(min(count - len(content), 1 << 18))
            if not piece:
                raise ConnectionError("the connection closed before the response arrived")
            content += piece
        return bytes(content)

    @staticmethod
    def remaining(deadline: float) -> float:
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            raise socket.timeout("the deadline of the call has passed")
        return remaining


class Pool:
    """Connections to servers with the same services, each used by one call at a time. Thread-safe."""

    def __init__(self, addresses: Addresses, timeout: float, attempts: int, access: Access = OPEN) -> None:
        self.access = access
        self.context = access.context()
        self.addresses: List[str] = addresses.split(",") if isinstance(addresses, str) else list(addresses)
        if not self.addresses:
            raise ValueError("no server address was given")
        self.timeout = timeout
        self.attempts = attempts
        self.lock = threading.Lock()
        self.idle: List[Connection] = []
        self.next_address = random.randrange(len(self.addresses))

    def close(self) -> None:
        with self.lock:
            idle, self.idle = self.idle, []
        for connection in idle:
            connection.close()

    def take(self, deadline: float) -> "Tuple[Connection, bool]":
        """A connection, and whether it was used before."""
        with self.lock:
            if self.idle:
                return self.idle.pop(), True
            first = self.next_address
            self.next_address += 1
        failure: Optional[CallError] = None
        for offset in range(len(self.addresses)):
            address = self.addresses[(first + offset) % len(self.addresses)]
            try:
                return Connection(address, min(3.0, Connection.remaining(deadline)), self.access, self.context), False
            except CallError as error:
                failure = error
        assert failure is not None
        raise failure

    def give_back(self, connection: Connection) -> None:
        if connection.is_leaving:
            connection.close()
            return
        with self.lock:
            self.idle.append(connection)

    def call(self, service: str, method: str, payload: bytes, timeout: Optional[float] = None) -> bytes:
        """Makes a unary call, and retries it if that may help: every method is a read."""
        deadline = time.monotonic() + (timeout if timeout is not None else self.timeout)
        attempt = 0
        while True:
            try:
                return self.call_once(service, method, payload, deadline)
            except CallError as error:
                attempt += 1
                pause = min(1.0, 0.05 * 2 ** attempt) * random.uniform(0.5, 1)
                if error.code != Code.UNAVAILABLE or attempt >= self.attempts or time.monotonic() + pause >= deadline:
                    raise
                time.sleep(pause)

    def call_once(self, service: str, method: str, payload: bytes, deadline: float) -> bytes:
        try:
            connection, was_used = self.take(deadline)
        except socket.timeout as error:
            raise CallError(Code.DEADLINE_EXCEEDED, str(error)) from error
        try:
            connection.send(service, method, payload, deadline, 0)
            _, _, envelope = connection.receive(deadline)
            answer = wire.response(envelope)
        except socket.timeout as error:
            connection.cancel()
            connection.close()
            raise CallError(Code.DEADLINE_EXCEEDED, "the deadline of the call has passed") from error
        except (OSError, ConnectionError) as error:
            connection.close()
            if was_used:
                # The server may have closed it while it was idle: the others are no better.
                self.close()
            raise CallError(Code.UNAVAILABLE, f"{connection.address}: {error}") from error
        except wire.ProtocolError as error:
            connection.close()
            raise CallError(Code.INTERNAL, f"{connection.address} broke the protocol: {error}") from error
        connection.server_reads_zlib |= answer.reads_zlib
        self.give_back(connection)
        if answer.status.code != Code.OK:
            raise CallError(*answer.status)
        return answer.payload

    def stream(self, service: str, method: str, payload: bytes, timeout: float) -> Iterator[bytes]:
        """Makes a server-streaming call. `timeout` applies to each message.

        The connection is the stream's own. Leaving the loop early ends the call.
        """
        try:
            connection = Connection(self.addresses[self.next_address % len(self.addresses)], 3.0, self.access, self.context)
        finally:
            self.next_address += 1
        try:
            connection.send(service, method, payload, time.monotonic() + timeout, wire.REMOTE_CLOSED)
            connection.socket.settimeout(timeout)
            while True:
                kind, flags, content = connection.receive(time.monotonic() + timeout)
                if kind == wire.RESPONSE:
                    answer = wire.response(content)
                    if answer.status.code != Code.OK:
                        raise CallError(*answer.status)
                    if answer.payload:
                        yield answer.payload
                    return
                if not flags & wire.NO_DATA:
                    yield content
                if flags & wire.REMOTE_CLOSED:
                    return
        except socket.timeout as error:
            raise CallError(Code.UNAVAILABLE, f"{connection.address} was silent for {timeout} s") from error
        except (OSError, wire.ProtocolError) as error:
            raise CallError(Code.UNAVAILABLE, f"{connection.address}: {error}") from error
        finally:
            connection.close()
