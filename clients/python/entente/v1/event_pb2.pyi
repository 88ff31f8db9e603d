from entente.v1 import date_pb2 as _date_pb2
from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
EVENT_STATUS_PAST: EventStatus
EVENT_STATUS_PLANNED: EventStatus
EVENT_STATUS_PROPOSED: EventStatus
EVENT_STATUS_UNSPECIFIED: EventStatus

class EntityReference(_message.Message):
    __slots__ = ["id", "name"]
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class Event(_message.Message):
    __slots__ = ["date", "evidence", "goal_ids", "id", "participants", "place", "status", "title", "type"]
    DATE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    GOAL_IDS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    date: _date_pb2.PartialDate
    evidence: _text_pb2.Source
    goal_ids: _containers.RepeatedScalarFieldContainer[str]
    id: str
    participants: _containers.RepeatedCompositeFieldContainer[EntityReference]
    place: EntityReference
    status: EventStatus
    title: str
    type: str
    def __init__(self, id: _Optional[str] = ..., type: _Optional[str] = ..., title: _Optional[str] = ..., date: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., place: _Optional[_Union[EntityReference, _Mapping]] = ..., participants: _Optional[_Iterable[_Union[EntityReference, _Mapping]]] = ..., status: _Optional[_Union[EventStatus, str]] = ..., evidence: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., goal_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class EventStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
