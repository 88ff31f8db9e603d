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
    __slots__ = ["document_count", "generation", "sections", "text_size", "writer_version"]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    GENERATION_FIELD_NUMBER: _ClassVar[int]
    SECTIONS_FIELD_NUMBER: _ClassVar[int]
    TEXT_SIZE_FIELD_NUMBER: _ClassVar[int]
    WRITER_VERSION_FIELD_NUMBER: _ClassVar[int]
    document_count: int
    generation: int
    sections: _containers.RepeatedCompositeFieldContainer[SnapshotSection]
    text_size: int
    writer_version: str
    def __init__(self, sections: _Optional[_Iterable[_Union[SnapshotSection, _Mapping]]] = ..., generation: _Optional[int] = ..., writer_version: _Optional[str] = ..., document_count: _Optional[int] = ..., text_size: _Optional[int] = ...) -> None: ...

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

class SectionEncoding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
