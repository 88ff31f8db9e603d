from entente.v1 import date_pb2 as _date_pb2
from entente.v1 import document_pb2 as _document_pb2
from entente.v1 import entity_pb2 as _entity_pb2
from entente.v1 import event_pb2 as _event_pb2
from entente.v1 import evidence_pb2 as _evidence_pb2
from entente.v1 import programme_pb2 as _programme_pb2
from entente.v1 import quotation_pb2 as _quotation_pb2
from entente.v1 import text_pb2 as _text_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
FACET_KIND_COUNTRY: FacetKind
FACET_KIND_DOCUMENT_KIND: FacetKind
FACET_KIND_GOAL: FacetKind
FACET_KIND_ORGANISATION: FacetKind
FACET_KIND_PERSON: FacetKind
FACET_KIND_UNSPECIFIED: FacetKind
FACET_KIND_YEAR: FacetKind
SEARCH_SORT_DATE: SearchSort
SEARCH_SORT_UNSPECIFIED: SearchSort

class CoOccurrence(_message.Message):
    __slots__ = ["entity", "sentence_count"]
    ENTITY_FIELD_NUMBER: _ClassVar[int]
    SENTENCE_COUNT_FIELD_NUMBER: _ClassVar[int]
    entity: _entity_pb2.EntitySummary
    sentence_count: int
    def __init__(self, entity: _Optional[_Union[_entity_pb2.EntitySummary, _Mapping]] = ..., sentence_count: _Optional[int] = ...) -> None: ...

class DescribeRequest(_message.Message):
    __slots__ = ["minimum_generation"]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    minimum_generation: int
    def __init__(self, minimum_generation: _Optional[int] = ...) -> None: ...

class DescribeResponse(_message.Message):
    __slots__ = ["document_count", "entity_count", "event_count", "evidence_count", "goal_count", "quotation_count", "size", "snapshot", "term_count", "text_size", "writer_version"]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    ENTITY_COUNT_FIELD_NUMBER: _ClassVar[int]
    EVENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_COUNT_FIELD_NUMBER: _ClassVar[int]
    GOAL_COUNT_FIELD_NUMBER: _ClassVar[int]
    QUOTATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TERM_COUNT_FIELD_NUMBER: _ClassVar[int]
    TEXT_SIZE_FIELD_NUMBER: _ClassVar[int]
    WRITER_VERSION_FIELD_NUMBER: _ClassVar[int]
    document_count: int
    entity_count: int
    event_count: int
    evidence_count: int
    goal_count: int
    quotation_count: int
    size: int
    snapshot: SnapshotReference
    term_count: int
    text_size: int
    writer_version: str
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., document_count: _Optional[int] = ..., term_count: _Optional[int] = ..., entity_count: _Optional[int] = ..., event_count: _Optional[int] = ..., quotation_count: _Optional[int] = ..., evidence_count: _Optional[int] = ..., goal_count: _Optional[int] = ..., size: _Optional[int] = ..., text_size: _Optional[int] = ..., writer_version: _Optional[str] = ...) -> None: ...

class DocumentMention(_message.Message):
    __slots__ = ["entity_id", "form", "span"]
    ENTITY_ID_FIELD_NUMBER: _ClassVar[int]
    FORM_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    entity_id: str
    form: _entity_pb2.MentionForm
    span: _text_pb2.TextSpan
    def __init__(self, entity_id: _Optional[str] = ..., span: _Optional[_Union[_text_pb2.TextSpan, _Mapping]] = ..., form: _Optional[_Union[_entity_pb2.MentionForm, str]] = ...) -> None: ...

class Facet(_message.Message):
    __slots__ = ["counts", "kind"]
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    counts: _containers.RepeatedCompositeFieldContainer[FacetCount]
    kind: FacetKind
    def __init__(self, kind: _Optional[_Union[FacetKind, str]] = ..., counts: _Optional[_Iterable[_Union[FacetCount, _Mapping]]] = ...) -> None: ...

