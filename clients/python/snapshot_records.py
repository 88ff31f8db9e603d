"""Restores what the records of a snapshot omit. Written from schema/SNAPSHOT.md alone."""

MAIN_SOURCES = {"Event": "evidence", "Quotation": "source", "Evidence": "passage"}


def restored(record):
    """A record with what it omits: sources that are parts of its main source, deciding words, the prefix of its id."""
    name = type(record).__name__
    if name not in MAIN_SOURCES:
        return record
    main = getattr(record, MAIN_SOURCES[name])
    if name == "Evidence":
        end = 0
        for gap, length in zip(record.word_spans[::2], record.word_spans[1::2]):
            record.deciding_words.add().span.MergeFrom(type(main.span)(offset=end + gap, length=length))
            end += gap + length
        del record.word_spans[:]
    elif record.id.startswith("#"):
        record.id = main.document_id + record.id
    sources = list(record.deciding_words) if name == "Evidence" else [record.attribution] if name == "Quotation" else []
    for source in sources + [record.date.source]:
        if source.span.length and not source.document_id:
            part = main.text.encode()[source.span.offset:source.span.offset + source.span.length]
            source.document_id, source.text = main.document_id, part.decode()
            source.span.offset += main.span.offset
    return record
