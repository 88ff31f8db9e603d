"""The Query and Health services, with typed methods."""
from __future__ import annotations

from typing import Any, Optional, Type, TypeVar

from google.protobuf.message import Message

from .access import OPEN, Access
from .connection import Addresses, Pool
from .v1 import health_pb2, query_pb2

Response = TypeVar("Response", bound=Message)


class Client:
    """A client for one server, or several with the same services. Thread-safe.

    Every method takes the fields of its request by name, and `timeout` in seconds.
    """

    def __init__(
        self, addresses: Addresses, timeout: float = 30.0, attempts: int = 4, access: Access = OPEN
    ) -> None:
        """`addresses`: "host:port", several separated by commas, or a list of them."""
        self._pool = Pool(addresses, timeout, attempts, access)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._pool.close()

    def _ask(self, method: str, request: Message, response: Type[Response], timeout: Optional[float]) -> Response:
        service = "entente.v1.Health" if method == "Check" else "entente.v1.Query"
        return response.FromString(self._pool.call(service, method, request.SerializeToString(), timeout))

    def search(self, query: str, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.SearchResponse:
        """Searches the full text, in French; best hits first."""
        return self._ask("Search", query_pb2.SearchRequest(query=query, **fields), query_pb2.SearchResponse, timeout)

    def suggest(self, prefix: str, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.SuggestResponse:
        """Completes a partly typed query."""
        return self._ask("Suggest", query_pb2.SuggestRequest(prefix=prefix, **fields), query_pb2.SuggestResponse, timeout)

    def get_document(self, id: str, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.GetDocumentResponse:
        return self._ask(
            "GetDocument", query_pb2.GetDocumentRequest(id=id, **fields), query_pb2.GetDocumentResponse, timeout)

    def list_documents(self, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.ListDocumentsResponse:
        """Lists documents in order of publication."""
        return self._ask(
            "ListDocuments", query_pb2.ListDocumentsRequest(**fields), query_pb2.ListDocumentsResponse, timeout)

    def list_related(
        self, document_id: str, *, timeout: Optional[float] = None, **fields: Any
    ) -> query_pb2.ListRelatedResponse:
        """Finds documents on the same subjects."""
        return self._ask(
            "ListRelated", query_pb2.ListRelatedRequest(document_id=document_id, **fields),
            query_pb2.ListRelatedResponse, timeout)

    def get_programme(self, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.GetProgrammeResponse:
        return self._ask(
            "GetProgramme", query_pb2.GetProgrammeRequest(**fields), query_pb2.GetProgrammeResponse, timeout)

    def list_goals(self, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.ListGoalsResponse:
        """Reviews the programme: every goal with its counts."""
        return self._ask("ListGoals", query_pb2.ListGoalsRequest(**fields), query_pb2.ListGoalsResponse, timeout)

    def get_goal(self, id: str, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.GetGoalResponse:
        """Returns a goal with its evidence, actors, events and quotations."""
        return self._ask("GetGoal", query_pb2.GetGoalRequest(id=id, **fields), query_pb2.GetGoalResponse, timeout)

    def list_events(self, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.ListEventsResponse:
        """Lists the timeline."""
        return self._ask("ListEvents", query_pb2.ListEventsRequest(**fields), query_pb2.ListEventsResponse, timeout)

    def list_entities(self, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.ListEntitiesResponse:
        """Lists entities, most mentioned first."""
        return self._ask(
            "ListEntities", query_pb2.ListEntitiesRequest(**fields), query_pb2.ListEntitiesResponse, timeout)

    def get_entity(self, id: str, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.GetEntityResponse:
        return self._ask(
            "GetEntity", query_pb2.GetEntityRequest(id=id, **fields), query_pb2.GetEntityResponse, timeout)

    def list_quotations(self, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.ListQuotationsResponse:
        return self._ask(
            "ListQuotations", query_pb2.ListQuotationsRequest(**fields), query_pb2.ListQuotationsResponse, timeout)

    def describe(self, *, timeout: Optional[float] = None, **fields: Any) -> query_pb2.DescribeResponse:
        """Describes what the snapshot holds."""
        return self._ask("Describe", query_pb2.DescribeRequest(**fields), query_pb2.DescribeResponse, timeout)

    def check(self, *, timeout: Optional[float] = None) -> health_pb2.HealthCheckResponse:
        """Checks whether the server accepts calls."""
        return self._ask("Check", health_pb2.HealthCheckRequest(), health_pb2.HealthCheckResponse, timeout)
