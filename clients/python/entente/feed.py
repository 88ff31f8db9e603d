"""The Feed service: fetches a snapshot, and follows new ones."""
from __future__ import annotations

import os
import random
import tempfile
import time
from typing import BinaryIO, Iterator

from .access import OPEN, Access
from .connection import Addresses, CallError, Code, Pool
from .snapshot import Snapshot, SnapshotError
from .v1 import feed_pb2

SERVICE = "entente.v1.Feed"
# A feed sends a message at least every ten seconds.
SILENCE = 25.0


def fetch(addresses: Addresses, path: str, attempts: int = 20, access: Access = OPEN) -> feed_pb2.Publication:
    """Downloads the newest snapshot to `path`, verified and atomically; resumes where a connection broke."""
    pool = Pool(addresses, 30.0, attempts, access)
    request = feed_pb2.DescribeFeedRequest().SerializeToString()
    described = feed_pb2.DescribeFeedResponse.FromString(pool.call(SERVICE, "Describe", request))
    pool.close()
    if not described.publications:
        raise CallError(Code.NOT_FOUND, "nothing has been published yet")
    return _bring(pool, described.publications[0], path, attempts)


def follow(
    addresses: Addresses, path: str, attempts: int = 20, access: Access = OPEN
) -> Iterator[feed_pb2.Publication]:
    """Keeps `path` up to date with the feed, yielding each publication once its snapshot is in place. Never ends."""
    pool = Pool(addresses, 30.0, attempts, access)
    known = _known(path)
    failures = 0
    while True:
        request = feed_pb2.WatchRequest(known_snapshot_id=known).SerializeToString()
        try:
            for message in pool.stream(SERVICE, "Watch", request, SILENCE):
                failures = 0
                publication = feed_pb2.WatchResponse.FromString(message).publication
                if not publication.snapshot_id or publication.snapshot_id == known:
                    continue
                _bring(pool, publication, path, attempts)
                known = publication.snapshot_id
                yield publication
        except CallError as error:
            if error.code not in (Code.UNAVAILABLE, Code.NOT_FOUND):
                raise
        failures += 1
        time.sleep(min(10.0, 0.1 * 2 ** min(failures, 7)) * random.uniform(0.5, 1))


def _known(path: str) -> str:
    try:
        snapshot = Snapshot(path)
        return snapshot.id if snapshot.is_whole() else ""
    except (OSError, ValueError, SnapshotError):
        return ""


def _bring(pool: Pool, publication: feed_pb2.Publication, path: str, attempts: int) -> feed_pb2.Publication:
    folder = os.path.dirname(os.path.abspath(path))
    handle, temporary = tempfile.mkstemp(suffix=".partial", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            _receive(pool, publication, file, attempts)
            file.flush()
            os.fsync(file.fileno())
        snapshot = Snapshot(temporary)
        if snapshot.id != publication.snapshot_id or not snapshot.is_whole():
            raise SnapshotError("what was sent is not the snapshot that was announced")
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    return publication


def _receive(pool: Pool, publication: feed_pb2.Publication, file: BinaryIO, attempts: int) -> None:
    failures = 0
    while file.tell() < publication.size:
        begin = file.tell()
        request = feed_pb2.FetchRequest(snapshot_id=publication.snapshot_id, offset=begin)
        try:
            for message in pool.stream(SERVICE, "Fetch", request.SerializeToString(), SILENCE):
                chunk = feed_pb2.FetchResponse.FromString(message)
                if chunk.offset != file.tell() or chunk.offset + len(chunk.data) > publication.size:
                    raise CallError(Code.DATA_LOSS, "the feed sent other bytes than were asked for")
                file.write(chunk.data)
        except CallError as error:
            failures = 0 if file.tell() > begin else failures + 1
            if error.code != Code.UNAVAILABLE or failures >= attempts:
                raise
            time.sleep(min(2.0, 0.05 * 2 ** min(failures, 6)) * random.uniform(0.5, 1))
