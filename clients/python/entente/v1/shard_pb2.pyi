from entente.v1 import entity_pb2 as _entity_pb2
from entente.v1 import query_pb2 as _query_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CharacterizeRequest(_message.Message):
    __slots__ = ["corpus_id", "document_id"]
    CORPUS_ID_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_ID_FIELD_NUMBER: _ClassVar[int]
    corpus_id: str
    document_id: str
    def __init__(self, corpus_id: _Optional[str] = ..., document_id: _Optional[str] = ...) -> None: ...

class CharacterizeResponse(_message.Message):
    __slots__ = ["ordinal", "terms"]
    ORDINAL_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    ordinal: int
    terms: _containers.RepeatedCompositeFieldContainer[DistinctiveTerm]
    def __init__(self, ordinal: _Optional[int] = ..., terms: _Optional[_Iterable[_Union[DistinctiveTerm, _Mapping]]] = ...) -> None: ...

class Correction(_message.Message):
    __slots__ = ["candidates", "end", "start"]
    CANDIDATES_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    candidates: _containers.RepeatedCompositeFieldContainer[WrittenTerm]
    end: int
    start: int
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., candidates: _Optional[_Iterable[_Union[WrittenTerm, _Mapping]]] = ...) -> None: ...

class DistinctiveTerm(_message.Message):
    __slots__ = ["spelling", "term", "weight"]
    SPELLING_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    spelling: str
    term: bytes
    weight: float
    def __init__(self, term: _Optional[bytes] = ..., weight: _Optional[float] = ..., spelling: _Optional[str] = ...) -> None: ...

class RankedDocument(_message.Message):
    __slots__ = ["order", "ordinal", "reranked_score", "score"]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    ORDINAL_FIELD_NUMBER: _ClassVar[int]
    RERANKED_SCORE_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    order: int
    ordinal: int
    reranked_score: float
    score: float
    def __init__(self, ordinal: _Optional[int] = ..., score: _Optional[float] = ..., order: _Optional[int] = ..., reranked_score: _Optional[float] = ...) -> None: ...

class RankedRelated(_message.Message):
    __slots__ = ["document", "ordinal"]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ORDINAL_FIELD_NUMBER: _ClassVar[int]
    document: _query_pb2.RelatedDocument
    ordinal: int
    def __init__(self, ordinal: _Optional[int] = ..., document: _Optional[_Union[_query_pb2.RelatedDocument, _Mapping]] = ...) -> None: ...

class RelateRequest(_message.Message):
    __slots__ = ["corpus_id", "limit", "ordinal", "terms"]
    CORPUS_ID_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    ORDINAL_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    corpus_id: str
    limit: int
    ordinal: int
    terms: _containers.RepeatedCompositeFieldContainer[DistinctiveTerm]
    def __init__(self, corpus_id: _Optional[str] = ..., terms: _Optional[_Iterable[_Union[DistinctiveTerm, _Mapping]]] = ..., limit: _Optional[int] = ..., ordinal: _Optional[int] = ...) -> None: ...

class RelateResponse(_message.Message):
    __slots__ = ["related"]
    RELATED_FIELD_NUMBER: _ClassVar[int]
    related: _containers.RepeatedCompositeFieldContainer[RankedRelated]
    def __init__(self, related: _Optional[_Iterable[_Union[RankedRelated, _Mapping]]] = ...) -> None: ...

class ShardFacet(_message.Message):
    __slots__ = ["counts", "entities", "entity_counts", "kind"]
    COUNTS_FIELD_NUMBER: _ClassVar[int]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    ENTITY_COUNTS_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    counts: _containers.RepeatedCompositeFieldContainer[_query_pb2.FacetCount]
    entities: _containers.RepeatedScalarFieldContainer[int]
    entity_counts: _containers.RepeatedScalarFieldContainer[int]
    kind: _query_pb2.FacetKind
    def __init__(self, kind: _Optional[_Union[_query_pb2.FacetKind, str]] = ..., counts: _Optional[_Iterable[_Union[_query_pb2.FacetCount, _Mapping]]] = ..., entities: _Optional[_Iterable[int]] = ..., entity_counts: _Optional[_Iterable[int]] = ...) -> None: ...

class ShardSearchRequest(_message.Message):
    __slots__ = ["corpus_id", "facets", "limit", "query", "shown", "sort", "without_passages"]
    CORPUS_ID_FIELD_NUMBER: _ClassVar[int]
    FACETS_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    SHOWN_FIELD_NUMBER: _ClassVar[int]
    SORT_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_PASSAGES_FIELD_NUMBER: _ClassVar[int]
    corpus_id: str
    facets: _containers.RepeatedScalarFieldContainer[_query_pb2.FacetKind]
    limit: int
    query: str
    shown: int
    sort: _query_pb2.SearchSort
    without_passages: bool
    def __init__(self, corpus_id: _Optional[str] = ..., query: _Optional[str] = ..., limit: _Optional[int] = ..., facets: _Optional[_Iterable[_Union[_query_pb2.FacetKind, str]]] = ..., sort: _Optional[_Union[_query_pb2.SearchSort, str]] = ..., shown: _Optional[int] = ..., without_passages: bool = ...) -> None: ...

