from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
SECTION_ENCODING_RAW: SectionEncoding
SECTION_ENCODING_RECORD_BLOCKS: SectionEncoding
SECTION_ENCODING_UNSPECIFIED: SectionEncoding

class SnapshotDirectory(_message.Message):
    __slots__ = ["document_count", "generation", "sections", "shard", "text_size", "writer_version"]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    GENERATION_FIELD_NUMBER: _ClassVar[int]
    SECTIONS_FIELD_NUMBER: _ClassVar[int]
    SHARD_FIELD_NUMBER: _ClassVar[int]
    TEXT_SIZE_FIELD_NUMBER: _ClassVar[int]
    WRITER_VERSION_FIELD_NUMBER: _ClassVar[int]
    document_count: int
    generation: int
    sections: _containers.RepeatedCompositeFieldContainer[SnapshotSection]
    shard: SnapshotShard
    text_size: int
    writer_version: str
    def __init__(self, sections: _Optional[_Iterable[_Union[SnapshotSection, _Mapping]]] = ..., generation: _Optional[int] = ..., writer_version: _Optional[str] = ..., document_count: _Optional[int] = ..., text_size: _Optional[int] = ..., shard: _Optional[_Union[SnapshotShard, _Mapping]] = ...) -> None: ...

class SnapshotSection(_message.Message):
    __slots__ = ["crc32", "encoding", "length", "name", "offset", "record_count"]
    CRC32_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    LENGTH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    RECORD_COUNT_FIELD_NUMBER: _ClassVar[int]
    crc32: int
    encoding: SectionEncoding
    length: int
    name: str
    offset: int
    record_count: int
    def __init__(self, name: _Optional[str] = ..., offset: _Optional[int] = ..., length: _Optional[int] = ..., crc32: _Optional[int] = ..., encoding: _Optional[_Union[SectionEncoding, str]] = ..., record_count: _Optional[int] = ...) -> None: ...

class SnapshotShard(_message.Message):
    __slots__ = ["corpus_id", "corpus_size", "count", "end_document", "first_document", "number"]
    CORPUS_ID_FIELD_NUMBER: _ClassVar[int]
    CORPUS_SIZE_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    END_DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    FIRST_DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    corpus_id: str
    corpus_size: int
    count: int
    end_document: int
    first_document: int
    number: int
    def __init__(self, number: _Optional[int] = ..., count: _Optional[int] = ..., first_document: _Optional[int] = ..., end_document: _Optional[int] = ..., corpus_id: _Optional[str] = ..., corpus_size: _Optional[int] = ...) -> None: ...

class SectionEncoding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