class FacetCount(_message.Message):
    __slots__ = ["count", "label", "value"]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    count: int
    label: str
    value: str
    def __init__(self, value: _Optional[str] = ..., label: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class GetDocumentRequest(_message.Message):
    __slots__ = ["id", "minimum_generation", "page_size", "page_token", "text_length", "text_offset", "with_mentions", "without_text"]
    ID_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TEXT_LENGTH_FIELD_NUMBER: _ClassVar[int]
    TEXT_OFFSET_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_TEXT_FIELD_NUMBER: _ClassVar[int]
    WITH_MENTIONS_FIELD_NUMBER: _ClassVar[int]
    id: str
    minimum_generation: int
    page_size: int
    page_token: str
    text_length: int
    text_offset: int
    with_mentions: bool
    without_text: bool
    def __init__(self, id: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., text_offset: _Optional[int] = ..., text_length: _Optional[int] = ..., without_text: bool = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., with_mentions: bool = ...) -> None: ...

class GetDocumentResponse(_message.Message):
    __slots__ = ["date_total", "dates", "document", "entities", "entity_total", "event_total", "events", "evidence", "evidence_total", "mention_total", "mentions", "next_page_token", "next_text_offset", "quotation_total", "quotations", "snapshot", "text_size"]
    DATES_FIELD_NUMBER: _ClassVar[int]
    DATE_TOTAL_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    ENTITY_TOTAL_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENT_TOTAL_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_TOTAL_FIELD_NUMBER: _ClassVar[int]
    MENTIONS_FIELD_NUMBER: _ClassVar[int]
    MENTION_TOTAL_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    NEXT_TEXT_OFFSET_FIELD_NUMBER: _ClassVar[int]
    QUOTATIONS_FIELD_NUMBER: _ClassVar[int]
    QUOTATION_TOTAL_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TEXT_SIZE_FIELD_NUMBER: _ClassVar[int]
    date_total: int
    dates: _containers.RepeatedCompositeFieldContainer[_date_pb2.PartialDate]
    document: _document_pb2.Document
    entities: _containers.RepeatedCompositeFieldContainer[_event_pb2.EntityReference]
    entity_total: int
    event_total: int
    events: _containers.RepeatedCompositeFieldContainer[_event_pb2.Event]
    evidence: _containers.RepeatedCompositeFieldContainer[_evidence_pb2.Evidence]
    evidence_total: int
    mention_total: int
    mentions: _containers.RepeatedCompositeFieldContainer[DocumentMention]
    next_page_token: str
    next_text_offset: int
    quotation_total: int
    quotations: _containers.RepeatedCompositeFieldContainer[_quotation_pb2.Quotation]
    snapshot: SnapshotReference
    text_size: int
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., document: _Optional[_Union[_document_pb2.Document, _Mapping]] = ..., quotations: _Optional[_Iterable[_Union[_quotation_pb2.Quotation, _Mapping]]] = ..., events: _Optional[_Iterable[_Union[_event_pb2.Event, _Mapping]]] = ..., evidence: _Optional[_Iterable[_Union[_evidence_pb2.Evidence, _Mapping]]] = ..., entities: _Optional[_Iterable[_Union[_event_pb2.EntityReference, _Mapping]]] = ..., dates: _Optional[_Iterable[_Union[_date_pb2.PartialDate, _Mapping]]] = ..., text_size: _Optional[int] = ..., next_text_offset: _Optional[int] = ..., next_page_token: _Optional[str] = ..., quotation_total: _Optional[int] = ..., event_total: _Optional[int] = ..., evidence_total: _Optional[int] = ..., entity_total: _Optional[int] = ..., date_total: _Optional[int] = ..., mentions: _Optional[_Iterable[_Union[DocumentMention, _Mapping]]] = ..., mention_total: _Optional[int] = ...) -> None: ...

