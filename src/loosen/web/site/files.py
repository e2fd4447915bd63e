"""Built files from the own origin, with WhiteNoise's caching and compression."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import (  # type: ignore[import-untyped]  # it brings no types
    WhiteNoiseMiddleware,
)
from whitenoise.responders import StaticFile  # type: ignore[import-untyped]  # it brings no types


class FilesMiddleware(WhiteNoiseMiddleware):  # type: ignore[misc]  # an untyped base
    """Answers with the whole file: an open file cannot be streamed from an asynchronous server."""

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        """The file, or the part of it that was asked for."""
        found = static_file.get_response(request.method, request.META)
        body = b""
        if found.file is not None:
            with found.file as opened:
                body = opened.read()
        answer = HttpResponse(body, status=HTTPStatus(found.status))
        del answer["Content-Type"]
        for name, value in found.headers:
            answer[name] = value
        return answer
