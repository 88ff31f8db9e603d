from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DescribeFeedRequest(_message.Message):
    __slots__ = []
    def __init__(self) -> None: ...

class DescribeFeedResponse(_message.Message):
    __slots__ = ["publications"]
    PUBLICATIONS_FIELD_NUMBER: _ClassVar[int]
    publications: _containers.RepeatedCompositeFieldContainer[Publication]
    def __init__(self, publications: _Optional[_Iterable[_Union[Publication, _Mapping]]] = ...) -> None: ...

class FetchRequest(_message.Message):
    __slots__ = ["offset", "snapshot_id"]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_ID_FIELD_NUMBER: _ClassVar[int]
    offset: int
    snapshot_id: str
    def __init__(self, snapshot_id: _Optional[str] = ..., offset: _Optional[int] = ...) -> None: ...

class FetchResponse(_message.Message):
    __slots__ = ["data", "offset", "publication"]
    DATA_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    PUBLICATION_FIELD_NUMBER: _ClassVar[int]
    data: bytes
    offset: int
    publication: Publication
    def __init__(self, publication: _Optional[_Union[Publication, _Mapping]] = ..., offset: _Optional[int] = ..., data: _Optional[bytes] = ...) -> None: ...

class Publication(_message.Message):
    __slots__ = ["generation", "published", "signature", "size", "snapshot_id"]
    GENERATION_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_ID_FIELD_NUMBER: _ClassVar[int]
    generation: int
    published: _timestamp_pb2.Timestamp
    signature: bytes
    size: int
    snapshot_id: str
    def __init__(self, snapshot_id: _Optional[str] = ..., generation: _Optional[int] = ..., size: _Optional[int] = ..., signature: _Optional[bytes] = ..., published: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class WatchRequest(_message.Message):
    __slots__ = ["known_snapshot_id"]
    KNOWN_SNAPSHOT_ID_FIELD_NUMBER: _ClassVar[int]
    known_snapshot_id: str
    def __init__(self, known_snapshot_id: _Optional[str] = ...) -> None: ...

class WatchResponse(_message.Message):
    __slots__ = ["publication"]
    PUBLICATION_FIELD_NUMBER: _ClassVar[int]
    publication: Publication
    def __init__(self, publication: _Optional[_Union[Publication, _Mapping]] = ...) -> None: ...
