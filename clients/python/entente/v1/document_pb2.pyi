from entente.v1 import date_pb2 as _date_pb2
from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
DOCUMENT_KIND_DECLARATION: DocumentKind
DOCUMENT_KIND_INTERVIEW: DocumentKind
DOCUMENT_KIND_NEWS: DocumentKind
DOCUMENT_KIND_OTHER: DocumentKind
DOCUMENT_KIND_PRESS_RELEASE: DocumentKind
DOCUMENT_KIND_PROGRAMME: DocumentKind
DOCUMENT_KIND_SPEECH: DocumentKind
DOCUMENT_KIND_UNSPECIFIED: DocumentKind

class Document(_message.Message):
    __slots__ = ["boilerplate", "effective_date", "file", "id", "kind", "language", "published", "publisher", "reference_date", "source_url", "text", "title", "title_span", "updated"]
    BOILERPLATE_FIELD_NUMBER: _ClassVar[int]
    EFFECTIVE_DATE_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    PUBLISHER_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_DATE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_URL_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    TITLE_SPAN_FIELD_NUMBER: _ClassVar[int]
    UPDATED_FIELD_NUMBER: _ClassVar[int]
    boilerplate: _containers.RepeatedCompositeFieldContainer[_text_pb2.TextSpan]
    effective_date: _date_pb2.PartialDate
    file: str
    id: str
    kind: DocumentKind
    language: str
    published: _date_pb2.PartialDate
    publisher: str
    reference_date: str
    source_url: str
    text: str
    title: str
    title_span: _text_pb2.TextSpan
    updated: _date_pb2.PartialDate
    def __init__(self, id: _Optional[str] = ..., title: _Optional[str] = ..., title_span: _Optional[_Union[_text_pb2.TextSpan, _Mapping]] = ..., kind: _Optional[_Union[DocumentKind, str]] = ..., published: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., updated: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., language: _Optional[str] = ..., publisher: _Optional[str] = ..., source_url: _Optional[str] = ..., file: _Optional[str] = ..., text: _Optional[str] = ..., boilerplate: _Optional[_Iterable[_Union[_text_pb2.TextSpan, _Mapping]]] = ..., reference_date: _Optional[str] = ..., effective_date: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ...) -> None: ...

class DocumentSummary(_message.Message):
    __slots__ = ["effective_date", "id", "kind", "opening", "published", "publisher", "source_url", "text_length", "title", "updated"]
    EFFECTIVE_DATE_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    OPENING_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    PUBLISHER_FIELD_NUMBER: _ClassVar[int]
    SOURCE_URL_FIELD_NUMBER: _ClassVar[int]
    TEXT_LENGTH_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    UPDATED_FIELD_NUMBER: _ClassVar[int]
    effective_date: _date_pb2.PartialDate
    id: str
    kind: DocumentKind
    opening: str
    published: _date_pb2.PartialDate
    publisher: str
    source_url: str
    text_length: int
    title: str
    updated: _date_pb2.PartialDate
    def __init__(self, id: _Optional[str] = ..., title: _Optional[str] = ..., kind: _Optional[_Union[DocumentKind, str]] = ..., published: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., updated: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., publisher: _Optional[str] = ..., source_url: _Optional[str] = ..., text_length: _Optional[int] = ..., opening: _Optional[str] = ..., effective_date: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ...) -> None: ...

class DocumentKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