class ShardSearchResponse(_message.Message):
    __slots__ = ["corrections", "expansion_is_cut", "facets", "hits", "is_question", "shown", "total_hits", "total_is_exact"]
    CORRECTIONS_FIELD_NUMBER: _ClassVar[int]
    EXPANSION_IS_CUT_FIELD_NUMBER: _ClassVar[int]
    FACETS_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    IS_QUESTION_FIELD_NUMBER: _ClassVar[int]
    SHOWN_FIELD_NUMBER: _ClassVar[int]
    TOTAL_HITS_FIELD_NUMBER: _ClassVar[int]
    TOTAL_IS_EXACT_FIELD_NUMBER: _ClassVar[int]
    corrections: _containers.RepeatedCompositeFieldContainer[Correction]
    expansion_is_cut: bool
    facets: _containers.RepeatedCompositeFieldContainer[ShardFacet]
    hits: _containers.RepeatedCompositeFieldContainer[RankedDocument]
    is_question: bool
    shown: _containers.RepeatedCompositeFieldContainer[ShownHit]
    total_hits: int
    total_is_exact: bool
    def __init__(self, hits: _Optional[_Iterable[_Union[RankedDocument, _Mapping]]] = ..., total_hits: _Optional[int] = ..., total_is_exact: bool = ..., expansion_is_cut: bool = ..., is_question: bool = ..., facets: _Optional[_Iterable[_Union[ShardFacet, _Mapping]]] = ..., corrections: _Optional[_Iterable[_Union[Correction, _Mapping]]] = ..., shown: _Optional[_Iterable[_Union[ShownHit, _Mapping]]] = ...) -> None: ...

class ShardSuggestRequest(_message.Message):
    __slots__ = ["corpus_id", "request"]
    CORPUS_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    corpus_id: str
    request: _query_pb2.SuggestRequest
    def __init__(self, corpus_id: _Optional[str] = ..., request: _Optional[_Union[_query_pb2.SuggestRequest, _Mapping]] = ...) -> None: ...

class ShardSuggestResponse(_message.Message):
    __slots__ = ["candidates"]
    CANDIDATES_FIELD_NUMBER: _ClassVar[int]
    candidates: _containers.RepeatedCompositeFieldContainer[WrittenTerm]
    def __init__(self, candidates: _Optional[_Iterable[_Union[WrittenTerm, _Mapping]]] = ...) -> None: ...

class ShowRequest(_message.Message):
    __slots__ = ["corpus_id", "entities", "hits", "query", "without_passages"]
    CORPUS_ID_FIELD_NUMBER: _ClassVar[int]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_PASSAGES_FIELD_NUMBER: _ClassVar[int]
    corpus_id: str
    entities: _containers.RepeatedScalarFieldContainer[int]
    hits: _containers.RepeatedCompositeFieldContainer[RankedDocument]
    query: str
    without_passages: bool
    def __init__(self, corpus_id: _Optional[str] = ..., query: _Optional[str] = ..., hits: _Optional[_Iterable[_Union[RankedDocument, _Mapping]]] = ..., without_passages: bool = ..., entities: _Optional[_Iterable[int]] = ...) -> None: ...

class ShowResponse(_message.Message):
    __slots__ = ["entities", "hits"]
    ENTITIES_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    entities: _containers.RepeatedCompositeFieldContainer[_entity_pb2.EntitySummary]
    hits: _containers.RepeatedCompositeFieldContainer[ShownHit]
    def __init__(self, hits: _Optional[_Iterable[_Union[ShownHit, _Mapping]]] = ..., entities: _Optional[_Iterable[_Union[_entity_pb2.EntitySummary, _Mapping]]] = ...) -> None: ...

class ShownHit(_message.Message):
    __slots__ = ["effort", "hit"]
    EFFORT_FIELD_NUMBER: _ClassVar[int]
    HIT_FIELD_NUMBER: _ClassVar[int]
    effort: int
    hit: bytes
    def __init__(self, hit: _Optional[bytes] = ..., effort: _Optional[int] = ...) -> None: ...

class TermSighting(_message.Message):
    __slots__ = ["ordinal", "score", "spellings"]
    ORDINAL_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    SPELLINGS_FIELD_NUMBER: _ClassVar[int]
    ordinal: int
    score: float
    spellings: _containers.RepeatedCompositeFieldContainer[TermSpelling]
    def __init__(self, ordinal: _Optional[int] = ..., score: _Optional[float] = ..., spellings: _Optional[_Iterable[_Union[TermSpelling, _Mapping]]] = ...) -> None: ...

class TermSpelling(_message.Message):
    __slots__ = ["begins_sentences", "count", "text"]
    BEGINS_SENTENCES_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    begins_sentences: bool
    count: int
    text: str
    def __init__(self, text: _Optional[str] = ..., count: _Optional[int] = ..., begins_sentences: bool = ...) -> None: ...

class WrittenTerm(_message.Message):
    __slots__ = ["document_count", "sightings"]
    DOCUMENT_COUNT_FIELD_NUMBER: _ClassVar[int]
    SIGHTINGS_FIELD_NUMBER: _ClassVar[int]
    document_count: int
    sightings: _containers.RepeatedCompositeFieldContainer[TermSighting]
    def __init__(self, document_count: _Optional[int] = ..., sightings: _Optional[_Iterable[_Union[TermSighting, _Mapping]]] = ...) -> None: ...
