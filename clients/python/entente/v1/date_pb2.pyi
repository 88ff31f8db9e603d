from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DATE_BASIS_MANIFEST: DateBasis
DATE_BASIS_TEXT: DateBasis
DATE_BASIS_UNSPECIFIED: DateBasis
DATE_PORTION_EARLY: DatePortion
DATE_PORTION_LATE: DatePortion
DATE_PORTION_MIDDLE: DatePortion
DATE_PORTION_UNSPECIFIED: DatePortion
DATE_PRECISION_DAY: DatePrecision
DATE_PRECISION_MONTH: DatePrecision
DATE_PRECISION_RANGE: DatePrecision
DATE_PRECISION_SEASON: DatePrecision
DATE_PRECISION_UNRESOLVED: DatePrecision
DATE_PRECISION_UNSPECIFIED: DatePrecision
DATE_PRECISION_YEAR: DatePrecision
DATE_SUBJECT_LATEST_TOLD: DateSubject
DATE_SUBJECT_PUBLICATION: DateSubject
DATE_SUBJECT_REFERENCE: DateSubject
DATE_SUBJECT_UNSPECIFIED: DateSubject
DESCRIPTOR: _descriptor.FileDescriptor

class DocumentDates(_message.Message):
    __slots__ = ["dates"]
    DATES_FIELD_NUMBER: _ClassVar[int]
    dates: _containers.RepeatedCompositeFieldContainer[PartialDate]
    def __init__(self, dates: _Optional[_Iterable[_Union[PartialDate, _Mapping]]] = ...) -> None: ...

class PartialDate(_message.Message):
    __slots__ = ["anchor", "approximate", "basis", "deadline", "end", "portion", "precision", "source", "start", "subject", "time", "vague"]
    ANCHOR_FIELD_NUMBER: _ClassVar[int]
    APPROXIMATE_FIELD_NUMBER: _ClassVar[int]
    BASIS_FIELD_NUMBER: _ClassVar[int]
    DEADLINE_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    PORTION_FIELD_NUMBER: _ClassVar[int]
    PRECISION_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    VAGUE_FIELD_NUMBER: _ClassVar[int]
    anchor: str
    approximate: bool
    basis: DateBasis
    deadline: bool
    end: str
    portion: DatePortion
    precision: DatePrecision
    source: _text_pb2.Source
    start: str
    subject: DateSubject
    time: str
    vague: bool
    def __init__(self, start: _Optional[str] = ..., end: _Optional[str] = ..., precision: _Optional[_Union[DatePrecision, str]] = ..., basis: _Optional[_Union[DateBasis, str]] = ..., time: _Optional[str] = ..., source: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., anchor: _Optional[str] = ..., approximate: bool = ..., deadline: bool = ..., vague: bool = ..., subject: _Optional[_Union[DateSubject, str]] = ..., portion: _Optional[_Union[DatePortion, str]] = ...) -> None: ...

class DatePrecision(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class DateBasis(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class DateSubject(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class DatePortion(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
