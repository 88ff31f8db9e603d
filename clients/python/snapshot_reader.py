#!/usr/bin/env python3
"""Reads an Entente snapshot, and lists its documents, goals and dates. Written from schema/SNAPSHOT.md alone.

usage: snapshot_reader.py FILE.snapshot [--json]
       snapshot_reader.py FILE.snapshot --term TERM        the documents that hold a term, and where, as JSON

Needs the package `protobuf`, and the schema compiled for Python:
    protoc -I schema --python_out=clients/python schema/entente/v1/*.proto
"""
import hashlib
import json
import mmap
import struct
import sys
import zlib

try:
    from entente.v1 import date_pb2, document_pb2, programme_pb2, snapshot_pb2
except ImportError as error:
    sys.exit(f"{error}: compile the schema first\n{__doc__}")
from snapshot_index import Index, fold
from snapshot_lists import packed, varint
from snapshot_records import restored

FORMAT_VERSION = 2
HEADER = struct.Struct("<8sII")
FOOTER = struct.Struct("<QII32s8s")
ENTRY = struct.Struct("<QII")


class SnapshotError(Exception):
    pass


class Snapshot:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self.bytes) < HEADER.size + FOOTER.size or self.bytes[:8] != b"ENTENTE1":
            raise SnapshotError("not a snapshot")
        _, version, _ = HEADER.unpack_from(self.bytes)
        if version != FORMAT_VERSION:
            raise SnapshotError(f"format version {version} is not {FORMAT_VERSION}")
        footer = len(self.bytes) - FOOTER.size
        offset, length, checksum, digest, magic = FOOTER.unpack_from(self.bytes, footer)
        if magic != b"1ETNETNE":
            raise SnapshotError("the end of the file is missing")
        if offset + length > footer or zlib.crc32(self.bytes[offset:offset + length]) != checksum:
            raise SnapshotError("the directory is damaged")
        self.id = digest.hex()
        self.end = footer
        self.directory = snapshot_pb2.SnapshotDirectory.FromString(self.bytes[offset:offset + length])
        self.entries = {section.name: section for section in self.directory.sections}

    def section(self, name):
        """The bytes of a section; empty when the snapshot has none of that name."""
        if name not in self.entries:
            return b""
        entry = self.entries[name]
        content = self.bytes[entry.offset:entry.offset + entry.length]
        if len(content) != entry.length or zlib.crc32(content) != entry.crc32:
            raise SnapshotError(f"the section {name} is damaged")
        return content

    def dictionary(self, name):
        """The preset dictionary of a section: its own, or that of the snapshot."""
        content = self.section(name + ".dictionary" if name + ".dictionary" in self.entries else "dictionary")
        return zlib.decompress(content[4:]) if content else b""

    def records(self, name, message):
        """Every record of a section, decoded, in the order of ordinals."""
        content, index, dictionary = self.section(name), self.section(name + ".blocks"), self.dictionary(name)
        starts = [offset for offset, _, _ in ENTRY.iter_unpack(index)] + [len(content)]
        for number, (offset, length, _) in enumerate(ENTRY.iter_unpack(index)):
            inflater = zlib.decompressobj(zdict=dictionary) if dictionary else zlib.decompressobj()
            block = inflater.decompress(content[offset:starts[number + 1]], length + 1)
            if len(block) != length or not inflater.eof:
                raise SnapshotError(f"block {number} of the section {name} is damaged")
            position = 0
            while position < length:
                size, position = varint(block, position)
                yield restored(message.FromString(block[position:position + size]))
                position += size

    def texts(self):
        """The text of every document, in the order of `documents`."""
        texts = [record.text for record in self.records("texts", document_pb2.Document)]
        slots = self.section("texts.slots")
        return [texts[slot] for slot in packed(slots, 0)[0]] if slots else texts

    def is_whole(self):
        """Whether the content is that of the snapshot's id."""
        return hashlib.sha256(self.bytes[:self.end]).hexdigest() == self.id


def contents(snapshot):
    """What the listing shows: documents, goals and dates, as plain values."""
    documents = list(snapshot.records("documents", document_pb2.Document))
    texts = snapshot.texts()
    dates = list(snapshot.records("dates", date_pb2.DocumentDates))
    programmes = snapshot.records("programmes", programme_pb2.Programme)
    return {
        "id": snapshot.id,
        "generation": snapshot.directory.generation,
        "documents": [
            {"id": document.id, "title": document.title, "published": document.published.start,
             "effective": document.effective_date.start, "text": text}
            for document, text in zip(documents, texts)],
        "goals": [
            {"id": goal.id, "number": goal.number, "title": goal.title, "commitment": goal.commitment}
            for programme in programmes for priority in programme.priorities for goal in priority.goals],
        "dates": [
            {"document": document.id, "text": date.source.text, "start": date.start, "end": date.end,
             "precision": date_pb2.DatePrecision.Name(date.precision).removeprefix("DATE_PRECISION_").lower()}
            for document, stated in zip(documents, dates) for date in stated.dates],
    }


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    snapshot = Snapshot(sys.argv[1])
    if not snapshot.is_whole():
        raise SnapshotError("the file is damaged: its content does not match its id")
    listing = contents(snapshot)
    if sys.argv[2:3] == ["--term"] and len(sys.argv) == 4:
        json.dump(Index(snapshot).occurrences(fold(sys.argv[3]), listing["documents"]), sys.stdout, ensure_ascii=False)
        return
    if "--json" in sys.argv[2:]:
        json.dump(listing, sys.stdout, ensure_ascii=False)
        return
    print(f"snapshot {listing['id'][:12]}, generation {listing['generation']}")
    for document in listing["documents"]:
        size = len(document["text"].encode())
        print(f"document  {document['effective'] or 'undated':<10}  {size:>8} bytes  {document['id']}  {document['title']}")
    for goal in listing["goals"]:
        print(f"goal {goal['number']:>2}  {goal['id']}  {goal['title']}")
    for date in listing["dates"]:
        print(f"date  {date['start'] or '?':<10}  {date['end'] or '?':<10}  {date['precision']:<10}  {date['document']}  « {date['text']} »")


if __name__ == "__main__":
    try:
        main()
    except (SnapshotError, OSError, ValueError) as error:
        sys.exit(f"{sys.argv[1]}: {error}")
