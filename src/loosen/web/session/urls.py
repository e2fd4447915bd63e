"""Addresses of these pages."""

from django.urls import path

from .after_views import after, later, morning
from .ahead_views import ahead
from .gate_views import moment, start
from .step_views import step
from .stop_views import stop

urlpatterns = [
    path("session/start/", start, name="session-start"),
    path("session/start/moment/", moment, name="session-moment"),
    path("session/<uuid:session_id>/", step, name="session"),
    path("session/<uuid:session_id>/ahead/", ahead, name="session-ahead"),
    path("session/<uuid:session_id>/stop/", stop, name="session-stop"),
    path("session/<uuid:session_id>/after/", after, name="session-after"),
    path("session/<uuid:session_id>/later/", later, name="session-later"),
    path("session/<uuid:session_id>/morning/", morning, name="session-morning"),
]
