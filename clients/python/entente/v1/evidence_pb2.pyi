from entente.v1 import date_pb2 as _date_pb2
from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
EVIDENCE_STRENGTH_DIRECT: EvidenceStrength
EVIDENCE_STRENGTH_RELATED: EvidenceStrength
EVIDENCE_STRENGTH_UNSPECIFIED: EvidenceStrength

class Evidence(_message.Message):
    __slots__ = ["date", "deciding_words", "goal_id", "passage", "programme_ids", "score", "strength", "word_spans"]
    DATE_FIELD_NUMBER: _ClassVar[int]
    DECIDING_WORDS_FIELD_NUMBER: _ClassVar[int]
    GOAL_ID_FIELD_NUMBER: _ClassVar[int]
    PASSAGE_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_IDS_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    STRENGTH_FIELD_NUMBER: _ClassVar[int]
    WORD_SPANS_FIELD_NUMBER: _ClassVar[int]
    date: _date_pb2.PartialDate
    deciding_words: _containers.RepeatedCompositeFieldContainer[_text_pb2.Source]
    goal_id: str
    passage: _text_pb2.Source
    programme_ids: _containers.RepeatedScalarFieldContainer[str]
    score: float
    strength: EvidenceStrength
    word_spans: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, goal_id: _Optional[str] = ..., passage: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., score: _Optional[float] = ..., strength: _Optional[_Union[EvidenceStrength, str]] = ..., deciding_words: _Optional[_Iterable[_Union[_text_pb2.Source, _Mapping]]] = ..., date: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., word_spans: _Optional[_Iterable[int]] = ..., programme_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class EvidenceStrength(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
