"""Reads a snapshot file, record by record."""
from __future__ import annotations

from typing import Iterator

import snapshot_reader
from snapshot_reader import SnapshotError, main

from .v1 import date_pb2, document_pb2, entity_pb2, event_pb2, evidence_pb2, programme_pb2, quotation_pb2

__all__ = ["Snapshot", "SnapshotError", "main"]


class Snapshot(snapshot_reader.Snapshot):  # type: ignore[misc]
    """A snapshot file. `id`, `directory` and `is_whole()` describe the file; the other methods return its records."""

    def documents(self) -> Iterator[document_pb2.Document]:
        """The documents without their texts, ordered by id; `texts()` returns those in the same order."""
        return self.records("documents", document_pb2.Document)

    def dates(self) -> Iterator[date_pb2.DocumentDates]:
        """The dates that each document states, in document order."""
        return self.records("dates", date_pb2.DocumentDates)

    def entities(self) -> Iterator[entity_pb2.Entity]:
        return self.records("entities", entity_pb2.Entity)

    def events(self) -> Iterator[event_pb2.Event]:
        return self.records("events", event_pb2.Event)

    def quotations(self) -> Iterator[quotation_pb2.Quotation]:
        return self.records("quotations", quotation_pb2.Quotation)

    def evidence(self) -> Iterator[evidence_pb2.Evidence]:
        return self.records("evidence", evidence_pb2.Evidence)

    def programmes(self) -> Iterator[programme_pb2.Programme]:
        return self.records("programmes", programme_pb2.Programme)