class GetEntityRequest(_message.Message):
    __slots__ = ["id", "minimum_generation", "page_size", "page_token"]
    ID_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    id: str
    minimum_generation: int
    page_size: int
    page_token: str
    def __init__(self, id: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class GetEntityResponse(_message.Message):
    __slots__ = ["also_called", "co_occurrences", "document_total", "documents", "entity", "event_total", "events", "mention_total", "next_page_token", "quotation_total", "quotations", "role_total", "snapshot"]
    ALSO_CALLED_FIELD_NUMBER: _ClassVar[int]
    CO_OCCURRENCES_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_TOTAL_FIELD_NUMBER: _ClassVar[int]
    ENTITY_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVENT_TOTAL_FIELD_NUMBER: _ClassVar[int]
    MENTION_TOTAL_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    QUOTATIONS_FIELD_NUMBER: _ClassVar[int]
    QUOTATION_TOTAL_FIELD_NUMBER: _ClassVar[int]
    ROLE_TOTAL_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    also_called: _containers.RepeatedCompositeFieldContainer[_entity_pb2.EntitySummary]
    co_occurrences: _containers.RepeatedCompositeFieldContainer[CoOccurrence]
    document_total: int
    documents: _containers.RepeatedCompositeFieldContainer[_document_pb2.DocumentSummary]
    entity: _entity_pb2.Entity
    event_total: int
    events: _containers.RepeatedCompositeFieldContainer[_event_pb2.Event]
    mention_total: int
    next_page_token: str
    quotation_total: int
    quotations: _containers.RepeatedCompositeFieldContainer[_quotation_pb2.Quotation]
    role_total: int
    snapshot: SnapshotReference
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., entity: _Optional[_Union[_entity_pb2.Entity, _Mapping]] = ..., co_occurrences: _Optional[_Iterable[_Union[CoOccurrence, _Mapping]]] = ..., events: _Optional[_Iterable[_Union[_event_pb2.Event, _Mapping]]] = ..., quotations: _Optional[_Iterable[_Union[_quotation_pb2.Quotation, _Mapping]]] = ..., documents: _Optional[_Iterable[_Union[_document_pb2.DocumentSummary, _Mapping]]] = ..., also_called: _Optional[_Iterable[_Union[_entity_pb2.EntitySummary, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., mention_total: _Optional[int] = ..., role_total: _Optional[int] = ..., event_total: _Optional[int] = ..., quotation_total: _Optional[int] = ..., document_total: _Optional[int] = ...) -> None: ...

class GetGoalRequest(_message.Message):
    __slots__ = ["id", "minimum_generation", "page_size", "page_token", "since"]
    ID_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    minimum_generation: int
    page_size: int
    page_token: str
    since: str
    def __init__(self, id: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., since: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class GetGoalResponse(_message.Message):
    __slots__ = ["actors", "events", "evidence", "next_page_token", "programmes", "quotations", "review", "snapshot"]
    ACTORS_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PROGRAMMES_FIELD_NUMBER: _ClassVar[int]
    QUOTATIONS_FIELD_NUMBER: _ClassVar[int]
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    actors: _containers.RepeatedCompositeFieldContainer[_entity_pb2.EntitySummary]
    events: _containers.RepeatedCompositeFieldContainer[_event_pb2.Event]
    evidence: _containers.RepeatedCompositeFieldContainer[_evidence_pb2.Evidence]
    next_page_token: str
    programmes: _containers.RepeatedCompositeFieldContainer[_document_pb2.DocumentSummary]
    quotations: _containers.RepeatedCompositeFieldContainer[_quotation_pb2.Quotation]
    review: GoalReview
    snapshot: SnapshotReference
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., review: _Optional[_Union[GoalReview, _Mapping]] = ..., evidence: _Optional[_Iterable[_Union[_evidence_pb2.Evidence, _Mapping]]] = ..., events: _Optional[_Iterable[_Union[_event_pb2.Event, _Mapping]]] = ..., quotations: _Optional[_Iterable[_Union[_quotation_pb2.Quotation, _Mapping]]] = ..., actors: _Optional[_Iterable[_Union[_entity_pb2.EntitySummary, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., programmes: _Optional[_Iterable[_Union[_document_pb2.DocumentSummary, _Mapping]]] = ...) -> None: ...

class GetProgrammeRequest(_message.Message):
    __slots__ = ["document_id", "minimum_generation"]
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    minimum_generation: int
    def __init__(self, document_id: _Optional[str] = ..., minimum_generation: _Optional[int] = ...) -> None: ...

class GetProgrammeResponse(_message.Message):
    __slots__ = ["others", "programme", "programme_is_cut", "snapshot"]
    OTHERS_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_FIELD_NUMBER: _ClassVar[int]
    PROGRAMME_IS_CUT_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    others: _containers.RepeatedCompositeFieldContainer[_document_pb2.DocumentSummary]
    programme: _programme_pb2.Programme
    programme_is_cut: bool
    snapshot: SnapshotReference
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., programme: _Optional[_Union[_programme_pb2.Programme, _Mapping]] = ..., others: _Optional[_Iterable[_Union[_document_pb2.DocumentSummary, _Mapping]]] = ..., programme_is_cut: bool = ...) -> None: ...

class GoalReview(_message.Message):
    __slots__ = ["direct_evidence_count", "document_count", "event_count", "evidence_count", "first_date", "goal", "last_date", "priority_title", "quotation_count", "strength"]
    DIRECT_EVIDENCE_COUNT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    EVENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_COUNT_FIELD_NUMBER: _ClassVar[int]
    FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    GOAL_FIELD_NUMBER: _ClassVar[int]
    LAST_DATE_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_TITLE_FIELD_NUMBER: _ClassVar[int]
    QUOTATION_COUNT_FIELD_NUMBER: _ClassVar[int]
    STRENGTH_FIELD_NUMBER: _ClassVar[int]
    direct_evidence_count: int
    document_count: int
    event_count: int
    evidence_count: int
    first_date: _date_pb2.PartialDate
    goal: _programme_pb2.Goal
    last_date: _date_pb2.PartialDate
    priority_title: str
    quotation_count: int
    strength: float
    def __init__(self, goal: _Optional[_Union[_programme_pb2.Goal, _Mapping]] = ..., priority_title: _Optional[str] = ..., evidence_count: _Optional[int] = ..., direct_evidence_count: _Optional[int] = ..., document_count: _Optional[int] = ..., event_count: _Optional[int] = ..., quotation_count: _Optional[int] = ..., first_date: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., last_date: _Optional[_Union[_date_pb2.PartialDate, _Mapping]] = ..., strength: _Optional[float] = ...) -> None: ...

class ListDocumentsRequest(_message.Message):
    __slots__ = ["kind", "minimum_generation", "page_size", "page_token"]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    kind: _document_pb2.DocumentKind
    minimum_generation: int
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., kind: _Optional[_Union[_document_pb2.DocumentKind, str]] = ...) -> None: ...

class ListDocumentsResponse(_message.Message):
    __slots__ = ["documents", "next_page_token", "snapshot", "total"]
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    documents: _containers.RepeatedCompositeFieldContainer[_document_pb2.DocumentSummary]
    next_page_token: str
    snapshot: SnapshotReference
    total: int
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., documents: _Optional[_Iterable[_Union[_document_pb2.DocumentSummary, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total: _Optional[int] = ...) -> None: ...

class ListEntitiesRequest(_message.Message):
    __slots__ = ["kind", "minimum_generation", "name", "page_size", "page_token"]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    kind: _entity_pb2.EntityKind
    minimum_generation: int
    name: str
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., kind: _Optional[_Union[_entity_pb2.EntityKind, str]] = ..., name: _Optional[str] = ...) -> None: ...

class ListEntitiesResponse(_message.Message):
    __slots__ = ["entities", "next_page_token", "snapshot", "total"]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    entities: _containers.RepeatedCompositeFieldContainer[_entity_pb2.EntitySummary]
    next_page_token: str
    snapshot: SnapshotReference
    total: int
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., entities: _Optional[_Iterable[_Union[_entity_pb2.EntitySummary, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total: _Optional[int] = ...) -> None: ...

class ListEventsRequest(_message.Message):
    __slots__ = ["country", "goal_id", "minimum_generation", "organisation", "page_size", "page_token", "person", "place", "since", "status", "type", "until"]
    COUNTRY_FIELD_NUMBER: _ClassVar[int]
    GOAL_ID_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    ORGANISATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    country: str
    goal_id: str
    minimum_generation: int
    organisation: str
    page_size: int
    page_token: str
    person: str
    place: str
    since: str
    status: _event_pb2.EventStatus
    type: str
    until: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., since: _Optional[str] = ..., until: _Optional[str] = ..., goal_id: _Optional[str] = ..., person: _Optional[str] = ..., organisation: _Optional[str] = ..., country: _Optional[str] = ..., place: _Optional[str] = ..., type: _Optional[str] = ..., status: _Optional[_Union[_event_pb2.EventStatus, str]] = ...) -> None: ...

class ListEventsResponse(_message.Message):
    __slots__ = ["events", "next_page_token", "snapshot", "total"]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    events: _containers.RepeatedCompositeFieldContainer[_event_pb2.Event]
    next_page_token: str
    snapshot: SnapshotReference
    total: int
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., events: _Optional[_Iterable[_Union[_event_pb2.Event, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total: _Optional[int] = ...) -> None: ...

class ListGoalsRequest(_message.Message):
    __slots__ = ["minimum_generation", "page_size", "page_token", "priority_number"]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_NUMBER_FIELD_NUMBER: _ClassVar[int]
    minimum_generation: int
    page_size: int
    page_token: str
    priority_number: int
    def __init__(self, priority_number: _Optional[int] = ..., minimum_generation: _Optional[int] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListGoalsResponse(_message.Message):
    __slots__ = ["goals", "next_page_token", "snapshot", "total"]
    GOALS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    goals: _containers.RepeatedCompositeFieldContainer[GoalReview]
    next_page_token: str
    snapshot: SnapshotReference
    total: int
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., goals: _Optional[_Iterable[_Union[GoalReview, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total: _Optional[int] = ...) -> None: ...

class ListQuotationsRequest(_message.Message):
    __slots__ = ["goal_id", "kind", "minimum_generation", "page_size", "page_token", "since", "speaker", "until"]
    GOAL_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    SPEAKER_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    goal_id: str
    kind: _quotation_pb2.QuotationKind
    minimum_generation: int
    page_size: int
    page_token: str
    since: str
    speaker: str
    until: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., speaker: _Optional[str] = ..., goal_id: _Optional[str] = ..., since: _Optional[str] = ..., until: _Optional[str] = ..., kind: _Optional[_Union[_quotation_pb2.QuotationKind, str]] = ...) -> None: ...

class ListQuotationsResponse(_message.Message):
    __slots__ = ["next_page_token", "quotations", "snapshot", "total"]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    QUOTATIONS_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    next_page_token: str
    quotations: _containers.RepeatedCompositeFieldContainer[_quotation_pb2.Quotation]
    snapshot: SnapshotReference
    total: int
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., quotations: _Optional[_Iterable[_Union[_quotation_pb2.Quotation, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., total: _Optional[int] = ...) -> None: ...

class ListRelatedRequest(_message.Message):
    __slots__ = ["document_id", "limit", "minimum_generation"]
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    document_id: str
    limit: int
    minimum_generation: int
    def __init__(self, document_id: _Optional[str] = ..., limit: _Optional[int] = ..., minimum_generation: _Optional[int] = ...) -> None: ...

class ListRelatedResponse(_message.Message):
    __slots__ = ["related", "snapshot"]
    RELATED_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    related: _containers.RepeatedCompositeFieldContainer[RelatedDocument]
    snapshot: SnapshotReference
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., related: _Optional[_Iterable[_Union[RelatedDocument, _Mapping]]] = ...) -> None: ...

class Passage(_message.Message):
    __slots__ = ["highlights", "source"]
    HIGHLIGHTS_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    highlights: _containers.RepeatedCompositeFieldContainer[_text_pb2.TextSpan]
    source: _text_pb2.Source
    def __init__(self, source: _Optional[_Union[_text_pb2.Source, _Mapping]] = ..., highlights: _Optional[_Iterable[_Union[_text_pb2.TextSpan, _Mapping]]] = ...) -> None: ...

class RelatedDocument(_message.Message):
    __slots__ = ["document", "score", "shared_words"]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    SHARED_WORDS_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.DocumentSummary
    score: float
    shared_words: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, document: _Optional[_Union[_document_pb2.DocumentSummary, _Mapping]] = ..., score: _Optional[float] = ..., shared_words: _Optional[_Iterable[str]] = ...) -> None: ...

class SearchHit(_message.Message):
    __slots__ = ["document", "passage", "score", "title_highlights"]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    PASSAGE_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    TITLE_HIGHLIGHTS_FIELD_NUMBER: _ClassVar[int]
    document: _document_pb2.DocumentSummary
    passage: Passage
    score: float
    title_highlights: _containers.RepeatedCompositeFieldContainer[_text_pb2.TextSpan]
    def __init__(self, document: _Optional[_Union[_document_pb2.DocumentSummary, _Mapping]] = ..., score: _Optional[float] = ..., passage: _Optional[_Union[Passage, _Mapping]] = ..., title_highlights: _Optional[_Iterable[_Union[_text_pb2.TextSpan, _Mapping]]] = ...) -> None: ...

class SearchRequest(_message.Message):
    __slots__ = ["allow_partial", "facets", "minimum_generation", "page_size", "page_token", "query", "sort", "without_passages"]
    ALLOW_PARTIAL_FIELD_NUMBER: _ClassVar[int]
    FACETS_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SORT_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_PASSAGES_FIELD_NUMBER: _ClassVar[int]
    allow_partial: bool
    facets: _containers.RepeatedScalarFieldContainer[FacetKind]
    minimum_generation: int
    page_size: int
    page_token: str
    query: str
    sort: SearchSort
    without_passages: bool
    def __init__(self, query: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., minimum_generation: _Optional[int] = ..., facets: _Optional[_Iterable[_Union[FacetKind, str]]] = ..., without_passages: bool = ..., sort: _Optional[_Union[SearchSort, str]] = ..., allow_partial: bool = ...) -> None: ...

class SearchResponse(_message.Message):
    __slots__ = ["did_you_mean", "expansion_is_cut", "facets", "hits", "is_partial", "next_page_token", "passages_are_cut", "snapshot", "total_hits", "total_is_exact"]
    DID_YOU_MEAN_FIELD_NUMBER: _ClassVar[int]
    EXPANSION_IS_CUT_FIELD_NUMBER: _ClassVar[int]
    FACETS_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    IS_PARTIAL_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PASSAGES_ARE_CUT_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_HITS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_IS_EXACT_FIELD_NUMBER: _ClassVar[int]
    did_you_mean: str
    expansion_is_cut: bool
    facets: _containers.RepeatedCompositeFieldContainer[Facet]
    hits: _containers.RepeatedCompositeFieldContainer[SearchHit]
    is_partial: bool
    next_page_token: str
    passages_are_cut: bool
    snapshot: SnapshotReference
    total_hits: int
    total_is_exact: bool
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., hits: _Optional[_Iterable[_Union[SearchHit, _Mapping]]] = ..., total_hits: _Optional[int] = ..., total_is_exact: bool = ..., next_page_token: _Optional[str] = ..., facets: _Optional[_Iterable[_Union[Facet, _Mapping]]] = ..., did_you_mean: _Optional[str] = ..., expansion_is_cut: bool = ..., passages_are_cut: bool = ..., is_partial: bool = ...) -> None: ...

class SnapshotReference(_message.Message):
    __slots__ = ["generation", "id"]
    GENERATION_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    generation: int
    id: str
    def __init__(self, id: _Optional[str] = ..., generation: _Optional[int] = ...) -> None: ...

class SuggestRequest(_message.Message):
    __slots__ = ["limit", "minimum_generation", "prefix"]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_GENERATION_FIELD_NUMBER: _ClassVar[int]
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    limit: int
    minimum_generation: int
    prefix: str
    def __init__(self, prefix: _Optional[str] = ..., limit: _Optional[int] = ..., minimum_generation: _Optional[int] = ...) -> None: ...

class SuggestResponse(_message.Message):
    __slots__ = ["snapshot", "suggestions"]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    SUGGESTIONS_FIELD_NUMBER: _ClassVar[int]
    snapshot: SnapshotReference
    suggestions: _containers.RepeatedCompositeFieldContainer[Suggestion]
    def __init__(self, snapshot: _Optional[_Union[SnapshotReference, _Mapping]] = ..., suggestions: _Optional[_Iterable[_Union[Suggestion, _Mapping]]] = ...) -> None: ...

class Suggestion(_message.Message):
    __slots__ = ["document_count", "text"]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    document_count: int
    text: str
    def __init__(self, text: _Optional[str] = ..., document_count: _Optional[int] = ...) -> None: ...

class FacetKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []

class SearchSort(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = []
