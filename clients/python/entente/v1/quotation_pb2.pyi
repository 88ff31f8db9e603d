from entente.v1 import date_pb2 as _date_pb2
from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
QUOTATION_KIND_DOCUMENT: QuotationKind
QUOTATION_KIND_SCARE: QuotationKind
QUOTATION_KIND_SPEECH: QuotationKind
QUOTATION_KIND_TITLE: QuotationKind
QUOTATION_KIND_UNSPECIFIED: QuotationKind

class Quotation(_message.Message):
    __slots__ = ["attribution", "cited_document", "date", "goal_ids", "id", "kind", "quoted_by_id", "source", "speaker", "speaker_id"]
    ATTRIBUTION_FIELD_NUMBER: _ClassVar[int]
    CITED_DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    GOAL_IDS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    QUOTED_BY_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    SPEAKER_FIELD_NUMBER: _ClassVar[int]
    SPEAKER_ID_FIELD_NUMBER: _ClassVar[int]
    attribution: _text_pb2.Source
    cited_document: str
    date: _date_pb2.PartialDate
    goal_ids: _containers.RepeatedScalarFieldContainer[str]
    id: str
    kind: QuotationKind
    quoted_by_id: str
    source: _text_pb2.Source
    speaker: str
    speaker_id: str
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[_Union[QuotationKind, str]] = ..., source: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., speaker_id: _Optional[str] = ..., speaker: _Optional[str] = ..., attribution: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., quoted_by_id: _Optional[str] = ..., cited_document: _Optional[str] = ..., date: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., goal_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class QuotationKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
