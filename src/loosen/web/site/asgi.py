"""The ASGI application, for `serve` and for a clinic's own server."""

from django.core.asgi import get_asgi_application

application = get_asgi_application()
