from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Goal(_message.Message):
    __slots__ = ["commitment", "id", "number", "priority_number", "span", "title"]
    COMMITMENT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_NUMBER_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    commitment: str
    id: str
    number: int
    priority_number: int
    span: _text_pb2.TextSpan
    title: str
    def __init__(self, id: _Optional[str] = ..., title: _Optional[str] = ..., commitment: _Optional[str] = ..., priority_number: _Optional[int] = ..., span: _Optional[_Union[_text_pb2.TextSpan, _Mapping]] = ..., number: _Optional[int] = ...) -> None: ...

class Priority(_message.Message):
    __slots__ = ["goals", "number", "span", "title"]
    GOALS_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    goals: _containers.RepeatedCompositeFieldContainer[Goal]
    number: int
    span: _text_pb2.TextSpan
    title: str
    def __init__(self, number: _Optional[int] = ..., title: _Optional[str] = ..., goals: _Optional[_Iterable[_Union[Goal, _Mapping]]] = ..., span: _Optional[_Union[_text_pb2.TextSpan, _Mapping]] = ...) -> None: ...

class Programme(_message.Message):
    __slots__ = ["document_id", "first_year", "last_year", "partners", "parts", "priorities", "strategic_objectives", "title"]
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    FIRST_YEAR_FIELD_NUMBER: _ClassVar[int]
    LAST_YEAR_FIELD_NUMBER: _ClassVar[int]
    PARTNERS_FIELD_NUMBER: _ClassVar[int]
    PARTS_FIELD_NUMBER: _ClassVar[int]
    PRIORITIES_FIELD_NUMBER: _ClassVar[int]
    STRATEGIC_OBJECTIVES_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    first_year: int
    last_year: int
    partners: _containers.RepeatedScalarFieldContainer[str]
    parts: _containers.RepeatedCompositeFieldContainer[ProgrammePart]
    priorities: _containers.RepeatedCompositeFieldContainer[Priority]
    strategic_objectives: _containers.RepeatedCompositeFieldContainer[StrategicObjective]
    title: str
    def __init__(self, document_id: _Optional[str] = ..., title: _Optional[str] = ..., partners: _Optional[_Iterable[str]] = ..., first_year: _Optional[int] = ..., last_year: _Optional[int] = ..., parts: _Optional[_Iterable[_Union[ProgrammePart, _Mapping]]] = ..., strategic_objectives: _Optional[_Iterable[_Union[StrategicObjective, _Mapping]]] = ..., priorities: _Optional[_Iterable[_Union[Priority, _Mapping]]] = ...) -> None: ...

class ProgrammeParagraph(_message.Message):
    __slots__ = ["number", "span", "text"]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    number: int
    span: _text_pb2.TextSpan
    text: str
    def __init__(self, number: _Optional[int] = ..., text: _Optional[str] = ..., span: _Optional[_Union[_text_pb2.TextSpan, _Mapping]] = ...) -> None: ...

class ProgrammePart(_message.Message):
    __slots__ = ["number", "paragraphs", "span", "title"]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    PARAGRAPHS_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    number: int
    paragraphs: _containers.RepeatedCompositeFieldContainer[ProgrammeParagraph]
    span: _text_pb2.TextSpan
    title: str
    def __init__(self, number: _Optional[int] = ..., title: _Optional[str] = ..., paragraphs: _Optional[_Iterable[_Union[ProgrammeParagraph, _Mapping]]] = ..., span: _Optional[_Union[_text_pb2.TextSpan, _Mapping]] = ...) -> None: ...

class StrategicObjective(_message.Message):
    __slots__ = ["number", "span", "text"]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    number: int
    span: _text_pb2.TextSpan
    text: str
    def __init__(self, number: _Optional[int] = ..., text: _Optional[str] = ..., span: _Optional[_Union[_text_pb2.TextSpan, _Mapping]] = ...) -> None: ...
