from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ShardFile(_message.Message):
    __slots__ = ["end_document", "file", "first_document", "first_document_id", "size", "snapshot_id"]
    END_DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    FIRST_DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    FIRST_DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_ID_FIELD_NUMBER: _ClassVar[int]
    end_document: int
    file: str
    first_document: int
    first_document_id: str
    size: int
    snapshot_id: str
    def __init__(self, file: _Optional[str] = ..., snapshot_id: _Optional[str] = ..., first_document: _Optional[int] = ..., end_document: _Optional[int] = ..., first_document_id: _Optional[str] = ..., size: _Optional[int] = ...) -> None: ...

class ShardManifest(_message.Message):
    __slots__ = ["corpus_id", "document_count", "generation", "shards", "term_count", "total_length", "writer_version"]
    CORPUS_ID_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    GENERATION_FIELD_NUMBER: _ClassVar[int]
    SHARDS_FIELD_NUMBER: _ClassVar[int]
    TERM_COUNT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_LENGTH_FIELD_NUMBER: _ClassVar[int]
    WRITER_VERSION_FIELD_NUMBER: _ClassVar[int]
    corpus_id: str
    document_count: int
    generation: int
    shards: _containers.RepeatedCompositeFieldContainer[ShardFile]
    term_count: int
    total_length: int
    writer_version: str
    def __init__(self, corpus_id: _Optional[str] = ..., generation: _Optional[int] = ..., writer_version: _Optional[str] = ..., document_count: _Optional[int] = ..., term_count: _Optional[int] = ..., total_length: _Optional[int] = ..., shards: _Optional[_Iterable[_Union[ShardFile, _Mapping]]] = ...) -> None: ...
