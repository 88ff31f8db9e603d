from entente.v1 import date_pb2 as _date_pb2
from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
ENTITY_KIND_COUNTRY: EntityKind
ENTITY_KIND_ORGANISATION: EntityKind
ENTITY_KIND_PERSON: EntityKind
ENTITY_KIND_PLACE: EntityKind
ENTITY_KIND_UNSPECIFIED: EntityKind
MENTION_FORM_ADJECTIVE: MentionForm
MENTION_FORM_DESCRIPTION: MentionForm
MENTION_FORM_NAME: MentionForm
MENTION_FORM_UNSPECIFIED: MentionForm

class DocumentDrafts(_message.Message):
    __slots__ = ["document", "drafts"]
    class Draft(_message.Message):
        __slots__ = ["entity", "identity"]
        ENTITY_FIELD_NUMBER: _ClassVar[int]
        IDENTITY_FIELD_NUMBER: _ClassVar[int]
        entity: Entity
        identity: str
        def __init__(self, identity: _Optional[str] = ..., entity: _Optional[_Union[Entity, _Mapping]] = ...) -> None: ...
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    DRAFTS_FIELD_NUMBER: _ClassVar[int]
    document: int
    drafts: _containers.RepeatedCompositeFieldContainer[DocumentDrafts.Draft]
    def __init__(self, document: _Optional[int] = ..., drafts: _Optional[_Iterable[_Union[DocumentDrafts.Draft, _Mapping]]] = ...) -> None: ...

class Entity(_message.Message):
    __slots__ = ["acronym", "country_id", "forms", "id", "iso2", "kind", "mentions", "name", "organisation_id", "roles", "type"]
    ACRONYM_FIELD_NUMBER: _ClassVar[int]
    COUNTRY_ID_FIELD_NUMBER: _ClassVar[int]
    FORMS_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    ISO2_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MENTIONS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ORGANISATION_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    acronym: str
    country_id: str
    forms: _containers.RepeatedScalarFieldContainer[str]
    id: str
    iso2: str
    kind: EntityKind
    mentions: _containers.RepeatedCompositeFieldContainer[Mention]
    name: str
    organisation_id: str
    roles: _containers.RepeatedCompositeFieldContainer[Role]
    type: str
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[_Union[EntityKind, str]] = ..., name: _Optional[str] = ..., acronym: _Optional[str] = ..., iso2: _Optional[str] = ..., type: _Optional[str] = ..., forms: _Optional[_Iterable[str]] = ..., roles: _Optional[_Iterable[_Union[Role, _Mapping]]] = ..., mentions: _Optional[_Iterable[_Union[Mention, _Mapping]]] = ..., organisation_id: _Optional[str] = ..., country_id: _Optional[str] = ...) -> None: ...

class EntitySummary(_message.Message):
    __slots__ = ["acronym", "document_count", "id", "iso2", "kind", "mention_count", "name", "role", "type"]
    ACRONYM_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    ISO2_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MENTION_COUNT_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    acronym: str
    document_count: int
    id: str
    iso2: str
    kind: EntityKind
    mention_count: int
    name: str
    role: str
    type: str
    def __init__(self, id: _Optional[str] = ..., kind: _Optional[_Union[EntityKind, str]] = ..., name: _Optional[str] = ..., acronym: _Optional[str] = ..., iso2: _Optional[str] = ..., type: _Optional[str] = ..., mention_count: _Optional[int] = ..., document_count: _Optional[int] = ..., role: _Optional[str] = ...) -> None: ...

class Mention(_message.Message):
    __slots__ = ["form", "source"]
    FORM_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    form: MentionForm
    source: _text_pb2.Source
    def __init__(self, source: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., form: _Optional[_Union[MentionForm, str]] = ...) -> None: ...

class Role(_message.Message):
    __slots__ = ["as_of", "former", "of_entity_id", "source", "text"]
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    FORMER_FIELD_NUMBER: _ClassVar[int]
    OF_ENTITY_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    as_of: _date_pb2.PartialDate
    former: bool
    of_entity_id: str
    source: _text_pb2.Source
    text: str
    def __init__(self, text: _Optional[str] = ..., source: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., former: bool = ..., as_of: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., of_entity_id: _Optional[str] = ...) -> None: ...

class EntityKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class MentionForm(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
